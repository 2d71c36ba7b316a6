/** Shapes that the modules of a finding share, and the guard before nearly every command. */
import type { Decision } from '../decider.ts';
import type { AcceptedOf, EvolversOf, FiringsOf, HandlersOf } from '../entity-decider.ts';
import { refuseWith } from '../law/refusals.ts';
import type { FindingCommandName, FindingCommands } from './commands.ts';
import type { FindingEvent, FindingEventName, FindingEvents } from './events.ts';
import type { FindingState } from './state.ts';
import type { FindingStatus } from './status-moves.ts';

export type FindingDecision = Decision<FindingEvent>;
export type CommandHandlers<Names extends FindingCommandName> = HandlersOf<
  FindingState,
  FindingCommands,
  FindingEvent,
  Names
>;
export type CommandHandler<Name extends FindingCommandName> = CommandHandlers<Name>[Name];
export type Evolvers<Types extends FindingEventName> = EvolversOf<FindingState, FindingEvents, Types>;
export type FiringHandlers = FiringsOf<FindingState, FindingEvent>;

export const accepted = (...events: FindingEvent[]): AcceptedOf<FindingEvent> => ({
  kind: 'accepted',
  events,
});

/** A handler for a finding that there is: whose turn it is, then whether it is still open. */
export const onFinding =
  <Name extends FindingCommandName>(
    rule: { readonly side: 'AUDITOR' | 'OFFICE'; readonly statuses: readonly FindingStatus[] },
    decide: CommandHandler<Name>,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { findingId, status, office, auditOffice } = state;
    if (status === 'NONE') return refuseWith('FINDING_UNKNOWN', { findingId });
    const { actor } = command;
    const isAuditor = actor.role === 'AUDITOR';
    const may =
      rule.side === 'AUDITOR'
        ? isAuditor && actor.office === auditOffice
        : !isAuditor && actor.office === office;
    if (!may) return refuseWith('NOT_PERMITTED', { role: actor.role, office: actor.office });
    if (!rule.statuses.includes(status)) {
      return refuseWith('FINDING_STATUS', { status, allowed: rule.statuses.join(', ') });
    }
    return decide(state, command, context);
  };
