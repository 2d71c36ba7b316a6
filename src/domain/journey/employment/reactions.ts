/**
 * What the events of other parts do to looking for work and to work that has begun (I.6b).
 *
 * In custody again, by whatever event: the placement ends BACK_IN_CUSTODY for the record alone, its checks
 * are cancelled, and to offices and employers the person is no longer available (S32).
 */
import type { DecideContext } from '../../decider.ts';
import type { OfficeFact } from '../../registers/office.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { JourneyEvent } from '../events.ts';
import { happenedOn } from '../handlers.ts';
import type { Reaction, Reactions } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { releaseApprenticePlace } from './apprentice-places.ts';
import type { EndReason } from './codes.ts';
import { on } from './on-job-seeker.ts';
import { ending, openDays } from './placements.ts';
import { withdrawAll } from './proposals.ts';
import { employmentZone, runningPlacement } from './state.ts';

/** Placement, proposals and availability end together; where there is none of them, nothing is said. */
function noLongerAvailable(
  state: JourneyState,
  date: LocalDate,
  reason: Extract<EndReason, 'BACK_IN_CUSTODY' | 'DIED'>,
  context: DecideContext,
): Reaction | undefined {
  const running = runningPlacement(state);
  const proposals = withdrawAll(state, 'UNAVAILABLE');
  const since = running !== undefined && date < running.startedOn ? running.startedOn : date;
  const events: JourneyEvent[] = [
    ...(running === undefined ? [] : [on(since, state, context, ending(running, since, reason))]),
    ...proposals.events,
    ...(state.employment.availability === null
      ? []
      : [{ type: 'AvailabilityEnded', data: { on: date } } as const]),
  ];
  if (events.length === 0) return undefined;
  const places = running === undefined ? [] : releaseApprenticePlace(running);
  return { events, claims: [...places, ...proposals.claims] };
}

const inCustody = (state: JourneyState, date: LocalDate, context: DecideContext): Reaction | undefined =>
  noLongerAvailable(state, date, 'BACK_IN_CUSTODY', context);

/** Those checks that nobody may make any more. */
function withoutFollowUp(state: JourneyState): Reaction | undefined {
  const running = runningPlacement(state);
  const days = running === undefined ? [] : openDays(running.checks);
  if (running === undefined || days.length === 0) return undefined;
  const { placementId } = running;
  return { events: [{ type: 'RetentionChecksCancelled', data: { placementId, days } }] };
}

/** A manpower office by that code; null where it is another kind of office, or none. */
const manpowerOffice = (officeId: string | undefined, context: DecideContext): string | null =>
  officeId !== undefined && context.fact<OfficeFact>(`office/${officeId}`)?.kind === 'MANPOWER_OFFICE'
    ? officeId
    : null;

/** I.6b: who is released needs a job seeker card, unless one is in force. */
const cardTask = ({ employment: { card } }: JourneyState, office: string | null): Reaction | undefined =>
  card !== null && !card.expired
    ? undefined
    : { events: [{ type: 'PlacementTaskRaised', data: { task: 'ISSUE_JOB_SEEKER_CARD', office } }] };

export const employmentReactions: Reactions = {
  ConditionalReleaseRevoked: (state, { data }, context) => inCustody(state, data.on, context),
  NewOffenceReported: (state, _event, context) =>
    inCustody(state, happenedOn(context, employmentZone(state)), context),
  InmateImported: (state, _event, context) =>
    inCustody(state, happenedOn(context, employmentZone(state)), context),
  PersonDied: (state, { data }, context) => noLongerAvailable(state, data.diedOn, 'DIED', context),
  ConsentWithdrawn: (state, { data }) => {
    if (data.purpose === 'FOLLOW_UP') return withoutFollowUp(state);
    // What the person disclosed leaves every view with the consent itself (S52): nothing to be done here.
    return data.purpose === 'MATCHING' ? withdrawAll(state, 'CONSENT_WITHDRAWN') : undefined;
  },
  CertificateStatusNoted: (state, { data: { certificateId, status } }) => {
    const running = runningPlacement(state);
    if (running === undefined) return undefined;
    const { placementId } = running;
    if (status === 'EXPIRED' || status === 'WITHDRAWN') {
      const flag = status === 'EXPIRED' ? 'CERTIFICATE_LAPSED' : 'CERTIFICATE_WITHDRAWN';
      return { events: [{ type: 'PlacementFlagged', data: { placementId, flag, certificateId } }] };
    }
    const flagged = running.flags.some((other) => other.certificateId === certificateId);
    if (!flagged || status !== 'VALID') return undefined;
    return { events: [{ type: 'PlacementFlagCleared', data: { placementId, certificateId } }] };
  },
  JurisdictionTransferred: ({ employment }) =>
    employment.office === null
      ? undefined
      : {
          events: [
            {
              type: 'PlacementTaskRaised',
              data: { task: 'NEW_PLACEMENT_OFFICER', office: employment.office },
            },
          ],
        },
  ReleaseRecorded: (state, { data }, context) =>
    cardTask(state, state.employment.office ?? manpowerOffice(data.contactOffice, context)),
  // Handed over to the manpower office itself: it is the one to begin (I.3).
  ReleaseHandedOver: (state, { data }, context) => {
    const office = manpowerOffice(data.to, context);
    return office === null ? undefined : cardTask(state, office);
  },
};
