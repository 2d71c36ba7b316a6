/**
 * Work that has begun (E-05): employed, own business, or an apprenticeship; a change of job; its end.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> RUNNING: PlacementStarted
 *   RUNNING --> RUNNING: JobChanged, RetentionChecked, ContactAttempted
 *   RUNNING --> ENDED: PlacementEnded, checks cancelled
 * ```
 *
 * A person has one running placement. What follows day 90, 180 and 365 stands in `checks.ts`.
 */
import type { DecideContext } from '../../decider.ts';
import type { PolicyValue } from '../../law/policy-catalogue.ts';
import { refuseWith } from '../../law/refusals.ts';
import { addDays, daysBetween, startOfDay } from '../../time/index.ts';
import type { LocalDate, Zone } from '../../time/moment.ts';
import { notBefore, notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  isRefusal,
  type Refused,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { releaseApprenticePlace, takeApprenticePlace } from './apprentice-places.ts';
import { signOfLife } from './card.ts';
import type { EndReason } from './codes.ts';
import type { PlacementId, StartPlacement } from './commands.ts';
import type { CheckPoint, EmploymentEvents } from './events.ts';
import { on, requireAlive, requireCard, requirePlacementOffice } from './on-job-seeker.ts';
import { withdrawAll } from './proposals.ts';
import { requireEmploymentRoom } from './size.ts';
import {
  changeEmployment,
  changePlacement,
  employmentZone,
  type Placement,
  runningPlacement,
} from './state.ts';

/** The placement, if the actor's office may speak of it and the person lives. */
export const placementFor = (
  state: JourneyState,
  placementId: PlacementId,
  context: DecideContext,
): Placement | Refused => {
  const { placements } = state.employment;
  const found = Object.hasOwn(placements, placementId) ? placements[placementId] : undefined;
  if (found === undefined) return refuseWith('PLACEMENT_UNKNOWN', { placementId });
  return firstRefusal(requireAlive(state), requirePlacementOffice(state, context)) ?? found;
};

export const requireRunning = ({ placementId, ended }: Placement): Refused | undefined =>
  ended === null ? undefined : refuseWith('PLACEMENT_ENDED', { placementId });

/** Each check at the beginning of its day, counted from the day work began. */
const checkPoints = (startedOn: LocalDate, zone: Zone, context: DecideContext): CheckPoint[] =>
  [...context.policy<PolicyValue<'retention_check_days'>>('retention_check_days', startedOn)]
    .sort((a, b) => a - b)
    .map((day) => ({ day, dueAt: startOfDay(addDays(startedOn, day), zone) }));

type Work = Pick<
  EmploymentEvents['PlacementStarted'],
  'kind' | 'proposalId' | 'employerId' | 'contract' | 'wageBand' | 'agreementNumber' | 'bpjsReference'
>;

const acceptedProposal = (state: JourneyState, proposalId: string): Refused | undefined => {
  const found = state.employment.proposals[proposalId];
  if (found === undefined) return refuseWith('PROPOSAL_UNKNOWN', { proposalId });
  const { stage } = found;
  return stage === 'ACCEPTED'
    ? undefined
    : refuseWith('PROPOSAL_WRONG_STAGE', { proposalId, stage, allowed: 'ACCEPTED' });
};

/** What kind of work it is, as its papers show it. */
function workOf(state: JourneyState, data: StartPlacement): Work | Refused {
  switch (data.kind) {
    case 'EMPLOYED': {
      const { kind, proposalId, contract, wageBand, bpjsReference } = data;
      const refused = proposalId === null ? undefined : acceptedProposal(state, proposalId);
      if (refused !== undefined) return refused;
      const proposed = proposalId === null ? undefined : state.employment.proposals[proposalId]?.employerId;
      return {
        ...{ kind, proposalId, contract, wageBand, agreementNumber: null },
        employerId: proposed ?? data.employerId,
        ...(bpjsReference === undefined ? {} : { bpjsReference }),
      };
    }
    case 'SELF_EMPLOYED': {
      const none = { proposalId: null, employerId: null, contract: null, wageBand: null };
      return { kind: data.kind, ...none, agreementNumber: data.supportNumber };
    }
    case 'APPRENTICE': {
      const { agreementNumber, startedOn } = data;
      const { apprenticeships } = state.employment;
      const found = Object.hasOwn(apprenticeships, agreementNumber)
        ? apprenticeships[agreementNumber]
        : undefined;
      if (found?.approved !== true) return refuseWith('APPRENTICESHIP_UNKNOWN', { agreementNumber });
      const refused = notBefore('startedOn', startedOn, found.startsOn);
      if (refused !== undefined) return refused;
      const { proposalId, employerId } = found;
      return { kind: data.kind, proposalId, employerId, contract: null, wageBand: null, agreementNumber };
    }
  }
}

/** An apprentice is counted at the employer from the first day; nobody else is. */
const placeOf = (
  { personId, employment }: JourneyState,
  placementId: PlacementId,
  { kind, employerId }: Work,
  startedOn: LocalDate,
  context: DecideContext,
) =>
  kind === 'APPRENTICE' && employerId !== null
    ? takeApprenticePlace(
        employerId,
        startedOn,
        `${employment.candidateId ?? personId}-${placementId}`,
        context,
      )
    : undefined;

/** The end, with the checks that are no longer made. */
export const ending = (
  { placementId, checks }: Placement,
  endedOn: LocalDate,
  reason: EndReason,
): JourneyEvent => ({
  type: 'PlacementEnded',
  data: { placementId, endedOn, reason, cancelledChecks: openDays(checks) },
});

export const openDays = (checks: Placement['checks']): number[] =>
  checks.filter(({ result, cancelled }) => result === null && !cancelled).map(({ day }) => day);

export const placementHandlers: CommandHandlers<'start-placement' | 'change-job' | 'end-placement'> = {
  'start-placement': (state, { data, actor }, context) => {
    const zone = employmentZone(state);
    const running = runningPlacement(state);
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      requireCard(state),
      requireEmploymentRoom('placements', state.employment.placements),
      running && refuseWith('PLACEMENT_RUNNING', { placementId: running.placementId }),
      notInFuture(data.startedOn, zone, context),
      notBefore('startedOn', data.startedOn, state.employment.card?.issuedOn),
    );
    if (refused !== undefined) return refused;
    const work = workOf(state, data);
    if (isRefusal(work)) return work;
    const { startedOn, regency, sector } = data;
    const placementId = `p${state.employment.placementCount + 1}`;
    const place = placeOf(state, placementId, work, startedOn, context);
    if (place !== undefined && isRefusal(place)) return place;
    const started: JourneyEvent = {
      type: 'PlacementStarted',
      data: {
        ...(place === undefined ? {} : { apprenticeHolder: place.holder }),
        ...{ placementId, ...work, office: actor.office, zone, startedOn, regency, sector },
        checks: checkPoints(startedOn, zone, context),
      },
    };
    const others = withdrawAll(
      changeEmployment(state, ({ proposals }) => ({
        proposals: Object.fromEntries(Object.entries(proposals).filter(([id]) => id !== work.proposalId)),
      })),
      'FOUND_OTHER_WORK',
    );
    return accepted([on(startedOn, state, context, started), ...others.events], {
      claims: [...(place === undefined ? [] : [place]), ...others.claims],
    });
  },
  'change-job': (state, { data }, context) => {
    const found = placementFor(state, data.placementId, context);
    if (isRefusal(found)) return found;
    const refused = firstRefusal(
      requireRunning(found),
      notInFuture(data.startedOn, found.zone, context),
      notBefore('endedOn', data.endedOn, found.jobSince),
      notBefore('startedOn', data.startedOn, data.endedOn),
    );
    if (refused !== undefined) return refused;
    const gapDays = Math.max(0, daysBetween(data.endedOn, data.startedOn) - 1);
    return accepted(
      [on(data.startedOn, state, context, { type: 'JobChanged', data: { ...data, gapDays } })],
      { claims: releaseApprenticePlace(found) },
    );
  },
  'end-placement': (state, { data }, context) => {
    const found = placementFor(state, data.placementId, context);
    if (isRefusal(found)) return found;
    const refused = firstRefusal(
      requireRunning(found),
      notInFuture(data.endedOn, found.zone, context),
      notBefore('endedOn', data.endedOn, found.startedOn),
    );
    if (refused !== undefined) return refused;
    const end = ending(found, data.endedOn, data.reason);
    // Whoever tells of it has been in touch: the card's clocks begin anew with the search.
    return accepted([on(data.endedOn, state, context, end), ...signOfLife(state, data.endedOn, context)], {
      claims: releaseApprenticePlace(found),
    });
  },
};

const withoutDays = (checks: Placement['checks'], days: readonly number[]): Placement['checks'] =>
  checks.map((check) => (days.includes(check.day) ? { ...check, dueAt: null, cancelled: true } : check));

export const placementEvolvers: Evolvers<
  | 'PlacementStarted'
  | 'JobChanged'
  | 'PlacementEnded'
  | 'PlacementFlagged'
  | 'PlacementFlagCleared'
  | 'RetentionChecksCancelled'
> = {
  PlacementStarted: (state, { data }) => {
    const { placementId, kind, proposalId, employerId, office, zone, startedOn, apprenticeHolder } = data;
    const placement: Placement = {
      ...{ placementId, kind, proposalId, employerId, office, zone, startedOn, jobSince: startedOn },
      checks: data.checks.map(({ day, dueAt }) => ({
        ...{ day, on: dueAt.date, dueAt, result: null, cancelled: false },
      })),
      ...{ longestGapDays: 0, unanswered: [], flags: [], ended: null },
      ...(apprenticeHolder === undefined || employerId === null
        ? {}
        : { apprenticePlace: { employerId, holder: apprenticeHolder } }),
    };
    return changeEmployment(state, ({ placements, placementCount }) => ({
      placements: { ...placements, [placementId]: placement },
      placementCount: placementCount + 1,
    }));
  },
  JobChanged: (state, { data: { placementId, employerId, startedOn, gapDays } }) =>
    changePlacement(state, placementId, ({ longestGapDays }) => ({
      ...{ employerId, jobSince: startedOn, proposalId: null },
      longestGapDays: Math.max(longestGapDays, gapDays),
    })),
  PlacementEnded: (state, { data: { placementId, endedOn, reason, cancelledChecks } }) =>
    changePlacement(state, placementId, ({ checks }) => ({
      ended: { on: endedOn, reason },
      checks: withoutDays(checks, cancelledChecks),
    })),
  PlacementFlagged: (state, { data: { placementId, flag, certificateId } }) =>
    changePlacement(state, placementId, ({ flags }) => ({
      flags: [...flags.filter((other) => other.certificateId !== certificateId), { flag, certificateId }],
    })),
  PlacementFlagCleared: (state, { data: { placementId, certificateId } }) =>
    changePlacement(state, placementId, ({ flags }) => ({
      flags: flags.filter((other) => other.certificateId !== certificateId),
    })),
  RetentionChecksCancelled: (state, { data: { placementId, days } }) =>
    changePlacement(state, placementId, ({ checks }) => ({ checks: withoutDays(checks, days) })),
};
