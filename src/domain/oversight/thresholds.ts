/**
 * From where on an entry is worth an auditor's look: the dated numbers of the integrity lists, by the day on which
 * the thing was recorded, so that a threshold changed tomorrow lists nothing anew of yesterday.
 */
import type { DecideContext } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';

type Policies = Pick<DecideContext, 'policy'>;

/** Longest emergency look, in minutes. */
export const breakGlassMinutes = (rules: Policies, on: LocalDate): number =>
  rules.policy<number>('break_glass_minutes', on);

export interface Thresholds {
  /** Days between the event and its entry. */
  readonly backdatingDays: number;
  /** Local hours of work: from the first to before the second. */
  readonly workingHours: readonly [from: number, to: number];
  readonly daysAtLimit: number;
  readonly identicalEntries: number;
  readonly claimsLost: number;
  readonly lateFiringHours: number;
  readonly dailyLimitMinutes: number;
}

export const thresholdsOn = (rules: Policies, on: LocalDate): Thresholds => ({
  backdatingDays: rules.policy<number>('integrity_backdating_days', on),
  workingHours: rules.policy<readonly [number, number]>('integrity_working_hours', on),
  daysAtLimit: rules.policy<number>('integrity_days_at_limit', on),
  identicalEntries: rules.policy<number>('integrity_identical_entries', on),
  claimsLost: rules.policy<number>('integrity_claims_lost', on),
  lateFiringHours: rules.policy<number>('integrity_late_firing_hours', on),
  dailyLimitMinutes: rules.policy<number>('daily_limit_minutes', on),
});

export type Weight = 'heavy' | 'middle' | 'light';

/** Risk points of a row of each weight. */
export function riskPointsOn(rules: Policies, on: LocalDate): { readonly [weight in Weight]: number } {
  const [heavy, middle, light] = rules.policy<readonly [number, number, number]>('sample_risk_points', on);
  return { heavy, middle, light };
}

/** Names of all policies above, to be read as facts `policy/<name>`. */
export const OVERSIGHT_POLICIES = [
  ...(['break_glass_minutes', 'integrity_backdating_days', 'integrity_working_hours'] as const),
  ...(['integrity_days_at_limit', 'integrity_identical_entries', 'integrity_claims_lost'] as const),
  ...(['integrity_late_firing_hours', 'daily_limit_minutes', 'sample_risk_points'] as const),
];
