/**
 * The completion window (art. 85(5), 184, 185): it begins with the minutes of execution (L-01), the day
 * after is day 1 (L-02), and it ends at 23:59:59 at the site. A period stated in the ruling wins, but
 * never past six months of 30 days.
 */
import type { DecideContext } from '../decider.ts';
import { addDays, momentAt, startOfDay, windowEnd } from '../time/index.ts';
import type { LocalDate, Moment } from '../time/moment.ts';
import { minutesLeft } from './completion.ts';
import type { JourneyEvent, JourneyEvents } from './events.ts';
import { today } from './handlers.ts';
import { nextPaceCheck } from './pace.ts';
import type { CommunityServiceCase } from './state.ts';

export const windowDaysOf = (
  completionDays: number | null,
  startedOn: LocalDate,
  context: Pick<DecideContext, 'policy'>,
): number => {
  const most = context.policy<number>('window_days', startedOn);
  return completionDays === null ? most : Math.min(completionDays, most);
};

export const windowEndOf = (
  found: CommunityServiceCase,
  startedOn: LocalDate,
  context: Pick<DecideContext, 'policy'>,
): Moment => windowEnd(startedOn, windowDaysOf(found.completionDays, startedOn, context), found.zone);

/** Warning points, days before the end, the farthest first. */
export const warningDaysOn = (date: LocalDate, context: DecideContext): number[] =>
  [...context.policy<readonly number[]>('window_warning_days', date)].sort((a, b) => b - a);

/**
 * A window set anew by a document (L-05): its warnings and pace checks begin again. Points that have
 * passed are raised as one at once (I.1), so that no timer is armed for a moment that may have fired.
 */
export function windowChanged(
  found: CommunityServiceCase,
  reason: JourneyEvents['WindowChanged']['reason'],
  windowEndsAt: Moment,
  context: DecideContext,
): JourneyEvent[] {
  const { caseId, zone } = found;
  const date = today(context, zone);
  const points = warningDaysOn(date, context);
  const passed = points.filter((point) => warningMoment(windowEndsAt, point).at <= context.now);
  const warned = passed.length > 0 && windowEndsAt.at > context.now && minutesLeft(found) > 0;
  return [
    {
      type: 'WindowChanged',
      data: {
        ...{ caseId, windowEndsAt, reason },
        warningDays: points.filter((point) => !passed.includes(point)),
        firstPaceCheckAt: nextPaceCheck(date, zone, context),
      },
    },
    ...(warned ? [warningRaised(found, passed, context)] : []),
  ];
}

const warningRaised = (
  found: CommunityServiceCase,
  points: readonly number[],
  context: DecideContext,
): JourneyEvent => ({
  type: 'WindowWarningRaised',
  data: { caseId: found.caseId, points, minutesLeft: minutesLeft(found) },
  occurredAt: momentAt(context.now, found.zone),
});

/** When a warning point is due: at the beginning of the day so many days before the window's last. */
export const warningMoment = (windowEndsAt: Moment, daysBefore: number): Moment =>
  startOfDay(addDays(windowEndsAt.date, -daysBefore), windowEndsAt.zone);
