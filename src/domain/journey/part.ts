/**
 * A part of the journey beside community service: one folder each, joined in `decider.ts`.
 *
 * Parts do not call one another. What an event of one part does to the running work of another (domain
 * I.6b) is said by the other part, as a reaction: the journey folds every decided event and asks all parts
 * what follows. A reaction cannot refuse; what it needs from outside it reads as a fact.
 */
import type {
  ClaimChange,
  Command,
  DecideContext,
  DomainEvent,
  OutgoingMessage,
  WantedDeadline,
  Warning,
} from '../decider.ts';
import type { JourneyCommandName } from './commands.ts';
import type { JourneyEvent, JourneyEventName, JourneyEvents } from './events.ts';
import type { CommandHandlers, Evolvers, FiringHandlers } from './handlers.ts';
import type { JourneyState } from './state.ts';

/** What follows from an event. */
export interface Reaction {
  readonly events?: readonly JourneyEvent[];
  readonly messages?: readonly OutgoingMessage[];
  readonly claims?: readonly ClaimChange[];
  readonly warnings?: readonly Warning[];
}

/**
 * @param state with the event already folded in.
 * @param context of the command that is being decided; `context.command` is that command.
 */
export type Reactor<Type extends JourneyEventName> = (
  state: JourneyState,
  event: DomainEvent<Type, JourneyEvents[Type]>,
  context: DecideContext,
) => Reaction | undefined;

export type Reactions = { readonly [Type in JourneyEventName]?: Reactor<Type> };

export interface JourneyPart<Names extends JourneyCommandName, Types extends JourneyEventName> {
  readonly handlers: CommandHandlers<Names>;
  readonly evolvers: Evolvers<Types>;
  readonly firings: FiringHandlers;
  /** What the part waits for while the person lives. */
  readonly deadlines: (state: JourneyState) => readonly WantedDeadline[];
  /** What it still waits for after a death: clocks of retention and of data protection (I-10). */
  readonly deadlinesAfterDeath?: (state: JourneyState) => readonly WantedDeadline[];
  readonly reactions: Reactions;
  /** Commands that are still taken after the record was merged into another. */
  readonly afterMerge?: readonly Names[];
}

/** The command that is being decided, under the shape of one of its names. */
export type CommandOf<Name extends JourneyCommandName> = Command<
  Name,
  import('./commands.ts').JourneyCommands[Name]
>;
