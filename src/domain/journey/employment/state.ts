/** What a journey remembers of job seeker card, counselling, proposals, placements and checks (domain E). */
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import type { JourneyState } from '../state.ts';
import type { CheckResult, EndReason, PlacementKind } from './codes.ts';
import type { PlacementId } from './commands.ts';
import type { EmploymentEvents, PlacementFlag, ProposalStage } from './events.ts';

export interface JobSeekerCard {
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly lastReportedOn: LocalDate;
  /** null once it was missed. */
  readonly reportDueAt: Moment | null;
  /** null once the grace has ended. */
  readonly inactiveAt: Moment | null;
  readonly expiresAt: Moment;
  readonly active: boolean;
  readonly expired: boolean;
}

export interface Proposal {
  readonly proposalId: string;
  readonly vacancyId: string;
  readonly employerId: string;
  readonly office: string;
  readonly stage: ProposalStage;
  /** Last word of the employer on whether the person still works there. */
  readonly confirmed: { readonly working: boolean; readonly on: LocalDate } | null;
}

export interface Apprenticeship {
  readonly agreementNumber: string;
  readonly proposalId: string | null;
  readonly employerId: string;
  readonly office: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** null once answered, or once the delay was told. */
  readonly answerDueAt: Moment | null;
  /** null while unanswered. */
  readonly approved: boolean | null;
}

export interface RetentionCheck {
  readonly day: number;
  readonly on: LocalDate;
  /** null once it came due, was made, or was cancelled. */
  readonly dueAt: Moment | null;
  readonly result: CheckResult | null;
  readonly cancelled: boolean;
}

export interface Placement {
  readonly placementId: PlacementId;
  readonly kind: PlacementKind;
  readonly proposalId: string | null;
  readonly employerId: string | null;
  readonly office: string;
  readonly zone: Zone;
  readonly startedOn: LocalDate;
  /** Since when in the job of now: the start, or the last change. */
  readonly jobSince: LocalDate;
  readonly checks: readonly RetentionCheck[];
  /** Days without work between jobs: the longest so far. */
  readonly longestGapDays: number;
  /** Dates of attempts without an answer since the person was last reached. */
  readonly unanswered: readonly LocalDate[];
  readonly flags: readonly { readonly flag: PlacementFlag; readonly certificateId: string }[];
  readonly ended: { readonly on: LocalDate; readonly reason: EndReason } | null;
  /** An apprentice's place at the employer (C-13); absent for all others. */
  readonly apprenticePlace?: { readonly employerId: string; readonly holder: string };
}

export interface EmploymentState {
  /** Manpower office that looks for work with the person; null before the first card. */
  readonly office: string | null;
  readonly zone: Zone | null;
  /** Under which the person stands in matching, from the first card on. */
  readonly candidateId: string | null;
  readonly card: JobSeekerCard | null;
  readonly availability: EmploymentEvents['AvailabilitySet'] | null;
  /** Answers to legal exclusions, by key; what is not here was not answered. */
  readonly eligibility: { readonly [exclusionKey: string]: boolean };
  readonly proposals: { readonly [proposalId: string]: Proposal };
  readonly apprenticeships: { readonly [agreementNumber: string]: Apprenticeship };
  readonly placements: { readonly [placementId: PlacementId]: Placement };
  readonly placementCount: number;
}

export const INITIAL_EMPLOYMENT_STATE: EmploymentState = {
  office: null,
  zone: null,
  candidateId: null,
  card: null,
  availability: null,
  eligibility: {},
  proposals: {},
  apprenticeships: {},
  placements: {},
  placementCount: 0,
};

export const changeEmployment = (
  state: JourneyState,
  change: (employment: EmploymentState) => Partial<EmploymentState>,
): JourneyState => ({ ...state, employment: { ...state.employment, ...change(state.employment) } });

/** The placement that runs; a person has one at a time. */
export const runningPlacement = ({ employment }: JourneyState): Placement | undefined =>
  Object.values(employment.placements).find(({ ended }) => ended === null);

/** Local dates of placement count where the placement office is. */
export const employmentZone = ({ employment }: JourneyState): Zone => employment.zone ?? 'WIB';

/** @throws when unknown: an event names only what an earlier event began. */
export const changeProposal = (
  state: JourneyState,
  proposalId: string,
  change: (found: Proposal) => Partial<Proposal>,
): JourneyState => {
  const found = state.employment.proposals[proposalId];
  if (found === undefined) throw new Error(`event names unknown proposal ${proposalId}`);
  return changeEmployment(state, ({ proposals }) => ({
    proposals: { ...proposals, [proposalId]: { ...found, ...change(found) } },
  }));
};

/** @throws when unknown: an event names only what an earlier event began. */
export const changePlacement = (
  state: JourneyState,
  placementId: PlacementId,
  change: (found: Placement) => Partial<Placement>,
): JourneyState => {
  const found = state.employment.placements[placementId];
  if (found === undefined) throw new Error(`event names unknown placement ${placementId}`);
  return changeEmployment(state, ({ placements }) => ({
    placements: { ...placements, [placementId]: { ...found, ...change(found) } },
  }));
};
