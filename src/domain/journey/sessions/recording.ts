/** Recording a whole session: the manual entry (PKS-03), the check-out and the replacement of a wrong one. */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { dateOf, momentOf } from '../../time/index.ts';
import { reviewIfPastWindow } from '../breach-review.ts';
import { completionEvents } from '../completion.ts';
import type { CommandHandler, JourneyDecision, Refused } from '../handlers.ts';
import { accepted, caseOf, firstRefusal, isRefusal, requireOffice, requireRole } from '../handlers.ts';
import { requirePlacement } from '../placement.ts';
import type { CommunityServiceCase, Session } from '../state.ts';
import { creditSession } from './credit.ts';
import type { Draft } from './draft.ts';
import { draftOf, post, withWarnings } from './draft.ts';
import type { Placed } from './entry.ts';
import { confirmationOf, requireFreeTime, warningsOn, workedParts } from './entry.ts';
import { sessionOf } from './on-session.ts';
import { SITE_PEOPLE, workPlaceOn } from './place.ts';
import { requireSessionsOpen } from './session-stage.ts';

/** Credits a session that was just posted, and adds what people should look at. */
export function settle(draft: Draft, context: DecideContext, sessionId: string): Draft | Refused {
  const session = sessionOf(draft.state, sessionId) as Session;
  const obligation = draft.state.cases[session.caseId] as CommunityServiceCase;
  const credited = creditSession(draft, context, session);
  if (isRefusal(credited)) return credited;
  const { caseId, siteId } = session;
  const warnings = warningsOn(draft.state, obligation, session, context);
  const afterDeath = warnings.some((warning) => warning.code === 'WORK_AFTER_DEATH');
  const flagged = afterDeath
    ? post(credited, context, { type: 'WorkAfterDeathRecorded', data: { sessionId, caseId, siteId } })
    : credited;
  return withWarnings(flagged, ...warnings);
}

/** Closes a decision: what the new balance of a case completes, or leaves short for good, comes last. */
export function concluded(draft: Draft, context: DecideContext, caseId: string): JourneyDecision {
  const found = draft.state.cases[caseId];
  const completion = completionEvents(draft.state, caseId, found?.creditedMinutes ?? 0, context);
  const review =
    completion.length > 0 || draft.state.diedOn !== null ? [] : reviewIfPastWindow(found, context);
  const events = [...draft.events, ...completion, ...review];
  return draft.warnings.length === 0 ? accepted(events) : accepted(events, { warnings: draft.warnings });
}

/** Posts and credits one manual entry. Shared with corrections, whose draft has the wrong entry voided. */
export function enter(
  draft: Draft,
  context: DecideContext,
  entry: { caseId: string; note?: string; replaces?: string },
  placed: Placed,
): Draft | Refused {
  const obligation = draft.state.cases[entry.caseId] as CommunityServiceCase;
  const { siteId, zone, start, end, breaks } = placed;
  const parts = workedParts(obligation, placed, context);
  if (isRefusal(parts)) return parts;
  const occupied = requireFreeTime(draft.state, placed);
  if (occupied !== undefined) return occupied;
  const sessionId = `s${draft.state.sessionCount + 1}`;
  const recorded = post(draft, context, {
    type: 'SessionRecorded',
    data: {
      ...entry,
      sessionId,
      siteId,
      zone,
      start,
      end,
      breaks,
      parts,
      ...confirmationOf(obligation, end, zone, context),
    },
    occurredAt: momentOf(end, zone),
  });
  return settle(recorded, context, sessionId);
}

export const recordSession: CommandHandler<'record-session'> = (state, command, context) => {
  const { caseId, siteId, start, end, breaks, note } = command.data;
  const obligation = caseOf(state, caseId);
  if (obligation === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
  const refused = firstRefusal(
    requireRole(command.actor, 'PIDUM_STAFF', 'EXECUTING_PROSECUTOR', ...SITE_PEOPLE),
    requireOffice(obligation, command.actor, context, siteId),
    requireSessionsOpen(state, obligation, dateOf(start)),
    requirePlacement(obligation, command.actor, siteId, dateOf(start)),
  );
  if (refused !== undefined) return refused;
  const place = workPlaceOn(context, siteId, dateOf(start), dateOf(end));
  if (isRefusal(place)) return place;
  const entry = note === undefined ? { caseId } : { caseId, note };
  const placed = { siteId, zone: place.zone, start, end, breaks };
  const draft = enter(draftOf(state), context, entry, placed);
  return isRefusal(draft) ? draft : concluded(draft, context, caseId);
};
