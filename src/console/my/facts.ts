/** What a person wants to know of the own record, taken from it: where to be next, how much is left, what is coming. */
import { addDays, dayOfWeek } from '../../domain/time/local-date.ts';
import type { Instant, LocalDate, Zone } from '../../domain/time/moment.ts';
import { localDateTimeOf, momentAt } from '../../domain/time/moments.ts';

interface Moment {
  readonly at: Instant;
  readonly date: LocalDate;
  readonly zone: Zone;
}

interface Slot {
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
}

interface OwnCase {
  readonly caseId: string;
  readonly open: boolean;
  readonly zone: Zone;
  readonly office: string;
  readonly minutesLeft: number | null;
  readonly creditedMinutes: number;
  readonly orderedMinutes: number | null;
  readonly hold: unknown;
  readonly plan: {
    readonly siteId: string;
    readonly from: LocalDate;
    readonly slots: readonly Slot[];
  } | null;
  readonly execution: { readonly windowEndsAt: Moment | null } | null;
  readonly order: { readonly firstAppearanceAt: Moment | null } | null;
  readonly measure: {
    readonly siteId: string;
    readonly orderedMinutes: number;
    readonly doneMinutes: number;
  } | null;
}

/** What this page reads of `GET /api/v1/journeys/{id}`, as the person sees it. */
export interface OwnJourney {
  readonly diedOn: LocalDate | null;
  readonly cases: readonly OwnCase[];
  readonly training?: {
    readonly enrolments: readonly {
      readonly classId: string;
      readonly stage: string;
      readonly startsOn?: LocalDate | null;
      readonly endsOn?: LocalDate | null;
    }[];
  };
  readonly assessment?: {
    readonly assessments?: readonly { readonly testOn?: LocalDate | null; readonly stage: string }[];
  };
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
  if (measure !== null && measure !== undefined)
    return Math.max(0, measure.orderedMinutes - measure.doneMinutes);
  return minutesLeft;
}
