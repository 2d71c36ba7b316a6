/** What a journey remembers of offers and enrolments in classes (domain C, I.5). */
import type { LocalDate } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';
import type { AccommodationCode } from '../referral/commands.ts';
import type { JourneyState } from '../state.ts';
import type { OfferId, SuspensionReason, TrainingBasis } from './commands.ts';
import type { ClassTerms } from './events.ts';

export type EnrolmentStage =
  /** A seat was asked for. */
  | 'APPLIED'
  /** On a waiting list, or its class was cancelled. */
  | 'WAITING'
  | 'SEATED'
  | 'ACTIVE'
  | 'SUSPENDED'
  | 'FINISHED'
  /** The class ended and the attendance did not reach the threshold (S43). */
  | 'INCOMPLETE'
  | 'DROPPED'
  | 'CANCELLED'
  /** No seat was given. */
  | 'REFUSED';

export interface Enrolment extends ClassTerms {
  readonly enrolmentId: string;
  readonly stage: EnrolmentStage;
  readonly caseId: CaseId | null;
  readonly offerId: OfferId | null;
  readonly basis: TrainingBasis;
  readonly office: string | null;
  readonly classId: string;
  /** Every class it ever sat in, oldest first: whoever taught one never assesses this person (D-09). */
  readonly classIds: readonly string[];
  /** Where it will move once that class gives a seat. */
  readonly moving: (ClassTerms & { readonly classId: string }) | null;
  readonly needs: readonly AccommodationCode[];
  readonly availableUntil: LocalDate | null;
  /** First place: its class was cancelled. */
  readonly priority: boolean;
  readonly seat: 'NONE' | 'HELD' | 'CONFIRMED' | 'INTERRUPTED';
  /** Local date on which its present class gave it the seat; null before. */
  readonly seatedOn: LocalDate | null;
  /** Local date on which it first started; null before. */
  readonly startedOn: LocalDate | null;
  /** Unit codes, in the order in which they were achieved. */
  readonly achievedUnits: readonly string[];
  /** Training hours attended, by class, as told when a seat there ended. */
  readonly attendedJp: { readonly [classId: string]: number };
  readonly suspension: {
    readonly reason: SuspensionReason;
    readonly on: LocalDate;
    readonly restartUnit: string | null;
    /** What stopped it is over. */
    readonly mayResume: boolean;
  } | null;
  readonly attendance: {
    readonly attendedJp: number;
    readonly requiredJp: number;
    readonly thresholdPercent: number;
  } | null;
  readonly finishedOn: LocalDate | null;
  readonly conflict: boolean;
  readonly trainingCertificate: { readonly number: string; readonly issuedOn: LocalDate } | null;
}

export interface TrainingOffer {
  readonly offerId: OfferId;
  readonly caseId: CaseId;
  readonly programmeId: string;
  readonly classId: string | null;
  readonly as: TrainingBasis;
  readonly office: string;
  readonly answer: 'NONE' | 'ACCEPTED' | 'DECLINED';
}

export interface TrainingState {
  readonly offers: { readonly [offerId: OfferId]: TrainingOffer };
  readonly enrolments: { readonly [enrolmentId: string]: Enrolment };
}

export const INITIAL_TRAINING_STATE: TrainingState = { offers: {}, enrolments: {} };

export const enrolmentOf = ({ training }: JourneyState, enrolmentId: string): Enrolment | undefined =>
  Object.hasOwn(training.enrolments, enrolmentId) ? training.enrolments[enrolmentId] : undefined;

/** Enrolments that still wait for something or sit in a class. */
export const OPEN_STAGES: readonly EnrolmentStage[] = ['APPLIED', 'WAITING', 'SEATED', 'ACTIVE', 'SUSPENDED'];

/** Suspended, and in no class that it could go on in by itself: its seat is interrupted, or gone. */
export const isStopped = ({ stage, seat }: Enrolment): boolean =>
  stage === 'SUSPENDED' && (seat === 'INTERRUPTED' || seat === 'NONE');

export const openEnrolments = ({ training }: JourneyState): Enrolment[] =>
  Object.values(training.enrolments).filter(({ stage }) => OPEN_STAGES.includes(stage));

/** Units achieved in any training, whatever became of it: they stay achieved (B-14). */
export const achievedUnitsOf = ({ training }: JourneyState): string[] => [
  ...new Set(Object.values(training.enrolments).flatMap(({ achievedUnits }) => achievedUnits)),
];

/** @throws when the enrolment is unknown: an event names only what an earlier event began. */
export const changeEnrolment = (
  state: JourneyState,
  enrolmentId: string,
  change: (found: Enrolment) => Partial<Enrolment>,
): JourneyState => {
  const found = enrolmentOf(state, enrolmentId);
  if (found === undefined) throw new Error(`event names unknown enrolment ${enrolmentId}`);
  const enrolments = { ...state.training.enrolments, [enrolmentId]: { ...found, ...change(found) } };
  return { ...state, training: { ...state.training, enrolments } };
};
