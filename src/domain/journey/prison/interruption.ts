/**
 * What comes between a person in prison and their training (I.6b): transfer, discipline, lockdown, illness,
 * escape. Each is a fact that the prison records; what it stops is said by training, as a reaction.
 *
 * IN_TRAINING -- TransferRecorded | DisciplineRecorded (TPP suspends) | LockdownDeclared | IllnessRecorded
 *   (longer than training bears) --> INTERRUPTED
 * any stage of custody -- EscapeRecorded --> INTERRUPTED (B-16)
 * INTERRUPTED -- InterruptionEnded --> the stage it came from
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { addDays, daysBetween, endOfDay } from '../../time/index.ts';
import type { LocalDate, Moment, Zone } from '../../time/moment.ts';
import { effectiveOn, laterOf, notBefore, notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  firstRefusal,
  isRefusal,
  requireDocument,
  today,
} from '../handlers.ts';
import { registerClaim, registerNumberTaken } from './admission.ts';
import { onPrisonCase, prisonOffice, waitingCases } from './on-prison-case.ts';
import { hasEscaped } from './queries.ts';
import { CUSTODY } from './stage-moves.ts';
import type { PrisonCase } from './state.ts';

/** The end of a day that lies ahead; null for a day that is over: nobody waits for the past. */
const ahead = (date: LocalDate, zone: Zone, context: DecideContext): Moment | null => {
  const moment = endOfDay(date, zone);
  return moment.at > context.now ? moment : null;
};

/** What stands in the way stands there by now, and not since before the term. */
const begun = ({ sentence, zone }: PrisonCase, from: LocalDate, context: DecideContext) =>
  firstRefusal(notInFuture(from, zone, context), notBefore('from', from, sentence.startedOn));

const lockedDown = (
  { caseId, zone }: PrisonCase,
  { from, until }: { from: LocalDate; until?: LocalDate },
  context: DecideContext,
): JourneyEvent => ({
  type: 'LockdownDeclared',
  data: {
    ...{ caseId, from },
    ...(until === undefined ? {} : { until }),
    reviewAt: until === undefined ? null : ahead(until, zone, context),
  },
});

export const interruptionHandlers: CommandHandlers<
  | 'transfer-inmate'
  | 'record-illness'
  | 'declare-lockdown'
  | 'apply-lockdown'
  | 'record-escape'
  | 'record-recapture'
  | 'end-interruption'
> = {
  /** B-14: what was finished stays finished; the record follows the person. */
  'transfer-inmate': onPrisonCase({ stages: CUSTODY, held: true }, (found, command, context, state) => {
    const { caseId, facility: fromFacility, zone } = found;
    const { toFacility, on, registerNumber } = command.data;
    if (toFacility === fromFacility) return refuseWith('ALREADY_DONE', { caseId });
    const office = prisonOffice(toFacility, context);
    if (isRefusal(office)) return office;
    const refused = firstRefusal(
      requireDocument(command, 'transfer order'),
      notInFuture(on, zone, context),
      notBefore('on', on, found.sentence.startedOn),
      registerNumberTaken(context.lostClaims, toFacility),
    );
    if (refused !== undefined) return refused;
    const number = registerNumber === undefined ? {} : { registerNumber };
    return accepted(
      [
        {
          type: 'TransferRecorded',
          data: { caseId, fromFacility, toFacility, on, zone: office.zone, ...number },
          occurredAt: effectiveOn(on, zone, context),
        },
      ],
      {
        claims:
          registerNumber === undefined ? [] : [registerClaim(state.personId, toFacility, registerNumber)],
      },
    );
  }),

  'record-illness': onPrisonCase({ stages: CUSTODY, held: true }, (found, { data }, context) => {
    const { zone } = found;
    const refused = begun(found, data.from, context);
    if (refused !== undefined) return refused;
    const { from, expectedDays } = data;
    const suspends = expectedDays > context.policy<number>('illness_suspends_after_days', from);
    const reviewAt = suspends ? ahead(addDays(from, expectedDays), zone, context) : null;
    return accepted([{ type: 'IllnessRecorded', data: { ...data, suspends, reviewAt } }]);
  }),

  'declare-lockdown': onPrisonCase({ stages: CUSTODY, held: true }, (found, { data }, context) => {
    const refused = firstRefusal(
      begun(found, data.from, context),
      notBefore('until', data.until ?? data.from, data.from),
    );
    return refused ?? accepted([lockedDown(found, data, context)]);
  }),

  /** From the facility: nothing happens to who is not held there. */
  'apply-lockdown': (state, { data }, context) => {
    if (state.diedOn !== null) return accepted([]);
    const concerned = waitingCases(state).filter(
      (found) => found.facility === data.facility && CUSTODY.includes(found.stage) && !hasEscaped(found),
    );
    // A lockdown older than the term stands in the way of this person from its first day.
    const own = (found: PrisonCase) => ({ ...data, from: laterOf(data.from, found.sentence.startedOn) });
    return accepted(concerned.map((found) => lockedDown(found, own(found), context)));
  },

  'record-escape': onPrisonCase({ stages: CUSTODY, held: true }, (found, command, context) => {
    const { caseId, on } = command.data;
    const refused = firstRefusal(
      requireDocument(command, 'report of the escape'),
      notInFuture(on, found.zone, context),
      notBefore('on', on, found.sentence.startedOn),
    );
    if (refused !== undefined) return refused;
    const occurredAt = effectiveOn(on, found.zone, context);
    return accepted([{ type: 'EscapeRecorded', data: { caseId, on }, occurredAt }]);
  }),

  /** The days on the run are told; the new end of the term comes from the SDP (B-11, I-6). */
  'record-recapture': onPrisonCase({ stages: ['INTERRUPTED'] }, (found, { data }, context) => {
    const { caseId, on } = data;
    const run = found.interruptions.find(
      ({ kind, recapturedOn }) => kind === 'ESCAPE' && recapturedOn === null,
    );
    if (run === undefined) return refuseWith('ALREADY_DONE', { caseId });
    const refused = firstRefusal(notInFuture(on, found.zone, context), notBefore('on', on, run.from));
    if (refused !== undefined) return refused;
    const advisoryDaysOnRun = daysBetween(run.from, on);
    return accepted([
      {
        type: 'RecaptureRecorded',
        data: { caseId, on, advisoryDaysOnRun },
        occurredAt: effectiveOn(on, found.zone, context),
      },
    ]);
  }),

  'end-interruption': onPrisonCase({ stages: ['INTERRUPTED'], held: true }, (found, { data }, context) => {
    const latest = found.interruptions
      .map(({ from }) => from)
      .sort()
      .at(-1);
    const refused = firstRefusal(notInFuture(data.on, found.zone, context), notBefore('on', data.on, latest));
    return refused ?? accepted([{ type: 'InterruptionEnded', data }]);
  }),
};

/** The end of what alone stands in the way, where it turned out to be wrong. */
export const endedByCorrection = (found: PrisonCase, context: DecideContext): JourneyEvent[] => [
  { type: 'InterruptionEnded', data: { caseId: found.caseId, on: today(context, found.zone) } },
];
