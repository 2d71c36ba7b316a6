/** Events of job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { CaseId, Sealed } from '../commands.ts';
import type {
  AccommodationCode,
  ApprenticeshipScheme,
  CheckResult,
  ContactChannel,
  Contract,
  CounsellingKind,
  CounsellingPhase,
  DeclineReason,
  EndReason,
  PlacementKind,
  ProofKind,
  Sector,
  WageBand,
  WithdrawReason,
} from './codes.ts';
import type { PlacementId } from './commands.ts';

/** Clocks of a card: next report, the end of its grace, the end of the card. */
export interface CardClocks {
  readonly reportDueAt: Moment;
  readonly inactiveAt: Moment;
  readonly expiresAt: Moment;
}

export interface CheckPoint {
  readonly day: number;
  readonly dueAt: Moment;
}

export type ProposalStage =
  | 'PROPOSED'
  | 'INVITED'
  | 'INTERVIEWED'
  | 'OFFERED'
  | 'ACCEPTED'
  | 'DECLINED'
  | 'WITHDRAWN';

export interface EmploymentEvents {
  JobSeekerCardIssued: CardClocks & {
    readonly number: string;
    readonly candidateId: string;
    readonly office: string;
    readonly zone: Zone;
    readonly issuedOn: LocalDate;
  };
  JobSeekerReported: {
    readonly reportedOn: LocalDate;
    readonly reportDueAt: Moment;
    readonly inactiveAt: Moment;
  };
  JobSeekerReportMissed: { readonly dueOn: LocalDate };
  /** Out of matching, not deleted (S50). */
  JobSeekerInactivated: { readonly on: LocalDate };
  JobSeekerReactivated: { readonly on: LocalDate };
  JobSeekerCardRenewed: CardClocks & { readonly number: string; readonly renewedOn: LocalDate };
  JobSeekerCardExpired: { readonly on: LocalDate };
  JobSeekerCardPrinted: { readonly number: string; readonly date: LocalDate; readonly hash: string };
  JobSeekerHandedOver: {
    readonly from: string;
    readonly office: string;
    readonly zone: Zone;
    readonly on: LocalDate;
  };
  /** Tasks for a placement officer: a card after release, a colleague after a move (I.6b). */
  PlacementTaskRaised: {
    readonly task: 'ISSUE_JOB_SEEKER_CARD' | 'NEW_PLACEMENT_OFFICER';
    /** null while no manpower office is known. */
    readonly office: string | null;
  };
  CounsellingHeld: {
    readonly office: string;
    readonly phase: CounsellingPhase;
    readonly kind: CounsellingKind;
    readonly heldOn: LocalDate;
    readonly note?: Sealed;
  };
  AvailabilitySet: {
    readonly from: LocalDate;
    readonly regencies: readonly string[];
    readonly sectors: readonly Sector[];
    readonly needs: readonly AccommodationCode[];
    readonly wageFloorRupiah: number | null;
  };
  /** In custody again: set anew by whoever can work again. The event says nothing of why. */
  AvailabilityEnded: { readonly on: LocalDate };
  /** To the office of a case: may this person do a job that the law keeps some from? */
  EligibilityAsked: { readonly exclusionKey: string };
  EligibilityRecorded: {
    readonly caseId: CaseId;
    readonly exclusionKey: string;
    readonly eligible: boolean;
  };

  CandidateProposed: {
    readonly proposalId: string;
    readonly vacancyId: string;
    readonly employerId: string;
    readonly office: string;
  };
  CandidateInvited: { readonly proposalId: string };
  CandidateInterviewed: { readonly proposalId: string; readonly heldOn: LocalDate };
  JobOffered: { readonly proposalId: string };
  CandidateAccepted: { readonly proposalId: string };
  CandidateDeclined: { readonly proposalId: string; readonly reason: DeclineReason };
  ProposalWithdrawn: { readonly proposalId: string; readonly reason: WithdrawReason };
  EmploymentConfirmed: {
    readonly proposalId: string;
    readonly working: boolean;
    readonly on: LocalDate;
  };

  ApprenticeshipRequested: {
    readonly agreementNumber: string;
    readonly scheme: ApprenticeshipScheme;
    readonly proposalId: string | null;
    readonly employerId: string;
    readonly office: string;
    readonly requestedOn: LocalDate;
    readonly startsOn: LocalDate;
    readonly endsOn: LocalDate;
    readonly theoryPercent: number;
    readonly parentalConsent: boolean;
    readonly answerDueAt: Moment;
  };
  ApprenticeshipAnswerOverdue: { readonly agreementNumber: string };
  ApprenticeshipAnswered: {
    readonly agreementNumber: string;
    readonly approved: boolean;
    readonly answeredOn: LocalDate;
  };

  PlacementStarted: {
    readonly placementId: PlacementId;
    readonly kind: PlacementKind;
    readonly proposalId: string | null;
    readonly employerId: string | null;
    readonly office: string;
    readonly zone: Zone;
    readonly startedOn: LocalDate;
    readonly regency: string;
    readonly sector: Sector;
    readonly contract: Contract | null;
    readonly wageBand: WageBand | null;
    /** Of the apprenticeship agreement or of the support for the own business. */
    readonly agreementNumber: string | null;
    /** Under what an apprentice is counted at the employer; absent for all others. */
    readonly apprenticeHolder?: string;
    readonly bpjsReference?: Sealed;
    readonly checks: readonly CheckPoint[];
  };
  RetentionCheckDue: { readonly placementId: PlacementId; readonly day: number };
  RetentionChecked: {
    readonly placementId: PlacementId;
    readonly day: number;
    readonly checkedOn: LocalDate;
    readonly result: CheckResult;
    readonly sameEmployer: boolean | null;
    readonly gapDays: number | null;
    readonly wageBand: WageBand | null;
    readonly relevantToCertificate: boolean | null;
    readonly proof: { readonly kind: ProofKind; readonly hash?: string } | null;
    /** `CERTIFICATE_LAPSED`: a flag, which changes no result (S45). */
    readonly flags: readonly PlacementFlag[];
  };
  ContactAttempted: {
    readonly placementId: PlacementId;
    readonly channel: ContactChannel;
    readonly attemptedOn: LocalDate;
    readonly reached: boolean;
  };
  ContactLost: { readonly placementId: PlacementId; readonly on: LocalDate };
  JobChanged: {
    readonly placementId: PlacementId;
    readonly employerId: string | null;
    readonly endedOn: LocalDate;
    readonly startedOn: LocalDate;
    readonly gapDays: number;
    readonly contract: Contract | null;
    readonly wageBand: WageBand | null;
  };
  PlacementEnded: {
    readonly placementId: PlacementId;
    readonly endedOn: LocalDate;
    readonly reason: EndReason;
    /** Days whose checks are no longer made. */
    readonly cancelledChecks: readonly number[];
  };
  PlacementFlagged: {
    readonly placementId: PlacementId;
    readonly flag: PlacementFlag;
    readonly certificateId: string;
  };
  /** The certificate counts again. */
  PlacementFlagCleared: { readonly placementId: PlacementId; readonly certificateId: string };
  /** The person no longer agrees to be followed up (E-07). */
  RetentionChecksCancelled: { readonly placementId: PlacementId; readonly days: readonly number[] };
}

export type PlacementFlag = 'CERTIFICATE_LAPSED' | 'CERTIFICATE_WITHDRAWN';
