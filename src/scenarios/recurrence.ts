/** `setiap hari kerja dari … sampai …, kecuali …`: one line for many days. */
import { addDays, dayOfWeek } from '../domain/time/local-date.ts';
import type { LocalDate, LocalDateTime } from '../domain/time/moment.ts';
import { type ClockRange, dateFrom, readingOf, spanOn } from './time-words.ts';
import { EVERY_DAY, WEEKDAY_WORDS, WORKING_WEEK } from './words.ts';
import type { Field, Fields } from './yaml-fields.ts';

export interface Occurrence {
  readonly date: LocalDate;
  readonly range: ClockRange | null;
  /** When it is recorded: at the end of the work, or at 17:00 where no hours are given. */
  readonly at: LocalDateTime;
}

const RECORDED_AT = '17:00';
/** Longer than any window with its repeat; more is a mistyped year. */
const MOST_DAYS = 800;

/** null where the step does not repeat. */
export function occurrencesFrom(fields: Fields, range: ClockRange | null): Occurrence[] | null {
  const every = fields.optional('setiap');
  const first = fields.optional('dari');
  const last = fields.optional('sampai');
  const except = fields.optional('kecuali');
  if (every === null) {
    const lonely = first ?? last ?? except;
    if (lonely !== null)
      throw lonely.problem('hanya berlaku bersama "setiap"', 'Tambahkan "setiap: hari kerja".');
    return null;
  }
  const weekdays = weekdaysFrom(every);
  const from = dateFrom(fields.required('dari', '2026-03-30'));
  const until = dateFrom(fields.required('sampai', '2026-05-12'));
  const skipped = new Set((except?.oneOrMore() ?? []).map(dateFrom));
  const occurrences: Occurrence[] = [];
  for (let date = from, days = 0; date <= until; date = addDays(date, 1), days += 1) {
    if (days > MOST_DAYS) throw every.problem(`lebih dari ${MOST_DAYS} hari`, 'Periksa tahun pada "sampai".');
    if (!weekdays.has(dayOfWeek(date)) || skipped.has(date)) continue;
    const at = range === null ? readingOf(date, RECORDED_AT) : spanOn(date, range).end;
    occurrences.push({ date, range, at });
  }
  if (occurrences.length === 0)
    throw every.problem('tidak ada hari yang cocok', 'Periksa "dari", "sampai", "kecuali".');
  return occurrences;
}

export function weekdaysFrom(field: Field): ReadonlySet<number> {
  const days = new Set<number>();
  for (const item of field.oneOrMore()) {
    const word = item.text().toLowerCase();
    if (word === WORKING_WEEK) for (const day of [1, 2, 3, 4, 5]) days.add(day);
    else if (word === EVERY_DAY) for (const day of [1, 2, 3, 4, 5, 6, 7]) days.add(day);
    else days.add(item.oneOf(WEEKDAY_WORDS));
  }
  return days;
}
