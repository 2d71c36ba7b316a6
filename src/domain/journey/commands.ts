/**
 * The commands a journey takes, with the shape of their data. The catalogue (`src/catalogue`) checks
 * these shapes at the edge with zod; the domain sees only what passed. Text marked `Sealed` was
 * encrypted by the vault before it came here: the domain carries it, and cannot read it.
 */

import type { Warning } from '../decider.ts';
import type { LocalDate, LocalDateTime } from '../time/moment.ts';
import type { AssessmentCommands } from './assessment/commands.ts';
import type { EmploymentCommands } from './employment/commands.ts';
import type { KeepingCommands } from './keeping/commands.ts';
import type { PrisonCommands } from './prison/commands.ts';
import type { ReferralCommands } from './referral/commands.ts';
import type { TrainingCommands } from './training/commands.ts';

/** `sealed:v1:…`: free text, health notes, court case numbers (design 7). */
export type Sealed = string;

/** Ordinal within the journey: `c1`, `c2`. */
export type CaseId = string;
/** Ordinal within the journey: `s1`, `s2`. */
export type SessionId = string;

/** Where the obligation comes from: KUHP art. 85, 82, 96 or 103. */
export type Origin = 'PRIMARY_85' | 'FINE_SUBSTITUTE_82' | 'ADAT_SUBSTITUTE_96' | 'MEASURE_103';

/** The penalty that community service replaces, as stated in the ruling (art. 85(9)(a)). */
export type ReplacedPenalty = { kind: 'PRISON'; days: number } | { kind: 'FINE'; rupiah: number };

/** Why a ruling departs from art. 85(1) or (4): shown, never a refusal of a final court ruling (S09, S10). */
export type Anomaly =
  | 'THREAT_TOO_HIGH'
  | 'REPLACED_PRISON_TOO_LONG'
  | 'REPLACED_FINE_TOO_HIGH'
  | 'HOURS_OUT_OF_RANGE';

/** Art. 85 and A-20: whether training hours count as hours of the sentence. */
export type HourCreditPolicy = 'NONE' | 'WORK_AT_BALAI' | 'TRAINING_COUNTS';

export interface Slot {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** `HH:MM` at the site. */
  readonly start: string;
  readonly end: string;
  /** Uncredited break inside the slot, in minutes. */
  readonly breakMinutes: number;
}

export interface Break {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** Everything a journey takes: community service and the person here, each other part in its folder. */
export interface JourneyCommands
  extends CommunityServiceCommands,
    PrisonCommands,
    ReferralCommands,
    TrainingCommands,
    AssessmentCommands,
    EmploymentCommands,
    KeepingCommands {}

export interface CommunityServiceCommands {
  /** The identity itself went to the vault; only what the decider needs comes here. */
  'register-person': {
    provisional: boolean;
    /** Keyed blind index of the NIK: kept unique through a claim. Absent for a provisional person. */
    nikIndex?: string;
    /** What the vault attests of the identity: for example NIK_MISMATCH (I-11). */
    identityWarnings: readonly Warning[];
  };
  'link-identity': { nikIndex: string; identityWarnings: readonly Warning[] };
  'resolve-identity-warning': { code: string };
  'register-ruling': {
    origin: Origin;
    caseNumber: Sealed;
    /** Keyed blind index of the normalised number: unique together with the defendant's order (G-04). */
    caseNumberIndex: string;
    defendantOrder: number;
    court: string;
    rulingDate: LocalDate;
    /** Age at the act, attested by the vault from the birth date: years and months. */
    ageAtAct: { years: number; months: number } | null;
    actDate: LocalDate;
    /** Article number of the code, for example `476`; never the offence in words. */
    article: string;
    maximumThreatMonths: number;
    replaced: ReplacedPenalty | null;
    /** Whole hours of community service; null for a ruling with a training measure only. */
    orderedHours: number | null;
    hoursPerDay?: number;
    daysPerWeek?: number;
    /** Completion period stated in the ruling, in days; wins over the policy (L-01). */
    completionDays?: number;
    place?: { siteId: string; source: 'COURT' | 'PROSECUTOR' };
    /** False where the excerpt lacks the consent line (S11). */
    consentRecorded: boolean;
    /** Art. 103(1)(c): court-ordered training, in JP of 45 minutes, at a training centre. */
    measure?: { jp: number; siteId: string };
    /** Art. 82: the unpaid part of the fine that the hours replace. */
    unpaidFineRupiah?: number;
    /** Bapas that guides. */
    probationOffice: string;
    /** S09: what the paper really says is outside 8 to 240; only a prosecutor may give it. */
    anomalyReason?: Sealed;
  };
  'record-profiling': { caseId?: CaseId; fit: boolean; workTypes: readonly string[]; note?: Sealed };
  'record-ruling-final': { caseId: CaseId; finalOn: LocalDate };
  'confirm-sentence-anomaly': { caseId: CaseId; anomaly: Anomaly; reason: Sealed };
  /** The consent line was found in the full copy (S11). */
  'record-consent': { caseId: CaseId };
  /**
   * What the excerpt lacked, from the full copy of the ruling (S11). Only what is not on record yet: a
   * change of the ruling is `change-ruling`.
   */
  'complete-ruling': {
    caseId: CaseId;
    /** Repeated from the ruling, so that the vault can attest the age at the act (S26). */
    actDate?: LocalDate;
    /** Attested by the vault where `actDate` is given; null where no birth date is known. */
    ageAtAct?: { years: number; months: number } | null;
    replaced?: ReplacedPenalty;
    hoursPerDay?: number;
    daysPerWeek?: number;
    completionDays?: number;
    place?: { siteId: string; source: 'COURT' | 'PROSECUTOR' };
    consentRecorded?: true;
  };
  'void-case': { caseId: CaseId; reason: Sealed };
  /** P-48. */
  'order-execution': { caseId: CaseId; orderedOn: LocalDate; firstAppearanceOn: LocalDate };
  'assign-site': { caseId: CaseId; siteId: string; source: 'COURT' | 'PROSECUTOR' };
  'answer-site-assignment': { caseId: CaseId; siteId: string; accepted: boolean; reason?: Sealed };
  /** A first plan or a revised one: recurring slots from a date on. */
  'plan-schedule': {
    caseId: CaseId;
    siteId: string;
    from: LocalDate;
    slots: readonly Slot[];
    discussedWithPerson: boolean;
  };
  /** BA-17. The window begins on `startedOn` (L-01). */
  'start-execution': { caseId: CaseId; startedOn: LocalDate };
  'suspend-execution': {
    caseId: CaseId;
    reason: Sealed;
    resumeOn: LocalDate | null;
    windowEndsOn?: LocalDate;
  };
  'resume-execution': { caseId: CaseId; windowEndsOn?: LocalDate };
  'check-in-session': { caseId: CaseId; siteId: string; at: LocalDateTime };
  'check-out-session': { sessionId: SessionId; at: LocalDateTime; breaks: readonly Break[] };
  /** Manual entry of a whole session (PKS-03). */
  'record-session': {
    caseId: CaseId;
    siteId: string;
    start: LocalDateTime;
    end: LocalDateTime;
    breaks: readonly Break[];
    note?: Sealed;
  };
  'confirm-session': { sessionId: SessionId };
  'dispute-session': { sessionId: SessionId; reason: Sealed };
  'excuse-session': { caseId: CaseId; date: LocalDate; reason: 'PERMISSION' | 'SICK'; note?: Sealed };
  'record-no-show': { caseId: CaseId; date: LocalDate };
  /** I-3: a prosecutor decides on minutes that were recorded and not credited. */
  'decide-session-credit': { sessionId: SessionId; credited: boolean; reason: Sealed };
  'issue-warning-letter': {
    caseId: CaseId;
    number: 1 | 2 | 3 /** Versions of the events it rests on. */;
    evidence: readonly number[];
  };
  'change-site': { caseId: CaseId; siteId: string; reason: Sealed };
  'flag-commercial-use': { caseId: CaseId; siteId: string; sessionId?: SessionId; evidenceHash?: string };
  'report-injury': {
    caseId: CaseId;
    date: LocalDate;
    sessionId?: SessionId;
    note: Sealed;
    /** Days that it is expected to last; more than the policy's suspend training (I.6b). */
    expectedDays?: number;
  };
  'file-monthly-report': { caseId: CaseId /** `2026-04` */; month: string };
  'record-guidance': { caseId: CaseId; heldOn: LocalDate; note?: Sealed };
  'open-breach-review': { caseId: CaseId; note: Sealed };
  /** Relapse: the prosecutor decides what follows (I.6b). */
  'report-new-offence': { caseId: CaseId; note: Sealed };
  'record-breach-opinion': { caseId: CaseId; lawfulExcuse: boolean; note?: Sealed };
  /** Art. 85(7): the numbers are those of the decision document, never computed (L-03, L-04). */
  'record-breach-decision':
    | { caseId: CaseId; outcome: 'CONTINUE'; windowEndsOn?: LocalDate }
    | { caseId: CaseId; outcome: 'REPEAT'; repeatHours: number; windowEndsOn?: LocalDate }
    | { caseId: CaseId; outcome: 'REPLACED_PRISON'; prisonDays: number; facility: string }
    | { caseId: CaseId; outcome: 'REPLACED_FINE'; rupiah: number; payBy: LocalDate };
  /** Completion minutes (berita acara selesai). */
  'sign-completion': { caseId: CaseId };
  'close-case': {
    caseId: CaseId;
    reason: 'COMPLETED' | 'CONVERTED' | 'DEATH' | 'LAPSED' | 'CLEMENCY' | 'RULING_CHANGED';
  };
  'set-hour-credit-policy': {
    caseId: CaseId;
    policy: HourCreditPolicy;
    /** The centre that trains, where it is not the place of work. */
    siteId?: string;
  };
  /** Entered by the training centre, in JP of 45 minutes. */
  'record-training-hours': { caseId: CaseId; siteId: string; date: LocalDate; jp: number };
  /** The centre's statement that the court-ordered training is done (S19). */
  'complete-measure': { caseId: CaseId };
  /** Art. 82(4): part of the fine is paid later and reduces the substitute. */
  'record-fine-payment': { caseId: CaseId; rupiah: number; paidOn: LocalDate };
  'change-ruling': {
    caseId: CaseId;
    instance: 'APPEAL' | 'CASSATION' | 'REVIEW';
    decidedOn: LocalDate;
    /** null = nothing is left to be executed. */
    orderedHours: number | null;
    replaced?: ReplacedPenalty | null;
    completionDays?: number;
    hoursPerDay?: number;
    daysPerWeek?: number;
  };
  'transfer-jurisdiction': {
    caseId: CaseId;
    toOffice: string;
    toProbationOffice: string;
    movedOn: LocalDate;
  };
  'record-death': { diedOn: LocalDate };
  /** A death recorded in error: of another person, or by a wrong message. */
  'annul-death': { reason: Sealed };
  /** P-49: the power to execute has lapsed. */
  'record-lapse-decision': { caseId: CaseId; ground: 'DEATH' | 'LIMITATION' };
  'grant-clemency': { caseId: CaseId; kind: 'GRASI' | 'AMNESTI' | 'ABOLISI'; grantedOn: LocalDate };
  /** Entered in error, or entered wrongly: the old event stays and is named (I-9). */
  'correct-entry': {
    /** Version of the event being corrected. */
    version: number;
    reason: Sealed;
    /** Absent = entered in error: the entry counts for nothing. */
    replacement?: { siteId: string; start: LocalDateTime; end: LocalDateTime; breaks: readonly Break[] };
  };
  'attach-document': { caseId?: CaseId; kind: string; number: string; date: LocalDate; hash?: string };
  /** Sent by the site register when a site is suspended (I.6b). */
  'suspend-site-sessions': { siteId: string; suspendedOn: LocalDate };
}

export type JourneyCommandName = keyof JourneyCommands;
