/** What sheets come to: hours attended, hours missed, and what the class says at its end (C-05, C-06, S43). */
import { countsAs } from './attendance-outcomes.ts';
import type { FinalResult } from './events.ts';
import { planOf, type Seat, type SheetMark, type TrainingClassState } from './state.ts';

/** Hours of one session that count: excused ones only where the programme says so (C-06). */
const counted = (excusedCounts: boolean, { outcome, jp }: SheetMark): number => {
  const counts = countsAs(outcome);
  return counts === 'ATTENDED' || (counts === 'EXCUSED' && excusedCounts) ? jp : 0;
};

const marksOf = (state: TrainingClassState, enrolmentId: string): SheetMark[] =>
  Object.values(state.sheets[enrolmentId] ?? {});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, next) => total + next, 0);

/** Training hours that count, in this class. */
export const countedJp = (state: TrainingClassState, enrolmentId: string): number => {
  const { excusedCounts } = planOf(state);
  return sum(marksOf(state, enrolmentId).map((mark) => counted(excusedCounts, mark)));
};

/** Training hours of sheets that do not count. */
export const missedJp = (state: TrainingClassState, enrolmentId: string): number => {
  const { excusedCounts } = planOf(state);
  return sum(marksOf(state, enrolmentId).map((mark) => mark.slotJp - counted(excusedCounts, mark)));
};

/** Least hours for the test: a part of an hour is a whole one. */
export const requiredJp = ({ jp, thresholdPercent }: { jp: number; thresholdPercent: number }): number =>
  Math.ceil((jp * thresholdPercent) / 100);

/** With the threshold that the class was opened with: a later change does not alter it (S43). */
export function finalResult(state: TrainingClassState, seat: Seat): FinalResult {
  const plan = planOf(state);
  const required = requiredJp(plan);
  const attended = Math.min(plan.jp, seat.carriedJp + countedJp(state, seat.enrolmentId));
  return {
    enrolmentId: seat.enrolmentId,
    attendedJp: attended,
    requiredJp: required,
    thresholdPercent: plan.thresholdPercent,
    reached: attended >= required,
    units: [...seat.keptUnits, ...seat.units],
  };
}
