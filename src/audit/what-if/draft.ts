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
import { misfitOf } from './value-range.ts';

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
    ...misfitOf(policy, value),
    ...(typeof source === 'string' && source !== '' && source.length <= LONGEST_SOURCE
      ? []
      : ['source does not name the paper that proposes it']),
  ];
}
