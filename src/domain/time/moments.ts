/** From a clock reading at a place to an absolute instant, and back. */
import { instantMilliseconds, instantOf } from './instant.ts';
import { addDays } from './local-date.ts';
import { dateOf, wallClockSeconds } from './local-date-time.ts';
import type { Instant, LocalDate, LocalDateTime, Moment, Zone } from './moment.ts';

/** Hours ahead of UTC. Fixed: Indonesia has no summer time. */
export const ZONE_OFFSET_HOURS: { readonly [zone in Zone]: number } = { WIB: 7, WITA: 8, WIT: 9 };

export const ZONES: readonly Zone[] = ['WIB', 'WITA', 'WIT'];

const offsetMilliseconds = (zone: Zone): number => ZONE_OFFSET_HOURS[zone] * 3_600_000;

/** The moment at which clocks in `zone` show `reading`. */
export const momentOf = (reading: LocalDateTime, zone: Zone): Moment => ({
  at: instantOf(wallClockSeconds(reading) * 1000 - offsetMilliseconds(zone)),
  date: dateOf(reading),
  zone,
});

/** The moment of an instant, seen from `zone`. */
export const momentAt = (instant: Instant, zone: Zone): Moment => ({
  at: instant,
  date: instantOf(instantMilliseconds(instant) + offsetMilliseconds(zone)).slice(0, 10),
  zone,
});

/** What clocks at the place of the moment show, to the second: `2026-09-28T23:59:59`. */
export const localDateTimeOf = (moment: Moment): LocalDateTime =>
  instantOf(instantMilliseconds(moment.at) + offsetMilliseconds(moment.zone)).slice(0, 19);

export const startOfDay = (date: LocalDate, zone: Zone): Moment => momentOf(`${date}T00:00:00`, zone);

/** 23:59:59.000 local time: the last second that a period ending on `date` contains. */
export const endOfDay = (date: LocalDate, zone: Zone): Moment => momentOf(`${date}T23:59:59`, zone);

/** 23:59:59 local time on `startDate` + `days`: the day after the start is day 1 (A-08, L-02). */
export const windowEnd = (startDate: LocalDate, days: number, zone: Zone): Moment =>
  endOfDay(addDays(startDate, days), zone);
