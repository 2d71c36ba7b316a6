/** Events of a training class. Enrolments are opaque ids; no person, no case, no route stands here (G-08). */
import type { DomainEvent } from '../decider.ts';
import type { LocalDate, Moment } from '../time/moment.ts';
import type { AttendanceOutcome } from './attendance-outcomes.ts';
import type {
  AmendClass,
  CancelReason,
  ReleaseReason,
  RequestSeat,
  TrainingClassCommands,
} from './commands.ts';
import type { ClassFact } from './fact.ts';

/** Why an enrolment has no seat any more. */
export type SeatEnd = ReleaseReason | 'HOLD_EXPIRED' | 'INTERRUPTED' | 'WITHDRAWN' | 'CLASS_FINISHED';

/** Why a seat was not given: codes of the refusal catalogue. */
export type SeatRefusal = 'NO_SEAT' | 'CLASS_NOT_OPEN' | 'CLASS_STARTED';

export interface RecordedMark {
  readonly enrolmentId: string;
  readonly outcome: AttendanceOutcome;
  /** Training hours attended or excused, as the outcome counts. */
  readonly jp: number;
}

/** Why one line of a sheet was not taken. */
export type MarkRejection =
  | 'NOT_IN_CLASS'
  | 'SEAT_NOT_ACTIVE'
  | 'ALREADY_MARKED'
  | 'JP_OVER_SLOT'
  | 'TWICE_IN_SHEET';

export type UnitRejection = 'NOT_IN_CLASS' | 'SEAT_NOT_ACTIVE' | 'ALREADY_ACHIEVED' | 'TWICE_IN_SHEET';

export interface TrainingClassEvents {
  ClassPlanned: Omit<ClassFact, 'status'> & {
    readonly opensOn: LocalDate | null;
    /** Accommodation must be ready by the beginning of this day (C-10). */
    readonly readyOn: LocalDate;
  };
  ClassOpened: { readonly on: LocalDate };
  ClassAmended: { readonly changes: AmendClass; readonly readyOn: LocalDate };
  ClassCancelled: { readonly reason: CancelReason };
  SeatHeld: RequestSeat & { readonly until: Moment; readonly fromWaitingList: boolean };
  SeatRefused: { readonly enrolmentId: string; readonly code: SeatRefusal };
  WaitingListed: RequestSeat & { readonly position: number };
  SeatConfirmed: { readonly enrolmentId: string };
  SeatSuspended: { readonly enrolmentId: string; readonly on: LocalDate; readonly until: Moment };
  SeatReturned: { readonly enrolmentId: string };
  SeatReleased: { readonly enrolmentId: string; readonly reason: SeatEnd };
  /** Left the waiting list without ever having had a seat. */
  WaitingEnded: { readonly enrolmentId: string };
  /** Hours attended in earlier classes of the enrolment, told anew. */
  AttendanceCarried: { readonly enrolmentId: string; readonly carriedJp: number };
  AvailabilityChanged: { readonly enrolmentId: string; readonly availableUntil: LocalDate | null };
  AccommodationConfirmed: { readonly enrolmentId: string; readonly needs: readonly string[] };
  /** Two weeks before the start, or for whoever comes later: needs that nobody has confirmed yet (C-10). */
  AccommodationChecked: {
    readonly open: readonly { readonly enrolmentId: string; readonly needs: readonly string[] }[];
  };
  ClassStartOverdue: { readonly startsOn: LocalDate };
  ClassStarted: { readonly startedOn: LocalDate; readonly enrolmentIds: readonly string[] };
  /** A seat confirmed while the class runs. */
  SeatStarted: { readonly enrolmentId: string; readonly on: LocalDate };
  AttendanceRecorded: {
    readonly sessionOn: LocalDate;
    readonly slot: string;
    /** Length of the slot. */
    readonly slotJp: number;
    readonly marks: readonly RecordedMark[];
    readonly rejected: readonly { readonly enrolmentId: string; readonly code: MarkRejection }[];
  };
  AttendanceCorrected: RecordedMark & {
    readonly sessionOn: LocalDate;
    readonly slot: string;
    /** Version of the event that recorded the mark. */
    readonly corrects: number;
  };
  /** What is attended and what lies ahead no longer reach this share of the training. */
  LowAttendanceFound: {
    readonly enrolmentId: string;
    readonly percent: number;
    readonly attendedJp: number;
    readonly missedJp: number;
  };
  AbsencesInARowFound: { readonly enrolmentId: string; readonly count: number };
  UnitResultsRecorded: {
    readonly unitCode: string;
    readonly results: readonly { readonly enrolmentId: string; readonly achieved: boolean }[];
    readonly rejected: readonly { readonly enrolmentId: string; readonly code: UnitRejection }[];
  };
  InstructorSwapped: { readonly out: string; readonly in: string };
  ClassEndOverdue: { readonly endsOn: LocalDate };
  PaperNoted: TrainingClassCommands['note-class-paper'];
  ClassFinished: {
    readonly finishedOn: LocalDate;
    readonly results: readonly FinalResult[];
  };
}

/** What the class says of one enrolment at its end. */
export interface FinalResult {
  readonly enrolmentId: string;
  /** With what was carried over from earlier classes, and excused hours where the programme counts them. */
  readonly attendedJp: number;
  readonly requiredJp: number;
  readonly thresholdPercent: number;
  readonly reached: boolean;
  readonly units: readonly string[];
}

export type TrainingClassEventName = keyof TrainingClassEvents;

export type TrainingClassEvent = {
  [Type in TrainingClassEventName]: DomainEvent<Type, TrainingClassEvents[Type]>;
}[TrainingClassEventName];
