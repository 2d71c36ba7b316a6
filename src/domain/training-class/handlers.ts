/** What the modules of a class share: shapes of handlers and evolvers, and the guards before them. */
import type { Command, DecideContext, Decision, OutgoingMessage, Warning } from '../decider.ts';
import type { AcceptedOf, EvolversOf, FiringsOf, HandlersOf } from '../entity-decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { LocalDate } from '../time/moment.ts';
import { momentAt } from '../time/moments.ts';
import type { TrainingClassCommandName, TrainingClassCommands } from './commands.ts';
import type { TrainingClassEvent, TrainingClassEventName, TrainingClassEvents } from './events.ts';
import type { ClassStatus } from './fact.ts';
import { planOf, type TrainingClassState } from './state.ts';

export type ClassDecision = Decision<TrainingClassEvent>;
export type Accepted = AcceptedOf<TrainingClassEvent>;
export type Refused = Extract<ClassDecision, { kind: 'refused' }>;

export type CommandHandlers<Names extends TrainingClassCommandName> = HandlersOf<
  TrainingClassState,
  TrainingClassCommands,
  TrainingClassEvent,
  Names
>;
export type CommandHandler<Name extends TrainingClassCommandName> = CommandHandlers<Name>[Name];
export type Evolvers<Types extends TrainingClassEventName> = EvolversOf<
  TrainingClassState,
  TrainingClassEvents,
  Types
>;
export type FiringHandlers = FiringsOf<TrainingClassState, TrainingClassEvent>;

export const accepted = (
  events: readonly TrainingClassEvent[],
  also: { messages?: readonly OutgoingMessage[]; warnings?: readonly Warning[] } = {},
): Accepted => ({ kind: 'accepted', events, ...also });

export const firstRefusal = (...checks: (Refused | undefined)[]): Refused | undefined =>
  checks.find((check) => check !== undefined);

/** The local date of the decision at the centre. */
export const today = (state: TrainingClassState, context: DecideContext): LocalDate =>
  momentAt(context.now, planOf(state).zone).date;

/** Only the centre that gives the class acts on it (I.6c); the system does for deadlines and messages. */
const requireOwnCentre = (state: TrainingClassState, { actor }: Command): Refused | undefined =>
  actor.role === 'SYSTEM' || actor.office === planOf(state).centre
    ? undefined
    : refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });

/**
 * A handler for a command on a planned class: whose it is, then its status, then the rule.
 * @param allowed statuses in which the command makes sense.
 */
export const onClass =
  <Name extends TrainingClassCommandName>(
    allowed: readonly ClassStatus[],
    decide: CommandHandler<Name>,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { classId, status } = state;
    if (status === 'NONE') return refuseWith('CLASS_UNKNOWN', { classId });
    const refused =
      requireOwnCentre(state, command) ??
      (allowed.includes(status)
        ? undefined
        : refuseWith('CLASS_WRONG_STATUS', { classId, status, allowed: allowed.join(', ') }));
    return refused ?? decide(state, command, context);
  };

/** Who teaches the class now. A centre's administrator keeps sheets, but never judges a unit (I.6c). */
export const requireInstructor = (state: TrainingClassState, { actor }: Command): Refused | undefined =>
  planOf(state).instructors.includes(actor.id) ? undefined : refuseWith('NOT_THE_INSTRUCTOR', {});
