/**
 * Events of the prison entrance (domain B, I.3). Training, assessment and employment answer some of them
 * (I.6b): names and fields are a contract between the parts.
 */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { CaseId, Sealed } from '../commands.ts';
import type { PrisonCloseReason, PrisonCommands, ProposalPurpose, StageDates } from './commands.ts';

type Of<Name extends keyof PrisonCommands> = PrisonCommands[Name];

/** Fractions of the term that the SDP dates (B-03); the end of the term is the release date's matter. */
export type Fraction = 'ONE_THIRD' | 'HALF' | 'TWO_THIRDS';

export type InterruptionKind = 'TRANSFER' | 'DISCIPLINE' | 'LOCKDOWN' | 'ILLNESS' | 'ESCAPE' | 'TPP';

/** Where the person is held: a digest of thousands reads it here and folds nothing. Older events lack it. */
interface HeldAt {
  readonly facility?: string;
}

/** Points of the release watch still ahead, days before the release, the farthest first. */
interface Watched {
  readonly watchDays: readonly number[];
}

export interface PrisonEvents {
  InmateImported: Omit<Of<'import-inmate'>, 'releaseOn' | 'linkedCaseId'> &
    Watched & {
      caseId: CaseId;
      facility: string;
      zone: Zone;
      releaseOn: LocalDate;
      /** Fractions whose dates lie ahead. */
      fractionsAhead: readonly Fraction[];
      /** The case it goes on from: community service that was converted, or an earlier prison case. */
      linkedFrom: CaseId | null;
    };
  InmateNeedsAssessed: Of<'assess-inmate-needs'>;
  LitmasRequested: { caseId: CaseId; purpose: ProposalPurpose; probationOffice: string; dueAt: Moment };
  LitmasReceived: Of<'record-litmas'> & { purpose: ProposalPurpose };
  /** To the head of the probation office; nothing else follows (S37). */
  LitmasOverdue: { caseId: CaseId; probationOffice: string };
  /** `dueAt`: when the result is asked for; null where the day has passed already. */
  TppScheduled: { caseId: CaseId; purpose: ProposalPurpose; on: LocalDate; dueAt: Moment | null };
  /** The day of the session has passed without a decision on record. */
  TppResultDue: { caseId: CaseId };
  TppApproved: { caseId: CaseId; heldOn: LocalDate; note?: Sealed };
  TppDeclined: { caseId: CaseId; heldOn: LocalDate; suspendsTraining: boolean; note?: Sealed };
  StageDatesChanged: { caseId: CaseId; stageDates: StageDates; fractionsAhead: readonly Fraction[] };
  StageDateReached: { caseId: CaseId; fractions: readonly Fraction[]; on: LocalDate };
  RemissionGranted: Omit<Of<'grant-remission'>, 'releaseOn'>;
  ReleaseDateChanged: Of<'change-release-date'> & Watched & HeldAt;
  /** Points that passed meanwhile come as one (I.1). */
  ReleaseWatchRaised: { caseId: CaseId; points: readonly number[]; releaseOn: LocalDate } & HeldAt;
  /** The release date has passed, and the person is still held as far as the record knows. */
  ReleaseOverdue: { caseId: CaseId; releaseOn: LocalDate };
  TransferRecorded: {
    caseId: CaseId;
    fromFacility: string;
    toFacility: string;
    on: LocalDate;
    zone: Zone;
    registerNumber?: string;
  };
  DisciplineRecorded: {
    caseId: CaseId;
    entryOn: LocalDate;
    suspendsTraining: boolean;
    hearingOn?: LocalDate;
    note?: Sealed;
  };
  DisciplineAnnulled: { caseId: CaseId; corrects: number; entryOn: LocalDate; reason: Sealed };
  LockdownDeclared: { caseId: CaseId; from: LocalDate; until?: LocalDate; reviewAt: Moment | null };
  /** `suspends`: it lasts longer than the days that training bears (I.6b). */
  IllnessRecorded: {
    caseId: CaseId;
    from: LocalDate;
    expectedDays: number;
    suspends: boolean;
    reviewAt: Moment | null;
  };
  /** An illness or a lockdown should be over by now: somebody looks. */
  InterruptionReviewDue: { caseId: CaseId };
  EscapeRecorded: { caseId: CaseId; on: LocalDate };
  /** B-11: time on the run is not served. The days are told, and no date is moved by them. */
  RecaptureRecorded: { caseId: CaseId; on: LocalDate; advisoryDaysOnRun: number };
  InterruptionEnded: { caseId: CaseId; on: LocalDate };
  AssimilationGranted: Of<'grant-assimilation'>;
  ConditionalReleaseGranted: Of<'grant-conditional-release'>;
  ConditionalLeaveGranted: Of<'grant-conditional-leave'>;
  PreReleaseLeaveGranted: Of<'grant-pre-release-leave'>;
  ReleaseRecorded: Of<'record-release'> & {
    handOverDueAt: Moment;
    /** Until when to look for the person, or to finish the training; null where neither is needed. */
    chaseAt: Moment | null;
  };
  ReleaseContactRecorded: Of<'record-release-contact'>;
  ReleaseHandOverOverdue: { caseId: CaseId };
  /** `probationOffice`: where it is one that takes the person over; it accepts the client then. */
  ReleaseHandedOver: Of<'hand-over-released'> & { probationOffice?: string };
  /** Nobody was found: the case may be closed as RELEASED_NO_CONTACT; finished units stay (S30). */
  ReleaseChaseEnded: { caseId: CaseId };
  ClientAcceptedByBapas: { caseId: CaseId; on: LocalDate; probationOffice: string; reportDueAt: Moment };
  AftercareReportRecorded: Of<'record-aftercare-report'> & { reportDueAt: Moment };
  AftercareReportOverdue: { caseId: CaseId; dueOn: LocalDate; reportDueAt: Moment };
  ProbationEndReached: { caseId: CaseId; on: LocalDate };
  AftercareEnded: Of<'end-aftercare'>;
  /** `linkedCaseId`: the case in which the person is held from now on (S32). */
  ConditionalReleaseRevoked: {
    caseId: CaseId;
    on: LocalDate;
    ground: 'BREACH' | 'NEW_OFFENCE';
    linkedCaseId: CaseId;
    /** The case that ends by it is kept as any closed one (G-10). */
    retentionEndsAt: Moment;
  };
  /** What training says of a person in custody, as far as the case must know it. */
  InmateTrainingNoted: {
    caseId: CaseId;
    enrolmentId: string;
    status: 'STARTED' | 'RESUMED' | 'ENDED';
  };
  /** Someone must tell the family (S36). */
  FamilyNoticeDue: { caseId: CaseId };
  PrisonCaseClosed: { caseId: CaseId; reason: PrisonCloseReason; retentionEndsAt: Moment };
  /** Told to the operator; nothing is erased by it (G-10). */
  PrisonRetentionEnded: { caseId: CaseId };
}
