/**
 * Alerts of low attendance (I.5): as soon as 90 % of the training can no longer be reached, as soon as the
 * threshold cannot, and at three absences in a row. What can still be attended counts as attended, so that
 * a first day missed alarms nobody. Points passed by one sheet come as one alert, at the lowest of them.
 */
import type { DecideContext, OutgoingMessage } from '../decider.ts';
import type { TrainingClassEvent } from './events.ts';
import { type Evolvers, today } from './handlers.ts';
import { lowAttendanceNote } from './notes.ts';
import { planOf, seatOf, type TrainingClassState } from './state.ts';
import { countedJp, missedJp } from './sums.ts';

/** Whether this share of the training can no longer be reached. */
const isBelow = (state: TrainingClassState, enrolmentId: string, percent: number): boolean => {
  const { jp } = planOf(state);
  return (jp - missedJp(state, enrolmentId)) * 100 < jp * percent;
};

/** Absences at the end of the sheet, without a break. */
const streakOf = (state: TrainingClassState, enrolmentId: string): number => {
  const marks = Object.entries(state.sheets[enrolmentId] ?? {}).sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  const came = marks.findLastIndex(([, { outcome }]) => outcome !== 'ABSENT');
  return marks.length - 1 - came;
};

/** What the last sheet brought about, between the state before it and the state with it. */
export function alertsBetween(
  before: TrainingClassState,
  after: TrainingClassState,
  enrolmentId: string,
  context: DecideContext,
): TrainingClassEvent[] {
  const on = today(after, context);
  const points = [context.policy<number>('low_attendance_percent', on), planOf(after).thresholdPercent];
  const passed = points.filter(
    (percent) => isBelow(after, enrolmentId, percent) && !isBelow(before, enrolmentId, percent),
  );
  const attendedJp = (seatOf(after, enrolmentId)?.carriedJp ?? 0) + countedJp(after, enrolmentId);
  const low = {
    enrolmentId,
    percent: Math.min(...passed),
    attendedJp,
    missedJp: missedJp(after, enrolmentId),
  };
  const most = context.policy<number>('absences_in_a_row', on);
  const count = streakOf(after, enrolmentId);
  const inARow = count >= most && streakOf(before, enrolmentId) < most;
  return [
    ...(passed.length > 0 ? [{ type: 'LowAttendanceFound', data: low } as const] : []),
    ...(inARow ? [{ type: 'AbsencesInARowFound', data: { enrolmentId, count } } as const] : []),
  ];
}

export const notesOf = (
  state: TrainingClassState,
  alerts: readonly TrainingClassEvent[],
): OutgoingMessage[] =>
  alerts.flatMap((alert) =>
    alert.type === 'LowAttendanceFound' ? [lowAttendanceNote(state, alert.data)] : [],
  );

/** Told, and derived from the sheets: nothing is remembered of them. */
export const alertEvolvers: Evolvers<'LowAttendanceFound' | 'AbsencesInARowFound'> = {
  LowAttendanceFound: (state) => state,
  AbsencesInARowFound: (state) => state,
};
