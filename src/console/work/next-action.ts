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
