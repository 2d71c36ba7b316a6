/** Commands of job seeker card, counselling, proposals, placements and their checks (domain E, I.5). */
import type { AgeNow } from '../../time/age.ts';
import type { LocalDate } from '../../time/moment.ts';
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
  ProofKind,
  Sector,
  VacancyEnd,
  WageBand,
  WithdrawReason,
} from './codes.ts';

/** Ordinal within the journey: `p1`, `p2`. Never shown to an employer. */
export type PlacementId = string;

export type StartPlacement =
  | {
      readonly kind: 'EMPLOYED';
      /** The accepted proposal it comes of; null where the person found the work alone. */
      readonly proposalId: string | null;
      readonly employerId: string | null;
      readonly contract: Contract;
      /** Number of the worker's social security (BPJS). */
      readonly bpjsReference?: Sealed;
      readonly startedOn: LocalDate;
      readonly regency: string;
      readonly sector: Sector;
      readonly wageBand: WageBand | null;
    }
  | {
      /** *Tenaga Kerja Mandiri*: own business, with the support that was given. */
      readonly kind: 'SELF_EMPLOYED';
      readonly supportNumber: string | null;
      readonly startedOn: LocalDate;
      readonly regency: string;
      readonly sector: Sector;
    }
  | {
      /** Rests on an approved agreement (C-13): `request-apprenticeship`, `answer-apprenticeship`. */
      readonly kind: 'APPRENTICE';
      readonly agreementNumber: string;
      readonly startedOn: LocalDate;
      readonly regency: string;
      readonly sector: Sector;
    };

export interface EmploymentCommands {
  /** AK-1, the yellow card (E-02). The officer's office becomes the person's placement office. */
  'issue-job-seeker-card': {
    number: string;
    issuedOn: LocalDate;
    /** Under which the person stands in matching; says nothing of the person (G-08). */
    candidateId: string;
  };
  /** One of the four boxes of the card, or any other sign of life. */
  /** The card was printed. `hash`: of its file. */
  'note-job-seeker-card': { readonly number: string; readonly date: LocalDate; readonly hash: string };
  'report-job-seeker': { reportedOn: LocalDate };
  'renew-job-seeker-card': { number: string; renewedOn: LocalDate };
  /** To another manpower office, which alone goes on from here. */
  'hand-over-job-seeker': { office: string; on: LocalDate };
  'hold-counselling': {
    phase: CounsellingPhase;
    kind: CounsellingKind;
    heldOn: LocalDate;
    note?: Sealed;
  };
  'set-availability': {
    from: LocalDate;
    regencies: readonly string[];
    sectors: readonly Sector[];
    /** Empty unless the person agreed to be matched by them. */
    needs: readonly AccommodationCode[];
    /** Least monthly wage in rupiah; null where none was named. */
    wageFloorRupiah: number | null;
  };
  /** The answer of the office that knows the ruling: yes or no to one legal exclusion, no reasons. */
  'record-eligibility': { caseId: CaseId; exclusionKey: string; eligible: boolean };

  'propose-candidate': { vacancyId: string; proposalId: string };
  'invite-candidate': { proposalId: string };
  'record-interview': { proposalId: string; heldOn: LocalDate };
  'offer-job': { proposalId: string };
  'accept-candidate': { proposalId: string };
  'decline-candidate': { proposalId: string; reason: DeclineReason };
  'withdraw-proposal': {
    proposalId: string;
    reason: Exclude<WithdrawReason, 'CONSENT_WITHDRAWN' | 'VACANCY_ENDED'>;
  };
  /** Inside only: a vacancy is no more, told to all who are proposed for it. */
  'end-proposals-of-vacancy': { vacancyId: string; reason: VacancyEnd };
  /** The employer's word that a person it took is still there (I.6c: confirm status). */
  'confirm-employment': { proposalId: string; working: boolean; on: LocalDate };

  'request-apprenticeship': {
    agreementNumber: string;
    scheme: ApprenticeshipScheme;
    proposalId: string | null;
    employerId: string;
    requestedOn: LocalDate;
    startsOn: LocalDate;
    endsOn: LocalDate;
    /** Completed years at the start, as the officer read them; a birth date that the vault knows corrects it. */
    ageYears: number;
    ageNow?: AgeNow | null;
    parentalConsent: boolean;
    /** Share of theory in the programme, whole percent. */
    theoryPercent: number;
    /** Of a diploma or a degree; null for a person without one. */
    graduatedOn: LocalDate | null;
  };
  'answer-apprenticeship': { agreementNumber: string; approved: boolean; answeredOn: LocalDate };

  'start-placement': StartPlacement;
  'record-retention-check': {
    placementId: PlacementId;
    /** Day of the check after the start: one of the policy's. */
    day: number;
    checkedOn: LocalDate;
    working: boolean;
    sameEmployer: boolean;
    /** Days without work between jobs since the last check; 0 where there were none. */
    gapDays: number;
    wageBand: WageBand | null;
    relevantToCertificate: boolean | null;
    proof: { readonly kind: ProofKind; readonly hash?: string } | null;
  };
  'record-contact-attempt': {
    placementId: PlacementId;
    channel: ContactChannel;
    attemptedOn: LocalDate;
    reached: boolean;
  };
  'change-job': {
    placementId: PlacementId;
    employerId: string | null;
    endedOn: LocalDate;
    startedOn: LocalDate;
    contract: Contract | null;
    wageBand: WageBand | null;
  };
  'end-placement': {
    placementId: PlacementId;
    endedOn: LocalDate;
    reason: Exclude<EndReason, 'BACK_IN_CUSTODY' | 'DIED'>;
  };
}

/** Results an officer can record; `UNREACHABLE` follows from attempts alone. */
export type RecordedResult = Exclude<CheckResult, 'UNREACHABLE'>;
