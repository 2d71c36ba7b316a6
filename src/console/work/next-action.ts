/**
 * What a desk does next about one matter: the form of a command, or waiting for another office. Pure. Which command
 * answers which matter is the catalogue's table; here it gets its address, its verb and what is known already.
 */

import type { CommandName } from '../../access/roles.ts';
import type { EntityKind } from '../../catalogue/index.ts';
import { ENTITY_COMMANDS, JOURNEY_COMMANDS } from '../../catalogue/index.ts';
import { nextCommand } from '../../catalogue/next-commands.ts';
import type { WorkCondition, WorkKind } from '../../projections/work/row.ts';
import { type CommandTarget, commandPath } from '../addresses.ts';
import type { TokenRole } from '../session/session.ts';
import { same, type Words } from '../words/words.ts';

/** A matter as the API tells it, as far as its next step needs it. */
export interface Pending {
  readonly work: WorkKind;
  readonly condition: WorkCondition;
  readonly entityKind: 'journey' | EntityKind;
  /** Absent for those who know no journeys. */
  readonly personId?: string | null;
  readonly entityId?: string | null;
  readonly caseId?: string | null;
  readonly subject?: string | null;
  readonly stage?: string | null;
  readonly waitsFor?: string | null;
  readonly deadline?: { readonly daysOver: number } | null;
}

export type NextAction =
  | { readonly kind: 'command'; readonly command: CommandName; readonly words: Words; readonly path: string }
  /** It is another office's turn; null where nobody in particular is waited for. */
  | { readonly kind: 'wait'; readonly office: string | null };

/** Titles that are no verbs, said as what one does. */
const VERBS: { readonly [C in CommandName]?: Words } = {
  'assess-accommodation': { id: 'Catat asesmen kebutuhan', en: 'Assess the needs' },
  'check-in-session': { id: 'Catat kedatangan', en: 'Record the arrival' },
  'check-out-session': { id: 'Catat kepulangan', en: 'Record the departure' },
  'open-breach-review': { id: 'Buka pemeriksaan', en: 'Open a review' },
  'start-execution': { id: 'Mulai pelaksanaan (BA-17)', en: 'Start the execution (BA-17)' },
};

const TITLES: { readonly [name: string]: { readonly title: Words } } = {
  ...JOURNEY_COMMANDS,
  ...ENTITY_COMMANDS,
};

/** What is to be done, as a verb. */
export const commandWords = (command: CommandName): Words =>
  VERBS[command] ?? (Object.hasOwn(TITLES, command) ? TITLES[command]!.title : same(command));

/** The field of the command that the matter's subject fills. */
const SUBJECT_FIELD: { readonly [W in WorkKind]?: string } = {
  ...{ 'identity-warning': 'code', 'rights-request': 'requestId', 'check-out': 'sessionId' },
  ...{ 'confirm-session': 'sessionId', 'disputed-session': 'sessionId', 'monthly-report': 'month' },
  ...{ accommodation: 'code', 'confirm-accommodation': 'code', 'offer-answer': 'offerId' },
  ...{ 'suspended-training': 'enrolmentId', 'resume-training': 'enrolmentId' },
  ...{ 'training-certificate': 'enrolmentId', 'start-placement': 'proposalId' },
  ...{ unreachable: 'placementId', 'apprenticeship-answer': 'agreementNumber' },
  ...{ 'seat-held': 'enrolmentId', 'class-accommodation': 'enrolmentId' },
};

/** Commands about the person and no single case. */
const OF_THE_PERSON: readonly WorkKind[] = [
  'identity-warning',
  'rights-request',
  'confirm-session',
  'check-out',
];

const ASSESSMENTS: ReadonlySet<WorkKind> = new Set<WorkKind>([
  ...(['verify-requirements', 'assign-assessor', 'schedule-test', 'adjustment', 'consent', 'test'] as const),
  ...(['recommendation', 'review', 'plenary', 'issue-certificate', 'remedial', 'retest', 'appeal'] as const),
  ...(['re-assess', 'appeal-decision', 'frozen-assessment'] as const),
]);

function prefillOf({ work, caseId, subject }: Pending): { readonly [field: string]: string } {
  const field = SUBJECT_FIELD[work];
  if (work === 'follow-up' && subject) {
    const [placementId = '', day = ''] = subject.split('/');
    return { placementId, day };
  }
  if (work === 'permit-annual-report') return { kind: 'ANNUAL' };
  if (work === 'permit-end-report') return { kind: 'END_OF_CONTRACT' };
  if (work === 'attendance' && subject) return { sessionOn: subject.slice(0, 10), slot: subject.slice(11) };
  return {
    ...(caseId && !OF_THE_PERSON.includes(work) && field !== 'sessionId' && field !== 'enrolmentId'
      ? { caseId }
      : {}),
    ...(field !== undefined && subject ? { [field]: subject } : {}),
  };
}

function targetOf({ work, entityKind, personId, entityId, subject }: Pending): CommandTarget | undefined {
  if (ASSESSMENTS.has(work)) return subject ? { kind: 'assessment', id: subject } : undefined;
  if (entityKind !== 'journey') return entityId ? { kind: entityKind, id: entityId } : undefined;
  if (personId) return { kind: 'person', id: personId };
  return subject ? { kind: 'proposal', id: subject } : undefined;
}

/** Undefined where this role can only look. */
export function nextAction(pending: Pending, role: TokenRole): NextAction | undefined {
  if (pending.condition === 'WAITING') return { kind: 'wait', office: pending.waitsFor ?? null };
  const command = nextCommand(pending.work, role, pending.stage, (pending.deadline?.daysOver ?? 0) < 0);
  const target = targetOf(pending);
  if (command === undefined || target === undefined) return undefined;
  const prefill = target.kind === 'assessment' || target.kind === 'proposal' ? {} : prefillOf(pending);
  return {
    kind: 'command',
    command,
    words: commandWords(command),
    path: commandPath(target, command, prefill),
  };
}

/** The matter that a kind of deadline stands for: for pages that know deadlines and no desks. */
const MATTER_OF_DEADLINE: { readonly [kind: string]: WorkKind } = {
  'missing-data-chase': 'complete-ruling',
  'execution-due': 'order-execution',
  'first-appearance': 'start-execution',
  'site-answer': 'site-answer',
  'site-reassignment': 'change-site',
  'session-confirmation': 'confirm-session',
  'session-escalation': 'confirm-session',
  'window-end': 'window-ended',
  'suspension-resume': 'held',
  'breach-opinion': 'breach-opinion',
  'breach-decision-chase': 'breach-decision',
  'fine-payment': 'fine-payment',
  'signature-chase': 'sign-completion',
  'rights-request-answer': 'rights-request',
  litmas: 'litmas',
  'tpp-result': 'tpp',
  'interruption-review': 'interruption',
  'release-date': 'release',
  'release-hand-over': 'hand-over',
  'release-chase': 'accept-client',
  'aftercare-report': 'aftercare-report',
  'probation-end': 'end-aftercare',
  'referral-answer': 'referral-assess',
  'accommodation-ready': 'accommodation',
  'waiting-list-end': 'waiting-list',
  'assessment-report': 'recommendation',
  'assessment-plenary': 'plenary',
  'appeal-decision': 'appeal',
  'retest-open': 'retest',
  'job-seeker-report': 'ak1-report',
  'job-seeker-card-end': 'ak1-renew',
  'retention-check': 'follow-up',
  'apprenticeship-answer': 'apprenticeship-answer',
};

/** The matter that a stage of a case of community service leaves open first. */
const MATTER_OF_STAGE: { readonly [stage: string]: WorkKind } = {
  REGISTERED: 'profiling',
  PROFILED: 'ruling-final',
  FINAL: 'order-execution',
  ORDERED: 'assign-site',
  PLANNED: 'start-execution',
  HELD: 'held',
  REVIEW: 'breach-opinion',
  CONVERTED: 'close-case',
  COMPLETED: 'sign-completion',
};

/** The next step where only a deadline or a stage is known, for example on the page of a person. */
export function nextActionFor(
  about: { readonly deadlineKind?: string; readonly stage?: string },
  place: Pick<Pending, 'personId' | 'caseId' | 'subject'>,
  role: TokenRole,
): NextAction | undefined {
  const work = MATTER_OF_DEADLINE[about.deadlineKind ?? ''] ?? MATTER_OF_STAGE[about.stage ?? ''];
  if (work === undefined) return undefined;
  return nextAction(
    { ...place, work, condition: 'TODO', entityKind: 'journey', stage: about.stage ?? null },
    role,
  );
}
