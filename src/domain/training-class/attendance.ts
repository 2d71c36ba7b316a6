/**
 * Attendance sheets: one slot of one day for the whole class in one command, with a result per person. A
 * line that cannot be taken is told with its code and keeps no other from being recorded.
 *
 * RUNNING -- AttendanceRecorded | AttendanceCorrected --> RUNNING
 */
import type { Command, DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { alertsBetween, notesOf } from './alerts.ts';
import { countsAs } from './attendance-outcomes.ts';
import type { Mark, TrainingClassCommands } from './commands.ts';
import type { MarkRejection, RecordedMark, TrainingClassEvent, TrainingClassEvents } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  onClass,
  type Refused,
  requireInstructor,
  today,
} from './handlers.ts';
import { planOf, type SheetMark, seatOf, type TrainingClassState } from './state.ts';
import { sessionAt, sessionKey } from './timetable.ts';

type Line = { readonly mark: RecordedMark } | { readonly enrolmentId: string; readonly code: MarkRejection };

/** An absence has no hours; a presence or an excuse that names none has the whole slot. */
const hoursOf = ({ outcome, jp }: Mark, slotJp: number): number =>
  countsAs(outcome) === 'MISSED' ? 0 : (jp ?? slotJp);

function line(state: TrainingClassState, mark: Mark, session: string, slotJp: number): Line {
  const { enrolmentId, outcome } = mark;
  const reject = (code: MarkRejection): Line => ({ enrolmentId, code });
  const seat = seatOf(state, enrolmentId);
  if (seat === undefined) return reject('NOT_IN_CLASS');
  if (seat.status !== 'ACTIVE') return reject('SEAT_NOT_ACTIVE');
  if (state.sheets[enrolmentId]?.[session] !== undefined) return reject('ALREADY_MARKED');
  const jp = hoursOf(mark, slotJp);
  return jp > slotJp ? reject('JP_OVER_SLOT') : { mark: { enrolmentId, outcome, jp } };
}

function sheet(
  state: TrainingClassState,
  { sessionOn, slot, marks }: TrainingClassCommands['record-attendance'],
  slotJp: number,
): TrainingClassEvents['AttendanceRecorded'] {
  const recorded: RecordedMark[] = [];
  const rejected: { enrolmentId: string; code: MarkRejection }[] = [];
  const seen = new Set<string>();
  for (const mark of marks) {
    const { enrolmentId } = mark;
    const found = seen.has(enrolmentId)
      ? { enrolmentId, code: 'TWICE_IN_SHEET' as const }
      : line(state, mark, sessionKey(sessionOn, slot), slotJp);
    seen.add(enrolmentId);
    if ('mark' in found) recorded.push(found.mark);
    else rejected.push(found);
  }
  return { sessionOn, slot, slotJp, marks: recorded, rejected };
}

/** The centre keeps sheets too, where an instructor hands in paper. */
const requireKeeper = (state: TrainingClassState, command: Command): Refused | undefined =>
  command.actor.role === 'INSTRUCTOR' ? requireInstructor(state, command) : undefined;

const withMark = (
  state: TrainingClassState,
  enrolmentId: string,
  session: string,
  mark: SheetMark,
): TrainingClassState => ({
  ...state,
  sheets: { ...state.sheets, [enrolmentId]: { ...state.sheets[enrolmentId], [session]: mark } },
});

/** Of a sheet that is only thought of: alerts count its marks and never ask where they stand. */
const UNRECORDED = 0;

const withSheet = (
  state: TrainingClassState,
  { sessionOn, slot, slotJp, marks }: TrainingClassEvents['AttendanceRecorded'],
  version: number,
): TrainingClassState =>
  marks.reduce(
    (folded, { enrolmentId, outcome, jp }) =>
      withMark(folded, enrolmentId, sessionKey(sessionOn, slot), { outcome, jp, slotJp, version }),
    state,
  );

function record(
  state: TrainingClassState,
  command: Command<'record-attendance', TrainingClassCommands['record-attendance']>,
  context: DecideContext,
) {
  const { sessionOn, slot } = command.data;
  const refused = requireKeeper(state, command);
  if (refused !== undefined) return refused;
  if (sessionOn > today(state, context)) return refuseWith('DATE_IN_FUTURE', { date: sessionOn });
  const found = sessionAt(planOf(state), sessionOn, slot);
  if (found === undefined) return refuseWith('NO_SUCH_SESSION', { date: sessionOn, slot });
  const data = sheet(state, command.data, found.jp);
  const event: TrainingClassEvent = { type: 'AttendanceRecorded', data };
  const after = withSheet(state, data, UNRECORDED);
  const alerts = data.marks.flatMap(({ enrolmentId }) => alertsBetween(state, after, enrolmentId, context));
  return accepted([event, ...alerts], { messages: notesOf(after, alerts) });
}

function correct(
  state: TrainingClassState,
  command: Command<'correct-attendance', TrainingClassCommands['correct-attendance']>,
) {
  const { sessionOn, slot, enrolmentId, outcome } = command.data;
  const refused = requireKeeper(state, command);
  if (refused !== undefined) return refused;
  const before = state.sheets[enrolmentId]?.[sessionKey(sessionOn, slot)];
  if (before === undefined) return refuseWith('NO_SUCH_MARK', { date: sessionOn, slot });
  const jp = hoursOf(command.data, before.slotJp);
  if (jp > before.slotJp) return refuseWith('JP_OVER_SLOT', { slotJp: before.slotJp });
  if (before.outcome === outcome && before.jp === jp) return refuseWith('ALREADY_DONE', {});
  const data = { enrolmentId, outcome, jp, sessionOn, slot, corrects: before.version };
  return accepted([{ type: 'AttendanceCorrected', data }]);
}

export const attendanceHandlers: CommandHandlers<'record-attendance' | 'correct-attendance'> = {
  'record-attendance': onClass(['RUNNING'], record),
  'correct-attendance': onClass(['RUNNING'], correct),
};

export const attendanceEvolvers: Evolvers<'AttendanceRecorded' | 'AttendanceCorrected'> = {
  AttendanceRecorded: (state, { data, version }) => withSheet(state, data, version),
  AttendanceCorrected: (state, { data: { enrolmentId, sessionOn, slot, outcome, jp }, version }) => {
    const session = sessionKey(sessionOn, slot);
    const slotJp = state.sheets[enrolmentId]?.[session]?.slotJp ?? jp;
    return withMark(state, enrolmentId, session, { outcome, jp, slotJp, version });
  },
};
