/** How times, dates and amounts are said in both languages: dates in words, hours as "3 jam 30 menit", the zone named. */
import { partsOf } from '../../domain/time/day-number.ts';
import { dayOfWeek } from '../../domain/time/local-date.ts';
import type { Instant, LocalDate, LocalDateTime, Moment, Zone } from '../../domain/time/moment.ts';
import { localDateTimeOf, momentAt } from '../../domain/time/moments.ts';
import type { Language } from './words.ts';

const DAYS: { readonly [L in Language]: readonly string[] } = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS: { readonly [L in Language]: readonly string[] } = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** `30 Maret 2026`, `30 March 2026`. */
export function dateInWords(language: Language, date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[language][month - 1]} ${year}`;
}

/** `Senin, 30 Maret 2026`. */
export const dayAndDate = (language: Language, date: LocalDate): string =>
  `${weekdayName(language, dayOfWeek(date))}, ${dateInWords(language, date)}`;

/** @param weekday 1 = Monday … 7 = Sunday. */
export const weekdayName = (language: Language, weekday: number): string =>
  DAYS[language][weekday - 1] ?? String(weekday);

/** `08.05` in Indonesian, `08:05` in English; 24 hours. */
export const clockInWords = (language: Language, reading: LocalDateTime): string =>
  language === 'id' ? reading.slice(11, 16).replace(':', '.') : reading.slice(11, 16);

/** `Senin, 30 Maret 2026, pukul 08.05`: a clock reading at the site, whose zone stands beside it. */
export const readingInWords = (language: Language, reading: LocalDateTime): string =>
  `${dayAndDate(language, reading.slice(0, 10))}${language === 'id' ? ', pukul ' : ', '}${clockInWords(language, reading)}`;

/** `Senin, 30 Maret 2026, pukul 08.05 WIB`. */
export const momentInWords = (language: Language, moment: Moment): string =>
  `${readingInWords(language, localDateTimeOf(moment))} ${moment.zone}`;

/** An instant on the clock of a zone, with the zone's name. Databases write seconds where the domain writes milliseconds. */
export const instantInWords = (language: Language, instant: Instant, zone: Zone): string =>
  momentInWords(language, momentAt(new Date(instant).toISOString(), zone));

/** `3 jam 30 menit`, `3 hours 30 minutes`, `0 menit`. Never a bare number. */
export function durationInWords(language: Language, minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const parts = [
    ...(hours === 0 ? [] : [countInWords(language, hours, { id: 'jam', en: ['hour', 'hours'] })]),
    ...(rest === 0 && hours !== 0
      ? []
      : [countInWords(language, rest, { id: 'menit', en: ['minute', 'minutes'] })]),
  ];
  return sign + parts.join(' ');
}

export interface Counted {
  readonly id: string;
  /** Singular and plural. */
  readonly en: readonly [string, string];
}

/** `1 hari`, `1 day`, `12 days`. */
export const countInWords = (language: Language, count: number, what: Counted): string =>
  `${wholeInWords(language, count)} ${language === 'id' ? what.id : what.en[Math.abs(count) === 1 ? 0 : 1]}`;

/** Thousands apart as each language writes them: `12.345`, `12,345`. */
export const wholeInWords = (language: Language, count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, language === 'id' ? '.' : ',');

/** `Rp10.000.000`: as written in Indonesia, in both languages. */
export const rupiahInWords = (rupiah: number): string => `Rp${wholeInWords('id', rupiah)}`;
