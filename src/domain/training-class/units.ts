/** Units achieved (*tuntas*): told by an instructor of the class and by nobody else (I.6c). A unit stays achieved. */
import type { Command } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { TrainingClassCommands } from './commands.ts';
import type { UnitRejection } from './events.ts';
import { accepted, type CommandHandlers, type Evolvers, onClass, requireInstructor } from './handlers.ts';
import { unitNote } from './notes.ts';
import { changeSeat, planOf, seatOf, type TrainingClassState } from './state.ts';

interface Result {
  readonly enrolmentId: string;
  readonly achieved: boolean;
}

function rejection(state: TrainingClassState, { enrolmentId }: Result, unitCode: string) {
  const seat = seatOf(state, enrolmentId);
  if (seat === undefined) return 'NOT_IN_CLASS';
  if (seat.status !== 'ACTIVE') return 'SEAT_NOT_ACTIVE';
  return [...seat.keptUnits, ...seat.units].includes(unitCode) ? 'ALREADY_ACHIEVED' : undefined;
}

function record(
  state: TrainingClassState,
  command: Command<'record-unit-results', TrainingClassCommands['record-unit-results']>,
) {
  const { unitCode } = command.data;
  const refused = requireInstructor(state, command);
  if (refused !== undefined) return refused;
  if (!planOf(state).units.includes(unitCode)) return refuseWith('UNIT_UNKNOWN', { unitCode });
  const results: Result[] = [];
  const rejected: { enrolmentId: string; code: UnitRejection }[] = [];
  const seen = new Set<string>();
  for (const result of command.data.results) {
    const { enrolmentId } = result;
    const code = seen.has(enrolmentId) ? 'TWICE_IN_SHEET' : rejection(state, result, unitCode);
    seen.add(enrolmentId);
    if (code === undefined) results.push(result);
    else rejected.push({ enrolmentId, code });
  }
  return accepted([{ type: 'UnitResultsRecorded', data: { unitCode, results, rejected } }], {
    messages: results
      .filter(({ achieved }) => achieved)
      .map(({ enrolmentId }) => unitNote(state, enrolmentId, unitCode)),
  });
}

export const unitHandlers: CommandHandlers<'record-unit-results'> = {
  'record-unit-results': onClass(['RUNNING'], record),
};

export const unitEvolvers: Evolvers<'UnitResultsRecorded'> = {
  UnitResultsRecorded: (state, { data: { unitCode, results } }) =>
    results.reduce(
      (folded, { enrolmentId, achieved }) =>
        achieved ? changeSeat(folded, enrolmentId, ({ units }) => ({ units: [...units, unitCode] })) : folded,
      state,
    ),
};
