/**
 * The completion window (art. 85(5), 184, 185): it begins with the minutes of execution (L-01), the day
 * after is day 1 (L-02), and it ends at 23:59:59 at the site. A period stated in the ruling wins, but
 * never past six months of 30 days.
 */
import type { DecideContext } from '../decider.ts';
import { addDays, startOfDay, windowEnd } from '../time/index.ts';
import type { LocalDate, Moment } from '../time/moment.ts';
import type { JourneyEvents } from './events.ts';
import { today } from './handlers.ts';
import { nextPaceCheck } from './pace.ts';
import type { CommunityServiceCase } from './state.ts';

export const windowDaysOf = (
  completionDays: number | null,
  startedOn: LocalDate,
  context: DecideContext,
): number => {
  const most = context.policy<number>('window_days', startedOn);
  return completionDays === null ? most : Math.min(completionDays, most);
};

export const windowEndOf = (
  found: CommunityServiceCase,
  startedOn: LocalDate,
  context: DecideContext,
): Moment => windowEnd(startedOn, windowDaysOf(found.completionDays, startedOn, context), found.zone);

/** Warning points, days before the end, the farthest first. */
export const warningDaysOn = (date: LocalDate, context: DecideContext): number[] =>
  [...context.policy<readonly number[]>('window_warning_days', date)].sort((a, b) => b - a);

/** A window set anew by a document (L-05): its warnings and pace checks begin again. */
export function windowChanged(
  found: CommunityServiceCase,
  reason: JourneyEvents['WindowChanged']['reason'],
  windowEndsAt: Moment,
  context: DecideContext,
): { type: 'WindowChanged'; data: JourneyEvents['WindowChanged'] } {
  const date = today(context, found.zone);
  return {
    type: 'WindowChanged',
    data: {
      caseId: found.caseId,
      windowEndsAt,
      reason,
      warningDays: warningDaysOn(date, context),
      firstPaceCheckAt: nextPaceCheck(date, found.zone, context),
    },
  };
}

/** When a warning point is due: at the beginning of the day so many days before the window's last. */
export const warningMoment = (windowEndsAt: Moment, daysBefore: number): Moment =>
  startOfDay(addDays(windowEndsAt.date, -daysBefore), windowEndsAt.zone);
