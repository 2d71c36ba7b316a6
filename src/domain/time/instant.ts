/** Absolute instants. Text with a fixed width, so that they also sort as text. */
import { dateOfDayNumber } from './day-number.ts';
import { isLocalDateTime, wallClockSeconds } from './local-date-time.ts';
import type { Instant } from './moment.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** True for `YYYY-MM-DDTHH:MM:SS.mmmZ` in the years 1900 to 2200, and nothing else. */
export const isInstant = (text: unknown): text is Instant =>
  typeof text === 'string' && /^.{19}\.\d{3}Z$/.test(text) && isLocalDateTime(text.slice(0, 19));

/** Milliseconds since 1970-01-01T00:00:00.000Z. @throws RangeError when the text is not an instant. */
export const instantMilliseconds = (instant: Instant): number => {
  if (!/^.{19}\.\d{3}Z$/.test(instant)) throw new RangeError('not an instant');
  return wallClockSeconds(instant.slice(0, 19)) * 1000 + Number(instant.slice(20, 23));
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Inverse of {@link instantMilliseconds}. @throws RangeError outside the years 0001 to 9999. */
export const instantOf = (milliseconds: number): Instant => {
  const dayNumber = Math.floor(milliseconds / MILLISECONDS_PER_DAY);
  const ofDay = milliseconds - dayNumber * MILLISECONDS_PER_DAY;
  const seconds = Math.floor(ofDay / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const fraction = String(ofDay - seconds * 1000).padStart(3, '0');
  return `${dateOfDayNumber(dayNumber)}T${clock.map(twoDigits).join(':')}.${fraction}Z`;
};

/** Negative when `left` is earlier, 0 when equal, positive when later. */
export const compareInstants = (left: Instant, right: Instant): number =>
  instantMilliseconds(left) - instantMilliseconds(right);
