/** Clock readings at a place: `YYYY-MM-DDTHH:MM`, seconds optional. */
import { dayNumberOf, isLocalDate } from './day-number.ts';
import type { LocalDate, LocalDateTime } from './moment.ts';

const CLOCK_SHAPE = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** True for a real date in the years 1900 to 2200 with a clock time 00:00 to 23:59:59. */
export const isLocalDateTime = (text: unknown): text is LocalDateTime =>
  typeof text === 'string' &&
  text[10] === 'T' &&
  isLocalDate(text.slice(0, 10)) &&
  CLOCK_SHAPE.test(text.slice(11));

/** The date part. */
export const dateOf = (reading: LocalDateTime): LocalDate => reading.slice(0, 10);

/**
 * Seconds since 1970-01-01T00:00 on the same wall clock.
 * @throws RangeError when the text is not a clock reading: user input is checked before.
 */
export const wallClockSeconds = (reading: LocalDateTime): number => {
  const clock = reading[10] === 'T' ? CLOCK_SHAPE.exec(reading.slice(11)) : null;
  if (clock === null) throw new RangeError('not a clock reading');
  const secondsOfDay = Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  return dayNumberOf(dateOf(reading)) * 86_400 + secondsOfDay;
};

/** Whole minutes from `start` to `end` on one wall clock, rounded down; negative if reversed. */
export const minutesBetween = (start: LocalDateTime, end: LocalDateTime): number =>
  Math.floor((wallClockSeconds(end) - wallClockSeconds(start)) / 60);
