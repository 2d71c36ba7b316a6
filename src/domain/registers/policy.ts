/**
 * Policies in the register: dated values are added and never removed, so that a decision of any day
 * can be explained by the value that was in force and known on that day.
 */
import type { Decision, JsonValue } from '../decider.ts';
import { accept } from '../decider.ts';
import type { DatedPolicyValue, PolicyFact } from '../law/policies.ts';
import { isAssumption, isPolicyName, startingPolicy, statedSource } from '../law/policy-catalogue.ts';
import { refuseWith } from '../law/refusals.ts';
import { isLocalDate } from '../time/day-number.ts';
import { momentAt } from '../time/moments.ts';
import type { RegisterKind } from './register-kind.ts';

export type { DatedPolicyValue, PolicyFact } from '../law/policies.ts';

export interface SetPolicyData extends DatedPolicyValue {
  readonly unit: string;
}

const shapeOf = (value: JsonValue): string =>
  Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;

/** Name of the field by which a new value would not fit the policy's earlier ones. */
const misfit = (policy: PolicyFact, { unit, value }: SetPolicyData): string | null => {
  if (unit !== policy.unit) return 'unit';
  const earlier = policy.values.at(-1);
  return earlier !== undefined && shapeOf(earlier.value) !== shapeOf(value) ? 'value' : null;
};

/** An assumption is stated by the build that follows it, in the catalogue's words, and by nobody else. */
const isTheBuildsOwn = (id: string, { unit, from, value, source }: SetPolicyData): boolean => {
  if (!isPolicyName(id)) return false;
  const own = startingPolicy(id);
  return (
    unit === own.unit &&
    from === own.from &&
    source === statedSource(id) &&
    JSON.stringify(value) === JSON.stringify(own.value)
  );
};

const stateAssumption = (id: string, policy: PolicyFact | null, data: SetPolicyData): Decision => {
  if (!isTheBuildsOwn(id, data)) return refuseWith('POLICY_IS_ASSUMPTION', { policy: id });
  const { unit, from, value, source } = data;
  if (policy?.values.at(-1)?.source === source) return refuseWith('ALREADY_DONE', {});
  return accept({ type: 'PolicyValueAdded', data: { unit, from, value, source } satisfies SetPolicyData });
};

export const policyRegister: RegisterKind<PolicyFact> = {
  commands: ['set-policy'],
  decide(id, policy, command, context) {
    const { unit, from, value, source } = command.data as SetPolicyData;
    if (isPolicyName(id) && isAssumption(id))
      return stateAssumption(id, policy, { unit, from, value, source });
    if (!isLocalDate(from)) return refuseWith('MALFORMED', { field: 'from' });
    if (policy !== null) {
      const field = misfit(policy, { unit, from, value, source });
      if (field !== null) return refuseWith('MALFORMED', { field });
      const last = policy.values.filter((dated) => dated.from === from).at(-1);
      if (last !== undefined && JSON.stringify(last.value) === JSON.stringify(value)) {
        return refuseWith('ALREADY_DONE', {});
      }
      // A first value changes no earlier decision. A later one that reaches back could, so it needs
      // a paper. The date is taken in the westernmost zone: the day that begins last.
      const today = momentAt(context.now, 'WIB').date;
      if (from < today && command.document === undefined) {
        return refuseWith('DOCUMENT_MISSING', { document: 'policy decree' });
      }
    }
    return accept({ type: 'PolicyValueAdded', data: { unit, from, value, source } satisfies SetPolicyData });
  },
  evolve(_id, policy, event) {
    if (event.type !== 'PolicyValueAdded') return policy;
    const { unit, from, value, source } = event.data as SetPolicyData;
    return { unit, values: [...(policy?.values ?? []), { from, value, source }] };
  },
};
