/**
 * What working without a permit costs (F-05): shown, never levied. Per person and month up to six months;
 * paid late, two per cent a month are added.
 */
import type { DecideContext } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';

export interface FineRule {
  readonly rupiahPerMonth: number;
  readonly mostMonths: number;
  readonly latePercentPerMonth: number;
}

/** @returns rupiah. @param months begun without a permit. @param lateMonths begun after the time to pay. */
export function fineFor(rule: FineRule, workers: number, months: number, lateMonths: number): number {
  const counted = Math.min(Math.max(months, 0), rule.mostMonths);
  const fine = workers * counted * rule.rupiahPerMonth;
  return fine + Math.floor((fine * rule.latePercentPerMonth * Math.max(lateMonths, 0)) / 100);
}

/** The rule in force on a date. */
export const fineRuleOn = (rules: Pick<DecideContext, 'policy'>, on: LocalDate): FineRule => ({
  rupiahPerMonth: rules.policy<number>('permit_fine_rupiah_per_month', on),
  mostMonths: rules.policy<number>('permit_fine_most_months', on),
  latePercentPerMonth: rules.policy<number>('permit_fine_late_percent', on),
});
