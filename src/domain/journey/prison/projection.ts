/**
 * What may lie ahead, for reading only: never binding, never an event (B-12, I-6, L-25). Each number comes from
 * a dated policy that the caller brings; what a decree says later stands, whatever was projected.
 */
import { addMonths } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { laterOf } from '../dates.ts';
import {
  behavesFrom,
  earliestBySentence,
  goodBehaviourFrom,
  isTooLongForLeave,
  type Rules,
} from './integration.ts';
import { hasEscaped } from './queries.ts';
import { CUSTODY } from './stage-moves.ts';
import type { IntegrationKind, PrisonCase } from './state.ts';

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
export function nextRemissionDay(onDate: LocalDate, rules: Rules): LocalDate {
  const day = rules.policy<string>('general_remission_day', onDate);
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

type Steps = readonly (readonly [number, number])[];

/** The first remission asks how long the person has served, later ones which it is (B-10). */
function amountOf(
  { sentence, generalRemissions }: PrisonCase,
  on: LocalDate,
  steps: Steps,
  later: readonly number[],
): number | null {
  const year = generalRemissions + 1;
  if (year > 1) return later[Math.min(year - 2, later.length - 1)] ?? null;
  const served = monthsServed(sentence.startedOn, on);
  return steps.findLast(([least]) => served >= least)?.[1] ?? null;
}

const generalMonths = (found: PrisonCase, on: LocalDate, rules: Rules): number | null =>
  amountOf(
    found,
    on,
    rules.policy<Steps>('general_remission_first_year', on),
    rules.policy<readonly number[]>('general_remission_later_years', on),
  );

/** Days of a special remission on the main holiday of the person's religion, which nobody records here (B-10). */
const specialDays = (found: PrisonCase, on: LocalDate, rules: Rules): number | null =>
  amountOf(
    found,
    on,
    rules.policy<Steps>('special_remission_first_year', on),
    rules.policy<readonly number[]>('special_remission_later_years', on),
  );

/**
 * General remission to be expected on the next 17 August (B-10). None with an entry in Register F in the
 * months before: an entry of 1 June keeps it away until 1 December, and an annulled one never did (S34).
 */
export function remissionProjection(found: PrisonCase, onDate: LocalDate, rules: Rules): RemissionProjection {
  const on = nextRemissionDay(onDate, rules);
  const { reason, cleanFrom } = obstacle(found, on, rules);
  const months = reason === null ? generalMonths(found, on, rules) : null;
  const short = reason === null && months === null ? 'SERVED_TOO_SHORT' : reason;
  return { projection: true, on, months, reason: short, cleanFrom };
}

/** The same for a special remission on a date that the reader names: days, or null where none is to be expected. */
export const specialRemissionProjection = (
  found: PrisonCase,
  on: LocalDate,
  rules: Rules,
): { readonly projection: true; readonly on: LocalDate; readonly days: number | null } => ({
  projection: true,
  on,
  days: obstacle(found, on, rules).reason === null ? specialDays(found, on, rules) : null,
});

/** What keeps any remission away on a date (B-10). */
function obstacle(
  found: PrisonCase,
  on: LocalDate,
  rules: Rules,
): Pick<RemissionProjection, 'reason' | 'cleanFrom'> {
  const months = rules.policy<number>('remission_discipline_months', on);
  const cleanFrom = goodBehaviourFrom(found, months);
  const because = (reason: RemissionProjection['reason']) => ({ reason, cleanFrom });
  if (found.sentence.kind !== 'TERM') return because('NOT_A_TERM');
  if (!CUSTODY.includes(found.stage) || hasEscaped(found)) return because('NOT_HELD');
  if (found.integration?.kind === 'CMB') return because('PRE_RELEASE_LEAVE');
  if (found.releaseOn < on) return because('RELEASED_BEFORE');
  return because(cleanFrom !== null && on < cleanFrom ? 'DISCIPLINE' : null);
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
  rules: Rules,
): readonly IntegrationProjection[] {
  return KINDS.map((kind) => {
    const excluded = kind === 'CB' && isTooLongForLeave(found, onDate, rules);
    if (found.sentence.kind !== 'TERM' || excluded) return { projection: true, kind, from: null };
    const bySentence = earliestBySentence(found, kind, onDate, rules);
    const good = behavesFrom(found, kind, onDate, rules);
    return { projection: true, kind, from: good === null ? bySentence : laterOf(bySentence, good) };
  });
}
