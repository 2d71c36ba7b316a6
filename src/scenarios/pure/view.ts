/** A journey as the API shows it: the state, or what the facts known say about a date. */
import type { JsonObject, RecordedEvent } from '../../domain/decider.ts';
import { journeyAsOf } from '../../domain/journey/as-of.ts';
import { minutesLeft } from '../../domain/journey/completion.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { CaseView, JourneyView } from '../driver.ts';

export function viewOf(
  state: JourneyState,
  events: readonly RecordedEvent[],
  asOf: LocalDate | undefined,
): JourneyView {
  const shown =
    asOf === undefined
      ? Object.values(state.cases).map((found) => ({
          ...found,
          minutesLeft: found.orderedMinutes === null ? null : minutesLeft(found),
        }))
      : journeyAsOf(state, events, asOf).cases;
  return {
    cases: Object.fromEntries(
      shown.map((found): [string, CaseView] => [found.caseId, found as unknown as JsonObject]),
    ),
  };
}
