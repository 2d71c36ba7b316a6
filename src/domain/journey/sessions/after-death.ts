/** What a death that is recorded late does to credit given meanwhile (S16). */
import type { DecideContext } from '../../decider.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { JourneyEvent } from '../events.ts';
import type { JourneyState } from '../state.ts';
import { draftOf, post } from './draft.ts';

/**
 * Takes back minutes credited for dates after the death, and names each such session for the fraud
 * list. The command that records the death appends these events.
 */
export function afterDeathEvents(
  state: JourneyState,
  diedOn: LocalDate,
  context: DecideContext,
): readonly JourneyEvent[] {
  let draft = draftOf(state);
  for (const { sessionId, caseId, siteId, credited } of Object.values(state.sessions)) {
    const late = Object.entries(credited).filter(([date]) => date > diedOn);
    if (late.length === 0) continue;
    for (const [date, minutes] of late) {
      const data = { sessionId, caseId, date, minutes, reason: 'WORK_AFTER_DEATH' } as const;
      draft = post(draft, context, { type: 'CreditWithdrawn', data });
    }
    const data = { sessionId, caseId, siteId };
    draft = post(draft, context, { type: 'WorkAfterDeathRecorded', data });
  }
  return draft.events;
}
