/**
 * OPEN -- ClassStarted --> RUNNING: confirmed seats become active; a held one starts when it is confirmed
 * RUNNING -- ClassFinished --> FINISHED: a result for each who attends; other seats end
 * PLANNED | OPEN | RUNNING -- ClassCancelled --> CANCELLED: everybody goes back to the waiting list, with first
 * place in a later class (I.6b)
 */
import type { OutgoingMessage, WantedDeadline } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { endOfDay } from '../time/index.ts';
import type { TrainingClassEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  type FiringHandlers,
  onClass,
  today,
} from './handlers.ts';
import { cancelledNote, finishedNote, refusedNote, releasedNote, startedNote } from './notes.ts';
import { planOf, type TrainingClassState } from './state.ts';
import { moveTo } from './status-moves.ts';
import { finalResult } from './sums.ts';

const waitingIds = (state: TrainingClassState): string[] =>
  state.waiting.map(({ enrolmentId }) => enrolmentId);

/** Whoever waits for a class that is over waits in vain: their journeys hear it. */
const refuseWaiting = (
  state: TrainingClassState,
): { events: TrainingClassEvent[]; messages: OutgoingMessage[] } => ({
  events: waitingIds(state).map((enrolmentId) => ({ type: 'WaitingEnded', data: { enrolmentId } })),
  messages: waitingIds(state).map((enrolmentId) => refusedNote(state, enrolmentId, 'CLASS_NOT_OPEN')),
});

export const runningHandlers: CommandHandlers<
  'start-class' | 'finish-class' | 'cancel-class' | 'swap-instructor'
> = {
  'start-class': onClass(['OPEN'], (state, { data: { startedOn } }, context) => {
    if (startedOn > today(state, context)) return refuseWith('DATE_IN_FUTURE', { date: startedOn });
    const { startsOn, endsOn } = planOf(state);
    if (startedOn < startsOn || startedOn > endsOn) {
      return refuseWith('DATE_IMPLAUSIBLE', { field: 'startedOn', date: startedOn, earliest: startsOn });
    }
    const enrolmentIds = Object.values(state.seats)
      .filter(({ status }) => status === 'CONFIRMED')
      .map(({ enrolmentId }) => enrolmentId);
    return accepted([{ type: 'ClassStarted', data: { startedOn, enrolmentIds } }], {
      messages: enrolmentIds.map((enrolmentId) => startedNote(state, enrolmentId, startedOn)),
    });
  }),

  'finish-class': onClass(['RUNNING'], (state, { data: { finishedOn } }, context) => {
    const { endsOn } = planOf(state);
    if (finishedOn > today(state, context)) return refuseWith('DATE_IN_FUTURE', { date: finishedOn });
    if (finishedOn < endsOn) return refuseWith('CLASS_NOT_OVER', { endsOn });
    const seats = Object.values(state.seats);
    const results = seats.filter(({ status }) => status === 'ACTIVE').map((seat) => finalResult(state, seat));
    const others = seats.filter(({ status }) => status !== 'ACTIVE').map(({ enrolmentId }) => enrolmentId);
    const waiting = refuseWaiting(state);
    return accepted(
      [
        { type: 'ClassFinished', data: { finishedOn, results } },
        ...others.map(
          (enrolmentId) =>
            ({ type: 'SeatReleased', data: { enrolmentId, reason: 'CLASS_FINISHED' } }) as const,
        ),
        ...waiting.events,
      ],
      {
        messages: [
          ...results.map((result) => finishedNote(state, result, finishedOn)),
          ...others.map((enrolmentId) => releasedNote(state, enrolmentId, 'CLASS_FINISHED')),
          ...waiting.messages,
        ],
      },
    );
  }),

  'cancel-class': onClass(['PLANNED', 'OPEN', 'RUNNING'], (state, { data }) => {
    const told = [...Object.keys(state.seats), ...waitingIds(state)];
    return accepted([{ type: 'ClassCancelled', data }], {
      messages: told.map((enrolmentId) => cancelledNote(state, enrolmentId)),
    });
  }),

  'swap-instructor': onClass(['PLANNED', 'OPEN', 'RUNNING'], (state, { data }) => {
    const { instructors } = planOf(state);
    if (!instructors.includes(data.out)) return refuseWith('CLASS_PLAN_WRONG', { field: 'out' });
    if (instructors.includes(data.in)) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'InstructorSwapped', data }]);
  }),
};

/** Nobody starts or finishes a class but its centre: the clock only reminds. */
export const runningDeadlines = (state: TrainingClassState): WantedDeadline[] => {
  const { startsOn, endsOn, zone } = planOf(state);
  const subject = state.classId;
  if (state.status === 'OPEN' && !state.startOverdue) {
    return [{ kind: 'class-start', subject, dueAt: endOfDay(startsOn, zone) }];
  }
  if (state.status === 'RUNNING' && !state.endOverdue) {
    return [{ kind: 'class-end', subject, dueAt: endOfDay(endsOn, zone) }];
  }
  return [];
};

export const runningFirings: FiringHandlers = {
  'class-start': (state) =>
    accepted([{ type: 'ClassStartOverdue', data: { startsOn: planOf(state).startsOn } }]),
  'class-end': (state) => accepted([{ type: 'ClassEndOverdue', data: { endsOn: planOf(state).endsOn } }]),
};

export const runningEvolvers: Evolvers<
  | 'ClassStarted'
  | 'ClassFinished'
  | 'ClassCancelled'
  | 'ClassStartOverdue'
  | 'ClassEndOverdue'
  | 'InstructorSwapped'
> = {
  ClassStarted: (state, { data: { startedOn, enrolmentIds } }) => ({
    ...state,
    ...moveTo(state, 'RUNNING'),
    startedOn,
    seats: Object.fromEntries(
      Object.entries(state.seats).map(([id, seat]) => [
        id,
        enrolmentIds.includes(id) ? { ...seat, status: 'ACTIVE' as const } : seat,
      ]),
    ),
  }),
  /** Those who attended keep their seats on record; nothing waits for them any more. */
  ClassFinished: (state) => ({ ...state, ...moveTo(state, 'FINISHED') }),
  ClassCancelled: (state) => ({ ...state, ...moveTo(state, 'CANCELLED'), seats: {}, waiting: [] }),
  ClassStartOverdue: (state) => ({ ...state, startOverdue: true }),
  ClassEndOverdue: (state) => ({ ...state, endOverdue: true }),
  InstructorSwapped: (state, { data }) => {
    const plan = planOf(state);
    return {
      ...state,
      plan: {
        ...plan,
        instructors: plan.instructors.map((id) => (id === data.out ? data.in : id)),
        formerInstructors: [...plan.formerInstructors.filter((id) => id !== data.in), data.out],
      },
    };
  },
};
