/** Commands that name one session. */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { JourneyCommandName, JourneyCommands, SessionId } from '../commands.ts';
import type { CommandHandler, JourneyDecision } from '../handlers.ts';
import { caseOf, requireOffice } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';

type SessionCommandName = {
  [Name in JourneyCommandName]: JourneyCommands[Name] extends { sessionId: SessionId } ? Name : never;
}[JourneyCommandName];

export interface FoundSession {
  readonly session: Session;
  readonly obligation: CommunityServiceCase;
}

export const sessionOf = (state: JourneyState, sessionId: SessionId): Session | undefined =>
  Object.hasOwn(state.sessions, sessionId) ? state.sessions[sessionId] : undefined;

/** Finds the session and its case, and lets only the offices of that case and the session's site on. */
export const onSession =
  <Name extends SessionCommandName>(
    decide: (
      found: FoundSession,
      command: Command<Name, JourneyCommands[Name]>,
      context: DecideContext,
      state: JourneyState,
    ) => JourneyDecision,
  ): CommandHandler<Name> =>
  (state, command, context) => {
    const { sessionId } = command.data as { sessionId: SessionId };
    const session = sessionOf(state, sessionId);
    const obligation = session && caseOf(state, session.caseId);
    if (session === undefined || obligation === undefined) {
      return refuseWith('SESSION_UNKNOWN', { sessionId });
    }
    const refused = requireOffice(obligation, command.actor, context, session.siteId);
    return refused ?? decide({ session, obligation }, command, context, state);
  };
