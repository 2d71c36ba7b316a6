/** Dates and clock times as a scenario file writes them. */

import { isLocalDate } from '../domain/time/day-number.ts';
import { addDays } from '../domain/time/local-date.ts';
import { isLocalDateTime } from '../domain/time/local-date-time.ts';
import type { LocalDate, LocalDateTime } from '../domain/time/moment.ts';
import type { Field } from './yaml-fields.ts';

/** From one clock time to another; the later one may fall on the next date. */
export interface ClockRange {
  readonly from: string;
  readonly to: string;
}

export function dateFrom(field: Field): LocalDate {
  const text = field.text();
  if (!isLocalDate(text)) {
    throw field.problem(`"${text}" bukan tanggal`, 'Tulis tahun-bulan-hari, misalnya 2026-03-30.');
  }
  return text;
}

/** `2026-03-30 08:00`, seconds optional. A date alone is not enough: the law counts by the clock. */
export function dateTimeFrom(field: Field): LocalDateTime {
  const text = field.text().replace(/^(\S{10})\s+/, '$1T');
  if (!isLocalDateTime(text)) {
    throw field.problem(
      `"${field.text()}" bukan tanggal dan jam`,
      'Tulis tanggal dan jam setempat, misalnya 2026-03-30 08:00.',
    );
  }
  return text;
}

const CLOCK = '(?:[01]\\d|2[0-3])[:.][0-5]\\d';
const RANGE = new RegExp(`^(${CLOCK})\\s*(?:-|–|sampai)\\s*(${CLOCK})$`);

/** `08:00-16:00` or `08.00 sampai 16.00`. */
export function clockRangeFrom(field: Field): ClockRange {
  const found = RANGE.exec(field.text());
  if (found === null) {
    throw field.problem(`"${field.text()}" bukan rentang jam`, 'Contoh: 08:00-12:00.');
  }
  return { from: found[1]!.replace('.', ':'), to: found[2]!.replace('.', ':') };
}

export const readingOf = (date: LocalDate, clock: string): LocalDateTime => `${date}T${clock}`;

/** A range that starts on `date`; where it ends earlier than it starts, it ends on the next date. */
export function spanOn(date: LocalDate, range: ClockRange): { start: LocalDateTime; end: LocalDateTime } {
  const endDate = range.to > range.from ? date : addDays(date, 1);
  return { start: readingOf(date, range.from), end: readingOf(endDate, range.to) };
}

/** A break inside a session: after midnight where the session began on the evening before. */
export function breakWithin(date: LocalDate, session: ClockRange, pause: ClockRange) {
  const startDate = pause.from >= session.from ? date : addDays(date, 1);
  return spanOn(startDate, pause);
}
