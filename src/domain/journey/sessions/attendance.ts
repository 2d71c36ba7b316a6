/** Check-in and check-out at the site (PKS-06a): what a device reports is stored as it happened (S04). */
import { refuseWith } from '../../law/refusals.ts';
import { dateOf, isLocalDateTime, momentOf } from '../../time/index.ts';
import type { CommandHandler } from '../handlers.ts';
import { accepted, caseOf, firstRefusal, requireOffice, requireRole } from '../handlers.ts';
import { draftOf, post } from './draft.ts';
import { confirmationOf, isInFuture, requireFreeTime, workedParts } from './entry.ts';
import { onSession } from './on-session.ts';
import { SITE_PEOPLE, workPlaceOn } from './place.ts';
import { concluded, isRefused, settle } from './recording.ts';
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
  );
  if (refused !== undefined) return refused;
  const site = workPlaceOn(context, siteId, dateOf(start));
  if (isRefused(site)) return site;
  const { zone } = site;
  if (isInFuture(start, zone, context)) return refuseWith('DATE_IN_FUTURE', { date: dateOf(start) });
  if (dateOf(start) < obligation.rulingDate) {
    return refuseWith('DATE_IMPLAUSIBLE', { date: dateOf(start), field: 'at' });
  }
  const occupied = requireFreeTime(state, { siteId, zone, start, end: null });
  if (occupied !== undefined) return occupied;
  const sessionId = `s${state.sessionCount + 1}`;
  const data = { sessionId, caseId, siteId, start, zone };
  return accepted([{ type: 'SessionCheckedIn', data, occurredAt: momentOf(start, zone) }]);
};

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
  if (isRefused(parts)) return parts;
  const occupied = requireFreeTime(state, placed, sessionId);
  if (occupied !== undefined) return occupied;
  const { end, breaks } = placed;
  const confirmation = confirmationOf(obligation, end, zone, context);
  const checkedOut = post(draftOf(state), context, {
    type: 'SessionCheckedOut',
    data: { sessionId, end, breaks, parts, ...confirmation },
    occurredAt: momentOf(end, zone),
  });
  const draft = settle(checkedOut, context, sessionId);
  return isRefused(draft) ? draft : concluded(draft, context, caseId);
});
