import type { DecideContext } from '../decider.ts';
import type { PolicyValue } from '../law/policy-catalogue.ts';
import type { LocalDate } from '../time/moment.ts';

export const THRESHOLD_POLICY = 'policy/small_number_threshold';

/** The smallest number that is published on a date. */
export const smallNumberThresholdOn = (rules: Pick<DecideContext, 'policy'>, date: LocalDate): number =>
  rules.policy<PolicyValue<'small_number_threshold'>>('small_number_threshold', date);
