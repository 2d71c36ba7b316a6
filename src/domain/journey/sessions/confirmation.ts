/**
 * The site's word on a session: confirmed, or disputed. Entries by an office count when recorded and
 * wait for this word; silence is chased after two days and escalated after seven (I.7).
 */
import type { WantedDeadline } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { DeadlinesOf, FiringHandlers, Refused } from '../handlers.ts';
import { requireRole } from '../handlers.ts';
import type { CommunityServiceCase, Session } from '../state.ts';
import { creditConfirmed, withdraw } from './credit.ts';
import { draftOf, post } from './draft.ts';
import { onSession } from './on-session.ts';
import { SITE_PEOPLE } from './place.ts';
import { concluded } from './recording.ts';
import { reopenIfShort } from './reopening.ts';
import { requireUnsigned } from './session-stage.ts';

const requireStatus = (session: Session, ...allowed: Session['status'][]): Refused | undefined =>
  allowed.includes(session.status)
    ? undefined
    : refuseWith('WRONG_STAGE', {
        caseId: session.caseId,
        sessionId: session.sessionId,
        stage: session.status,
        allowed: allowed.join(', '),
      });

export const confirmSession = onSession<'confirm-session'>(
  ({ session, obligation }, command, context, state) => {
    const { sessionId, caseId } = session;
    if (session.status === 'CONFIRMED' || session.status === 'DECIDED') {
      return refuseWith('ALREADY_DONE', { sessionId });
    }
    const refused =
      requireRole(command.actor, ...SITE_PEOPLE) ??
      requireStatus(session, 'RECORDED') ??
      requireCaseOpen(obligation);
    if (refused !== undefined) return refused;
    const confirmed = post(draftOf(state), context, { type: 'SessionConfirmed', data: { sessionId } });
    return concluded(creditConfirmed(confirmed, context, sessionId), context, caseId);
  },
);

export const disputeSession = onSession<'dispute-session'>(
  ({ session, obligation }, command, context, state) => {
    const { sessionId, caseId } = session;
    const { reason } = command.data;
    if (session.status === 'DISPUTED') return refuseWith('ALREADY_DONE', { sessionId });
    const refused =
      requireRole(
        command.actor,
        'SITE_SUPERVISOR',
        'TRAINING_CENTRE_ADMINISTRATOR',
        'EXECUTING_PROSECUTOR',
      ) ??
      requireStatus(session, 'RECORDED', 'CONFIRMED') ??
      requireUnsigned(obligation);
    if (refused !== undefined) return refused;
    const disputed = post(draftOf(state), context, { type: 'SessionDisputed', data: { sessionId, reason } });
    const withdrawn = withdraw(disputed, context, session, 'DISPUTED');
    return concluded(reopenIfShort(withdrawn, context, caseId, reason), context, caseId);
  },
);

const requireCaseOpen = ({ caseId, stage }: CommunityServiceCase): Refused | undefined =>
  stage === 'CLOSED' || stage === 'VOID' ? refuseWith('CASE_CLOSED', { caseId, stage }) : undefined;

/** The next reminder only: the escalation is armed once the site has been chased in vain. */
export const sessionDeadlines: DeadlinesOf = (state) => {
  if (state.diedOn !== null) return [];
  return Object.values(state.sessions).flatMap((session): WantedDeadline[] => {
    const { sessionId: subject, caseId, status } = session;
    const stage = state.cases[caseId]?.stage;
    if (status !== 'RECORDED' || stage === undefined || stage === 'CLOSED' || stage === 'VOID') return [];
    const { confirmBy, escalateAt } = session.confirmation;
    if (confirmBy !== null) return [{ kind: 'session-confirmation', subject, dueAt: confirmBy }];
    if (escalateAt !== null) return [{ kind: 'session-escalation', subject, dueAt: escalateAt }];
    return [];
  });
};

export const sessionFirings: FiringHandlers = {
  'session-confirmation': (_state, { subject: sessionId }) => [
    { type: 'SessionConfirmationChased', data: { sessionId } },
  ],
  'session-escalation': (_state, { subject: sessionId }) => [
    { type: 'SessionConfirmationEscalated', data: { sessionId } },
  ],
};
