/** Register facts as they would read with the draft set in the register: the last value set for a date counts. */
import type { Fact, JsonValue } from '../../domain/decider.ts';
import type { PolicyFact } from '../../domain/law/policies.ts';
import { startingPolicy } from '../../domain/law/policy-catalogue.ts';
import type { FactHistory } from '../fact-history.ts';
import type { DraftValue } from './draft.ts';

export function draftedFact(fact: Fact, draft: readonly DraftValue[]): Fact {
  const values = draft.filter(({ policy }) => fact.key === `policy/${policy}`);
  const [first] = values;
  if (first === undefined) return fact;
  const known = fact.value as unknown as PolicyFact | null;
  const drafted: PolicyFact = {
    unit: known?.unit ?? startingPolicy(first.policy).unit,
    values: [...(known?.values ?? []), ...values.map(({ from, value, source }) => ({ from, value, source }))],
  };
  return { ...fact, value: drafted as unknown as JsonValue };
}

export const draftedHistory = (
  facts: FactHistory,
  draft: readonly DraftValue[],
): Pick<FactHistory, 'before'> => ({
  before: async (key, committedAt) => draftedFact(await facts.before(key, committedAt), draft),
});
