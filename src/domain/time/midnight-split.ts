import { addDays } from './local-date.ts';
import { dateOf, minutesBetween, wallClockSeconds } from './local-date-time.ts';
import type { LocalDate, LocalDateTime } from './moment.ts';

/** The part of a session that lies on one calendar date. */
export interface DayPart {
  readonly date: LocalDate;
  /** Whole minutes, rounded down. */
  readonly minutes: number;
  readonly start: LocalDateTime;
  /** Midnight belongs to the next date: a part that lasts until midnight ends on `<next date>T00:00`. */
  readonly end: LocalDateTime;
}

/**
 * Cuts a session at each local midnight, because the eight-hour limit counts per date.
 * Empty when `end` is not later than `start`: callers refuse that before.
 */
export const splitAtMidnight = (start: LocalDateTime, end: LocalDateTime): DayPart[] => {
  const parts: DayPart[] = [];
  let from = start;
  while (wallClockSeconds(from) < wallClockSeconds(end)) {
    const date = dateOf(from);
    const midnight = `${addDays(date, 1)}T00:00`;
    const to = wallClockSeconds(end) <= wallClockSeconds(midnight) ? end : midnight;
    parts.push({ date, minutes: minutesBetween(from, to), start: from, end: to });
    from = to;
  }
  return parts;
};
