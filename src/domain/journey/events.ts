/** The events of a journey, in past tense, with the shape of their data. Names follow domain.md I.2 and I.6. */

import type { DomainEvent } from '../decider.ts';
import type { LocalDate, LocalDateTime, Moment } from '../time/moment.ts';
import type { AssessmentEvents } from './assessment/events.ts';
import type {
  Anomaly,
  Break,
  CaseId,
  HourCreditPolicy,
  JourneyCommands,
  ReplacedPenalty,
  Sealed,
  SessionId,
  Slot,
} from './commands.ts';
import type { EmploymentEvents } from './employment/events.ts';
import type { KeepingEvents } from './keeping/events.ts';
import type { PrisonEvents } from './prison/events.ts';
import type { ReferralEvents } from './referral/events.ts';
import type { TrainingEvents } from './training/events.ts';

/** Why minutes were recorded and not credited. */
export type NotCreditedReason =
  | 'WINDOW_CLOSED'
  | 'DAILY_LIMIT'
  | 'ORDERED_TOTAL_REACHED'
  | 'TRAINING_NOT_COUNTED'
  | 'WORK_AFTER_DEATH'
  | 'DISPUTED'
  | 'ENTERED_IN_ERROR'
  | 'CASE_ON_HOLD'
  | 'NOT_STARTED'
  /** L-32: work inside the window that is proved after its end counts once the site has confirmed it. */
  | 'AWAITING_CONFIRMATION'
  /** S07: a device reports time in which the person was at work elsewhere; one of the two is wrong. */
  | 'OVERLAP'
  /** A prosecutor decided that the session does not count (S22). */
  | 'DECIDED_NOT_CREDITED';

/** Minutes of one local date. A session over midnight has two parts. */
export interface Part {
  readonly date: LocalDate;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** Net minutes: breaks of 30 minutes or more are left out. */
  readonly minutes: number;
}

type Of<Name extends keyof JourneyCommands> = JourneyCommands[Name];

export interface JourneyEvents
  extends CommunityServiceEvents,
    PrisonEvents,
    ReferralEvents,
    TrainingEvents,
    AssessmentEvents,
    EmploymentEvents,
    KeepingEvents {}

export interface CommunityServiceEvents {
  PersonRegistered: { provisional: boolean };
  IdentityLinked: Record<string, never>;
  IdentityWarningRaised: { code: string };
  IdentityWarningResolved: { code: string };
  RulingRegistered: Omit<Of<'register-ruling'>, 'ageAtAct' | 'anomalyReason'> & {
    caseId: CaseId;
    office: string;
    orderedMinutes: number | null;
    measureMinutes: number | null;
    hourCreditPolicy: HourCreditPolicy;
    /** What the excerpt lacks: `consent`, `age`, `replaced`. */
    missing: readonly string[];
    /** Missing-data chase; null where nothing is missing. */
    chaseAt: Moment | null;
    zone: Moment['zone'];
  };
  SentenceAnomalyFound: { caseId: CaseId; anomaly: Anomaly; hold: boolean; reason?: Sealed };
  SentenceAnomalyConfirmed: { caseId: CaseId; anomaly: Anomaly; reason: Sealed };
  ConsentRecorded: { caseId: CaseId };
  /** `supplied`: what was missing and is on record now. The age itself stays in the vault. */
  RulingCompleted: Omit<Of<'complete-ruling'>, 'actDate' | 'ageAtAct'> & { supplied: readonly string[] };
  MissingDataChased: { caseId: CaseId; missing: readonly string[] };
  ProfilingRecorded: Of<'record-profiling'>;
  RulingBecameFinal: { caseId: CaseId; finalOn: LocalDate; executionDueAt: Moment };
  ExecutionOverdue: { caseId: CaseId };
  ExecutionOrdered: {
    caseId: CaseId;
    orderedOn: LocalDate;
    firstAppearanceOn: LocalDate;
    firstAppearanceAt: Moment;
    withinDueTime: boolean;
  };
  FirstAppearanceMissed: { caseId: CaseId };
  SiteAssigned: {
    caseId: CaseId;
    siteId: string;
    source: 'COURT' | 'PROSECUTOR';
    answerDueAt: Moment;
    zone: Moment['zone'];
  };
  SiteAccepted: { caseId: CaseId; siteId: string };
  SiteDeclined: { caseId: CaseId; siteId: string; reason?: Sealed };
  SiteAnswerOverdue: { caseId: CaseId; siteId: string };
  SchedulePlanned: {
    caseId: CaseId;
    siteId: string;
    from: LocalDate;
    slots: readonly Slot[];
    plannedDays: number;
    plannedMinutes: number;
    /** Local date on which the plan reaches the ordered total; null = not within the window. */
    completesOn: LocalDate | null;
    discussedWithPerson: boolean;
  };
  PlanRevised: JourneyEvents['SchedulePlanned'];
  ExecutionStarted: {
    caseId: CaseId;
    startedOn: LocalDate;
    /** null where only a training measure is executed (S19). */
    windowDays: number | null;
    windowEndsAt: Moment | null;
    /** Days before the end at which to warn, descending. */
    warningDays: readonly number[];
    firstPaceCheckAt: Moment | null;
  };
  ExecutionSuspended: { caseId: CaseId; reason: Sealed; resumeAt: Moment | null };
  ExecutionResumed: { caseId: CaseId };
  SuspensionResumeDue: { caseId: CaseId };
  /** The window was set anew by a document of the court or the prosecutor (L-05). */
  WindowChanged: {
    caseId: CaseId;
    windowEndsAt: Moment;
    reason: 'DOCUMENT' | 'REPEAT' | 'RULING_CHANGED';
    warningDays: readonly number[];
    firstPaceCheckAt: Moment;
  };
  PaceChecked: {
    caseId: CaseId;
    minutesLeft: number;
    daysLeft: number;
    requiredMinutesPerWeek: number;
    behind: boolean;
    nextAt: Moment;
  };
  WindowWarningRaised: { caseId: CaseId; points: readonly number[]; minutesLeft: number };
  WindowEnded: { caseId: CaseId; minutesShort: number };
  SessionCheckedIn: {
    sessionId: SessionId;
    caseId: CaseId;
    siteId: string;
    start: LocalDateTime;
    zone: Moment['zone'];
  };
  SessionCheckedOut: {
    sessionId: SessionId;
    end: LocalDateTime;
    breaks: readonly Break[];
    parts: readonly Part[];
    /** When to chase the site, and when to escalate; null where the site itself made the entry. */
    confirmBy: Moment | null;
    escalateAt: Moment | null;
  };
  SessionRecorded: {
    sessionId: SessionId;
    caseId: CaseId;
    siteId: string;
    zone: Moment['zone'];
    start: LocalDateTime;
    end: LocalDateTime;
    breaks: readonly Break[];
    parts: readonly Part[];
    note?: Sealed;
    /** When to chase the site, and when to escalate; null where the site itself made the entry. */
    confirmBy: Moment | null;
    escalateAt: Moment | null;
    /** The session that this entry puts right. */
    replaces?: SessionId;
  };
  MinutesCredited: {
    sessionId: SessionId;
    caseId: CaseId;
    date: LocalDate;
    minutes: number;
    kind: 'WORK' | 'TRAINING';
    /** Minutes that stood as not credited for this reason and count from now on. */
    insteadOf?: NotCreditedReason;
  };
  MinutesNotCredited: {
    sessionId: SessionId;
    caseId: CaseId;
    date: LocalDate;
    minutes: number;
    reason: NotCreditedReason;
    /** Minutes that stood as not credited for this other reason before. */
    insteadOf?: NotCreditedReason;
  };
  /** Takes back what a MinutesCredited gave: a dispute or a correction. */
  CreditWithdrawn: {
    sessionId: SessionId;
    caseId: CaseId;
    date: LocalDate;
    minutes: number;
    reason: NotCreditedReason;
  };
  SessionConfirmed: { sessionId: SessionId };
  SessionDisputed: { sessionId: SessionId; reason: Sealed };
  SessionConfirmationChased: { sessionId: SessionId };
  SessionConfirmationEscalated: { sessionId: SessionId };
  SessionExcused: { caseId: CaseId; date: LocalDate; reason: 'PERMISSION' | 'SICK'; note?: Sealed };
  NoShowRecorded: { caseId: CaseId; date: LocalDate };
  SessionCreditDecided: { sessionId: SessionId; credited: boolean; reason: Sealed };
  OverlapFound: {
    sessionId?: SessionId;
    caseId: CaseId;
    otherSessionId: SessionId;
    siteId: string;
    otherSiteId: string;
  };
  OverworkFlagged: {
    sessionId: SessionId;
    caseId: CaseId;
    siteId: string;
    date: LocalDate;
    actualMinutes: number;
  };
  CommercialUseFlagged: Of<'flag-commercial-use'>;
  InjuryReported: Of<'report-injury'> & {
    /** The person's own word, that no office has looked at (I.6c). */
    reportedBy?: 'PERSON';
  };
  MonthlyReportFiled: Of<'file-monthly-report'>;
  GuidanceRecorded: Of<'record-guidance'>;
  WarningLetterIssued: Of<'issue-warning-letter'>;
  SiteChanged: { caseId: CaseId; fromSiteId: string | null; siteId: string; reason: Sealed };
  /** the site was suspended; a prosecutor has 2 days to name another. */
  SiteSessionsStopped: { caseId: CaseId; siteId: string; reassignBy: Moment };
  SiteReassignmentOverdue: { caseId: CaseId; siteId: string };
  BreachReviewOpened: {
    caseId: CaseId;
    ground: 'WINDOW_ENDED' | 'THIRD_WARNING' | 'PROSECUTOR' | 'NEW_OFFENCE';
    minutesShort: number;
    note?: Sealed;
    opinionDueAt: Moment;
    decisionChaseAt: Moment;
  };
  NewOffenceReported: Of<'report-new-offence'>;
  BreachOpinionOverdue: { caseId: CaseId };
  BreachOpinionRecorded: Of<'record-breach-opinion'>;
  BreachDecisionChased: { caseId: CaseId; nextAt: Moment };
  BreachReviewClosed: { caseId: CaseId };
  /** Counts from the local date on which it happened. */
  RepeatOrdered: {
    caseId: CaseId;
    repeatMinutes: number;
    /** Credited total on which it was ordered. */
    creditedMinutes: number;
    windowEndsAt: Moment;
  };
  ReplacedPrisonOrdered: {
    caseId: CaseId;
    prisonDays: number /** L-04: proportional, rounded down, binding on nobody. */;
    advisoryDays: number | null;
    facility: string;
  };
  ReplacedFineOrdered: { caseId: CaseId; rupiah: number; advisoryRupiah: number | null; payBy: Moment };
  FinePaymentOverdue: { caseId: CaseId };
  /** S14: the prison case that a conversion opens; its own route comes with the prison entrance. */
  LinkedCaseOpened: { caseId: CaseId; linkedCaseId: CaseId; route: 'PRISON'; facility: string; days: number };
  ObligationCompleted: {
    caseId: CaseId;
    creditedMinutes: number;
    surplusMinutes: number;
    signatureDueAt: Moment;
  };
  SignatureChased: { caseId: CaseId; nextAt: Moment };
  CompletionMinuted: { caseId: CaseId };
  CaseClosed: {
    caseId: CaseId;
    reason: Of<'close-case'>['reason'];
    /** G-10; absent in events from before there was a retention clock. */
    retentionEndsAt?: Moment;
  };
  /** Told to the operator; nothing is erased by it. */
  RetentionEnded: { caseId: CaseId };
  CaseReopened: { caseId: CaseId; reason: Sealed };
  CaseVoided: { caseId: CaseId; reason: Sealed };
  HourCreditPolicySet: { caseId: CaseId; policy: HourCreditPolicy; siteId?: string };
  TrainingHoursRecorded: {
    sessionId: SessionId;
    caseId: CaseId;
    siteId: string;
    zone: Moment['zone'];
    date: LocalDate;
    jp: number;
    minutes: number;
    toward: 'HOURS' | 'MEASURE';
  };
  MeasureMinutesCredited: { caseId: CaseId; sessionId: SessionId; minutes: number };
  /** A correction takes back what MeasureMinutesCredited gave. */
  MeasureMinutesWithdrawn: { caseId: CaseId; sessionId: SessionId; minutes: number };
  MeasureCompleted: { caseId: CaseId };
  FinePaid: {
    caseId: CaseId;
    rupiah: number;
    paidOn: LocalDate;
    hoursReduced: number;
    orderedMinutes: number;
    /** Of the day it was paid; absent where the fine is that of a breach. */
    rupiahPerHour?: number;
  };
  RulingChanged: {
    caseId: CaseId;
    instance: Of<'change-ruling'>['instance'];
    decidedOn: LocalDate;
    orderedMinutes: number | null;
    replaced?: ReplacedPenalty | null;
    completionDays?: number;
    hoursPerDay?: number;
    daysPerWeek?: number;
  };
  JurisdictionTransferred: {
    caseId: CaseId;
    fromOffice: string;
    toOffice: string;
    fromProbationOffice: string;
    toProbationOffice: string;
    movedOn: LocalDate;
    /** When the new office must have named a site of its own; null where nothing is placed yet. */
    reassignBy: Moment | null;
  };
  PersonDied: { diedOn: LocalDate };
  DeathAnnulled: { reason: Sealed; diedOn: LocalDate };
  WorkAfterDeathRecorded: { sessionId: SessionId; caseId: CaseId; siteId: string };
  PowerToExecuteLapsed: { caseId: CaseId; ground: 'DEATH' | 'LIMITATION' };
  ClemencyGranted: Of<'grant-clemency'>;
  /** Of a session, or of an entry beside them: then `entry` says which event it was. */
  EventCorrected: {
    corrects: number;
    sessionId?: SessionId;
    replacedBy?: SessionId;
    caseId?: CaseId;
    entry?: string;
    reason: Sealed;
  };
  DocumentAttached: Of<'attach-document'>;
}

export type JourneyEventName = keyof JourneyEvents;
export type JourneyEvent = {
  [Name in JourneyEventName]: DomainEvent<Name, JourneyEvents[Name]>;
}[JourneyEventName];
