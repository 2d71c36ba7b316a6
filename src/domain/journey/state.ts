/** What a journey remembers: enough to decide the next command, nothing that can be derived. */
import type { LocalDate, LocalDateTime, Moment } from '../time/moment.ts';
import type { AssessmentState } from './assessment/state.ts';
import type {
  Anomaly,
  Break,
  CaseId,
  HourCreditPolicy,
  Origin,
  ReplacedPenalty,
  SessionId,
} from './commands.ts';
import type { EmploymentState } from './employment/state.ts';
import type { JourneyEvents, NotCreditedReason, Part } from './events.ts';
import type { KeepingState } from './keeping/state.ts';
import type { PrisonState } from './prison/state.ts';
import type { ReferralState } from './referral/state.ts';
import type { TrainingState } from './training/state.ts';

export type Stage =
  | 'REGISTERED'
  | 'PROFILED'
  | 'FINAL'
  | 'ORDERED'
  | 'PLANNED'
  | 'RUNNING'
  | 'HELD'
  | 'REVIEW'
  | 'REPEAT'
  | 'CONVERTED'
  | 'COMPLETED'
  | 'CLOSED'
  | 'VOID';

export interface JourneyState {
  readonly personId: string;
  readonly registered: boolean;
  readonly provisional: boolean;
  readonly identityWarnings: readonly string[];
  readonly diedOn: LocalDate | null;
  readonly cases: { readonly [caseId: CaseId]: CommunityServiceCase };
  readonly linkedCases: {
    readonly [caseId: CaseId]: {
      readonly fromCaseId: CaseId;
      readonly route: 'PRISON';
      readonly facility: string;
      readonly days: number;
    };
  };
  /** All sessions of the person, across cases: the 8-hour day counts per person (L-22). */
  readonly sessions: { readonly [sessionId: SessionId]: Session };
  readonly entries: readonly Entry[];
  /** Cases of all routes: ids are never given twice. */
  readonly caseCount: number;
  readonly sessionCount: number;
  readonly prison: PrisonState;
  readonly referral: ReferralState;
  readonly training: TrainingState;
  readonly assessment: AssessmentState;
  readonly employment: EmploymentState;
  readonly keeping: KeepingState;
}

/** An entry beside the sessions, by the version of its event: what a correction names (`entries.ts`). */
export interface Entry {
  readonly version: number;
  readonly type:
    | 'NoShowRecorded'
    | 'SessionExcused'
    | 'InjuryReported'
    | 'MonthlyReportFiled'
    | 'WarningLetterIssued'
    | 'DocumentAttached';
  /** null for a paper of the person that belongs to no case. */
  readonly caseId: CaseId | null;
  /** Date, month or number, as far as something follows from it; else empty. */
  readonly key: string;
  readonly corrected: boolean;
}

export interface Session {
  readonly sessionId: SessionId;
  readonly caseId: CaseId;
  readonly siteId: string;
  readonly kind: 'WORK' | 'TRAINING';
  readonly source: 'MANUAL' | 'DEVICE';
  readonly start: LocalDateTime;
  /** null while the person is checked in. */
  readonly end: LocalDateTime | null;
  readonly zone: Moment['zone'];
  /** All breaks as entered, also the short ones that are credited. */
  readonly breaks: readonly Break[];
  readonly parts: readonly Part[];
  /** MEASURE: training ordered by the court (art. 103), counted in the case's measure, not in hours. */
  readonly toward: 'HOURS' | 'MEASURE';
  /** Credited minutes by local date: what stands now, after disputes and corrections. */
  readonly credited: { readonly [date: LocalDate]: number };
  readonly notCredited: readonly {
    readonly date: LocalDate;
    readonly minutes: number;
    readonly reason: NotCreditedReason;
  }[];
  readonly status: 'OPEN' | 'RECORDED' | 'CONFIRMED' | 'DISPUTED' | 'DECIDED' | 'VOID';
  /** Version of the event that recorded it: what a correction names. */
  readonly version: number;
  readonly confirmation: { readonly confirmBy: Moment | null; readonly escalateAt: Moment | null };
}

export interface CommunityServiceCase {
  readonly caseId: CaseId;
  readonly stage: Stage;
  readonly origin: Origin;
  readonly office: string;
  readonly probationOffice: string;
  readonly formerOffices: readonly {
    readonly office: string;
    readonly until: LocalDate;
    /** Version of the hand-over: what was recorded later is not for that office to read (S17). */
    readonly version: number;
  }[];
  readonly zone: Moment['zone'];
  readonly caseNumberIndex: string;
  readonly defendantOrder: number;
  readonly rulingDate: LocalDate;
  readonly actDate: LocalDate;
  readonly replaced: ReplacedPenalty | null;
  /** Total to be worked; null for a measure only. RepeatOrdered leaves it as it is: see `repeat`. */
  readonly orderedMinutes: number | null;
  readonly creditedMinutes: number;
  /**
   * What must be repeated (art. 85(7)(a)), and the balance it stands on; null while nothing must. See
   * `targetMinutes`.
   */
  readonly repeat: {
    /** First local date whose work counts toward it: that of the decision. */
    readonly from: LocalDate;
    readonly minutes: number;
    /** Credited total when it was ordered. */
    readonly creditedAtOrder: number;
    /** What stands credited now for dates before `from`. */
    readonly creditedBefore: number;
  } | null;
  readonly completionDays: number | null;
  /** What the ruling itself says of the work; null where it is silent. */
  readonly hoursPerDay: number | null;
  readonly daysPerWeek: number | null;
  readonly place: { readonly siteId: string; readonly source: 'COURT' | 'PROSECUTOR' } | null;
  readonly consentRecorded: boolean;
  readonly anomalies: readonly {
    readonly anomaly: Anomaly;
    readonly confirmed: boolean;
    readonly hold: boolean;
  }[];
  readonly hourCreditPolicy: HourCreditPolicy;
  /** Centre that the order on training hours names, where it is not the place of work. */
  readonly trainingSiteId: string | null;
  readonly measure: {
    readonly siteId: string;
    readonly orderedMinutes: number;
    readonly doneMinutes: number;
    readonly completed: boolean;
  } | null;
  readonly unpaidFineRupiah: number | null;
  /**
   * What was paid so far of a fine that hours replace, by the rate in force when it was paid (rupiah per
   * hour): hours come off for the sum, not for each payment.
   */
  readonly paidAtRate: { readonly [rupiahPerHour: string]: number };
  readonly chaseAt: Moment | null;
  /** What the excerpt lacked at registration: `consent`, `age`, `replaced`. */
  readonly missing: readonly string[];
  readonly finalOn: LocalDate | null;
  readonly executionDueAt: Moment | null;
  readonly executionOverdue: boolean;
  readonly order: { readonly orderedOn: LocalDate; readonly firstAppearanceAt: Moment | null } | null;
  readonly site: {
    readonly siteId: string;
    readonly accepted: boolean;
    readonly answerDueAt: Moment | null;
    readonly stopped: boolean;
    readonly reassignBy: Moment | null;
  } | null;
  /** Where the case was placed, oldest first; both dates belong to it, null = still. */
  readonly placements: readonly {
    readonly siteId: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  }[];
  readonly plan: JourneyEvents['SchedulePlanned'] | null;
  readonly execution: {
    readonly startedOn: LocalDate;
    /** null where only a training measure is executed: the window of art. 85(5) is not its limit (S19). */
    readonly windowEndsAt: Moment | null;
    readonly windowEnded: boolean;
    /** Local dates outside every window: after one had ended, until (not with) a new one was set (I-3). */
    readonly windowGaps: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
    /** Warning points not yet raised, descending days before the end. */
    readonly pendingWarnings: readonly number[];
    readonly nextPaceCheckAt: Moment | null;
    readonly behind: boolean;
  } | null;
  readonly hold: { readonly resumeAt: Moment | null; readonly from: Stage } | null;
  /**
   * Local dates on which execution was suspended, from `from` until the day before `to` (null = still):
   * sessions are judged by their work date, also when they are entered after the hold.
   */
  readonly heldPeriods: readonly { readonly from: LocalDate; readonly to: LocalDate | null }[];
  readonly warningLetters: number;
  readonly noShows: readonly LocalDate[];
  readonly excused: readonly LocalDate[];
  readonly review: {
    readonly opinionDueAt: Moment | null;
    readonly decisionChaseAt: Moment | null;
    readonly opinion: 'NONE' | 'LAWFUL_EXCUSE' | 'NO_LAWFUL_EXCUSE';
    readonly from: Stage;
    readonly ground: JourneyEvents['BreachReviewOpened']['ground'];
    /** No decision of the review is earlier. */
    readonly openedOn: LocalDate;
  } | null;
  readonly fine: { readonly rupiah: number; readonly payBy: Moment | null } | null;
  readonly signatureDueAt: Moment | null;
  readonly completionMinuted: boolean;
  /** The power to execute has ended: by a lapse decision (P-49) or by clemency. */
  readonly lapsed: boolean;
  readonly clemency: 'GRASI' | 'AMNESTI' | 'ABOLISI' | null;
  readonly closedReason: string | null;
  /** Until when the record of a closed case is kept; null while it is open, and once that time has ended. */
  readonly retentionEndsAt: Moment | null;
}
