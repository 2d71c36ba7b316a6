/** What nearly every command about an enrolment asks first: is it there, whose is it, is it its time. */
import type { Actor, Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { momentAt } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { CaseId, JourneyCommands } from '../commands.ts';
import {
  type CommandHandler,
  caseOf,
  type JourneyDecision,
  type Refused,
  requireOffice,
} from '../handlers.ts';
import { isHeldBy } from '../prison/queries.ts';
import { requireReferralOffice } from '../referral/on-referral.ts';
import type { JourneyState } from '../state.ts';
import type { OfferId, TrainingCommandName, TrainingCommands } from './commands.ts';
import { hearsOfCustody } from './place-gate.ts';
import { type Enrolment, type EnrolmentStage, enrolmentOf, type TrainingOffer } from './state.ts';

type EnrolmentCommandName = {
  [Name in TrainingCommandName]: TrainingCommands[Name] extends { enrolmentId: string } ? Name : never;
}[TrainingCommandName];

const notPermitted = ({ command: { actor } }: DecideContext): Refused =>
  refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });

/** Whether the actor's office has to do with a case of any route (I.6c). */
export function requireCaseOffice(
  state: JourneyState,
  caseId: CaseId,
  context: DecideContext,
): Refused | undefined {
  const { actor } = context.command;
  const served = caseOf(state, caseId);
  if (served !== undefined) return requireOffice(served, actor, context);
  const held = Object.hasOwn(state.prison.cases, caseId) ? state.prison.cases[caseId] : undefined;
  if (held !== undefined) {
    const mine =
      (actor.role === 'PRISON_OFFICER' && actor.office === held.facility) ||
      (actor.role === 'PROBATION_COUNSELLOR' && actor.office === held.probationOffice) ||
      actor.role === 'PERSON';
    if (!mine) return notPermitted(context);
    const isOver = held.stage === 'CLOSED' || held.stage === 'RETURNED';
    return isOver && actor.role !== 'PERSON' ? refuseWith('CASE_CLOSED', { caseId }) : undefined;
  }
  const referred = Object.hasOwn(state.referral.cases, caseId) ? state.referral.cases[caseId] : undefined;
  if (referred !== undefined) return requireReferralOffice(referred, context);
  return mayMiss(actor) ? refuseWith('CASE_UNKNOWN', { caseId }) : notPermitted(context);
}

/** To all others what is not theirs and what is not there look the same: an id tells of no case (G-08). */
const mayMiss = (actor: Actor): boolean =>
  hearsOfCustody(actor) || actor.role === 'PIDUM_STAFF' || actor.role === 'EXECUTING_PROSECUTOR';

/** The offer, where its case is the actor's to speak for. */
export function requireOffer(
  state: JourneyState,
  offerId: OfferId,
  context: DecideContext,
): TrainingOffer | Refused {
  const { offers } = state.training;
  const offer = Object.hasOwn(offers, offerId) ? offers[offerId] : undefined;
  if (offer !== undefined) return requireCaseOffice(state, offer.caseId, context) ?? offer;
  return hearsOfCustody(context.command.actor)
    ? refuseWith('OFFER_UNKNOWN', { offerId })
    : notPermitted(context);
}

/** The centre of the class; its instructors act through the class only (I.6c). */
const isCentre = ({ centre }: Enrolment, { command: { actor } }: DecideContext): boolean =>
  actor.role === 'TRAINING_CENTRE_ADMINISTRATOR' && actor.office === centre;

/** `CENTRE`: the centre alone. `ANY_SIDE`: also the person, who applied, and who answers for the case. */
export type EnrolmentRule = {
  readonly stages: readonly EnrolmentStage[];
  readonly by: 'CENTRE' | 'ANY_SIDE' | 'CLASS';
};

function requireSide(
  state: JourneyState,
  enrolment: Enrolment,
  by: EnrolmentRule['by'],
  context: DecideContext,
): Refused | undefined {
  const { actor } = context.command;
  if (actor.role === 'SYSTEM' || isCentre(enrolment, context)) return undefined;
  if (by !== 'ANY_SIDE') return notPermitted(context);
  // A prison speaks for whom it holds, and no longer, though it had applied.
  if (actor.role === 'PRISON_OFFICER') {
    return isHeldBy(state, actor.office) ? undefined : notPermitted(context);
  }
  if (actor.role === 'PERSON' || actor.office === enrolment.office) return undefined;
  return enrolment.caseId === null
    ? notPermitted(context)
    : requireCaseOffice(state, enrolment.caseId, context);
}

/** Events that name no time happened now, on the calendar of the centre. */
const timed = (decision: JourneyDecision, { zone }: Enrolment, context: DecideContext): JourneyDecision => {
  if (decision.kind === 'refused' || context.command.occurredAt !== undefined) return decision;
  const occurredAt = momentAt(context.now, zone);
  return { ...decision, events: decision.events.map((event) => ({ occurredAt, ...event })) };
};

/** A handler for a command about one enrolment: finds it, checks side, stage and life, then decides. */
export const onEnrolment =
  <Name extends EnrolmentCommandName>(
    { stages, by }: EnrolmentRule,
    decide: (
      found: Enrolment,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { enrolmentId } = command.data as { enrolmentId: string };
    const found = enrolmentOf(state, enrolmentId);
    if (found === undefined) return refuseWith('ENROLMENT_UNKNOWN', { enrolmentId });
    const refused = requireSide(state, found, by, context);
    if (refused !== undefined) return refused;
    const { stage } = found;
    if (by !== 'CLASS' && state.diedOn !== null) {
      return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
    }
    if (!stages.includes(stage)) {
      return refuseWith('ENROLMENT_WRONG_STAGE', { enrolmentId, stage, allowed: stages.join(', ') });
    }
    return timed(decide(found, command, context, state), found, context);
  };

export const todayAt = ({ zone }: Pick<Enrolment, 'zone'>, context: DecideContext): LocalDate =>
  momentAt(context.now, zone).date;
