/**
 * The release watch: 60, 30 and 14 days before the release date, training and certification hear of it (I.7).
 * Every change of the date arms it anew; points that have passed come as one (I.1), so that no timer is armed
 * for a moment that may have fired.
 */
import type { DecideContext } from '../../decider.ts';
import { addDays, endOfDay, momentAt, startOfDay } from '../../time/index.ts';
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { JourneyEvent, JourneyEvents } from '../events.ts';
import { today } from '../handlers.ts';
import type { ReleaseDateReason } from './commands.ts';
import type { PrisonCase } from './state.ts';

/** When a point is due: at the beginning of the day so many days before the release. */
export const watchMoment = (releaseOn: LocalDate, daysBefore: number, zone: Zone): Moment =>
  startOfDay(addDays(releaseOn, -daysBefore), zone);

interface Watch {
  readonly ahead: readonly number[];
  readonly passed: readonly number[];
}

/** Points ahead of now and points that have passed, the farthest first. */
export function watchOf(releaseOn: LocalDate, zone: Zone, context: DecideContext): Watch {
  const points = [...context.policy<readonly number[]>('release_watch_days', today(context, zone))];
  const isAhead = (point: number) => watchMoment(releaseOn, point, zone).at > context.now;
  const sorted = points.sort((a, b) => b - a);
  return { ahead: sorted.filter(isAhead), passed: sorted.filter((point) => !isAhead(point)) };
}

/** One event for all points that have passed; none where the release date itself has. */
export function passedPoints(
  { caseId, facility, zone }: Pick<PrisonCase, 'caseId' | 'facility' | 'zone'>,
  releaseOn: LocalDate,
  points: readonly number[],
  context: DecideContext,
): JourneyEvent[] {
  if (points.length === 0 || releaseOn < today(context, zone)) return [];
  return [
    {
      type: 'ReleaseWatchRaised',
      data: { caseId, points, releaseOn, facility },
      occurredAt: momentAt(context.now, zone),
    },
  ];
}

/** A new release date by a paper, with the watch that follows from it; nothing where it stays. */
export function releaseDateMoved(
  found: PrisonCase,
  to: LocalDate,
  reason: ReleaseDateReason,
  context: DecideContext,
): JourneyEvent[] {
  const { caseId, facility, releaseOn: from, zone } = found;
  if (to === from) return [];
  const { ahead, passed } = watchOf(to, zone, context);
  const data: JourneyEvents['ReleaseDateChanged'] = {
    ...{ caseId, from, to, reason, facility },
    watchDays: ahead,
  };
  const endsAt = endOfDay(to, zone);
  // A date that is over already is told at once: the timer of that very date may have fired before.
  const overdue: JourneyEvent[] =
    endsAt.at > context.now
      ? []
      : [
          {
            type: 'ReleaseOverdue',
            data: { caseId, releaseOn: to },
            occurredAt: momentAt(context.now, zone),
          },
        ];
  return [{ type: 'ReleaseDateChanged', data }, ...passedPoints(found, to, passed, context), ...overdue];
}
