/** Clock readings of a session as a site tells them: a departure after midnight, a break, what would count. */
import type { Break } from '../../domain/journey/commands.ts';
import { partsOf, timesProblem, totalMinutes } from '../../domain/journey/sessions/parts.ts';
import { addDays, dateOf, wallClockSeconds } from '../../domain/time/index.ts';
import type { LocalDate, LocalDateTime } from '../../domain/time/moment.ts';

const pad = (part: number): string => String(part).padStart(2, '0');

/** `2026-03-30` and `8:05`, `08.05` or `08:05`; undefined where that is no time of the day. */
export function readingOf(date: LocalDate, clock: string): LocalDateTime | undefined {
  const [, hour, minute] = /^\s*([0-2]?\d)[:.]([0-5]\d)\s*$/.exec(clock) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 23) return undefined;
  return `${date}T${pad(Number(hour))}:${minute}`;
}

/** The departure that a clock time means: the next one after the arrival, or the very minute, never a day later. */
export function departure(start: LocalDateTime, clock: string): LocalDateTime | undefined {
  const sameDay = readingOf(dateOf(start), clock);
  if (sameDay === undefined || sameDay >= start) return sameDay;
  return readingOf(addDays(dateOf(start), 1), clock);
}

const NOON = 'T12:00';
const MINUTE = 60;

/** A break of which only the length is told: at noon where that fits, else in the middle. */
export function breaksOf(start: LocalDateTime, end: LocalDateTime, minutes: number): Break[] {
  if (minutes <= 0) return [];
  const from = wallClockSeconds(start);
  const length = wallClockSeconds(end) - from;
  const spare = length - minutes * MINUTE;
  if (spare < 0) return [{ start, end }];
  const noon = wallClockSeconds(`${dateOf(start)}${NOON}`) - from;
  const middle = Math.floor(spare / 2 / MINUTE) * MINUTE;
  const begins = noon >= 0 && noon <= spare ? noon : middle;
  return [{ start: later(start, begins / MINUTE), end: later(start, begins / MINUTE + minutes) }];
}

function later(reading: LocalDateTime, minutes: number): LocalDateTime {
  const ofDay = Number(reading.slice(11, 13)) * MINUTE + Number(reading.slice(14, 16)) + minutes;
  const date = addDays(dateOf(reading), Math.floor(ofDay / (24 * MINUTE)));
  const rest = ofDay % (24 * MINUTE);
  return `${date}T${pad(Math.floor(rest / MINUTE))}:${pad(rest % MINUTE)}`;
}

/** What would be worked, breaks taken off; 0 where the times cannot be true. */
export function workedMinutes(
  start: LocalDateTime,
  end: LocalDateTime,
  breakMinutes: number,
  breakUncreditedMinutes: number,
): number {
  const times = { start, end, breaks: breaksOf(start, end, breakMinutes) };
  if (timesProblem(times) !== undefined) return 0;
  return totalMinutes(partsOf(times, breakUncreditedMinutes));
}
