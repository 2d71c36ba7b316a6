/** A draft rule: values of policies that nobody has set, checked against what each policy is. */
import type { JsonValue } from '../../domain/decider.ts';
import {
  isAssumption,
  isPolicyName,
  type PolicyName,
  startingPolicy,
} from '../../domain/law/policy-catalogue.ts';
import { isLocalDate } from '../../domain/time/day-number.ts';
import type { LocalDate } from '../../domain/time/moment.ts';

export interface DraftValue {
  readonly policy: PolicyName;
  /** In force from this local date until a later value of the register or of the draft begins. */
  readonly from: LocalDate;
  readonly value: JsonValue;
  /** The paper that proposes it. */
  readonly source: string;
}

/** The draft cannot be tried; one line for each thing that is wrong with it. */
export class DraftProblem extends Error {
  override readonly name = 'DraftProblem';
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

const MOST_VALUES = 50;
const LONGEST_SOURCE = 300;
const FIELDS: ReadonlySet<string> = new Set(['policy', 'from', 'value', 'source', 'unit']);

/** @throws DraftProblem */
export function checkDraft(given: unknown): DraftValue[] {
  if (!Array.isArray(given) || given.length === 0) {
    throw new DraftProblem([
      'a draft is a list of {policy, from, value, source}; this one is empty or no list',
    ]);
  }
  if (given.length > MOST_VALUES) throw new DraftProblem([`a draft holds at most ${MOST_VALUES} values`]);
  const problems = given.flatMap((entry, index) =>
    problemsOf(entry).map((problem) => `value ${index + 1}: ${problem}`),
  );
  if (problems.length > 0) throw new DraftProblem(problems);
  return (given as DraftValue[]).map(({ policy, from, value, source }) => ({ policy, from, value, source }));
}

function problemsOf(entry: unknown): string[] {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return ['is no {policy, from, value, source}'];
  const { policy, from, value, source, unit } = entry as { readonly [field: string]: unknown };
  if (typeof policy !== 'string' || !isPolicyName(policy))
    return ['policy is not in the catalogue of policies'];
  const unknown = Object.keys(entry).filter((field) => !FIELDS.has(field));
  const own = startingPolicy(policy);
  return [
    ...(unknown.length === 0 ? [] : ['has a field that is not policy, from, value, source or unit']),
    ...(isAssumption(policy)
      ? [`${policy} is a reading that the program follows and no switch; it cannot be drafted`]
      : []),
    ...(typeof from === 'string' && isLocalDate(from) ? [] : ['from is not a date like 2026-01-02']),
    ...(unit === undefined || unit === own.unit ? [] : [`unit of ${policy} is ${own.unit}`]),
    ...misfit(policy, own.value, own.unit, value),
    ...(typeof source === 'string' && source !== '' && source.length <= LONGEST_SOURCE
      ? []
      : ['source does not name the paper that proposes it']),
  ];
}

/** By the value the policy began with: a whole number stays one, a list keeps what it is a list of. */
function misfit(policy: string, like: JsonValue, unit: string, value: unknown): string[] {
  const wanted = `value of ${policy} is ${shapeOf(like)} (${unit})`;
  if (Array.isArray(like)) {
    const fits =
      Array.isArray(value) && value.every((item) => like[0] === undefined || fitsLike(like[0], item));
    return fits ? [] : [wanted];
  }
  return fitsLike(like, value) ? [] : [wanted];
}

function fitsLike(like: JsonValue, value: unknown): boolean {
  if (typeof like === 'number') {
    return (
      typeof value === 'number' &&
      Number.isFinite(value) &&
      value >= Math.min(0, like) &&
      (!Number.isInteger(like) || Number.isSafeInteger(value))
    );
  }
  return typeof value === typeof like && value !== null;
}

const shapeOf = (like: JsonValue): string => {
  if (Array.isArray(like)) return `a list, each ${shapeOf(like[0] ?? null)}`;
  if (typeof like === 'number') return Number.isInteger(like) ? 'a whole number, not negative' : 'a number';
  return typeof like === 'boolean' ? 'true or false' : 'a text';
};
