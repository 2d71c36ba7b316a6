/** What a person wants to know of the own record, taken from it: where to be next, how much is left, what is coming. */
import { TEST_AHEAD } from '../../domain/journey/assessment/stage-moves.ts';
import type { Assessment } from '../../domain/journey/assessment/state.ts';
import type { CommunityServiceCase } from '../../domain/journey/state.ts';
import { addDays, dayOfWeek } from '../../domain/time/local-date.ts';
import type { Instant, LocalDate, Zone } from '../../domain/time/moment.ts';
import { localDateTimeOf, momentAt } from '../../domain/time/moments.ts';

type OwnCase = Pick<
  CommunityServiceCase,
  'caseId' | 'zone' | 'office' | 'hold' | 'plan' | 'execution' | 'measure'
> & {
  readonly open: boolean;
  readonly minutesLeft: number | null;
};

type OwnAssessment = Pick<Assessment, 'stage' | 'zone' | 'attempts'>;

/** What this page reads of `GET /api/v1/journeys/{id}`: shapes of the record itself, so that nothing else is asked for. */
export interface OwnJourney {
  readonly cases: readonly OwnCase[];
  readonly assessment?: { readonly assessments: readonly OwnAssessment[] };
}

/** A place, and when to be there on its own clock. */
export interface Appearance {
  readonly caseId: string;
  readonly siteId: string;
  readonly date: LocalDate;
  readonly start: string;
  readonly end: string;
  readonly zone: Zone;
}

/** Closed days of a site are seldom more than a week in a row; beyond two months nothing is promised. */
const DAYS_AHEAD = 62;

/**
 * The next time that a plan asks a person to come. A day whose hours have begun still counts until they end.
 *
 * @param isOpen whether the site works on that day, as far as anybody knows today.
 */
export function nextAppearance(
  found: OwnCase,
  now: Instant,
  isOpen: (siteId: string, date: LocalDate) => boolean,
): Appearance | undefined {
  const { plan, zone, hold, open, caseId, minutesLeft } = found;
  if (plan === null || !open || hold !== null || minutesLeft === 0) return undefined;
  const here = localDateTimeOf(momentAt(now, zone));
  const [today, clock] = [here.slice(0, 10), here.slice(11, 16)];
  const first = plan.from > today ? plan.from : today;
  const last = addDays(today, DAYS_AHEAD);
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (!isOpen(plan.siteId, date)) continue;
    const slot = plan.slots
      .filter(({ weekday, end }) => weekday === dayOfWeek(date) && (date > today || end > clock))
      .sort((one, other) => (one.start < other.start ? -1 : 1))[0];
    if (slot !== undefined) {
      return { caseId, siteId: plan.siteId, date, start: slot.start, end: slot.end, zone };
    }
  }
  return undefined;
}

/** What is left of one case, in minutes; of a training measure what was ordered and not yet done. */
export function minutesToGo({ minutesLeft, measure }: OwnCase): number | null {
  if (measure !== null) return Math.max(0, measure.orderedMinutes - measure.doneMinutes);
  return minutesLeft;
}

/** The day of the next test of competence, where one is set: in the zone of the test, today's still counts. */
export function nextTestOn({ assessment }: OwnJourney, now: Instant): LocalDate | undefined {
  const dates = (assessment?.assessments ?? []).flatMap(({ stage, zone, attempts }) => {
    const on = TEST_AHEAD.includes(stage) ? attempts.at(-1)?.test?.on : undefined;
    return on !== undefined && on >= momentAt(now, zone).date ? [on] : [];
  });
  return dates.sort()[0];
}
