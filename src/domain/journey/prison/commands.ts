/**
 * Commands of the prison entrance (domain B, I.3). Dates of the sentence come from the prison database (SDP)
 * with their paper: they are stored as facts and never computed as binding (I-6, B-12).
 */
import type { LocalDate } from '../../time/moment.ts';
import type { CaseId, Sealed } from '../commands.ts';

/** B-03: dates at which a third, half and two thirds are served, and the end of the term. */
export interface StageDates {
  readonly oneThird: LocalDate;
  readonly half: LocalDate;
  readonly twoThirds: LocalDate;
  /** `tanggal ekspirasi`. */
  readonly expiry: LocalDate;
}

/** What the papers say of the term; nothing binding is computed from it. */
export interface Sentence {
  /** B-10: no remission for life sentences, nor while a substitute term is served. */
  readonly kind: 'TERM' | 'LIFE' | 'SUBSTITUTE';
  /** First day that counts as served, detention included. */
  readonly startedOn: LocalDate;
  readonly months: number;
  readonly days: number;
}

/** What the social inquiry (litmas, B-04) or the TPP session (B-02) is about. */
export type ProposalPurpose = 'TRAINING' | 'INTEGRATION' | 'STAGE_CHANGE';

/** RU_I and RK_I shorten the term, RU_II and RK_II end it at once (B-10). */
export type RemissionEffect = 'RU_I' | 'RU_II' | 'RK_I' | 'RK_II';

export type ReleaseDateReason =
  | 'SDP_CORRECTION'
  | 'REMISSION'
  | 'STAGE_DATES'
  | 'INTEGRATION'
  | 'RULING_CHANGED'
  | 'CLEMENCY'
  | 'OTHER';

export type ReleaseKind = 'BEBAS_MURNI' | 'RU_II' | 'PB' | 'CB' | 'CMB' | 'DEMI_HUKUM';

export type PrisonCloseReason = 'PROGRAMME_DONE' | 'RELEASED_NO_CONTACT' | 'DEATH' | 'ESCAPE_LAPSED';

/** How the person can be found outside; the office is a code, all else is sealed. */
export interface ReleaseContact {
  readonly contactPhone?: Sealed;
  readonly contactFamily?: Sealed;
  /** Bapas or manpower office to which the person is handed over (B-15). */
  readonly contactOffice?: string;
}

export interface PrisonCommands {
  /** The facility is the sender's office. */
  'import-inmate': {
    /** B-13: free text, unique only within a facility. */
    registerNumber: string;
    sentence: Sentence;
    stageDates: StageDates;
    /** Release date of the SDP where it is not the end of the term, for example after remissions. */
    releaseOn?: LocalDate;
    probationOffice: string | null;
    /** General remissions had before the import: they set the year of the next one (B-10). */
    generalRemissions: number;
    /** A conversion of community service (S14), or an earlier prison case. */
    linkedCaseId?: CaseId;
  };
  'assess-inmate-needs': { caseId: CaseId; note?: Sealed };
  'request-litmas': { caseId: CaseId; purpose: ProposalPurpose; probationOffice?: string };
  'record-litmas': { caseId: CaseId; recommended: boolean; note?: Sealed };
  'schedule-tpp': { caseId: CaseId; purpose: ProposalPurpose; on: LocalDate };
  'record-tpp-decision': {
    caseId: CaseId;
    heldOn: LocalDate;
    approved: boolean;
    /** The session stops a training that runs (S34). */
    suspendsTraining?: boolean;
    note?: Sealed;
  };
  'change-stage-dates': { caseId: CaseId; stageDates: StageDates };
  'grant-remission': {
    caseId: CaseId;
    kind: 'GENERAL' | 'SPECIAL' | 'ADDITIONAL' | 'DASAWARSA' | 'OTHER';
    effect: RemissionEffect;
    amountDays: number;
    grantedOn: LocalDate;
    /** The release date that the decree or the SDP states after it. */
    releaseOn?: LocalDate;
  };
  'change-release-date': { caseId: CaseId; from: LocalDate; to: LocalDate; reason: ReleaseDateReason };
  'transfer-inmate': { caseId: CaseId; toFacility: string; on: LocalDate; registerNumber?: string };
  'record-discipline': {
    caseId: CaseId;
    /** Date of the entry in Register F. */
    entryOn: LocalDate;
    hearingOn?: LocalDate;
    suspendsTraining: boolean;
    note?: Sealed;
  };
  /** The entry of that date that was wrong (I-9); `version` of its event where a date has several. */
  'annul-discipline': { caseId: CaseId; entryOn: LocalDate; version?: number; reason: Sealed };
  'record-illness': { caseId: CaseId; from: LocalDate; expectedDays: number };
  'declare-lockdown': { caseId: CaseId; from: LocalDate; until?: LocalDate };
  /** Inside only: a facility's lockdown, told to all who are held there. */
  'apply-lockdown': { facility: string; from: LocalDate; until?: LocalDate };
  'record-escape': { caseId: CaseId; on: LocalDate };
  'record-recapture': { caseId: CaseId; on: LocalDate };
  'end-interruption': { caseId: CaseId; on: LocalDate };
  'grant-assimilation': { caseId: CaseId; from: LocalDate };
  'grant-conditional-release': { caseId: CaseId; from: LocalDate; probationEndsOn: LocalDate };
  'grant-conditional-leave': { caseId: CaseId; from: LocalDate; probationEndsOn: LocalDate };
  'grant-pre-release-leave': { caseId: CaseId; from: LocalDate; probationEndsOn: LocalDate };
  'record-release': ReleaseContact & {
    caseId: CaseId;
    kind: ReleaseKind;
    on: LocalDate;
    /** Stated where there is no contact at all: without it the gate stays shut (S30). */
    noContactReason?: Sealed;
  };
  'record-release-contact': ReleaseContact & { caseId: CaseId };
  'hand-over-released': { caseId: CaseId; to: string; on: LocalDate };
  'accept-client': { caseId: CaseId; on: LocalDate };
  'record-aftercare-report': {
    caseId: CaseId;
    reportedOn: LocalDate;
    way: 'IN_PERSON' | 'REMOTE';
    note?: Sealed;
  };
  'revoke-conditional-release': {
    caseId: CaseId;
    on: LocalDate;
    ground: 'BREACH' | 'NEW_OFFENCE';
    /** New register number, where the prison gives one. */
    registerNumber?: string;
    /** Dates that the SDP states after the revocation; absent = as before, until they are imported. */
    stageDates?: StageDates;
    /** Release date of the SDP where it is not the end of those dates; absent = as it stood before the decree. */
    releaseOn?: LocalDate;
  };
  'end-aftercare': { caseId: CaseId; on: LocalDate; reason: 'PROBATION_ENDED' | 'TERM_ENDED' | 'OTHER' };
  'close-prison-case': { caseId: CaseId; reason: PrisonCloseReason };
}
