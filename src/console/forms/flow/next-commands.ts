/** What a desk usually does next, after a command: offered on the page that says that it was done. */
import type { CommandName } from '../../../access/roles.ts';
import type { CommandTarget } from '../../addresses.ts';
import type { TokenRole } from '../../session/session.ts';
import { entryFor, maySend } from './doors.ts';

const NEXT: { readonly [C in CommandName]?: readonly CommandName[] } = {
  'register-person': ['register-ruling', 'import-inmate', 'receive-referral', 'issue-job-seeker-card'],
  'register-ruling': ['record-ruling-final', 'record-consent', 'complete-ruling', 'record-profiling'],
  'record-ruling-final': ['order-execution', 'attach-document'],
  'order-execution': ['assign-site'],
  'assign-site': ['answer-site-assignment', 'plan-schedule'],
  'answer-site-assignment': ['plan-schedule', 'record-session'],
  'plan-schedule': ['start-execution'],
  'start-execution': ['record-session', 'check-in-session', 'suspend-execution'],
  'check-in-session': ['check-out-session'],
  'check-out-session': ['confirm-session', 'check-in-session'],
  'record-session': ['record-session', 'confirm-session', 'record-no-show'],
  'record-no-show': ['excuse-session', 'issue-warning-letter'],
  'suspend-execution': ['resume-execution'],
  'open-breach-review': ['record-breach-opinion', 'record-breach-decision'],
  'sign-completion': ['close-case'],
  'import-inmate': ['assess-inmate-needs', 'request-litmas'],
  'request-litmas': ['schedule-tpp'],
  'schedule-tpp': ['record-tpp-decision'],
  'record-tpp-decision': ['offer-training', 'apply-for-class'],
  'record-release': ['hand-over-released'],
  'accept-client': ['record-aftercare-report'],
  'receive-referral': ['give-consent'],
  'give-consent': ['assess-accommodation', 'apply-for-class'],
  'offer-training': ['answer-training-offer'],
  'answer-training-offer': ['apply-for-class'],
  'open-class': ['confirm-seat', 'start-class'],
  'start-class': ['record-attendance'],
  'record-attendance': ['record-attendance', 'record-unit-results'],
  'record-unit-results': ['finish-class'],
  'verify-requirements': ['assign-assessor', 'schedule-test'],
  'assign-assessor': ['schedule-test'],
  'schedule-test': ['sign-consent'],
  'sign-consent': ['record-test-taken'],
  'record-test-taken': ['file-recommendation'],
  'file-recommendation': ['review-recommendation'],
  'review-recommendation': ['hold-plenary'],
  'hold-plenary': ['request-certificate-issue'],
  'issue-job-seeker-card': ['set-availability', 'hold-counselling'],
  'set-availability': ['request-apprenticeship', 'start-placement'],
  'invite-candidate': ['record-interview'],
  'record-interview': ['offer-job', 'decline-candidate'],
  'offer-job': ['accept-candidate'],
  'start-placement': ['record-retention-check'],
  'register-site': ['amend-site'],
  'apply-for-permit': ['submit-candidates', 'record-payment-reference'],
  'assess-feasibility': ['approve-permit', 'reject-permit'],
  'approve-permit': ['hand-off-to-immigration'],
};

export const nextCommands = (role: TokenRole, target: CommandTarget, command: string): readonly string[] =>
  (NEXT[command as CommandName] ?? []).filter(
    (name) => maySend(role, name) && entryFor(target, name) !== undefined,
  );
