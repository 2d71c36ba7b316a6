/**
 * What a drafted value may be, by the value the policy began with and its unit: a whole number stays one and within
 * what its unit makes sense for, a list keeps what it is a list of. Stricter than the register, which takes the
 * paper's word: a draft has no paper, and is decided thousands of times.
 */
import type { JsonValue } from '../../domain/decider.ts';
import { type PolicyName, startingPolicy } from '../../domain/law/policy-catalogue.ts';

/** Greatest value of a unit that begins so: the first that fits counts. */
const GREATEST: readonly (readonly [unit: string, greatest: number])[] = [
  ['percent', 100],
  ['rupiah', 1_000_000_000_000],
  ['weekday', 7],
  ['working days', 1_000],
  // Ten years.
  ['days', 3_660],
  ['months', 1_200],
  ['[months', 1_200],
  ['years', 100],
  ['local hours', 24],
  ['hours', 10_000],
  ['minutes', 1_440],
];
const GREATEST_COUNT = 1_000;

/** Steps and divisors: with none of it something would come again at once, or without end. */
const AT_LEAST_ONE: ReadonlySet<string> = new Set<PolicyName>([
  'aftercare_report_months',
  'breach_decision_chase_days',
  'daily_limit_minutes',
  'job_seeker_report_months',
  'jp_minutes',
  'missing_data_chase_days',
  'pace_check_weekday',
  'release_chase_days',
  'signature_chase_days',
]);

/** Lists in which each place means something of its own keep their length; of the others this many entries. */
const MOST_ENTRIES = 20;
const IN_ANY_NUMBER: ReadonlySet<string> = new Set<PolicyName>([
  'certificate_reminder_days',
  'general_remission_first_year',
  'general_remission_later_years',
  'release_watch_days',
  'retention_check_days',
  'special_remission_first_year',
  'special_remission_later_years',
  'window_warning_days',
]);

/** Texts are codes, times of day and days of a year: written as the first value is. */
const WRITTEN: readonly (readonly [RegExp, string])[] = [
  [/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day like 16:00'],
  [/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day of the year like 08-17'],
  [/^[A-Z][A-Z_]{0,59}$/, 'a code in capitals'],
];

interface Range {
  readonly least: number;
  readonly greatest: number;
}

/** One line that says what the value has to be; none where it fits. */
export function misfitOf(policy: PolicyName, value: unknown): string[] {
  const { unit, value: like } = startingPolicy(policy);
  const greatest = GREATEST.find(([beginning]) => unit.startsWith(beginning))?.[1] ?? GREATEST_COUNT;
  const range = { least: AT_LEAST_ONE.has(policy) ? 1 : 0, greatest };
  const anyNumber = IN_ANY_NUMBER.has(policy);
  return fits(like, value, range, anyNumber)
    ? []
    : [`value of ${policy} is ${shapeOf(like, range, anyNumber)} (${unit})`];
}

function fits(like: JsonValue, value: unknown, range: Range, anyNumber: boolean): boolean {
  if (Array.isArray(like)) {
    const [first = null] = like as readonly JsonValue[];
    return (
      Array.isArray(value) &&
      (anyNumber ? value.length >= 1 && value.length <= MOST_ENTRIES : value.length === like.length) &&
      value.every((entry) => fits(first, entry, range, false))
    );
  }
  if (typeof like === 'number') {
    return Number.isSafeInteger(value) && Number(value) >= range.least && Number(value) <= range.greatest;
  }
  if (typeof like === 'string') return typeof value === 'string' && writtenLike(like)[0].test(value);
  return typeof value === typeof like;
}

function writtenLike(like: string): readonly [RegExp, string] {
  return WRITTEN.find(([pattern]) => pattern.test(like)) ?? [/^.{1,200}$/, 'a text of one line'];
}

function shapeOf(like: JsonValue, range: Range, anyNumber: boolean): string {
  if (Array.isArray(like)) {
    const length = anyNumber ? `1 to ${MOST_ENTRIES}` : `${like.length}`;
    return `a list of ${length}, each ${shapeOf((like as readonly JsonValue[])[0] ?? null, range, false)}`;
  }
  if (typeof like === 'number') return `a whole number from ${range.least} to ${range.greatest}`;
  return typeof like === 'string' ? writtenLike(like)[1] : 'true or false';
}
