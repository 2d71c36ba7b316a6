/** A journey as the API shows it to an auditor: the state, or what the facts known say about a date. */
import type { VerifiedActor } from '../../access/reach.ts';
import { partViews } from '../../api/part-views/index.ts';
import type { JsonObject, RecordedEvent } from '../../domain/decider.ts';
import { journeyAsOf } from '../../domain/journey/as-of.ts';
import { minutesLeft } from '../../domain/journey/completion.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { CaseView, JourneyView } from '../driver.ts';

/** Sees every part: what a file expects may be anywhere. */
export const AUDITOR: VerifiedActor = { id: 'auditor', role: 'AUDITOR', office: 'inspektorat' };

/** As it would come over a wire: without fields that are undefined. */
export const asJson = (shown: object): JsonObject => JSON.parse(JSON.stringify(shown)) as JsonObject;

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
    parts: asJson(partViews(AUDITOR, state)),
  };
}
