/**
 * The stages of an assessment and the events that move it (I.5). One assessment is one application: all
 * its attempts, the first test, retests, the one after an appeal and the one after a conflict, go through
 * the same stages.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> REQUESTED: AssessmentRequested
 *   REQUESTED --> VERIFIED: RequirementsVerified
 *   VERIFIED --> SCHEDULED: AssessmentScheduled
 *   SCHEDULED --> SCHEDULED: AssessmentScheduled
 *   CONSENTED --> SCHEDULED: AssessmentScheduled
 *   FROZEN --> SCHEDULED: AssessmentScheduled
 *   SCHEDULED --> VERIFIED: AssessmentPostponed
 *   CONSENTED --> VERIFIED: AssessmentPostponed
 *   SCHEDULED --> CONSENTED: AssessmentConsented
 *   CONSENTED --> TAKEN: AssessmentTaken
 *   TAKEN --> RECOMMENDED: RecommendationFiled
 *   RECOMMENDED --> TAKEN: RecommendationReturned
 *   RECOMMENDED --> REVIEWED: RecommendationReviewed
 *   REVIEWED --> COMPETENT: DeclaredCompetent
 *   REVIEWED --> NOT_YET_COMPETENT: DeclaredNotYetCompetent
 *   NOT_YET_COMPETENT --> REMEDIAL: RemedialStarted
 *   REMEDIAL --> SCHEDULED: RetestScheduled
 *   NOT_YET_COMPETENT --> APPEALED: AppealFiled
 *   REMEDIAL --> APPEALED: AppealFiled
 *   APPEALED --> NOT_YET_COMPETENT: AppealRejected
 *   APPEALED --> RE_ASSESSMENT: AppealAccepted
 *   RE_ASSESSMENT --> RE_ASSESSED: ReAssessed
 *   RE_ASSESSED --> COMPETENT: DeclaredCompetent
 *   RE_ASSESSED --> NOT_YET_COMPETENT: DeclaredNotYetCompetent
 *   VERIFIED --> FROZEN: AssessorConflictFound
 *   SCHEDULED --> FROZEN: AssessorConflictFound
 *   CONSENTED --> FROZEN: AssessorConflictFound
 *   TAKEN --> FROZEN: AssessorConflictFound
 *   RECOMMENDED --> FROZEN: AssessorConflictFound
 *   REVIEWED --> FROZEN: AssessorConflictFound
 *   COMPETENT --> FROZEN: AssessorConflictFound
 *   NOT_YET_COMPETENT --> FROZEN: AssessorConflictFound
 *   REMEDIAL --> FROZEN: AssessorConflictFound
 *   APPEALED --> FROZEN: AssessorConflictFound
 *   RE_ASSESSMENT --> FROZEN: AssessorConflictFound
 *   RE_ASSESSED --> FROZEN: AssessorConflictFound
 * ```
 *
 * VERIFIED, SCHEDULED and CONSENTED freeze only where an earlier attempt was judged by the assessor in
 * question; before any test the assessor is replaced. Not drawn: every stage without a decision goes to
 * CANCELLED by AssessmentCancelled; what was entered in error and never decided goes to VOID.
 */
import type { AssessmentEvents } from './events.ts';
import type { Assessment } from './state.ts';

export type AssessmentStage =
  | 'REQUESTED'
  | 'VERIFIED'
  | 'SCHEDULED'
  | 'CONSENTED'
  | 'TAKEN'
  | 'RECOMMENDED'
  | 'REVIEWED'
  | 'COMPETENT'
  | 'NOT_YET_COMPETENT'
  | 'REMEDIAL'
  | 'APPEALED'
  | 'RE_ASSESSMENT'
  | 'RE_ASSESSED'
  | 'FROZEN'
  | 'CANCELLED'
  | 'VOID';

/** Before any test of the attempt is held. */
export const BEFORE_TEST: readonly AssessmentStage[] = ['REQUESTED', 'VERIFIED', 'SCHEDULED', 'CONSENTED'];

/** A day for a test is set. */
export const TEST_AHEAD: readonly AssessmentStage[] = ['SCHEDULED', 'CONSENTED'];

/** Nothing is decided, or what was decided does not stand any more. */
export const UNDECIDED: readonly AssessmentStage[] = [
  ...BEFORE_TEST,
  'TAKEN',
  'RECOMMENDED',
  'REVIEWED',
  'REMEDIAL',
  'APPEALED',
  'RE_ASSESSMENT',
  'RE_ASSESSED',
  'FROZEN',
];

const FREEZES: readonly AssessmentStage[] = [
  'VERIFIED',
  'SCHEDULED',
  'CONSENTED',
  'TAKEN',
  'RECOMMENDED',
  'REVIEWED',
  'COMPETENT',
  'NOT_YET_COMPETENT',
  'REMEDIAL',
  'APPEALED',
  'RE_ASSESSMENT',
  'RE_ASSESSED',
];

type Moves = {
  readonly [Type in keyof AssessmentEvents]?: readonly (readonly [
    from: readonly AssessmentStage[],
    to: AssessmentStage,
  ])[];
};

/** What the picture shows, for programs; a test holds the two against each other. */
export const ASSESSMENT_MOVES = {
  RequirementsVerified: [[['REQUESTED'], 'VERIFIED']],
  AssessmentScheduled: [[['VERIFIED', 'SCHEDULED', 'CONSENTED', 'FROZEN'], 'SCHEDULED']],
  AssessmentPostponed: [[TEST_AHEAD, 'VERIFIED']],
  AssessmentConsented: [[['SCHEDULED'], 'CONSENTED']],
  AssessmentTaken: [[['CONSENTED'], 'TAKEN']],
  RecommendationFiled: [[['TAKEN'], 'RECOMMENDED']],
  RecommendationReturned: [[['RECOMMENDED'], 'TAKEN']],
  RecommendationReviewed: [[['RECOMMENDED'], 'REVIEWED']],
  DeclaredCompetent: [[['REVIEWED', 'RE_ASSESSED'], 'COMPETENT']],
  DeclaredNotYetCompetent: [[['REVIEWED', 'RE_ASSESSED'], 'NOT_YET_COMPETENT']],
  RemedialStarted: [[['NOT_YET_COMPETENT'], 'REMEDIAL']],
  RetestScheduled: [[['REMEDIAL'], 'SCHEDULED']],
  AppealFiled: [[['NOT_YET_COMPETENT', 'REMEDIAL'], 'APPEALED']],
  AppealRejected: [[['APPEALED'], 'NOT_YET_COMPETENT']],
  AppealAccepted: [[['APPEALED'], 'RE_ASSESSMENT']],
  ReAssessed: [[['RE_ASSESSMENT'], 'RE_ASSESSED']],
  AssessorConflictFound: [[FREEZES, 'FROZEN']],
  AssessmentCancelled: [[UNDECIDED, 'CANCELLED']],
  AssessmentVoided: [[UNDECIDED, 'VOID']],
} as const satisfies Moves;

export type MovingEvent = keyof typeof ASSESSMENT_MOVES;

/** Stages from which an event can come. */
export const stagesOf = (type: MovingEvent): readonly AssessmentStage[] =>
  ASSESSMENT_MOVES[type].flatMap(([from]) => from);

/** @throws where the event does not come from this stage: a handler asks before. */
export function movedBy(type: MovingEvent, { assessmentId, stage }: Assessment): { stage: AssessmentStage } {
  const [, to] = ASSESSMENT_MOVES[type].find(([from]) => (from as readonly string[]).includes(stage)) ?? [];
  if (to === undefined) throw new Error(`${type} does not move assessment ${assessmentId} from ${stage}`);
  return { stage: to };
}
