/**
 * A candidate proposed for a vacancy, and what becomes of it (I.5). Employer and officer speak of the
 * proposal by its id alone; the journey is found by the address that is taken here (G-08, I-8).
 */
import type { ClaimChange, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { takesCandidatesOn, type VacancyFact } from '../../registers/vacancy.ts';
import type { LocalDate } from '../../time/moment.ts';
import { notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  isRefusal,
  type JourneyDecision,
  type Refused,
  today,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { ProposalStage } from './events.ts';
import { requireAlive, requireCard, requireConsent, requirePlacementOffice } from './on-job-seeker.ts';
import { OPEN_PROPOSAL_STAGES, PROPOSAL_MOVES, stagesBefore } from './proposal-moves.ts';
import { requireEmploymentRoom } from './size.ts';
import {
  changeEmployment,
  changeProposal,
  employmentZone,
  type Proposal,
  runningPlacement,
} from './state.ts';

export const openingKey = (vacancyId: string): string => `vacancy/${vacancyId}`;
export const proposalAddress = (proposalId: string): string => `address/proposal/${proposalId}`;

/** The openings of a vacancy are taken by proposals: whose they are stays out of the claim. */
export const releaseOpening = ({ vacancyId, proposalId }: Proposal): ClaimChange => ({
  kind: 'release',
  key: openingKey(vacancyId),
  holder: proposalId,
});

/**
 * The law may keep somebody from a job. The office of the case answers yes or no; why is not known here and
 * not said (G-08). A question nobody has answered yet keeps nobody from being proposed, or the refusal would
 * tell who has a case.
 */
export const isExcluded = (state: JourneyState, { exclusions }: VacancyFact): boolean =>
  exclusions.some(({ key }) => state.employment.eligibility[key] === false);

/**
 * Questions of the vacancy that an office of a case has still to answer. Work does not begin before: what is
 * said then is what anybody hears who cannot begin yet.
 */
const unanswered = (state: JourneyState, { exclusions }: VacancyFact): string[] => {
  const hasCase = Object.keys(state.cases).length + Object.keys(state.prison.cases).length > 0;
  return hasCase
    ? exclusions.map(({ key }) => key).filter((key) => !Object.hasOwn(state.employment.eligibility, key))
    : [];
};

const openVacancy = (vacancyId: string, date: LocalDate, context: DecideContext): VacancyFact | Refused => {
  const vacancy = context.fact<VacancyFact>(`vacancy/${vacancyId}`);
  if (vacancy === undefined) return refuseWith('VACANCY_UNKNOWN', { vacancyId });
  return takesCandidatesOn(vacancy, date) ? vacancy : refuseWith('VACANCY_CLOSED', { vacancyId });
};

const requireActive = ({ employment }: JourneyState): Refused | undefined =>
  employment.card?.active === true ? undefined : refuseWith('JOB_SEEKER_INACTIVE', {});

const requireFree = (state: JourneyState, vacancyId: string): Refused | undefined => {
  const { proposals } = state.employment;
  const running = runningPlacement(state);
  if (running !== undefined) return refuseWith('PLACEMENT_RUNNING', { placementId: running.placementId });
  const open = Object.values(proposals).some(
    (other) => other.vacancyId === vacancyId && [...OPEN_PROPOSAL_STAGES, 'ACCEPTED'].includes(other.stage),
  );
  return open ? refuseWith('PROPOSAL_OPEN', { vacancyId }) : undefined;
};

/** The proposal, if it is the actor's to speak of; to anyone else it does not exist. */
const proposalFor = (state: JourneyState, proposalId: string, context: DecideContext): Proposal | Refused => {
  const { proposals } = state.employment;
  const found = Object.hasOwn(proposals, proposalId) ? proposals[proposalId] : undefined;
  const { role, office } = context.command.actor;
  if (found === undefined || (role === 'EMPLOYER' && found.employerId !== office)) {
    return refuseWith('PROPOSAL_UNKNOWN', { proposalId });
  }
  return (role === 'EMPLOYER' ? undefined : requirePlacementOffice(state, context)) ?? found;
};

const requireMove = ({ proposalId, stage }: Proposal, to: ProposalStage): Refused | undefined =>
  PROPOSAL_MOVES[stage].includes(to)
    ? undefined
    : refuseWith('PROPOSAL_WRONG_STAGE', { proposalId, stage, allowed: stagesBefore(to).join(', ') });

/** Answers that say nothing but themselves. */
const answering =
  (to: 'INVITED' | 'OFFERED', type: 'CandidateInvited' | 'JobOffered') =>
  (
    state: JourneyState,
    { data }: { readonly data: { readonly proposalId: string } },
    context: DecideContext,
  ): JourneyDecision => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    const refused = firstRefusal(requireAlive(state), requireMove(found, to));
    return refused ?? accepted([{ type, data: { proposalId: data.proposalId } }]);
  };

export const proposalHandlers: CommandHandlers<
  | 'propose-candidate'
  | 'invite-candidate'
  | 'record-interview'
  | 'offer-job'
  | 'accept-candidate'
  | 'decline-candidate'
  | 'withdraw-proposal'
  | 'end-proposals-of-vacancy'
  | 'confirm-employment'
> = {
  'propose-candidate': (state, { data, actor }, context) => {
    const { vacancyId, proposalId } = data;
    const date = today(context, employmentZone(state));
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      requireCard(state),
      requireActive(state),
      requireConsent(state, 'MATCHING'),
      requireFree(state, vacancyId),
      requireEmploymentRoom('proposals', state.employment.proposals),
    );
    if (refused !== undefined) return refused;
    if (state.employment.availability === null) return refuseWith('AVAILABILITY_MISSING', {});
    const vacancy = openVacancy(vacancyId, date, context);
    if (isRefusal(vacancy)) return vacancy;
    if (isExcluded(state, vacancy)) return refuseWith('NOT_ELIGIBLE', {});
    const { employerId } = vacancy;
    return accepted(
      [
        { type: 'CandidateProposed', data: { proposalId, vacancyId, employerId, office: actor.office } },
        ...unanswered(state, vacancy).map(
          (exclusionKey): JourneyEvent => ({ type: 'EligibilityAsked', data: { exclusionKey } }),
        ),
      ],
      {
        claims: [{ kind: 'take', key: proposalAddress(proposalId), holder: `journey/${state.personId}` }],
      },
    );
  },
  'invite-candidate': answering('INVITED', 'CandidateInvited'),
  'record-interview': (state, { data }, context) => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    const refused = firstRefusal(
      requireAlive(state),
      requireMove(found, 'INTERVIEWED'),
      notInFuture(data.heldOn, employmentZone(state), context),
    );
    return refused ?? accepted([{ type: 'CandidateInterviewed', data }]);
  },
  'offer-job': answering('OFFERED', 'JobOffered'),
  'accept-candidate': (state, { data }, context) => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    const refused = firstRefusal(requireAlive(state), requireMove(found, 'ACCEPTED'));
    if (refused !== undefined) return refused;
    const { vacancyId, proposalId } = found;
    const key = openingKey(vacancyId);
    if (context.lostClaims.some((lost) => lost.key === key)) return refuseWith('VACANCY_FULL', { vacancyId });
    const vacancy = context.fact<VacancyFact>(`vacancy/${vacancyId}`);
    if (vacancy === undefined) return refuseWith('VACANCY_UNKNOWN', { vacancyId });
    // An answer to a candidate who was there in time may come after the last day of the vacancy.
    if (vacancy.status !== 'OPEN') return refuseWith('VACANCY_CLOSED', { vacancyId });
    if (isExcluded(state, vacancy) || unanswered(state, vacancy).length > 0) {
      return refuseWith('NOT_AVAILABLE_TO_START', {});
    }
    return accepted([{ type: 'CandidateAccepted', data }], {
      claims: [{ kind: 'take-place', key, holder: proposalId, limit: vacancy.openings }],
    });
  },
  'decline-candidate': (state, { data }, context) => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    return requireMove(found, 'DECLINED') ?? accepted([{ type: 'CandidateDeclined', data }]);
  },
  'withdraw-proposal': (state, { data }, context) => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    const begun = Object.values(state.employment.placements).find(
      ({ proposalId }) => proposalId === found.proposalId,
    );
    if (begun !== undefined) return refuseWith('PLACEMENT_RUNNING', { placementId: begun.placementId });
    const refused = requireMove(found, 'WITHDRAWN');
    return (
      refused ??
      accepted([{ type: 'ProposalWithdrawn', data }], {
        claims: found.stage === 'ACCEPTED' ? [releaseOpening(found)] : [],
      })
    );
  },
  'end-proposals-of-vacancy': (state, { data: { vacancyId, reason } }) => {
    const { events, claims } = withdrawAll(state, 'VACANCY_ENDED', {
      concerns: (found) => found.vacancyId === vacancyId,
      // By whom it was filled, those are still to begin.
      alsoAccepted: reason === 'WITHDRAWN',
    });
    return accepted(events, { claims });
  },
  'confirm-employment': (state, { data }, context) => {
    const found = proposalFor(state, data.proposalId, context);
    if (isRefusal(found)) return found;
    const refused = notInFuture(data.on, employmentZone(state), context);
    if (refused !== undefined) return refused;
    if (found.stage !== 'ACCEPTED') {
      const { proposalId, stage } = found;
      return refuseWith('PROPOSAL_WRONG_STAGE', { proposalId, stage, allowed: 'ACCEPTED' });
    }
    return accepted([{ type: 'EmploymentConfirmed', data }]);
  },
};

/**
 * Proposals that end because one side is no longer there to be had, with the openings they held.
 *
 * @param which all of them unless told. Whoever begins elsewhere, or cannot come, holds no opening; a consent
 * withdrawn ends no promise made.
 */
export function withdrawAll(
  state: JourneyState,
  reason: 'UNAVAILABLE' | 'CONSENT_WITHDRAWN' | 'FOUND_OTHER_WORK' | 'VACANCY_ENDED',
  which: { readonly concerns?: (found: Proposal) => boolean; readonly alsoAccepted?: boolean } = {},
): { events: JourneyEvent[]; claims: ClaimChange[] } {
  const { concerns = () => true, alsoAccepted = reason !== 'CONSENT_WITHDRAWN' } = which;
  const { proposals, placements } = state.employment;
  const begun = new Set(Object.values(placements).map(({ proposalId }) => proposalId));
  const accepted = (found: Proposal) => found.stage === 'ACCEPTED' && alsoAccepted;
  const ending = Object.values(proposals).filter(
    (found) =>
      concerns(found) &&
      !begun.has(found.proposalId) &&
      (OPEN_PROPOSAL_STAGES.includes(found.stage) || accepted(found)),
  );
  return {
    events: ending.map(({ proposalId }) => ({ type: 'ProposalWithdrawn', data: { proposalId, reason } })),
    claims: ending.filter(accepted).map(releaseOpening),
  };
}

const moved =
  (stage: ProposalStage) =>
  (state: JourneyState, { data }: { readonly data: { readonly proposalId: string } }): JourneyState =>
    changeProposal(state, data.proposalId, () => ({ stage }));

export const proposalEvolvers: Evolvers<
  | 'CandidateProposed'
  | 'CandidateInvited'
  | 'CandidateInterviewed'
  | 'JobOffered'
  | 'CandidateAccepted'
  | 'CandidateDeclined'
  | 'ProposalWithdrawn'
  | 'EmploymentConfirmed'
> = {
  CandidateProposed: (state, { data }) =>
    changeEmployment(state, ({ proposals }) => ({
      proposals: { ...proposals, [data.proposalId]: { ...data, stage: 'PROPOSED', confirmed: null } },
    })),
  CandidateInvited: moved('INVITED'),
  CandidateInterviewed: moved('INTERVIEWED'),
  JobOffered: moved('OFFERED'),
  CandidateAccepted: moved('ACCEPTED'),
  CandidateDeclined: moved('DECLINED'),
  ProposalWithdrawn: moved('WITHDRAWN'),
  EmploymentConfirmed: (state, { data: { proposalId, working, on } }) =>
    changeProposal(state, proposalId, () => ({ confirmed: { working, on } })),
};
