/**
 * Dated policies: every number of the law or of practice is data with a date and a source, so that a
 * rule changed tomorrow does not change what was decided yesterday. The starting values stand in
 * `policy-catalogue.ts`; the values in force come from the register `policy/<name>`.
 */
import type { JsonValue } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';

/** One value, in force from a local date until the next value begins. */
export interface DatedPolicyValue {
  readonly from: LocalDate;
  readonly value: JsonValue;
  /** Article, document or open question it rests on, for example `UU 1/2023 art. 85(5)`. */
  readonly source: string;
}

/** Value of the fact `policy/<name>`. Values only ever grow in number, in the order they were set. */
export interface PolicyFact {
  readonly unit: string;
  readonly values: readonly DatedPolicyValue[];
}

/** Nobody has set this policy, or not for so early a date. A gap in the register, not a refusal. */
export class NoPolicyInForce extends Error {
  override readonly name = 'NoPolicyInForce';
  constructor(
    readonly policy: string,
    readonly date: LocalDate,
  ) {
    super(`policy ${policy} has no value in force on ${date}`);
  }
}

/**
 * The value in force on a date: the one with the latest `from` that is not later than the date. Of two
 * with the same `from` the one set later counts, which is how a wrong value is put right.
 * @throws NoPolicyInForce
 */
export const policyOn = (
  fact: PolicyFact | null | undefined,
  name: string,
  date: LocalDate,
): DatedPolicyValue => {
  let inForce: DatedPolicyValue | undefined;
  for (const candidate of fact?.values ?? []) {
    if (candidate.from <= date && (inForce === undefined || candidate.from >= inForce.from)) {
      inForce = candidate;
    }
  }
  if (inForce === undefined) throw new NoPolicyInForce(name, date);
  return inForce;
};
