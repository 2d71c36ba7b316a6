/** Commands of a training class. A class knows enrolments, never a person, a case or a route (G-08). */
import type { FireDeadlineData } from '../decide.ts';
import type { LocalDate } from '../time/moment.ts';
import type { AttendanceOutcome } from './attendance-outcomes.ts';
import type { DeliveryMode, Timetable } from './fact.ts';

export const CANCEL_REASONS = [
  'TOO_FEW',
  'NO_INSTRUCTOR',
  'NO_ROOM',
  'NO_BUDGET',
  'HOST_CLOSED',
  'EMERGENCY',
  'OTHER',
] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** Why a centre takes back a seat itself. */
export const RELEASE_REASONS = [
  'NOT_ELIGIBLE',
  'PAPERS_MISSING',
  'DID_NOT_COME',
  'ASKED_FOR',
  'OTHER',
] as const;
export type ReleaseReason = (typeof RELEASE_REASONS)[number];

export interface OpenClass {
  readonly programmeId: string;
  readonly siteId?: string;
  readonly room?: string;
  readonly deliveryMode: DeliveryMode;
  /** Prison that the class comes into: required for `IN_LAPAS`. */
  readonly hostFacility?: string;
  /** Absent = policy `class_capacity`. */
  readonly capacity?: number;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Until this day the class is planned and takes no requests. */
  readonly opensOn?: LocalDate;
  readonly timetable: Timetable;
  readonly instructors: readonly string[];
  readonly allowedTools: readonly string[];
}

/** Only what changes. First and last day stay once the class runs, but for a later last day. */
export interface AmendClass {
  readonly siteId?: string | null;
  readonly room?: string | null;
  readonly capacity?: number;
  readonly startsOn?: LocalDate;
  readonly endsOn?: LocalDate;
  readonly timetable?: Timetable;
  readonly allowedTools?: readonly string[];
}

/** From a journey. Everything in it concerns the training, nothing says where the person comes from. */
export interface RequestSeat {
  readonly enrolmentId: string;
  /** Codes of needed accommodation (C-10). */
  readonly needs: readonly string[];
  /** First place: an earlier class of this enrolment was cancelled (I.6b). */
  readonly priority: boolean;
  /** Wait where no seat is free; else the answer is NO_SEAT. */
  readonly waits: boolean;
  /** The person can attend up to this day. */
  readonly availableUntil?: LocalDate;
  /** Units achieved in an earlier class: they stay achieved (S27). */
  readonly keptUnits: readonly string[];
  readonly restartUnit?: string;
  /** Training hours attended in earlier classes of this enrolment. */
  readonly carriedJp: number;
}

export interface Mark {
  readonly enrolmentId: string;
  readonly outcome: AttendanceOutcome;
  /** Training hours attended, or excused. Absent = the whole slot; 0 for an absence. */
  readonly jp?: number;
}

export interface TrainingClassCommands {
  'open-class': OpenClass;
  'amend-class': AmendClass;
  'cancel-class': { readonly reason: CancelReason };
  /** Internal, from a journey. */
  'request-seat': RequestSeat;
  /** Internal: the enrolment has ended or moved. */
  'withdraw-seat': { readonly enrolmentId: string };
  /** Internal: the person cannot come for a while; the seat is held (I.7). */
  'suspend-seat': { readonly enrolmentId: string; readonly on: LocalDate };
  /** Internal: back in the same class, if the seat is still held. */
  'return-to-seat': { readonly enrolmentId: string };
  /** Internal: until when the person can attend has changed. */
  'change-availability': { readonly enrolmentId: string; readonly availableUntil: LocalDate | null };
  /** Internal: what the earlier class said of the hours attended there. */
  'carry-attendance': { readonly enrolmentId: string; readonly carriedJp: number };
  'confirm-seat': { readonly enrolmentId: string };
  'release-seat': { readonly enrolmentId: string; readonly reason: ReleaseReason };
  'ready-accommodation': { readonly enrolmentId: string; readonly needs: readonly string[] };
  'start-class': { readonly startedOn: LocalDate };
  /** One sheet of one slot for the whole class; each person has a result of their own. */
  'record-attendance': {
    readonly sessionOn: LocalDate;
    /** Start of the slot, `HH:MM`. */
    readonly slot: string;
    readonly marks: readonly Mark[];
  };
  'correct-attendance': Mark & { readonly sessionOn: LocalDate; readonly slot: string };
  'record-unit-results': {
    readonly unitCode: string;
    readonly results: readonly { readonly enrolmentId: string; readonly achieved: boolean }[];
  };
  'swap-instructor': { readonly out: string; readonly in: string };
  'finish-class': { readonly finishedOn: LocalDate };
  /** A paper was made from the class. `hash`: of its file. */
  'note-class-paper': {
    readonly kind: 'CLASS-LIST';
    readonly number: string;
    readonly date: LocalDate;
    readonly hash: string;
  };
}

export type TrainingClassCommandName = keyof TrainingClassCommands;

/** What comes to the decider beside the commands. */
export type TrainingClassInput = TrainingClassCommands & { 'fire-deadline': FireDeadlineData };
