/**
 * What working without a permit costs (F-05): shown, never levied. Per person and month up to six months;
 * paid late, two per cent a month are added.
 */
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
