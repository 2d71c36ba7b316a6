/**
 * Check-in and check-out at the site (PKS-06a): what a device reports is stored as it happened (S04).
 *
 * A device is not refused because the person seems to be elsewhere: that would lose the hours of whoever
 * is right. Both sessions go to the integrity list (OverlapFound), and the one that checks out last is not
 * credited until one of them is corrected or a prosecutor decides (S07). Only a second check-in at the
 * same site is refused: the site itself checks the first one out.
 */
import { refuseWith } from '../../law/refusals.ts';
import { dateOf, isLocalDateTime, momentOf } from '../../time/index.ts';
import type { JourneyEvent } from '../events.ts';
import type { CommandHandler } from '../handlers.ts';
import { accepted, caseOf, firstRefusal, isRefusal, requireOffice, requireRole } from '../handlers.ts';
import { requirePlacement } from '../placement.ts';
import type { Session } from '../state.ts';
import { doubled, overlapping } from './day.ts';
import { draftOf, post } from './draft.ts';
import { confirmationOf, isInFuture, refuseOverlap, workedParts } from './entry.ts';
import { onSession } from './on-session.ts';
import { SITE_PEOPLE, workPlaceOn } from './place.ts';
import { concluded, settle } from './recording.ts';
import { requireSessionsOpen } from './session-stage.ts';

export const checkInSession: CommandHandler<'check-in-session'> = (state, command, context) => {
  const { caseId, siteId, at: start } = command.data;
  const obligation = caseOf(state, caseId);
  if (obligation === undefined) return refuseWith('CASE_UNKNOWN', { caseId });
  if (!isLocalDateTime(start)) return refuseWith('MALFORMED', { field: 'at' });
  const refused = firstRefusal(
    requireRole(command.actor, ...SITE_PEOPLE),
    requireOffice(obligation, command.actor, context, siteId),
    requireSessionsOpen(state, obligation, dateOf(start)),
    requirePlacement(obligation, command.actor, siteId, dateOf(start)),
  );
  if (refused !== undefined) return refused;
  const site = workPlaceOn(context, siteId, dateOf(start));
  if (isRefusal(site)) return site;
  const { zone } = site;
  if (isInFuture(start, zone, context)) return refuseWith('DATE_IN_FUTURE', { date: dateOf(start) });
  if (dateOf(start) < obligation.rulingDate) {
    return refuseWith('DATE_IMPLAUSIBLE', { date: dateOf(start), field: 'at' });
  }
  const placed = { siteId, zone, start, end: null };
  const other = overlapping(state, placed);
  if (other?.status === 'OPEN' && other.siteId === siteId) return refuseOverlap(placed, other);
  const sessionId = `s${state.sessionCount + 1}`;
  const data = { sessionId, caseId, siteId, start, zone };
  const checkedIn: JourneyEvent = { type: 'SessionCheckedIn', data, occurredAt: momentOf(start, zone) };
  return accepted(other === undefined ? [checkedIn] : [checkedIn, overlapOf(data, other)]);
};

const overlapOf = (
  { sessionId, caseId, siteId }: Pick<Session, 'sessionId' | 'caseId' | 'siteId'>,
  other: Session,
): JourneyEvent => ({
  type: 'OverlapFound',
  data: { sessionId, caseId, siteId, otherSessionId: other.sessionId, otherSiteId: other.siteId },
});

export const checkOutSession = onSession<'check-out-session'>((found, command, context, state) => {
  const { session, obligation } = found;
  const { sessionId, caseId, siteId, zone, start } = session;
  if (session.status !== 'OPEN') return refuseWith('ALREADY_DONE', { sessionId });
  const refused = firstRefusal(
    requireRole(command.actor, ...SITE_PEOPLE),
    requireSessionsOpen(state, obligation, dateOf(start)),
  );
  if (refused !== undefined) return refused;
  const placed = { siteId, zone, start, end: command.data.at, breaks: command.data.breaks };
  const parts = workedParts(obligation, placed, context);
  if (isRefusal(parts)) return parts;
  const { end, breaks } = placed;
  const other = doubled(state, { ...session, end });
  const confirmation = confirmationOf(obligation, end, zone, context);
  const checkedOut = post(draftOf(state), context, {
    type: 'SessionCheckedOut',
    data: { sessionId, end, breaks, parts, ...confirmation },
    occurredAt: momentOf(end, zone),
  });
  const known = other === undefined ? checkedOut : post(checkedOut, context, overlapOf(session, other));
  const draft = settle(known, context, sessionId);
  return isRefusal(draft) ? draft : concluded(draft, context, caseId);
});
