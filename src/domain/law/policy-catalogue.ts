/**
 * The starting policies of community service. Each is loaded into the register as its first value;
 * from then on the register is what counts. `question` names the open question of the law whose
 * working assumption the value is: such a value is ours, and waits for a better source.
 */

import { ASSESSMENT_RULES } from './policies/assessment-rules.ts';
import { AUDIT_RULES } from './policies/audit-rules.ts';
import { CERTIFICATE_RULES } from './policies/certificate-rules.ts';
import { CLASS_RULES } from './policies/class-rules.ts';
import { COUNTING_RULES } from './policies/counting-rules.ts';
import { EMPLOYMENT_RULES } from './policies/employment-rules.ts';
import { KEEPING_RULES } from './policies/keeping-rules.ts';
import { NOTICE_RULES } from './policies/notice-rules.ts';
import { PERMIT_RULES } from './policies/permit-rules.ts';
import { PRISON_RULES } from './policies/prison-rules.ts';
import { PUBLICATION_RULES } from './policies/publication-rules.ts';
import { REFERRAL_RULES } from './policies/referral-rules.ts';
import { RESPONSIBILITY_RULES } from './policies/responsibility-rules.ts';
import { SERVICE_TIMES } from './policies/service-times.ts';
import type { StartingPolicy } from './policies/starting-policy.ts';
import { STATUTE } from './policies/statute.ts';

export type { StartingPolicy } from './policies/starting-policy.ts';
export { CODE_IN_FORCE } from './policies/starting-policy.ts';

export const STARTING_POLICIES = {
  ...STATUTE,
  ...COUNTING_RULES,
  ...RESPONSIBILITY_RULES,
  ...SERVICE_TIMES,
  ...NOTICE_RULES,
  ...PRISON_RULES,
  ...REFERRAL_RULES,
  ...CLASS_RULES,
  ...ASSESSMENT_RULES,
  ...CERTIFICATE_RULES,
  ...EMPLOYMENT_RULES,
  ...KEEPING_RULES,
  ...PERMIT_RULES,
  ...AUDIT_RULES,
  ...PUBLICATION_RULES,
} as const;

export type PolicyName = keyof typeof STARTING_POLICIES;

/** Readers of the register must not depend on one number: `480` widens to `number`. */
type Widened<Value> = Value extends number
  ? number
  : Value extends boolean
    ? boolean
    : Value extends string
      ? string
      : Value extends readonly (infer Item)[]
        ? readonly Widened<Item>[]
        : never;

/** Type of a policy's value: `context.policy<PolicyValue<'window_days'>>('window_days', date)`. */
export type PolicyValue<Name extends PolicyName> = Widened<(typeof STARTING_POLICIES)[Name]['value']>;

export const POLICY_NAMES = Object.keys(STARTING_POLICIES) as PolicyName[];

/** The catalogue's entry under one common type, for showing and loading. */
export const startingPolicy = (name: PolicyName): StartingPolicy => STARTING_POLICIES[name];

export const isPolicyName = (name: string): name is PolicyName => Object.hasOwn(STARTING_POLICIES, name);

/** True for what is on record only: setting it would change nothing, and must not look as if it did. */
export const isAssumption = (name: PolicyName): boolean => startingPolicy(name).kind === 'assumption';

/** The source as the register states it: with the open question it answers, and whether it is a switch. */
export const statedSource = (name: PolicyName): string => {
  const { source, question } = startingPolicy(name);
  if (isAssumption(name)) {
    const stated = `recorded assumption (${question}): not a switch`;
    return source === `assumption ${question}` ? stated : `${source}; ${stated}`;
  }
  return question === undefined || source.includes(question) ? source : `${source}; ${question}`;
};
