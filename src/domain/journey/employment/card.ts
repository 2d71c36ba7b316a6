/**
 * The job seeker card AK-1 (E-02): who holds one reports twice a year while looking for work.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> ACTIVE: JobSeekerCardIssued
 *   ACTIVE --> ACTIVE: JobSeekerReported
 *   ACTIVE --> INACTIVE: JobSeekerInactivated, one month after a missed report
 *   INACTIVE --> ACTIVE: JobSeekerReactivated, by any contact
 *   ACTIVE --> EXPIRED: JobSeekerCardExpired, two years after the issue
 *   INACTIVE --> EXPIRED: JobSeekerCardExpired
 *   EXPIRED --> ACTIVE: JobSeekerCardRenewed
 * ```
 *
 * Inactive means left out of matching; nothing is deleted (S50). Who works does not report.
 */
import type { DecideContext } from '../../decider.ts';
import type { PolicyValue } from '../../law/policy-catalogue.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact } from '../../registers/facts.ts';
import { addMonths, addYears, endOfDay } from '../../time/index.ts';
import type { LocalDate, Zone } from '../../time/moment.ts';
import { notBefore, notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  firstRefusal,
  isRefusal,
  type Refused,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { CardClocks } from './events.ts';
import { on, requireAlive, requirePlacementOffice } from './on-job-seeker.ts';
import { changeEmployment, employmentZone, type JobSeekerCard, runningPlacement } from './state.ts';

type Months = PolicyValue<'job_seeker_report_months'>;

const reportClocks = (
  reportedOn: LocalDate,
  zone: Zone,
  context: DecideContext,
): Pick<CardClocks, 'reportDueAt' | 'inactiveAt'> => {
  const months = context.policy<Months>('job_seeker_report_months', reportedOn);
  const grace = context.policy<Months>('job_seeker_grace_months', reportedOn);
  const due = addMonths(reportedOn, months);
  return { reportDueAt: endOfDay(due, zone), inactiveAt: endOfDay(addMonths(due, grace), zone) };
};

const cardClocks = (issuedOn: LocalDate, zone: Zone, context: DecideContext): CardClocks => {
  const years = context.policy<PolicyValue<'job_seeker_card_years'>>('job_seeker_card_years', issuedOn);
  return {
    ...reportClocks(issuedOn, zone, context),
    expiresAt: endOfDay(addYears(issuedOn, years), zone),
  };
};

/** Any contact is a report: it moves the clocks, and brings back who was left out (S50). */
export function signOfLife(state: JourneyState, date: LocalDate, context: DecideContext): JourneyEvent[] {
  const { card } = state.employment;
  if (card === null || card.expired || date < card.lastReportedOn) return [];
  const clocks = reportClocks(date, employmentZone(state), context);
  const reported: JourneyEvent = { type: 'JobSeekerReported', data: { reportedOn: date, ...clocks } };
  const back: JourneyEvent[] = card.active ? [] : [{ type: 'JobSeekerReactivated', data: { on: date } }];
  return [reported, ...back].map((event) => on(date, state, context, event));
}

const manpowerOffice = (officeId: string, context: DecideContext): OfficeFact | Refused => {
  const office = context.fact<OfficeFact>(`office/${officeId}`);
  if (office === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId });
  return office.kind === 'MANPOWER_OFFICE' ? office : refuseWith('OFFICE_WRONG_KIND', { officeId });
};

export const cardHandlers: CommandHandlers<
  | 'issue-job-seeker-card'
  | 'report-job-seeker'
  | 'renew-job-seeker-card'
  | 'hand-over-job-seeker'
  | 'note-job-seeker-card'
> = {
  'issue-job-seeker-card': (state, { data, actor }, context) => {
    const office = manpowerOffice(actor.office, context);
    if (isRefusal(office)) return office;
    const { zone } = office;
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(data.issuedOn, zone, context),
    );
    if (refused !== undefined) return refused;
    if (state.employment.card !== null) return refuseWith('ALREADY_DONE', {});
    const issued = { ...data, office: actor.office, zone, ...cardClocks(data.issuedOn, zone, context) };
    // Whoever is chosen in matching is found by this address alone.
    const address = `address/candidate/${data.candidateId}`;
    return accepted([{ type: 'JobSeekerCardIssued', data: issued }], {
      claims: [{ kind: 'take', key: address, holder: `journey/${state.personId}` }],
    });
  },
  'report-job-seeker': (state, { data }, context) => {
    const { card } = state.employment;
    if (card === null || card.expired) return refuseWith('JOB_SEEKER_CARD_MISSING', {});
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(data.reportedOn, employmentZone(state), context),
      notBefore('reportedOn', data.reportedOn, card.lastReportedOn),
    );
    return refused ?? accepted(signOfLife(state, data.reportedOn, context));
  },
  'renew-job-seeker-card': (state, { data }, context) => {
    const { card } = state.employment;
    if (card === null) return refuseWith('JOB_SEEKER_CARD_MISSING', {});
    const zone = employmentZone(state);
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(data.renewedOn, zone, context),
      notBefore('renewedOn', data.renewedOn, card.issuedOn),
    );
    if (refused !== undefined) return refused;
    const clocks = cardClocks(data.renewedOn, zone, context);
    return accepted([{ type: 'JobSeekerCardRenewed', data: { ...data, ...clocks } }]);
  },
  'note-job-seeker-card': (state, { data }, context) =>
    requirePlacementOffice(state, context) ??
    (state.employment.card === null
      ? refuseWith('JOB_SEEKER_CARD_MISSING', {})
      : accepted([{ type: 'JobSeekerCardPrinted', data }])),
  'hand-over-job-seeker': (state, { data }, context) => {
    const from = state.employment.office;
    if (from === null) return refuseWith('JOB_SEEKER_CARD_MISSING', {});
    const office = manpowerOffice(data.office, context);
    if (isRefusal(office)) return office;
    const refused = firstRefusal(
      requireAlive(state),
      requirePlacementOffice(state, context),
      notInFuture(data.on, office.zone, context),
    );
    if (refused !== undefined) return refused;
    if (data.office === from) return refuseWith('ALREADY_DONE', {});
    return accepted([{ type: 'JobSeekerHandedOver', data: { ...data, from, zone: office.zone } }]);
  },
};

const changeCard = (state: JourneyState, change: Partial<JobSeekerCard>): JourneyState =>
  changeEmployment(state, ({ card }) => ({ card: card && { ...card, ...change } }));

export const cardEvolvers: Evolvers<
  | 'JobSeekerCardIssued'
  | 'JobSeekerReported'
  | 'JobSeekerReportMissed'
  | 'JobSeekerInactivated'
  | 'JobSeekerReactivated'
  | 'JobSeekerCardRenewed'
  | 'JobSeekerCardExpired'
  | 'JobSeekerHandedOver'
  | 'JobSeekerCardPrinted'
  | 'PlacementTaskRaised'
> = {
  /** A paper moves nothing. */
  JobSeekerCardPrinted: (state) => state,
  JobSeekerCardIssued: (state, { data }) => {
    const { number, issuedOn, reportDueAt, inactiveAt, expiresAt, office, zone, candidateId } = data;
    const clocks = { lastReportedOn: issuedOn, reportDueAt, inactiveAt, expiresAt };
    const card = { number, issuedOn, ...clocks, active: true, expired: false };
    return changeEmployment(state, () => ({ office, zone, candidateId, card }));
  },
  JobSeekerReported: (state, { data: { reportedOn, reportDueAt, inactiveAt } }) =>
    changeCard(state, { lastReportedOn: reportedOn, reportDueAt, inactiveAt }),
  JobSeekerReportMissed: (state) => changeCard(state, { reportDueAt: null }),
  JobSeekerInactivated: (state) => changeCard(state, { active: false, inactiveAt: null }),
  JobSeekerReactivated: (state) => changeCard(state, { active: true }),
  JobSeekerCardRenewed: (state, { data: { number, renewedOn, ...clocks } }) =>
    changeCard(state, {
      ...{ number, issuedOn: renewedOn, lastReportedOn: renewedOn, ...clocks },
      ...{ active: true, expired: false },
    }),
  JobSeekerCardExpired: (state) => changeCard(state, { expired: true, active: false }),
  JobSeekerHandedOver: (state, { data: { office, zone } }) =>
    changeEmployment(state, () => ({ office, zone })),
  // A task for people: it moves nothing by itself.
  PlacementTaskRaised: (state) => state,
};

export const cardDeadlines: DeadlinesOf = (state) => {
  const { card } = state.employment;
  if (card === null || card.expired) return [];
  const { reportDueAt, inactiveAt, expiresAt } = card;
  const working = runningPlacement(state) !== undefined;
  const reports = [
    { kind: 'job-seeker-report', dueAt: reportDueAt },
    { kind: 'job-seeker-inactive', dueAt: inactiveAt },
  ].flatMap(({ kind, dueAt }) =>
    working || dueAt === null || dueAt.at > expiresAt.at ? [] : [{ kind, subject: 'ak1', dueAt }],
  );
  return [...reports, { kind: 'job-seeker-card-end', subject: 'ak1', dueAt: expiresAt }];
};

export const cardFirings: FiringHandlers = {
  'job-seeker-report': (_state, { dueAt }) => [
    { type: 'JobSeekerReportMissed', data: { dueOn: dueAt.date } },
  ],
  'job-seeker-inactive': (_state, { dueAt }) => [{ type: 'JobSeekerInactivated', data: { on: dueAt.date } }],
  'job-seeker-card-end': (_state, { dueAt }) => [{ type: 'JobSeekerCardExpired', data: { on: dueAt.date } }],
};
