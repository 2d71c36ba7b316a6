/** The lists of each desk (domain H): four that every desk has, and those of its own week. */
import type { Role } from '../../domain/decider.ts';
import type { WorkCondition, WorkKind } from './row.ts';

export interface WorkListDefinition {
  /** In the address: `/work/overdue`. */
  readonly list: string;
  readonly conditions: readonly WorkCondition[];
  /** Only these matters; absent = all. */
  readonly works?: readonly WorkKind[];
  /** Before today, today alone, or from today for so many days. */
  readonly due?: 'PAST' | 'TODAY' | number;
}

/** Days that "soon" has: a week. */
const SOON = 7;

const FOUR: readonly WorkListDefinition[] = [
  { list: 'overdue', conditions: ['TODO'], due: 'PAST' },
  { list: 'due', conditions: ['TODO'], due: SOON },
  { list: 'hold', conditions: ['HOLD'] },
  { list: 'waiting', conditions: ['WAITING'] },
];

const own = (
  list: string,
  works: readonly WorkKind[],
  more: Partial<WorkListDefinition> = {},
): WorkListDefinition => ({ list, works, conditions: ['TODO'], ...more });

const OWN: { readonly [R in Role]?: readonly WorkListDefinition[] } = {
  PIDUM_STAFF: [
    own('identity-warnings', ['identity-warning']),
    own('incomplete-rulings', ['complete-ruling']),
    own('not-final', ['ruling-final']),
    own('fines', ['fine-payment']),
    own('rights-requests', ['rights-request']),
  ],
  EXECUTING_PROSECUTOR: [
    own('not-ordered', ['order-execution']),
    own('to-start', ['assign-site', 'change-site', 'plan-schedule', 'start-execution']),
    own('behind-pace', ['behind-pace']),
    own('breach-reviews', ['breach-decision', 'breach-opinion', 'window-ended'], {
      conditions: ['TODO', 'WAITING'],
    }),
    own('disputed-sessions', ['disputed-session']),
    own('to-close', ['sign-completion', 'close-case']),
  ],
  PROBATION_COUNSELLOR: [
    own('litmas', ['litmas']),
    own('opinions', ['profiling', 'breach-opinion']),
    own('monthly-reports', ['monthly-report', 'aftercare-report'], { due: 'PAST' }),
    own('clients', ['accept-client', 'end-aftercare', 'close-prison-case']),
    own('behind-pace', ['behind-pace']),
  ],
  SITE_SUPERVISOR: [
    own('today', ['expected'], { conditions: ['EXPECTED'], due: 'TODAY' }),
    own('to-confirm', ['confirm-session', 'check-out']),
    own('answers', ['site-answer']),
  ],
  PRISON_OFFICER: [
    own('tpp', ['tpp', 'schedule-tpp']),
    own('releases-30', ['release'], { due: 30 }),
    own('releases-60', ['release'], { due: 60 }),
    own('hand-overs', ['hand-over', 'close-prison-case']),
    own('candidates', ['assess-needs', 'offer-training', 'offer-answer']),
  ],
  TRAINING_CENTRE_ADMINISTRATOR: [
    own('referrals', ['referral-consent', 'referral-assess', 'referral-place']),
    own('seats-held', ['seat-held']),
    own('waiting-list', ['waiting-list', 'class-waiting']),
    own('accommodations', ['accommodation', 'confirm-accommodation', 'class-accommodation']),
    own('classes', ['open-class', 'start-class', 'finish-class']),
    own('training-certificates', ['training-certificate']),
    own('today', ['expected'], { conditions: ['EXPECTED'], due: 'TODAY' }),
    own('to-confirm', ['confirm-session', 'check-out', 'site-answer']),
  ],
  INSTRUCTOR: [
    own('today', ['attendance'], { due: 'TODAY' }),
    own('missing-sheets', ['attendance'], { due: 'PAST' }),
  ],
  ASSESSOR: [own('assigned', ['consent', 'test']), own('decisions', ['recommendation', 're-assess'])],
  CERTIFICATION_BODY_ADMINISTRATOR: [
    own('applications', ['verify-requirements', 'assign-assessor', 'schedule-test', 'adjustment']),
    own('plenary', ['review', 'plenary', 'issue-certificate']),
    own('retests', ['remedial', 'retest']),
    own('appeals', ['appeal', 'appeal-decision']),
    own('expiring', ['certificate-expiring', 'certificate-renewal']),
  ],
  PLACEMENT_OFFICER: [
    own('ready', ['propose']),
    own('to-start', ['start-placement']),
    own('ak1', ['ak1-report', 'ak1-renew'], { due: 30 }),
    own('follow-ups', ['follow-up'], { due: 30 }),
    own('unreachable', ['unreachable']),
  ],
  REFERRAL_OFFICER: [
    own('unanswered', ['referral-consent', 'referral-assess', 'referral-place'], { conditions: ['WAITING'] }),
    own('on-waiting-list', ['waiting-list'], { conditions: ['WAITING'] }),
  ],
  EMPLOYER: [own('proposals', ['proposal-answer']), own('hires', ['confirm-hire'])],
  PERMIT_OFFICER: [
    own('feasibility', ['permit-feasibility']),
    own('approvals', ['permit-approve']),
    own('extensions', ['permit-extension-decision']),
  ],
  AUDITOR: [
    own('findings-open', ['finding-answer'], { conditions: ['WAITING'] }),
    own('findings-answered', ['finding-close']),
  ],
};

/** Everything that this desk can bring on now, whether or not a date is set. */
const ALL: WorkListDefinition = { list: 'all', conditions: ['TODO'] };

export const workListsOf = (role: Role): readonly WorkListDefinition[] => [
  ...FOUR,
  ...(OWN[role] ?? []),
  ALL,
];
