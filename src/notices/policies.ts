/** The dated policies of notices as the register has them now. */
import type { JsonValue } from '../domain/decider.ts';
import { NOTICE_RULES } from '../domain/law/policies/notice-rules.ts';
import { type PolicyFact, policyOn } from '../domain/law/policies.ts';
import type { PolicyReader } from '../domain/notice/times.ts';
import type { Ledger } from '../ledger/ledger.ts';

const NAMES = Object.keys(NOTICE_RULES) as (keyof typeof NOTICE_RULES)[];

/** A register that does not know them yet, as on the first start of a new build, gives the starting values. */
export async function noticePolicies(ledger: Pick<Ledger, 'facts'>): Promise<PolicyReader> {
  const facts = await ledger.facts(NAMES.map((name) => `policy/${name}`));
  const known = new Map(facts.map(({ key, value }) => [key, value as PolicyFact | null]));
  return {
    policy<T>(name: string, onDate: string): T {
      const fact = known.get(`policy/${name}`);
      const value: JsonValue =
        fact === null || fact === undefined
          ? (NOTICE_RULES[name as keyof typeof NOTICE_RULES].value as unknown as JsonValue)
          : policyOn(fact, name, onDate).value;
      return value as T;
    },
  };
}
