/**
 * The prosecutor's decision on a session: minutes outside the window (I-3), disputed ones, or hours that
 * should not stand (S22). No decision reaches beyond the day's limit or the ordered total (I.6c), and no
 * hour is credited at two places (S07).
 */

import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { NotCreditedReason } from '../events.ts';
import type { Refused } from '../handlers.ts';
import { firstRefusal, requireRole } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';
import { creditAgain, creditWhatNowFits, dailyLimit, withdraw } from './credit.ts';
import { creditedOn, doubled } from './day.ts';
import { draftOf, post } from './draft.ts';
import { refuseOverlap } from './entry.ts';
import { onSession } from './on-session.ts';
import { concluded } from './recording.ts';
import { reopenIfShort } from './reopening.ts';
import { requireUnsigned } from './session-stage.ts';

/** Reasons that a prosecutor may set aside. Limits and death are not among them. */
const DECIDABLE: readonly NotCreditedReason[] = [
  'WINDOW_CLOSED',
  'NOT_STARTED',
  'CASE_ON_HOLD',
  'DISPUTED',
  'AWAITING_CONFIRMATION',
  'OVERLAP',
  'DECIDED_NOT_CREDITED',
];

/** Training counts only by a document; once it does, what was trained before can be decided on. */
const decidableIn = (obligation: CommunityServiceCase): readonly NotCreditedReason[] =>
  obligation.hourCreditPolicy === 'TRAINING_COUNTS' ? [...DECIDABLE, 'TRAINING_NOT_COUNTED'] : DECIDABLE;

export const decideSessionCredit = onSession<'decide-session-credit'>((found, command, context, state) => {
  const { session, obligation } = found;
  const { sessionId, caseId } = session;
  const { credited, reason } = command.data;
  const reasons = decidableIn(obligation);
  const refused = firstRefusal(
    requireRole(command.actor, 'EXECUTING_PROSECUTOR'),
    requireUnsigned(obligation),
    requireSomethingToDecide(state, obligation, session, credited, reasons, context),
  );
  if (refused !== undefined) return refused;
  const decided = post(draftOf(state), context, {
    type: 'SessionCreditDecided',
    data: { sessionId, credited, reason },
  });
  if (credited) return concluded(creditAgain(decided, context, sessionId, reasons), context, caseId);
  const withdrawn = withdraw(decided, context, session, 'DECIDED_NOT_CREDITED');
  const filled = creditWhatNowFits(withdrawn, context);
  return concluded(reopenIfShort(filled, context, caseId, reason), context, caseId);
});

function requireSomethingToDecide(
  state: JourneyState,
  obligation: CommunityServiceCase,
  session: Session,
  credit: boolean,
  reasons: readonly NotCreditedReason[],
  context: DecideContext,
): Refused | undefined {
  const { sessionId, caseId, status } = session;
  if (status === 'OPEN' || status === 'VOID') {
    return refuseWith('WRONG_STAGE', { caseId, sessionId, stage: status, allowed: 'RECORDED' });
  }
  if (!credit) {
    const settled = status === 'DECIDED' && Object.keys(session.credited).length === 0;
    return settled ? refuseWith('ALREADY_DONE', { sessionId }) : undefined;
  }
  const { diedOn } = state;
  const open = session.notCredited.filter(({ reason }) => reasons.includes(reason));
  const living = open.filter(({ date }) => diedOn === null || date <= diedOn);
  if (living.length === 0) {
    const dead = session.notCredited.some(({ reason }) => reason === 'WORK_AFTER_DEATH');
    if (dead || open.length > 0) return refuseWith('PERSON_DECEASED', { sessionId });
    if (session.notCredited.some(({ reason }) => reason === 'TRAINING_NOT_COUNTED')) {
      return refuseWith('DOCUMENT_MISSING', { document: 'set-hour-credit-policy' });
    }
    const limited = session.notCredited.find(({ reason }) => reason === 'DAILY_LIMIT');
    if (limited !== undefined) return refuseOverLimit(state, limited.date, context);
    return status === 'DISPUTED' || status === 'RECORDED'
      ? undefined
      : refuseWith('ALREADY_DONE', { sessionId });
  }
  const other = doubled(state, session);
  if (other !== undefined && Object.keys(other.credited).length > 0) return refuseOverlap(session, other);
  const fits = living.some(({ date }) => creditedOn(state, date) < dailyLimit(context, date));
  return fits ? undefined : refuseOverLimit(state, living[0]?.date ?? obligation.rulingDate, context);
}

function refuseOverLimit(state: JourneyState, date: string, context: DecideContext): Refused {
  const limit = dailyLimit(context, date);
  const left = Math.max(0, limit - creditedOn(state, date));
  return refuseWith('DAILY_LIMIT', { date, minutesLeft: left, left, limit });
}
