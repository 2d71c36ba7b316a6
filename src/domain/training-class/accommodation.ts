/** Reasonable accommodation is ready two weeks before the start (C-10): codes of needs, never a health note. */
import type { WantedDeadline } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { startOfDay } from '../time/index.ts';
import type { RequestSeat } from './commands.ts';
import type { TrainingClassEvent } from './events.ts';
import { accepted, type CommandHandlers, type Evolvers, type FiringHandlers, onClass } from './handlers.ts';
import { changeSeat, planOf, type Seat, seatOf, type TrainingClassState } from './state.ts';

const openNeeds = ({ needs, readyNeeds }: Pick<Seat, 'needs' | 'readyNeeds'>): string[] =>
  needs.filter((need) => !readyNeeds.includes(need));

/** Whoever gets a seat after the check is looked at on the spot. */
export const accommodationOf = (
  { accommodationChecked }: TrainingClassState,
  { enrolmentId, needs }: RequestSeat,
): TrainingClassEvent[] =>
  accommodationChecked && needs.length > 0
    ? [{ type: 'AccommodationChecked', data: { open: [{ enrolmentId, needs }] } }]
    : [];

export const accommodationDeadline = (state: TrainingClassState): readonly WantedDeadline[] => {
  const { readyOn, zone } = planOf(state);
  if (state.accommodationChecked || (state.status !== 'PLANNED' && state.status !== 'OPEN')) return [];
  return [{ kind: 'class-accommodation', subject: state.classId, dueAt: startOfDay(readyOn, zone) }];
};

export const accommodationFirings: FiringHandlers = {
  'class-accommodation': (state) => {
    const open = Object.values(state.seats)
      .map((seat) => ({ enrolmentId: seat.enrolmentId, needs: openNeeds(seat) }))
      .filter(({ needs }) => needs.length > 0);
    return accepted([{ type: 'AccommodationChecked', data: { open } }]);
  },
};

export const accommodationHandlers: CommandHandlers<'ready-accommodation'> = {
  'ready-accommodation': onClass(['PLANNED', 'OPEN', 'RUNNING'], (state, { data }) => {
    const { enrolmentId } = data;
    const seat = seatOf(state, enrolmentId);
    if (seat === undefined) return refuseWith('SEAT_UNKNOWN', { enrolmentId });
    const needs = openNeeds(seat).filter((need) => data.needs.includes(need));
    if (needs.length === 0) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'AccommodationConfirmed', data: { enrolmentId, needs } }]);
  }),
};

export const accommodationEvolvers: Evolvers<'AccommodationConfirmed' | 'AccommodationChecked'> = {
  AccommodationConfirmed: (state, { data }) =>
    changeSeat(state, data.enrolmentId, ({ readyNeeds }) => ({ readyNeeds: [...readyNeeds, ...data.needs] })),
  AccommodationChecked: (state) => ({ ...state, accommodationChecked: true }),
};
