/** Events of assessments and the certificates that came of them (domain D, I.5). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { Sealed } from '../commands.ts';
import type {
  AppealGround,
  AssessorRole,
  AttemptKind,
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

interface About {
  readonly assessmentId: string;
}

export interface AssessmentEvents {
  AssessmentRequested: About & {
    readonly schemeId: string;
    readonly certificationBody: string;
    /** Units of the scheme on that day: a later revision does not alter this assessment. */
    readonly units: readonly string[];
    readonly basis: Basis;
    readonly selfAssessment: readonly SelfAssessment[];
    readonly needs: readonly string[];
    readonly requestedOn: LocalDate;
    readonly zone: Zone;
  };
  RequirementsIncomplete: About & { readonly missing: readonly string[] };
  RequirementsVerified: About;
  AssessorAssigned: About & {
    readonly assessorId: string;
    /** Account the assessor signs in with; null where the register names none. */
    readonly accountId: string | null;
    readonly role: AssessorRole;
  };
  AssessorRecused: About & {
    readonly assessorId: string;
    readonly reason: RecuseReason;
    readonly note?: Sealed;
  };
  /** After the test: the result is frozen and the attempt kept as void (S39). */
  AssessorConflictFound: About & {
    readonly assessorId: string;
    readonly ground: ConflictGround;
    readonly foundOn: LocalDate;
    readonly note?: Sealed;
    /** Certificate that rests on the result and was asked to be looked at; null where there is none. */
    readonly certificateId: string | null;
  };
  AssessmentScheduled: About & { readonly on: LocalDate; readonly testPlace: TestPlace };
  AssessmentPostponed: About & { readonly reason: PostponeReason; readonly from: LocalDate };
  /** The place of the test may no longer fit: the LSP names another (I.6b). */
  TestPlaceReplanDue: About;
  AdjustmentAgreed: About & { readonly adjustments: readonly string[] };
  AssessmentConsented: About & { readonly signedOn: LocalDate };
  AssessmentTaken: About & {
    readonly takenOn: LocalDate;
    readonly evidence: readonly UnitEvidence[];
    readonly reportDueAt: Moment;
  };
  RecommendationOverdue: About;
  RecommendationFiled: About & {
    readonly results: readonly UnitResult[];
    readonly note?: Sealed;
    readonly plenaryDueAt: Moment;
  };
  RecommendationReturned: About & { readonly note?: Sealed; readonly reportDueAt: Moment };
  RecommendationReviewed: About & { readonly note?: Sealed };
  PlenaryOverdue: About;
  PlenaryHeld: About & {
    readonly heldOn: LocalDate;
    readonly members: readonly string[];
    readonly results: readonly UnitResult[];
  };
  DeclaredCompetent: About & {
    readonly schemeId: string;
    readonly certificationBody: string;
    /** All units of the scheme, also those shown in an earlier attempt. */
    readonly units: readonly string[];
    readonly decidedOn: LocalDate;
    readonly attempt: AttemptKind;
  };
  DeclaredNotYetCompetent: About & {
    readonly schemeId: string;
    readonly decidedOn: LocalDate;
    readonly failedUnits: readonly string[];
    readonly attempt: AttemptKind;
    /** End of the time to appeal; null where the decision was itself one on an appeal. */
    readonly appealUntil: Moment | null;
  };
  AppealTimeWaived: About & { readonly until: Moment; readonly reason: Sealed };
  AppealTimeEnded: About;
  RemedialStarted: About & {
    readonly startedOn: LocalDate;
    readonly units: readonly string[];
    readonly earliestRetestOn: LocalDate;
    /** When the LSP is reminded that the retest can be held. */
    readonly retestOpenAt: Moment;
  };
  RetestOpened: About;
  RetestScheduled: About & {
    readonly on: LocalDate;
    readonly testPlace: TestPlace;
    readonly units: readonly string[];
    /** 1 for the first retest of the cycle. */
    readonly retest: number;
  };
  AppealFiled: About & {
    readonly filedOn: LocalDate;
    readonly ground: AppealGround;
    readonly explained: boolean;
    readonly discussed: boolean;
    readonly helped: boolean;
    readonly reason: Sealed;
    /** Target of 14 working days on the calendar of the LSP (D-12). */
    readonly decisionDueAt: Moment;
  };
  AppealAccepted: About & { readonly note?: Sealed };
  AppealRejected: About & { readonly rejectedOn: LocalDate; readonly reason: Sealed };
  /** Escalated to the head of the LSP. */
  AppealDecisionOverdue: About;
  ReAssessed: About & {
    readonly takenOn: LocalDate;
    readonly evidence: readonly UnitEvidence[];
    readonly results: readonly UnitResult[];
  };
  AppealDecided: About & {
    readonly decidedOn: LocalDate;
    readonly members: readonly string[];
    readonly results: readonly UnitResult[];
    readonly outcome: 'UPHELD' | 'DISMISSED';
  };
  AssessmentHandedOver: About & { readonly from: string; readonly certificationBody: string };
  AssessmentCancelled: About & { readonly reason: CancelReason };
  AssessmentVoided: About & { readonly reason: Sealed };
  CertificateRequested: About & {
    readonly certificateId: string;
    readonly schemeId: string;
    readonly certificationBody: string;
    readonly units: readonly string[];
    readonly number: string;
    readonly registrationNumber?: string;
    readonly blankNumber?: string;
    readonly issuedOn: LocalDate;
  };
  /** The certificate stands; what rests on it begins here. */
  CertificateIssued: About & {
    readonly certificateId: string;
    readonly schemeId: string;
    readonly number: string;
    readonly issuedOn: LocalDate;
    readonly validUntil: LocalDate;
  };
  CertificateIssueRefused: About & { readonly certificateId: string; readonly code: string };
  CertificateStatusNoted: About & {
    readonly certificateId: string;
    readonly schemeId: string;
    readonly status: HeldStatus;
    readonly on: LocalDate;
    readonly validUntil: LocalDate;
  };
  /**
   * A frozen result was judged anew while its certificate exists: the LSP unfreezes or withdraws it. The
   * system says what is owed and does neither (I-6).
   */
  CertificateOutcomeOwed: About & {
    readonly certificateId: string;
    readonly outcome: 'UNFREEZE' | 'WITHDRAW';
  };
}
