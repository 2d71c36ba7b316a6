/**
 * The quota of workers with a disability (E-08): UU 8/2016 art. 53, at least 2 % in government, regional
 * government, BUMN and BUMD, at least 1 % in private companies. The law says nothing of rounding: the
 * exact number and the one rounded up are both shown (L-24, S51).
 */
import type { DecideContext } from '../decider.ts';
import type { Ownership } from '../registers/employer.ts';
import type { LocalDate } from '../time/moment.ts';

export const QUOTA_LAW = 'UU 8/2016 art. 53';

export interface DisabilityQuota {
  readonly law: typeof QUOTA_LAW;
  readonly percent: number;
  readonly workers: number;
  /** Percent of the workers, to two digits: 1 % of 250 is 2.5. */
  readonly exact: number;
  readonly roundedUp: number;
  readonly disabledWorkers: number;
  /** How many are missing to the number rounded up; 0 where it is reached. */
  readonly missing: number;
}

/** Percent in force on a date for an employer of this ownership. */
export const quotaPercentOn = (
  rules: Pick<DecideContext, 'policy'>,
  ownership: Ownership,
  date: LocalDate,
): number =>
  ownership === 'PRIVATE'
    ? rules.policy<number>('disability_quota_percent_private', date)
    : rules.policy<number>('disability_quota_percent_public', date);

export const QUOTA_POLICIES = [
  'disability_quota_percent_private',
  'disability_quota_percent_public',
] as const;

/** @param percent of `quotaPercentOn`, on the day of the report. */
export function disabilityQuota(
  { workers, disabledWorkers }: { readonly workers: number; readonly disabledWorkers: number },
  percent: number,
): DisabilityQuota {
  // In whole hundredths: a product of decimals would not be exact.
  const hundredths = Math.round(workers * percent * 100) / 100;
  const roundedUp = Math.ceil(hundredths / 100);
  return {
    ...{ law: QUOTA_LAW, percent, workers, exact: hundredths / 100, roundedUp, disabledWorkers },
    missing: Math.max(0, roundedUp - disabledWorkers),
  };
}
