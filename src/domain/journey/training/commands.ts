/** Commands of offers and enrolments in classes (domain C, I.5). */
import type { AgeNow } from '../../time/age.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { FinalResult, SeatEnd, SeatRefusal } from '../../training-class/events.ts';
import type { CaseId, Sealed } from '../commands.ts';
import type { AccommodationCode } from '../referral/commands.ts';

/** Ordinal within the journey: `o1`, `o2`. */
export type OfferId = string;

/**
 * VOLUNTARY: refusing it never affects anything (L-29). COURT_MEASURE: ordered under art. 103.
 * PLACE_OF_WORK: the centre is also the place of the community service.
 */
export type TrainingBasis = 'VOLUNTARY' | 'COURT_MEASURE' | 'PLACE_OF_WORK';

/** Why a training stops for a while. Codes only: a health matter is no more than its code. */
export type SuspensionReason =
  | 'TRANSFER'
  | 'DISCIPLINE'
  | 'LOCKDOWN'
  | 'ILLNESS'
  | 'ESCAPE'
  | 'RELEASE'
  | 'IN_CUSTODY'
  | 'FAMILY'
  | 'WORK'
  | 'OTHER';

export const DROP_REASONS = ['DID_NOT_COME', 'CONDUCT', 'OWN_WISH', 'NOT_ABLE', 'OTHER'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

export const CANCEL_ENROLMENT_REASONS = ['OWN_WISH', 'MISTAKE', 'OTHER_TRAINING', 'OTHER'] as const;
export type AskedCancelReason = (typeof CANCEL_ENROLMENT_REASONS)[number];

interface OfEnrolment {
  readonly enrolmentId: string;
}
interface OfClass extends OfEnrolment {
  readonly classId: string;
}

export interface TrainingCommands {
  'offer-training': {
    readonly caseId: CaseId;
    readonly programmeId: string;
    readonly classId?: string;
    readonly as: TrainingBasis;
  };
  'answer-training-offer': { readonly offerId: OfferId; readonly accepted: boolean };
  /** `enrolmentId` is filled in by the server. */
  'apply-for-class': OfClass & {
    readonly caseId?: CaseId;
    readonly offerId?: OfferId;
    /** Beside what a referral already knows of (C-10). */
    readonly needs: readonly AccommodationCode[];
    /** Join the waiting list where no seat is free. */
    readonly waits: boolean;
    readonly availableUntil?: LocalDate;
    /** Attested by the vault on the day of the application; null where it knows no birth date (C-17). */
    readonly ageNow?: AgeNow | null;
  };
  /** To another class of the programme: units are kept, the interrupted unit begins anew (S27). */
  'move-enrolment': OfClass & { readonly waits: boolean };
  'suspend-enrolment': OfEnrolment & {
    readonly reason: 'ILLNESS' | 'FAMILY' | 'WORK' | 'OTHER';
    readonly on: LocalDate;
  };
  /** Back in the same class, while its seat is held. */
  'resume-enrolment': OfEnrolment;
  /** By the centre, with a reason; never by a rule (S27). */
  'drop-enrolment': OfEnrolment & { readonly reason: DropReason; readonly note?: Sealed };
  /** By whoever applied, or the person. */
  'cancel-enrolment': OfEnrolment & { readonly reason: AskedCancelReason };
  /** The centre's own paper, beside the certificate of competence (C-16). */
  'issue-training-certificate': OfEnrolment & { readonly number: string; readonly issuedOn: LocalDate };

  // From the class, by `address/enrolment/<enrolmentId>`.
  'note-seat-held': OfClass & { readonly until: LocalDate };
  'note-seat-confirmed': OfClass;
  'note-seat-refused': OfClass & { readonly code: SeatRefusal };
  'note-waiting': OfClass & { readonly position: number };
  'note-seat-released': OfClass & { readonly reason: SeatEnd; readonly attendedJp: number };
  'note-seat-returned': OfClass & { readonly running: boolean; readonly on: LocalDate };
  'note-class-amended': OfClass & { readonly startsOn: LocalDate; readonly endsOn: LocalDate };
  'note-class-started': OfClass & { readonly on: LocalDate };
  'note-attendance-low': OfClass & {
    readonly percent: number;
    readonly attendedJp: number;
    readonly missedJp: number;
  };
  'note-unit-achieved': OfClass & { readonly unitCode: string };
  'note-training-finished': OfClass & FinalResult & { readonly finishedOn: LocalDate };
  'note-class-cancelled': OfClass & { readonly attendedJp: number };
}

export type TrainingCommandName = keyof TrainingCommands;
