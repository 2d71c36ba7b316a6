/** Days, zones and working days: everything the law counts time with. Pure, no clock is read. */
export type { Age, AgeNow } from './age.ts';
export { ageOn, yearsAt } from './age.ts';
export { EARLIEST_YEAR, isLocalDate, LATEST_YEAR } from './day-number.ts';
export { isAhead } from './device-clock.ts';
export { compareInstants, instantMilliseconds, instantOf, isInstant } from './instant.ts';
export type { Weekday } from './local-date.ts';
export { addDays, addMonths, addYears, dayOfWeek, daysBetween, mondayAfter } from './local-date.ts';
export { dateOf, isLocalDateTime, minutesBetween, wallClockSeconds } from './local-date-time.ts';
export type { DayPart } from './midnight-split.ts';
export { splitAtMidnight } from './midnight-split.ts';
export type { Instant, LocalDate, LocalDateTime, Moment, Zone } from './moment.ts';
export {
  endOfDay,
  localDateTimeOf,
  momentAt,
  momentOf,
  startOfDay,
  windowEnd,
  ZONE_OFFSET_HOURS,
  ZONES,
} from './moments.ts';
export { addWorkingDays, isWorkingDay } from './working-days.ts';
