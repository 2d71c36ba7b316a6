/**
 * Dates as whole numbers: days since 1970-01-01 in the proleptic Gregorian calendar.
 *
 * Integer arithmetic on purpose: the result may depend on no clock, no zone of the machine and no
 * locale, because it runs again, years later, when a decision is replayed.
 */
import type { LocalDate } from './moment.ts';

const DATE_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Earliest and latest year that a date in this domain may name; anything else is a typing error. */
export const EARLIEST_YEAR = 1900;
export const LATEST_YEAR = 2200;

export interface CalendarParts {
  readonly year: number;
  /** 1 = January. */
  readonly month: number;
  readonly day: number;
}

export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Days in a month of the common calendar (not the 30-day *Bulan* of KUHP art. 184). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);

/** True for a real calendar date `YYYY-MM-DD` in the years 1900 to 2200. */
export const isLocalDate = (text: unknown): text is LocalDate => {
  const match = typeof text === 'string' ? DATE_SHAPE.exec(text) : null;
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= EARLIEST_YEAR && year <= LATEST_YEAR && day >= 1 && day <= daysInMonth(year, month);
};

/** @throws RangeError when the text is not a calendar date: user input is checked before. */
export const partsOf = (date: LocalDate): CalendarParts => {
  const match = DATE_SHAPE.exec(date);
  const parts = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  if (!parts || parts.day < 1 || parts.day > daysInMonth(parts.year, parts.month)) {
    throw new RangeError('not a calendar date');
  }
  return parts;
};

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

export const dateOfParts = ({ year, month, day }: CalendarParts): LocalDate =>
  `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;

/** Days before 1 March of year 0 and the given year, counted in years that begin in March. */
const daysBeforeMarchYear = (year: number): number =>
  year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);

/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/** Days since 1970-01-01; negative before. */
export const dayNumberOf = (date: LocalDate): number => {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  return daysBeforeMarchYear(marchYear) + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - EPOCH;
};

/** Inverse of {@link dayNumberOf}. @throws RangeError outside the years 0001 to 9999. */
export const dateOfDayNumber = (dayNumber: number): LocalDate => {
  const fromMarchZero = dayNumber + EPOCH;
  let marchYear = Math.floor(fromMarchZero / 365.2425);
  while (daysBeforeMarchYear(marchYear) > fromMarchZero) marchYear -= 1;
  while (daysBeforeMarchYear(marchYear + 1) <= fromMarchZero) marchYear += 1;
  const dayOfYear = fromMarchZero - daysBeforeMarchYear(marchYear);
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = month <= 2 ? marchYear + 1 : marchYear;
  if (!Number.isInteger(dayNumber) || year < 1 || year > 9999) throw new RangeError('date out of range');
  return dateOfParts({ year, month, day });
};
