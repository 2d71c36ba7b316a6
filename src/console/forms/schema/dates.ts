/** Dates and clock times as people write them. */
import { isLocalDate } from '../../../domain/time/day-number.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'januari', 'january'],
  ['feb', 'februari', 'february', 'pebruari'],
  ['mar', 'maret', 'march'],
  ['apr', 'april'],
  ['mei', 'may'],
  ['jun', 'juni', 'june'],
  ['jul', 'juli', 'july'],
  ['agu', 'agt', 'ags', 'agustus', 'aug', 'august'],
  ['sep', 'sept', 'september'],
  ['okt', 'oktober', 'oct', 'october'],
  ['nov', 'november', 'nopember'],
  ['des', 'desember', 'dec', 'december'],
];

const two = (number: number | string): string => String(number).padStart(2, '0');

/** `3`, `03`, `Maret`: 3. */
export function monthNumber(text: string): number | undefined {
  const found = MONTHS.findIndex((names) => names.includes(text.toLowerCase().replace(/\.$/, '')));
  if (found >= 0) return found + 1;
  return /^(?:0?[1-9]|1[0-2])$/.test(text) ? Number(text) : undefined;
}

/** @returns `2026-03-30`, or undefined where it is no date. */
export function dateFromBoxes(day: string, month: string, year: string): string | undefined {
  const number = monthNumber(month);
  if (number === undefined || !/^\d{1,2}$/.test(day) || !/^\d{4}$/.test(year)) return undefined;
  const date = `${year}-${two(number)}-${two(day)}`;
  return isLocalDate(date) ? date : undefined;
}

/** `2026-03-30`, `30/3/2026`, `30 Maret 2026`, as pasted into one box. */
export function dateFromText(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  if (iso !== null) return dateFromBoxes(iso[3]!, iso[2]!, iso[1]!);
  const parts = text.trim().split(/[\s/.,-]+/);
  if (parts.length !== 3) return undefined;
  return dateFromBoxes(parts[0]!, parts[1]!, parts[2]!);
}

/** `8`, `08.00`, `8:05`, `08:00:30`: as the record writes it. */
export function clockFromText(text: string): string | undefined {
  const found = /^(\d{1,2})(?:[.:](\d{2})(?:[.:](\d{2}))?)?$/.exec(text.trim());
  if (found === null) return undefined;
  const [, hour, minute = '00', second] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  return `${two(hour!)}:${minute}${second === undefined ? '' : `:${second}`}`;
}
