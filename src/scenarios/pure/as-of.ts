/**
 * A journey as it stood on a date, from the dated facts that are on record: what was credited for work
 * up to that date, under the ruling of that date. A pure view, never a fold of a filtered list.
 */
import type { JsonObject } from '../../domain/decider.ts';
import { minutesLeft } from '../../domain/journey/completion.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { CaseView, JourneyView } from '../driver.ts';

export function viewOf(state: JourneyState): JourneyView {
  const cases: { [caseId: string]: CaseView } = {};
  for (const [caseId, found] of Object.entries(state.cases)) {
    cases[caseId] = { ...(found as unknown as JsonObject), minutesLeft: minutesLeft(found) };
  }
  return { cases };
}
