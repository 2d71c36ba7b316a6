/** Whether what is said of units fits what is tested: every one once, none too much (D-06, D-07). */
import { refuseWith } from '../../law/refusals.ts';
import type { Refused } from '../handlers.ts';
import type { Assessment } from './state.ts';
import { PORTFOLIO_FORMS, type UnitEvidence } from './terms.ts';

/** @param told in any order. */
export function requireUnits(
  told: readonly { readonly unit: string }[],
  units: readonly string[],
): Refused | undefined {
  const named = told.map(({ unit }) => unit);
  const odd =
    named.find((unit, index) => !units.includes(unit) || named.indexOf(unit) !== index) ??
    units.find((unit) => !named.includes(unit));
  return odd === undefined ? undefined : refuseWith('UNITS_DO_NOT_MATCH', { unit: odd });
}

/** Recognition of prior learning rests on the portfolio, unit by unit (D-16, S42). */
export function requirePortfolio(
  { basis }: Assessment,
  evidence: readonly UnitEvidence[],
): Refused | undefined {
  if (basis.kind !== 'RPL') return undefined;
  const forms: readonly string[] = PORTFOLIO_FORMS;
  const without = evidence.find((one) => !one.forms.some((form) => forms.includes(form)));
  return without === undefined ? undefined : refuseWith('PORTFOLIO_MISSING', { unit: without.unit });
}
