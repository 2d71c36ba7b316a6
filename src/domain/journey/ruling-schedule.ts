/**
 * The ruling's own hours per day and days per week (art. 85(9)(b)). They bind whoever plans: a plan above
 * them is refused. They do not bind the credit, whose limit is the law's eight hours (art. 85(5)): hours
 * that were worked beyond them are credited, and a warning says so.
 */
import { refuseWith } from '../law/refusals.ts';
import type { Slot } from './commands.ts';
import type { Refused } from './handlers.ts';
import { weekdayMinutes } from './slots.ts';
import type { CommunityServiceCase } from './state.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export function scheduleRefusal(
  { hoursPerDay, daysPerWeek }: CommunityServiceCase,
  slots: readonly Slot[],
): Refused | undefined {
  const longest = Math.max(...WEEKDAYS.map((weekday) => weekdayMinutes(slots, weekday))) / 60;
  if (hoursPerDay !== null && longest > hoursPerDay) {
    const planned = Math.round(longest * 100) / 100;
    return refuseWith('RULING_SCHEDULE', { field: 'hoursPerDay', planned, limit: hoursPerDay });
  }
  // A night belongs to the day on which it begins.
  const days = new Set(slots.map(({ weekday }) => weekday)).size;
  return daysPerWeek !== null && days > daysPerWeek
    ? refuseWith('RULING_SCHEDULE', { field: 'daysPerWeek', planned: days, limit: daysPerWeek })
    : undefined;
}
