/** Events of offers and enrolments in classes (domain C, I.5, I.6b). */
import type { LocalDate } from '../../time/moment.ts';
import type { DeliveryMode } from '../../training-class/fact.ts';
import type { CaseId } from '../commands.ts';
import type { AccommodationCode } from '../referral/commands.ts';
import type {
  AskedCancelReason,
  OfferId,
  SuspensionReason,
  TrainingBasis,
  TrainingCommands,
} from './commands.ts';

type Of<Name extends keyof TrainingCommands> = TrainingCommands[Name];

interface OfEnrolment {
  readonly enrolmentId: string;
}
interface OfClass extends OfEnrolment {
  readonly classId: string;
}

/** What an enrolment knows of the class it sits in, so that it is told as it was (I-9). */
export interface ClassTerms {
  readonly programmeId: string;
  readonly programmeVersion: number;
  readonly units: readonly string[];
  readonly jp: number;
  readonly centre: string;
  readonly zone: 'WIB' | 'WITA' | 'WIT';
  readonly deliveryMode: DeliveryMode;
  readonly hostFacility: string | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

export type CancelledBecause =
  | AskedCancelReason
  | 'DEATH'
  | 'SEAT_NOT_CONFIRMED'
  | 'SEAT_TAKEN_BACK'
  | 'CONSENT_WITHDRAWN'
  /** Two records of one person, merged: one seat too many in one class. */
  | 'DOUBLE_SEAT';

export interface TrainingEvents {
  TrainingOffered: Of<'offer-training'> & { readonly offerId: OfferId; readonly office: string };
  TrainingOfferAccepted: { readonly offerId: OfferId };
  /** Changes no hours and no term (L-29). */
  TrainingOfferDeclined: { readonly offerId: OfferId };
  EnrolmentRequested: OfClass &
    ClassTerms & {
      readonly caseId: CaseId | null;
      readonly offerId: OfferId | null;
      readonly basis: TrainingBasis;
      /** Office that applied; null where the person did. */
      readonly office: string | null;
      readonly needs: readonly AccommodationCode[];
      readonly availableUntil: LocalDate | null;
    };
  SeatReserved: Of<'note-seat-held'>;
  SeatConfirmed: OfClass;
  SeatRefused: Of<'note-seat-refused'>;
  WaitingListed: Of<'note-waiting'>;
  /** The seat came when the person could not be there; it was given back, and another class is looked for. */
  SeatDeclined: OfClass;
  SeatReleased: Of<'note-seat-released'>;
  EnrolmentStarted: OfClass & { readonly on: LocalDate };
  /** The class changed its days. */
  EnrolmentDatesChanged: Of<'note-class-amended'>;
  AttendanceLowNoted: Of<'note-attendance-low'>;
  UnitAchieved: Of<'note-unit-achieved'>;
  EnrolmentSuspended: OfEnrolment & {
    readonly reason: SuspensionReason;
    readonly on: LocalDate;
    /** Units achieved stay achieved. */
    readonly keptUnits: readonly string[];
    /** Where training goes on: the first unit that is not achieved; null where all are. */
    readonly restartUnit: string | null;
  };
  /** What stopped it is over; somebody may let it go on. */
  EnrolmentMayResume: OfEnrolment & { readonly on: LocalDate };
  /** The old seat was asked for again. */
  ReturnRequested: OfClass;
  EnrolmentResumed: OfClass & { readonly on: LocalDate; readonly atUnit: string | null };
  /** A seat in another class was asked for; nothing has moved yet. */
  MoveRequested: OfClass & ClassTerms;
  EnrolmentMoved: OfEnrolment & {
    readonly fromClassId: string;
    readonly toClassId: string;
    readonly keptUnits: readonly string[];
    readonly restartUnit: string | null;
  };
  /** The class was cancelled: back to the waiting list, with first place (I.6b). */
  ClassCancelled: Of<'note-class-cancelled'>;
  TrainingFinished: Of<'note-training-finished'>;
  /** S43: attendance did not reach the threshold that the class was opened with. */
  AttendanceFellShort: Of<'note-training-finished'>;
  TrainingCertificateIssued: Of<'issue-training-certificate'>;
  EnrolmentDropped: Of<'drop-enrolment'>;
  EnrolmentCancelled: OfEnrolment & { readonly reason: CancelledBecause };
  /** A release or a sentence end comes before the class does: somebody moves it outside (I.6b). */
  EnrolmentConflictFound: OfEnrolment & {
    readonly conflict: 'RELEASED' | 'RELEASE_BEFORE_END';
    readonly availableUntil: LocalDate | null;
  };
  /** The new date leaves time for the whole class again. */
  EnrolmentConflictEnded: OfEnrolment;
  /** The release comes near (I.7): what is learnt by then can be tested early. Says no reason. */
  EarlyTestSuggested: OfEnrolment;
  /** Clemency: the person stays because they want to (I.6b). */
  EnrolmentBecameVoluntary: OfEnrolment;
}
