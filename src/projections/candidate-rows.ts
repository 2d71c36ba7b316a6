/**
 * From one journey's state to what matching and employers see of it. Pure: live and rebuilt rows come
 * from here. What is not named here is not known to any employer or placement officer (G-08, I-8).
 */
import { journeyDecider } from '../domain/journey/decider.ts';
import { runningPlacement } from '../domain/journey/employment/state.ts';
import { consentsTo } from '../domain/journey/referral/state.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { achievedUnitsOf } from '../domain/journey/training/state.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

/** What the world may see of a certificate's status: why one ended is no employer's business (S46). */
const SHOWN = { VALID: 'VALID', EXPIRING: 'VALID', EXPIRED: 'EXPIRED' } as const;

interface ShownCertificate {
  readonly schemeId: string;
  readonly status: 'VALID' | 'EXPIRED';
  readonly validUntil: string | null;
  readonly units: readonly string[];
}

const certificatesOf = ({ assessment }: JourneyState): ShownCertificate[] =>
  Object.values(assessment.certificates).flatMap(({ schemeId, status, validUntil, units }) =>
    Object.hasOwn(SHOWN, status)
      ? [{ schemeId, status: SHOWN[status as keyof typeof SHOWN], validUntil, units }]
      : [],
  );

const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

/** The row; undefined for whoever does not look for work now, or did not agree to be matched. */
export function candidateRowOf(state: JourneyState, world: string): ProjectedRow | undefined {
  const { card, candidateId, office, availability } = state.employment;
  const looks =
    state.diedOn === null &&
    state.keeping.mergedInto === null &&
    card?.active === true &&
    !card.expired &&
    runningPlacement(state) === undefined &&
    consentsTo(state, 'MATCHING');
  if (!looks || candidateId === null || office === null || availability === null) return undefined;
  const disability = consentsTo(state, 'DISCLOSE_DISABILITY');
  const certificates = certificatesOf(state);
  const valid = certificates.filter(({ status }) => status === 'VALID');
  return {
    candidate_id: candidateId,
    ...{ world, office },
    units: sorted([...achievedUnitsOf(state), ...valid.flatMap(({ units }) => units)]),
    schemes: sorted(valid.map(({ schemeId }) => schemeId)),
    certificates: certificates.map(({ schemeId, status, validUntil }) => ({ schemeId, status, validUntil })),
    regencies: sorted(availability.regencies),
    sectors: sorted(availability.sectors),
    available_from: availability.from,
    wage_floor_rupiah: availability.wageFloorRupiah,
    needs: disability ? sorted(availability.needs) : [],
    disability,
  };
}

/** Proposals of one person, each as its employer sees it. */
export function proposalRowsOf(state: JourneyState, world: string): ProjectedRow[] {
  const { candidateId, proposals, placements } = state.employment;
  const running = runningPlacement(state)?.proposalId ?? null;
  const ended = new Set(
    Object.values(placements).flatMap(({ proposalId, ended: end }) => (end === null ? [] : [proposalId])),
  );
  const disability = consentsTo(state, 'DISCLOSE_DISABILITY');
  return Object.values(proposals).map(({ proposalId, employerId, vacancyId, office, stage }) => ({
    proposal_id: proposalId,
    candidate_id: candidateId,
    world,
    employer_id: employerId,
    vacancy_id: vacancyId,
    ...{ office, stage },
    available:
      stage !== 'DECLINED' && stage !== 'WITHDRAWN' && !ended.has(proposalId) && state.diedOn === null,
    working: proposalId === running,
    disability,
  }));
}

const candidateIdOf = ({ employment }: JourneyState): string | null => employment.candidateId;

export const CANDIDATE_TABLE: StreamTable<JourneyState> = {
  name: 'candidate-list',
  table: 'projection.candidate',
  entityColumn: 'candidate_id',
  entityIdOf: candidateIdOf,
  decider: journeyDecider,
  rowsOf: ({ domain }, world) => {
    const row = candidateRowOf(domain, world);
    return row === undefined ? [] : [row];
  },
};

export const PROPOSAL_TABLE: StreamTable<JourneyState> = {
  name: 'proposal-list',
  table: 'projection.proposal',
  entityColumn: 'candidate_id',
  entityIdOf: candidateIdOf,
  decider: journeyDecider,
  rowsOf: ({ domain }, world) => proposalRowsOf(domain, world),
};
