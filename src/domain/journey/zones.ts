/**
 * Whose clock tells when something happened: that of the place of its case, else of any case there is, else of
 * the office that looks for work with the person.
 */
import type { Zone } from '../time/moment.ts';
import type { CaseId } from './commands.ts';
import type { JourneyState } from './state.ts';

/** @param caseId of any route; absent = the person's first case. */
export function zoneOf(state: JourneyState, caseId?: CaseId): Zone {
  const cases: { readonly [id: CaseId]: { readonly zone: Zone } } = {
    ...state.cases,
    ...state.prison.cases,
    ...state.referral.cases,
  };
  const found = caseId === undefined ? Object.values(cases)[0] : cases[caseId];
  return found?.zone ?? state.employment.zone ?? 'WIB';
}
