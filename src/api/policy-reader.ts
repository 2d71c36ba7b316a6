/** Policies as a decision reads them, for views that apply the same rules without deciding anything. */
import type { DecideContext, Fact } from '../domain/decider.ts';
import { type PolicyFact, policyOn } from '../domain/law/policies.ts';

/** @param facts `policy/<name>` of all that will be asked for. */
export const policyReader = (facts: readonly Fact[]): Pick<DecideContext, 'policy'> => ({
  policy<T>(name: string, onDate: string): T {
    const fact = facts.find(({ key }) => key === `policy/${name}`);
    return policyOn(fact?.value as PolicyFact | null | undefined, name, onDate).value as T;
  },
});
