/** What a journey remembers of assessments and the certificates that came of them (domain D, I.5). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { JourneyState } from '../state.ts';
import type { AssessmentStage } from './stage-moves.ts';
import type {
  AssessorRole,
  AttemptKind,
  Basis,
  ConflictGround,
  Duty,
  HeldStatus,
  TestPlace,
  UnitResult,
} from './terms.ts';

export interface AssignedAssessor {
  readonly assessorId: string;
  readonly accountId: string | null;
  readonly role: AssessorRole;
}

/** One test: the first, a retest of what failed, or one by another assessor. */
export interface Attempt {
  readonly kind: AttemptKind;
  /** What is tested: in every attempt after the first only what does not stand as shown. */
  readonly units: readonly string[];
  readonly assessors: readonly AssignedAssessor[];
  readonly test: { readonly on: LocalDate; readonly testPlace: TestPlace } | null;
  /** No test before this day; null = any. */
  readonly notBefore: LocalDate | null;
  readonly takenOn: LocalDate | null;
  readonly recommended: readonly UnitResult[] | null;
  /** As decided; null until then. */
  readonly results: readonly UnitResult[] | null;
  /** Kept and not counted: its assessor had a conflict (S39). */
  readonly void: ConflictGround | null;
}

export interface Assessment {
  readonly assessmentId: string;
  readonly stage: AssessmentStage;
  readonly schemeId: string;
  readonly certificationBody: string;
  readonly zone: Zone;
  readonly units: readonly string[];
  readonly basis: Basis;
  readonly requestedOn: LocalDate;
  /** Adjustments asked for at the application. */
  readonly needs: readonly string[];
  /** AK.07; null until agreed. */
  readonly adjustments: readonly string[] | null;
  /** Papers that the LSP missed, by code. */
  readonly missing: readonly string[];
  /** Oldest first; the last one is the present one. */
  readonly attempts: readonly Attempt[];
  /** Accounts that had a hand in each duty but assessing, which the attempts tell (D-10). */
  readonly hands: { readonly [D in Exclude<Duty, 'ASSESS'>]: readonly string[] };
  readonly retests: number;
  readonly decidedOn: LocalDate | null;
  readonly appeal: {
    /** End of the time to appeal against the last decision; null where no appeal lies. */
    readonly until: Moment | null;
    /** The end has passed and was told. */
    readonly ended: boolean;
    /** The last decision was appealed against, whatever came of it. */
    readonly used: boolean;
  };
  readonly reportDueAt: Moment | null;
  readonly plenaryDueAt: Moment | null;
  readonly appealDecisionDueAt: Moment | null;
  readonly retestOpenAt: Moment | null;
  /** The place of the test may no longer fit. */
  readonly placeToConfirm: boolean;
  readonly certificateId: string | null;
}

/** A certificate as its holder's journey knows it. */
export interface HeldCertificate {
  readonly certificateId: string;
  readonly assessmentId: string;
  readonly schemeId: string;
  readonly certificationBody: string;
  readonly units: readonly string[];
  readonly number: string;
  readonly issuedOn: LocalDate;
  /** `REQUESTED` until the certificate answers; `REFUSED` where number or form were another's. */
  readonly status: HeldStatus | 'REQUESTED' | 'REFUSED';
  /** Local date of the last change of status; null before the first answer. */
  readonly since: LocalDate | null;
  readonly validUntil: LocalDate | null;
}

export interface AssessmentState {
  readonly assessments: { readonly [assessmentId: string]: Assessment };
  readonly certificates: { readonly [certificateId: string]: HeldCertificate };
}

export const INITIAL_ASSESSMENT_STATE: AssessmentState = { assessments: {}, certificates: {} };

export const assessmentOf = ({ assessment }: JourneyState, id: string): Assessment | undefined =>
  Object.hasOwn(assessment.assessments, id) ? assessment.assessments[id] : undefined;

export const certificateOf = ({ assessment }: JourneyState, id: string): HeldCertificate | undefined =>
  Object.hasOwn(assessment.certificates, id) ? assessment.certificates[id] : undefined;

/** Certificates that count on a date: what matching and the first work rest on. */
export const validCertificatesOn = ({ assessment }: JourneyState, date: LocalDate): HeldCertificate[] =>
  Object.values(assessment.certificates).filter(
    ({ status, validUntil }) =>
      (status === 'VALID' || status === 'EXPIRING') && validUntil !== null && date <= validUntil,
  );

/** @throws where there is none: every assessment begins with an attempt. */
export const presentAttempt = ({ assessmentId, attempts }: Assessment): Attempt => {
  const last = attempts.at(-1);
  if (last === undefined) throw new Error(`assessment ${assessmentId} has no attempt`);
  return last;
};

/** Units that stand as shown: K in a decided attempt that is not void. */
export const shownUnits = ({ attempts }: Pick<Assessment, 'attempts'>): string[] =>
  attempts.flatMap(({ results, void: ground }) =>
    ground !== null || results === null
      ? []
      : results.flatMap(({ unit, result }) => (result === 'K' ? [unit] : [])),
  );

export const unitsToShow = (found: Pick<Assessment, 'units' | 'attempts'>): string[] => {
  const shown = new Set(shownUnits(found));
  return found.units.filter((unit) => !shown.has(unit));
};

export const newAttempt = (
  kind: AttemptKind,
  units: readonly string[],
  more: Partial<Attempt> = {},
): Attempt => ({
  ...{ kind, units, assessors: [], test: null, notBefore: null, takenOn: null },
  ...{ recommended: null, results: null, void: null },
  ...more,
});

/** @throws when the assessment is unknown: an event names only what an earlier event began. */
export const changeAssessment = (
  state: JourneyState,
  assessmentId: string,
  change: (found: Assessment) => Partial<Assessment>,
): JourneyState => {
  const found = assessmentOf(state, assessmentId);
  if (found === undefined) throw new Error(`event names unknown assessment ${assessmentId}`);
  const assessments = { ...state.assessment.assessments, [assessmentId]: { ...found, ...change(found) } };
  return { ...state, assessment: { ...state.assessment, assessments } };
};

export const withAttempt = (found: Assessment, change: Partial<Attempt>): Pick<Assessment, 'attempts'> => ({
  attempts: [...found.attempts.slice(0, -1), { ...presentAttempt(found), ...change }],
});

export const changeCertificate = (
  state: JourneyState,
  certificateId: string,
  change: Partial<HeldCertificate>,
): JourneyState => {
  const found = certificateOf(state, certificateId);
  if (found === undefined) throw new Error(`event names unknown certificate ${certificateId}`);
  const certificates = { ...state.assessment.certificates, [certificateId]: { ...found, ...change } };
  return { ...state, assessment: { ...state.assessment, certificates } };
};
