/** Reminders that come back until something is done. */
import { addDays, daysBetween, endOfDay, type Instant, type Moment, momentAt } from '../time/index.ts';

/**
 * The next round after `dueAt`, strictly later than `now`: rounds missed in an outage are raised as one
 * and not as many.
 * @param days distance of two rounds, at least 1.
 */
export const nextRound = (dueAt: Moment, days: number, now: Instant): Moment => {
  const step = Math.max(1, days);
  const missed = Math.floor(Math.max(0, daysBetween(dueAt.date, momentAt(now, dueAt.zone).date)) / step);
  const candidate = endOfDay(addDays(dueAt.date, Math.max(1, missed) * step), dueAt.zone);
  return candidate.at > now ? candidate : endOfDay(addDays(candidate.date, step), dueAt.zone);
};
