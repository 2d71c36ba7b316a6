/** How far the clock of a device may be from ours. */
import { instantMilliseconds } from './instant.ts';
import type { Instant } from './moment.ts';

/** A device's clock may run ahead of ours by this much without its reading being called the future. */
export const CLOCK_TOLERANCE_MINUTES = 5;

/** Whether `reading` lies further ahead of `now` than a wrong clock explains. */
export const isAhead = (reading: Instant, now: Instant): boolean =>
  reading > now && instantMilliseconds(reading) - instantMilliseconds(now) > CLOCK_TOLERANCE_MINUTES * 60_000;
