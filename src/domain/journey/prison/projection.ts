/**
 * What may lie ahead, for reading only: never binding, never an event (B-12, I-6, L-25). Each number comes from
 * a dated policy that the caller brings; what a decree says later stands, whatever was projected.
 */
import { addMonths } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { laterOf } from '../dates.ts';
import { earliestBySentence, goodBehaviourFrom, goodMonths } from './integration.ts';
import { hasEscaped } from './queries.ts';
import { CUSTODY } from './stage-moves.ts';
import type { IntegrationKind, PrisonCase } from './state.ts';

/** Value of a dated policy, in force on the date that the projection is about. */
export type PolicyLookup = <T>(name: string, on: LocalDate) => T;

export interface RemissionProjection {
  readonly projection: true;
  /** The next day of the general remission. */
  readonly on: LocalDate;
  /** null: none is to be expected, for the reason. */
  readonly months: number | null;
  readonly reason:
    | 'NOT_A_TERM'
    | 'NOT_HELD'
    | 'RELEASED_BEFORE'
    | 'DISCIPLINE'
    | 'SERVED_TOO_SHORT'
    | 'PRE_RELEASE_LEAVE'
    | null;
  /** First day on which no entry in Register F stands in the way; null where none does. */
  readonly cleanFrom: LocalDate | null;
}

/** The next day of the general remission, that day itself included. */
export function nextRemissionDay(onDate: LocalDate, policy: PolicyLookup): LocalDate {
  const day = policy<string>('general_remission_day', onDate);
  const year = Number(onDate.slice(0, 4));
  const thisYear = `${year}-${day}`;
  return onDate <= thisYear ? thisYear : `${year + 1}-${day}`;
}

/** Whole months from one date to another. */
function monthsServed(from: LocalDate, to: LocalDate): number {
  let months = 0;
  while (addMonths(from, months + 1) <= to) months += 1;
  return months;
}

/** B-10: by the year of remission; the first year also asks how long the person has served. */
function monthsOfYear(found: PrisonCase, on: LocalDate, policy: PolicyLookup): number | null {
  const year = found.generalRemissions + 1;
  if (year > 1) {
    const later = policy<readonly number[]>('general_remission_later_years', on);
    return later[Math.min(year - 2, later.length - 1)] ?? null;
  }
  const served = monthsServed(found.sentence.startedOn, on);
  const steps = policy<readonly (readonly [number, number])[]>('general_remission_first_year', on);
  return steps.findLast(([least]) => served >= least)?.[1] ?? null;
}

/**
 * General remission to be expected on the next 17 August (B-10). None with an entry in Register F in the
 * months before: an entry of 1 June keeps it away until 1 December, and an annulled one never did (S34).
 */
export function remissionProjection(
  found: PrisonCase,
  onDate: LocalDate,
  policy: PolicyLookup,
): RemissionProjection {
  const on = nextRemissionDay(onDate, policy);
  const cleanFrom = goodBehaviourFrom(found, policy<number>('remission_discipline_months', on));
  const none = (reason: RemissionProjection['reason']): RemissionProjection => ({
    ...{ projection: true, on, months: null, reason, cleanFrom },
  });
  if (found.sentence.kind !== 'TERM') return none('NOT_A_TERM');
  if (!CUSTODY.includes(found.stage) || hasEscaped(found)) return none('NOT_HELD');
  if (found.integration?.kind === 'CMB') return none('PRE_RELEASE_LEAVE');
  if (found.releaseOn < on) return none('RELEASED_BEFORE');
  if (cleanFrom !== null && on < cleanFrom) return none('DISCIPLINE');
  const months = monthsOfYear(found, on, policy);
  return months === null
    ? none('SERVED_TOO_SHORT')
    : { projection: true, on, months, reason: null, cleanFrom };
}

export interface IntegrationProjection {
  readonly projection: true;
  readonly kind: IntegrationKind;
  /** Earliest date by the dates of the SDP and by Register F; null where the sentence excludes it. */
  readonly from: LocalDate | null;
}

const KINDS: readonly IntegrationKind[] = ['ASSIMILATION', 'PB', 'CB', 'CMB'];

/** When asimilasi, PB, CB and CMB may come at the earliest: an entry in Register F moves them (I.6b). */
export function integrationProjection(
  found: PrisonCase,
  onDate: LocalDate,
  policyOn: PolicyLookup,
): readonly IntegrationProjection[] {
  const policy = <T>(name: string): T => policyOn<T>(name, onDate);
  const { months, days, kind: sentenceKind } = found.sentence;
  const tooLong = months + (days > 0 ? 1 : 0) > policy<number>('conditional_leave_most_months');
  return KINDS.map((kind) => {
    if (sentenceKind !== 'TERM' || (kind === 'CB' && tooLong)) return { projection: true, kind, from: null };
    const bySentence = earliestBySentence(found, kind, policy);
    const good = goodBehaviourFrom(found, goodMonths(kind, policy));
    return { projection: true, kind, from: good === null ? bySentence : laterOf(bySentence, good) };
  });
}
