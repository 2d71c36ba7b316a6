/**
 * A released person as a client of the probation office (B-15).
 *
 * RELEASED -- ClientAcceptedByBapas --> AFTERCARE: reports every month, AftercareReportOverdue each time one is missed
 * AFTERCARE -- AftercareReportRecorded --> AFTERCARE
 * AFTERCARE -- AftercareEnded --> AFTERCARE, and nothing is waited for any more
 * RELEASED | AFTERCARE, on PB, CB or CMB -- ConditionalReleaseRevoked --> RETURNED; a new case, linked to this
 *   one, begins ADMITTED (S32), with its Register F, its running training and the release date from before the decree
 */
import type { DecideContext, Warning } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import { addMonths, endOfDay, type Instant } from '../../time/index.ts';
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import { effectiveOn, notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  isRefusal,
  requireDocument,
  requireRole,
} from '../handlers.ts';
import { retentionEndOf } from '../retention.ts';
import { nextCaseId } from '../ruling.ts';
import { importedAs, inOrder, registerClaim, registerNumberTaken } from './admission.ts';
import { changePrisonCase, onPrisonCase, prisonOffice } from './on-prison-case.ts';
import { endsCustodyEarly, openPrisonCases } from './queries.ts';
import { passedPoints, watchOf } from './release-watch.ts';
import { CUSTODY, moveTo, OUTSIDE } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

/** Longest aftercare for which reports are looked for; a hundred years of months. */
const MOST_ROUNDS = 1_200;

/** The next monthly report after a date, strictly later than now: reports missed in an outage are told as one. */
export function nextReport(after: LocalDate, zone: Zone, months: number, now: Instant): Moment {
  const step = Math.max(1, months);
  for (let round = 1; round < MOST_ROUNDS; round += 1) {
    const due = endOfDay(addMonths(after, round * step), zone);
    if (due.at > now) return due;
  }
  throw new Error(`no report comes due after ${after}`);
}

const reportAfter = (on: LocalDate, zone: Zone, context: DecideContext): Moment =>
  nextReport(on, zone, context.policy<number>('aftercare_report_months', on), context.now);

function revocationWarnings({ integration }: PrisonCase, on: LocalDate, context: DecideContext): Warning[] {
  const probationEndsOn = integration?.probationEndsOn ?? null;
  if (probationEndsOn === null) return [];
  const months = context.policy<number>('revocation_months_after_probation', on);
  const latest = addMonths(probationEndsOn, months);
  return on > latest ? [warn('REVOCATION_LATE', { date: on, latest })] : [];
}

export const aftercareHandlers: CommandHandlers<
  'accept-client' | 'record-aftercare-report' | 'end-aftercare' | 'revoke-conditional-release'
> = {
  'accept-client': onPrisonCase({ stages: ['RELEASED'] }, (found, { data, actor }, context) => {
    const { caseId, on } = data;
    const refused = firstRefusal(
      requireRole(actor, 'PROBATION_COUNSELLOR'),
      notInFuture(on, found.zone, context),
      notBefore('on', on, found.release?.on),
    );
    if (refused !== undefined) return refused;
    const reportDueAt = reportAfter(on, found.zone, context);
    const accepting = { caseId, on, probationOffice: actor.office, reportDueAt };
    return accepted([{ type: 'ClientAcceptedByBapas', data: accepting }]);
  }),

  'record-aftercare-report': onPrisonCase({ stages: ['AFTERCARE'] }, (found, { data, actor }, context) => {
    const { caseId, zone, aftercare } = found;
    const refused = firstRefusal(
      requireRole(actor, 'PROBATION_COUNSELLOR'),
      notInFuture(data.reportedOn, zone, context),
      notBefore('reportedOn', data.reportedOn, aftercare?.acceptedOn),
      aftercare?.endedOn == null ? undefined : refuseWith('ALREADY_DONE', { caseId }),
    );
    if (refused !== undefined) return refused;
    const reportDueAt = reportAfter(data.reportedOn, zone, context);
    return accepted([{ type: 'AftercareReportRecorded', data: { ...data, reportDueAt } }]);
  }),

  'end-aftercare': onPrisonCase({ stages: ['AFTERCARE'] }, (found, { data, actor }, context) => {
    const { caseId, zone, aftercare } = found;
    const refused = firstRefusal(
      requireRole(actor, 'PROBATION_COUNSELLOR'),
      notInFuture(data.on, zone, context),
      notBefore('on', data.on, aftercare?.acceptedOn),
      aftercare?.endedOn == null ? undefined : refuseWith('ALREADY_DONE', { caseId }),
    );
    return refused ?? accepted([{ type: 'AftercareEnded', data }]);
  }),

  'revoke-conditional-release': onPrisonCase({ stages: OUTSIDE }, (found, command, context, state) => {
    const { caseId, facility, zone, release } = found;
    const { data } = command;
    const registerNumber = data.registerNumber ?? found.registerNumber;
    const stageDates = data.stageDates ?? found.stageDates;
    const office = prisonOffice(facility, context);
    if (isRefusal(office)) return office;
    const inCustody = openPrisonCases(state.prison).find(({ stage }) => CUSTODY.includes(stage));
    const refused = firstRefusal(
      requireRole(command.actor, 'PRISON_OFFICER'),
      requireDocument(command, 'decree of revocation'),
      endsCustodyEarly(release?.kind) ? undefined : refuseWith('NOT_CONDITIONAL', { caseId }),
      notInFuture(data.on, zone, context),
      notBefore('on', data.on, release?.on),
      inCustody && refuseWith('ALREADY_IN_CUSTODY', { caseId: inCustody.caseId }),
      inOrder(stageDates, found.sentence.startedOn),
      notBefore('releaseOn', data.releaseOn ?? data.on, found.sentence.startedOn),
      registerNumberTaken(context.lostClaims, facility),
    );
    if (refused !== undefined) return refused;
    const linkedCaseId = nextCaseId(state);
    const retentionEndsAt = retentionEndOf(found, context);
    const { sentence, probationOffice, generalRemissions, termReleaseOn } = found;
    const releaseOn = data.releaseOn ?? data.stageDates?.expiry ?? termReleaseOn;
    const imported = importedAs(
      { registerNumber, sentence, stageDates, releaseOn, probationOffice, generalRemissions },
      { caseId: linkedCaseId, linkedFrom: caseId, facility, zone },
      context,
    );
    const { passed } = watchOf(imported.releaseOn, zone, context);
    const occurredAt = effectiveOn(data.on, zone, context);
    return accepted(
      [
        {
          type: 'ConditionalReleaseRevoked',
          data: { caseId, on: data.on, ground: data.ground, linkedCaseId, retentionEndsAt },
          occurredAt,
        },
        { type: 'InmateImported', data: imported, occurredAt },
        ...passedPoints(imported, imported.releaseOn, passed, context),
      ],
      {
        warnings: revocationWarnings(found, data.on, context),
        claims:
          registerNumber === found.registerNumber
            ? []
            : [registerClaim(state.personId, facility, registerNumber)],
      },
    );
  }),
};

type Aftercare = NonNullable<PrisonCase['aftercare']>;

const changeAftercare = ({ aftercare }: PrisonCase, change: Partial<Aftercare>): Partial<PrisonCase> => ({
  aftercare: aftercare && { ...aftercare, ...change },
});

export const aftercareEvolvers: Evolvers<
  | 'ClientAcceptedByBapas'
  | 'AftercareReportRecorded'
  | 'AftercareReportOverdue'
  | 'ProbationEndReached'
  | 'AftercareEnded'
  | 'ConditionalReleaseRevoked'
> = {
  ClientAcceptedByBapas: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'AFTERCARE'),
      probationOffice: data.probationOffice,
      release: found.release && {
        ...found.release,
        ...{ handOverDueAt: null, handedOverTo: data.probationOffice, chaseAt: null, chaseEnded: false },
        contactKnown: true,
      },
      aftercare: {
        acceptedOn: data.on,
        reportDueAt: data.reportDueAt,
        lastReportOn: null,
        probationEndTold: false,
        endedOn: null,
      },
    })),
  AftercareReportRecorded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      changeAftercare(found, { reportDueAt: data.reportDueAt, lastReportOn: data.reportedOn }),
    ),
  AftercareReportOverdue: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      changeAftercare(found, { reportDueAt: data.reportDueAt }),
    ),
  ProbationEndReached: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => changeAftercare(found, { probationEndTold: true })),
  AftercareEnded: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) =>
      changeAftercare(found, { reportDueAt: null, probationEndTold: true, endedOn: data.on }),
    ),
  ConditionalReleaseRevoked: (state, { data }) =>
    changePrisonCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'RETURNED'),
      retentionEndsAt: data.retentionEndsAt ?? null,
      aftercare: found.aftercare && { ...found.aftercare, reportDueAt: null, probationEndTold: true },
    })),
};
