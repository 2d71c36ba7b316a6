/**
 * The weekly look at the pace (I.7): minutes left, spread over the weeks left. A case is behind when it
 * needs more in a week than its plan gives, or, without a plan, more than the law lets anyone work.
 */
import type { DecideContext } from '../decider.ts';
import { addDays, daysBetween, momentAt, mondayAfter, startOfDay } from '../time/index.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import { minutesLeft } from './completion.ts';
import type { JourneyEvent } from './events.ts';
import { today } from './handlers.ts';
import { weeklyMinutes } from './slots.ts';
import type { CommunityServiceCase } from './state.ts';

const DAYS_PER_WEEK = 7;

/** The next check day after `date`; an outage of many weeks is followed by one check. */
export const nextPaceCheck = (date: LocalDate, zone: Zone, context: DecideContext): Moment => {
  const weekday = context.policy<number>('pace_check_weekday', date);
  const candidate = addDays(mondayAfter(addDays(date, -weekday + 1)), weekday - 1);
  return startOfDay(candidate, zone);
};

/** Minutes a week that are needed to work off `left` in so many days; all of them in a last, shorter week. */
export const neededPerWeek = (left: number, daysLeft: number): number =>
  daysLeft <= 0 ? left : Math.ceil((left * DAYS_PER_WEEK) / Math.max(daysLeft, DAYS_PER_WEEK));

/** One PaceChecked for a case in execution with hours to work; none otherwise. */
export function paceChecked(found: CommunityServiceCase, context: DecideContext): JourneyEvent[] {
  const { execution, zone, caseId, plan } = found;
  if (execution === null || execution.windowEndsAt === null) return [];
  if (found.stage !== 'RUNNING' && found.stage !== 'REPEAT') return [];
  const date = today(context, zone);
  const left = minutesLeft(found);
  const daysLeft = Math.max(0, daysBetween(date, execution.windowEndsAt.date));
  const required = neededPerWeek(left, daysLeft);
  const limit = context.policy<number>('daily_limit_minutes', date);
  const capacity = plan === null ? limit * DAYS_PER_WEEK : weeklyMinutes(plan.slots, limit);
  const lastDays = daysLeft < DAYS_PER_WEEK ? Math.min(capacity, limit * daysLeft) : capacity;
  return [
    {
      type: 'PaceChecked',
      data: {
        caseId,
        minutesLeft: left,
        daysLeft,
        requiredMinutesPerWeek: required,
        behind: required > lastDays,
        nextAt: nextPaceCheck(date, zone, context),
      },
      occurredAt: momentAt(context.now, zone),
    },
  ];
}
