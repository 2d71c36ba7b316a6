/** Commands of assessments and the certificates that came of them (domain D, I.5). */
import type { LocalDate } from '../../time/moment.ts';
import type { Sealed } from '../commands.ts';
import type {
  AppealGround,
  AssessorRole,
  Basis,
  CancelReason,
  ConflictGround,
  HeldStatus,
  PostponeReason,
  RecuseReason,
  SelfAssessment,
  TestPlace,
  UnitEvidence,
  UnitResult,
} from './terms.ts';

/** What every step names: the server made the id up when the assessment was asked for. */
interface Step {
  readonly assessmentId: string;
}

export interface AssessmentCommands {
  /** APL.01 with the self-assessment APL.02. `assessmentId` is filled in by the server. */
  'request-assessment': Step & {
    readonly schemeId: string;
    /** Office code of the certification body (LSP). */
    readonly certificationBody: string;
    readonly basis: Basis;
    readonly selfAssessment: readonly SelfAssessment[];
    /** Codes of reasonable adjustments asked for: then AK.07 must be agreed before the test (S41). */
    readonly needs: readonly string[];
  };
  /** The LSP checks the basic requirements; `missing` names papers by code. */
  'verify-requirements': Step & { readonly met: boolean; readonly missing: readonly string[] };
  'assign-assessor': Step & { readonly assessorId: string; readonly role: AssessorRole };
  /** By the assessor, or by the LSP for the assessor. */
  'recuse-assessor': Step & {
    readonly assessorId: string;
    readonly reason: RecuseReason;
    readonly note?: Sealed;
  };
  /** A conflict that came to light: before the test the assessor is replaced, after it the result is frozen (S39). */
  'report-assessor-conflict': Step & {
    readonly assessorId: string;
    readonly ground: ConflictGround;
    readonly foundOn: LocalDate;
    readonly note?: Sealed;
  };
  /** Sets the day and the place, or moves them. */
  'schedule-test': Step & { readonly on: LocalDate; readonly testPlace: TestPlace };
  /** The day falls away; another is set later. */
  'postpone-test': Step & { readonly reason: PostponeReason };
  /** AK.07. */
  'agree-adjustment': Step & { readonly adjustments: readonly string[] };
  /** AK.01: agreement and confidentiality. */
  'sign-consent': Step & { readonly signedOn: LocalDate };
  /** AK.02: what was done, and which instruments gave evidence of which unit. */
  'record-test-taken': Step & {
    readonly takenOn: LocalDate;
    readonly evidence: readonly UnitEvidence[];
  };
  /** AK.05: the assessor recommends, and decides nothing. */
  'file-recommendation': Step & { readonly results: readonly UnitResult[]; readonly note?: Sealed };
  /** By somebody else: agreed, or sent back to the assessor. */
  'review-recommendation': Step & { readonly agreed: boolean; readonly note?: Sealed };
  /** The plenary (rapat pleno) decides. `members` are account ids. */
  'hold-plenary': Step & {
    readonly heldOn: LocalDate;
    readonly members: readonly string[];
    readonly results: readonly UnitResult[];
    /** When the person was told; absent = on the day itself. The time to appeal runs from it. */
    readonly noticeOn?: LocalDate;
  };
  'start-remedial': Step & { readonly startedOn: LocalDate };
  /** Only what was not yet shown is tested again. */
  'schedule-retest': Step & { readonly on: LocalDate; readonly testPlace: TestPlace };
  /** AK.04. */
  'file-appeal': Step & {
    readonly filedOn: LocalDate;
    readonly ground: AppealGround;
    /** What the form asks: was the process explained, discussed with the assessor, does someone help. */
    readonly explained: boolean;
    readonly discussed: boolean;
    readonly helped: boolean;
    readonly reason: Sealed;
  };
  /** The LSP opens the time to appeal again, or lengthens it (I.7). */
  'waive-appeal-time': Step & { readonly until: LocalDate; readonly reason: Sealed };
  'accept-appeal': Step & { readonly note?: Sealed };
  'reject-appeal': Step & { readonly rejectedOn: LocalDate; readonly reason: Sealed };
  /** By the other assessor whom the appeal was given to (D-12). */
  're-assess': Step & {
    readonly takenOn: LocalDate;
    readonly evidence: readonly UnitEvidence[];
    readonly results: readonly UnitResult[];
  };
  'decide-appeal': Step & {
    readonly decidedOn: LocalDate;
    readonly members: readonly string[];
    readonly results: readonly UnitResult[];
  };
  /** Another certification body goes on with it, for example after a transfer (I.6b). */
  'hand-over-assessment': Step & { readonly certificationBody: string };
  'cancel-assessment': Step & { readonly reason: CancelReason };
  /** Entered in error. */
  'void-assessment': Step & { readonly reason: Sealed };
  /** `certificateId` is filled in by the server; number and form are text as printed (D-13). */
  'request-certificate-issue': Step & {
    readonly certificateId: string;
    readonly number: string;
    readonly registrationNumber?: string;
    readonly blankNumber?: string;
    readonly issuedOn: LocalDate;
  };
  /** From the certificate: it was issued. */
  'note-certificate-issued': {
    readonly certificateId: string;
    readonly number: string;
    readonly issuedOn: LocalDate;
    readonly validUntil: LocalDate;
  };
  /** From the certificate: number or form were another's. `code` is a code of the refusal catalogue. */
  'note-certificate-refused': { readonly certificateId: string; readonly code: string };
  /** From the certificate: its status changed. No reason comes with it (S46). */
  'note-certificate-status': {
    readonly certificateId: string;
    readonly status: HeldStatus;
    readonly on: LocalDate;
    readonly validUntil: LocalDate;
  };
}
