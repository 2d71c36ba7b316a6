/**
 * The prison takes the person over from its database, and asks what they need.
 *
 * nothing | a linked case -- InmateImported --> ADMITTED
 * ADMITTED | DECLINED -- InmateNeedsAssessed --> CANDIDATE
 *
 * The register number is kept unique within its facility (B-13). A person is held in one case at a time: who
 * was moved is transferred, not imported again.
 */
import type { ClaimChange, DecideContext, LostClaim } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { momentAt, startOfDay } from '../../time/index.ts';
import type { LocalDate, Zone } from '../../time/moment.ts';
import type { CaseId } from '../commands.ts';
import { notBefore } from '../dates.ts';
import type { JourneyEvents } from '../events.ts';
import { accepted, type CommandHandlers, firstRefusal, isRefusal, type Refused } from '../handlers.ts';
import { officeFor } from '../offices.ts';
import { nextCaseId } from '../ruling.ts';
import type { JourneyState } from '../state.ts';
import type { PrisonCommands, StageDates } from './commands.ts';
import type { Fraction } from './events.ts';
import { onPrisonCase, prisonCaseOf, prisonOffice } from './on-prison-case.ts';
import { openPrisonCases } from './queries.ts';
import { passedPoints, watchOf } from './release-watch.ts';
import { CUSTODY } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

const CLAIM = 'prison-register/';

/** B-13: however it is written, with blanks or in small letters, it is the same number. */
const normalised = (registerNumber: string): string => registerNumber.toUpperCase().replace(/\s+/g, '');

export const registerClaim = (personId: string, facility: string, registerNumber: string): ClaimChange => ({
  kind: 'take',
  key: `${CLAIM}${facility}/${normalised(registerNumber)}`,
  holder: personId,
});

export const registerNumberTaken = (lost: readonly LostClaim[], facility: string): Refused | undefined =>
  lost.some(({ key }) => key.startsWith(CLAIM))
    ? refuseWith('DUPLICATE_REGISTER_NUMBER', { facility })
    : undefined;

/** The dates of B-03 stand in this order, or one of them is a slip of the pen. */
export const inOrder = (dates: StageDates, startedOn: LocalDate): Refused | undefined =>
  firstRefusal(
    notBefore('oneThird', dates.oneThird, startedOn),
    notBefore('half', dates.half, dates.oneThird),
    notBefore('twoThirds', dates.twoThirds, dates.half),
    notBefore('expiry', dates.expiry, dates.twoThirds),
  );

export const FRACTION_DATES: readonly (readonly [Fraction, Exclude<keyof StageDates, 'expiry'>])[] = [
  ['ONE_THIRD', 'oneThird'],
  ['HALF', 'half'],
  ['TWO_THIRDS', 'twoThirds'],
];

/** Fractions whose day has not begun yet. */
export const fractionsAhead = (dates: StageDates, zone: Zone, context: DecideContext): Fraction[] =>
  FRACTION_DATES.filter(([, field]) => startOfDay(dates[field], zone).at > context.now).map(
    ([fraction]) => fraction,
  );

/** Id of the new case: the one that a conversion has opened already (S14), else the next. */
function caseIdFor(
  state: JourneyState,
  linkedCaseId: CaseId | undefined,
): { caseId: CaseId; linkedFrom: CaseId | null; convertedAt: string | null } | Refused {
  if (linkedCaseId === undefined) {
    return { caseId: nextCaseId(state), linkedFrom: null, convertedAt: null };
  }
  if (Object.hasOwn(state.linkedCases, linkedCaseId)) {
    if (prisonCaseOf(state, linkedCaseId) !== undefined) return refuseWith('ALREADY_DONE', {});
    const { fromCaseId = null, facility = null } = state.linkedCases[linkedCaseId] ?? {};
    return { caseId: linkedCaseId, linkedFrom: fromCaseId, convertedAt: facility };
  }
  if (prisonCaseOf(state, linkedCaseId) === undefined) {
    return refuseWith('CASE_UNKNOWN', { caseId: linkedCaseId });
  }
  return { caseId: nextCaseId(state), linkedFrom: linkedCaseId, convertedAt: null };
}

const held = (state: JourneyState): PrisonCase | undefined =>
  openPrisonCases(state.prison).find(({ stage }) => CUSTODY.includes(stage));

export const admissionHandlers: CommandHandlers<'import-inmate' | 'assess-inmate-needs'> = {
  'import-inmate': (state, { data, actor }, context) => {
    const facility = actor.office;
    const office = prisonOffice(facility, context);
    if (isRefusal(office)) return office;
    const linked = caseIdFor(state, data.linkedCaseId);
    if (isRefusal(linked)) return linked;
    const { caseId, linkedFrom, convertedAt } = linked;
    const inCustody = held(state);
    const guide = data.probationOffice && officeFor('GUIDING', data.probationOffice, context);
    const refused = firstRefusal(
      state.diedOn === null ? undefined : refuseWith('PERSON_DECEASED', { caseId }),
      convertedAt === null || convertedAt === facility
        ? undefined
        : refuseWith('NOT_PERMITTED', { role: actor.role, office: facility }),
      inCustody && refuseWith('ALREADY_IN_CUSTODY', { caseId: inCustody.caseId }),
      guide && isRefusal(guide) ? guide : undefined,
      inOrder(data.stageDates, data.sentence.startedOn),
      notBefore('releaseOn', data.releaseOn ?? data.stageDates.expiry, data.sentence.startedOn),
      registerNumberTaken(context.lostClaims, facility),
    );
    if (refused !== undefined) return refused;
    const imported = importedAs(data, { caseId, linkedFrom, facility, zone: office.zone }, context);
    const { passed } = watchOf(imported.releaseOn, office.zone, context);
    return accepted(
      [
        {
          type: 'InmateImported',
          data: imported,
          occurredAt: context.command.occurredAt ?? momentAt(context.now, office.zone),
        },
        ...passedPoints(imported, imported.releaseOn, passed, context),
      ],
      { claims: [registerClaim(state.personId, facility, data.registerNumber)] },
    );
  },

  'assess-inmate-needs': onPrisonCase({ stages: ['ADMITTED', 'DECLINED'], held: true }, (_found, { data }) =>
    accepted([{ type: 'InmateNeedsAssessed', data }]),
  ),
};

/** A case as the SDP states it. Also a revocation begins a case in this way. */
export function importedAs(
  data: Omit<PrisonCommands['import-inmate'], 'linkedCaseId'>,
  at: { caseId: CaseId; linkedFrom: CaseId | null; facility: string; zone: Zone },
  context: DecideContext,
): JourneyEvents['InmateImported'] {
  const { registerNumber, sentence, stageDates, probationOffice, generalRemissions } = data;
  const releaseOn = data.releaseOn ?? stageDates.expiry;
  return {
    ...at,
    ...{ registerNumber, sentence, stageDates, releaseOn, probationOffice, generalRemissions },
    fractionsAhead: fractionsAhead(stageDates, at.zone, context),
    watchDays: watchOf(releaseOn, at.zone, context).ahead,
  };
}
