/** Which command answers each matter of a desk: one per matter, and per role where desks differ. */
import type { CommandName } from '../access/roles.ts';
import { COMMAND_RULES } from '../access/roles.ts';
import type { Role } from '../domain/decider.ts';
import type { WorkKind } from '../projections/work/row.ts';

type Next = CommandName | { readonly [R in Role]?: CommandName };

export const NEXT_COMMANDS: { readonly [W in WorkKind]: Next } = {
  'identity-warning': 'resolve-identity-warning',
  'rights-request': 'answer-rights-request',
  'complete-ruling': 'complete-ruling',
  'confirm-anomaly': 'confirm-sentence-anomaly',
  profiling: 'record-profiling',
  'ruling-final': 'record-ruling-final',
  'order-execution': 'order-execution',
  'assign-site': 'assign-site',
  'site-answer': 'answer-site-assignment',
  'change-site': 'change-site',
  'plan-schedule': 'plan-schedule',
  'start-execution': 'start-execution',
  expected: 'check-in-session',
  'check-out': 'check-out-session',
  'confirm-session': 'confirm-session',
  'disputed-session': 'decide-session-credit',
  'behind-pace': { EXECUTING_PROSECUTOR: 'issue-warning-letter', PROBATION_COUNSELLOR: 'record-guidance' },
  // Until it has ended there is nothing to decide.
  'window-end': {},
  'window-ended': 'open-breach-review',
  held: { EXECUTING_PROSECUTOR: 'resume-execution', PROBATION_COUNSELLOR: 'record-guidance' },
  'breach-opinion': 'record-breach-opinion',
  'breach-decision': 'record-breach-decision',
  'fine-payment': 'record-fine-payment',
  'monthly-report': 'file-monthly-report',
  'sign-completion': 'sign-completion',
  'close-case': 'close-case',
  'assess-needs': 'assess-inmate-needs',
  litmas: 'record-litmas',
  'schedule-tpp': 'schedule-tpp',
  tpp: 'record-tpp-decision',
  'offer-training': 'offer-training',
  interruption: 'end-interruption',
  release: 'record-release',
  'hand-over': 'hand-over-released',
  'accept-client': 'accept-client',
  'aftercare-report': 'record-aftercare-report',
  'end-aftercare': 'end-aftercare',
  'close-prison-case': 'close-prison-case',
  'referral-consent': 'give-consent',
  'referral-assess': 'assess-accommodation',
  'referral-place': 'apply-for-class',
  'waiting-list': 'record-place-offer',
  accommodation: 'provide-accommodation',
  'confirm-accommodation': 'confirm-accommodation',
  'offer-answer': 'answer-training-offer',
  'suspended-training': 'resume-enrolment',
  'resume-training': 'resume-enrolment',
  'training-certificate': 'issue-training-certificate',
  'verify-requirements': 'verify-requirements',
  'assign-assessor': 'assign-assessor',
  'schedule-test': 'schedule-test',
  adjustment: 'agree-adjustment',
  consent: 'sign-consent',
  test: 'record-test-taken',
  recommendation: 'file-recommendation',
  review: 'review-recommendation',
  plenary: 'hold-plenary',
  'issue-certificate': 'request-certificate-issue',
  remedial: 'start-remedial',
  retest: 'schedule-retest',
  appeal: 'accept-appeal',
  're-assess': 're-assess',
  'appeal-decision': 'decide-appeal',
  'frozen-assessment': 'schedule-test',
  'certificate-expiring': 'request-renewal',
  'certificate-renewal': 'renew-certificate',
  'certificate-frozen': 'unfreeze-certificate',
  propose: 'propose-candidate',
  'ak1-report': 'report-job-seeker',
  'ak1-renew': 'renew-job-seeker-card',
  'proposal-answer': 'invite-candidate',
  'start-placement': 'start-placement',
  'confirm-hire': 'confirm-employment',
  'follow-up': 'record-retention-check',
  unreachable: 'record-contact-attempt',
  'apprenticeship-answer': 'answer-apprenticeship',
  'open-class': 'open-class',
  'start-class': 'start-class',
  'finish-class': 'finish-class',
  'seat-held': 'confirm-seat',
  'class-waiting': 'amend-class',
  'class-accommodation': 'ready-accommodation',
  attendance: 'record-attendance',
  'permit-complete': 'apply-for-permit',
  'permit-feasibility': 'assess-feasibility',
  'permit-candidates': 'submit-candidates',
  'permit-payment': 'record-payment-reference',
  'permit-approve': 'approve-permit',
  'permit-extension': 'apply-for-extension',
  'permit-extension-decision': 'decide-extension',
  'permit-annual-report': 'file-permit-report',
  'permit-end-report': 'file-permit-report',
  'finding-answer': 'answer-finding',
  'finding-close': 'close-finding',
};

/** An employer answers step by step. */
const AT_STAGE: { readonly [stage: string]: CommandName } = {
  'proposal-answer/INVITED': 'record-interview',
  'proposal-answer/INTERVIEWED': 'offer-job',
  'proposal-answer/OFFERED': 'accept-candidate',
};

/** What cannot be done before its day. */
const ON_ITS_DAY: ReadonlySet<WorkKind> = new Set<WorkKind>([
  ...([
    'release',
    'follow-up',
    'monthly-report',
    'attendance',
    'test',
    'start-class',
    'finish-class',
  ] as const),
  ...(['retest', 'permit-annual-report', 'permit-end-report'] as const),
]);

/**
 * The command by which this role brings the matter on; undefined where it is not this role's to bring on.
 * @param ahead whether its day is still to come.
 */
export function nextCommand(
  work: WorkKind,
  role: Role,
  stage?: string | null,
  ahead = false,
): CommandName | undefined {
  if (ahead && ON_ITS_DAY.has(work)) return undefined;
  const next = NEXT_COMMANDS[work];
  const named = typeof next === 'string' ? next : next[role];
  const command = AT_STAGE[`${work}/${stage}`] ?? named;
  return command !== undefined && Object.hasOwn(COMMAND_RULES[command], role) ? command : undefined;
}
