/** Counting with calendar dates, without zones. */
import { dateOfDayNumber, dateOfParts, dayNumberOf, daysInMonth, partsOf } from './day-number.ts';
import type { LocalDate } from './moment.ts';

/** The date `days` later; earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOfDayNumber(dayNumberOf(date) + days);

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumberOf(to) - dayNumberOf(from);

/** Same day `months` later; the month's last day where that day does not exist. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date);
  const monthsSinceYearZero = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(monthsSinceYearZero / 12);
  const targetMonth = monthsSinceYearZero - targetYear * 12 + 1;
  if (targetYear < 1 || targetYear > 9999) throw new RangeError('date out of range');
  const targetDay = Math.min(day, daysInMonth(targetYear, targetMonth));
  return dateOfParts({ year: targetYear, month: targetMonth, day: targetDay });
};

/** Same date `years` later; 29 February becomes the last day of February (I.1). */
export const addYears = (date: LocalDate, years: number): LocalDate => addMonths(date, years * 12);

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 = Monday ... 7 = Sunday (1970-01-01 was a Thursday). */
export const dayOfWeek = (date: LocalDate): Weekday => {
  const daysSinceMonday = (((dayNumberOf(date) + 3) % 7) + 7) % 7;
  return (daysSinceMonday + 1) as Weekday;
};

/** The first Monday later than `date`: a Monday gives the next one. */
export const mondayAfter = (date: LocalDate): LocalDate => addDays(date, 8 - dayOfWeek(date));
