/** How dates, times and amounts are written on Indonesian papers. */
import { partsOf } from '../domain/time/day-number.ts';
import { dayOfWeek } from '../domain/time/local-date.ts';
import type { LocalDate, LocalDateTime, Moment } from '../domain/time/moment.ts';
import { localDateTimeOf } from '../domain/time/moments.ts';

const DAYS = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
  ' ',
);

/** `30 Maret 2026`. */
export function dateInWords(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `Senin, 30 Maret 2026`. */
export const dayAndDate = (date: LocalDate): string => `${DAYS[dayOfWeek(date) - 1]}, ${dateInWords(date)}`;

/** `08.00`: hours and minutes are parted by a dot. */
export const clockInWords = (reading: LocalDateTime): string => reading.slice(11, 16).replace(':', '.');

/** `Senin, 30 Maret 2026, pukul 08.05 WIB`. */
export const momentInWords = (moment: Moment): string =>
  `${dayAndDate(moment.date)}, pukul ${clockInWords(localDateTimeOf(moment))} ${moment.zone}`;

/** `3 jam 30 menit`. */
export function durationInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** `Rp10.000.000`. */
export const rupiahInWords = (rupiah: number): string =>
  `Rp${String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.')}`;

/** `Medan, 30 Maret 2026`: letters name the town, without what kind of regency it is. */
export const placeAndDate = (regency: string, date: LocalDate): string =>
  `${regency.replace(/^(?:Kota|Kabupaten)(?: Administrasi)? /, '')}, ${dateInWords(date)}`;
