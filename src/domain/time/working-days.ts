import { addDays, dayOfWeek } from './local-date.ts';
import type { LocalDate } from './moment.ts';

/** No term of law or practice is longer; a larger number is a typing error. */
const MOST_WORKING_DAYS = 2_000;

/** Monday to Friday and not a holiday. The holiday table is data (I.7). */
export const isWorkingDay = (date: LocalDate, holidays: readonly LocalDate[]): boolean =>
  dayOfWeek(date) <= 5 && !holidays.includes(date);

/**
 * The `count`-th working day after `date`, or before it when `count` is negative. The start date
 * itself is never counted; 0 gives the date back, working day or not.
 * @throws RangeError for a count that is not a whole number or beyond 2,000.
 */
export const addWorkingDays = (date: LocalDate, count: number, holidays: readonly LocalDate[]): LocalDate => {
  if (!Number.isInteger(count) || Math.abs(count) > MOST_WORKING_DAYS) {
    throw new RangeError('working days out of range');
  }
  const step = count < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, holidays)) left -= 1;
  }
  return reached;
};
