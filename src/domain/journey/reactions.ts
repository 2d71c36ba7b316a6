/** Runs all parts' reactions to what was decided: breadth first, in the fixed order of the parts. */
import { BrokenInvariant, provisional } from '../decide.ts';
import type { DecideContext, RecordedEvent } from '../decider.ts';
import type { JourneyEvent } from './events.ts';
import type { JourneyDecision } from './handlers.ts';
import type { Reaction, Reactions } from './part.ts';
import type { JourneyState } from './state.ts';

/**
 * Most events that reactions add to a decision: those that call forth one another for ever are a bug of the
 * parts. The decision's own are not counted: a death recorded late takes back the credit of every session since.
 */
export const MOST_REACTIONS = 400;

type AnyReactor = (state: JourneyState, event: JourneyEvent, context: DecideContext) => Reaction | undefined;

export type Accepted = Extract<JourneyDecision, { kind: 'accepted' }>;

/** Reactors of all parts by the event they answer to, in the order of the parts. */
export function reactorsOf(parts: readonly Reactions[]): ReadonlyMap<string, readonly AnyReactor[]> {
  const reactors = new Map<string, AnyReactor[]>();
  for (const reactions of parts) {
    for (const [type, reactor] of Object.entries(reactions)) {
      reactors.set(type, [...(reactors.get(type) ?? []), reactor as AnyReactor]);
    }
  }
  return reactors;
}

/** The decision with everything that follows from its events. */
export function withReactions(
  reactors: ReadonlyMap<string, readonly AnyReactor[]>,
  evolve: (state: JourneyState, event: RecordedEvent) => JourneyState,
  before: JourneyState,
  decision: Accepted,
  context: DecideContext,
): Accepted {
  // Folding twice costs time on every command: only where somebody answers.
  if (!decision.events.some(({ type }) => reactors.has(type))) return decision;
  const events: JourneyEvent[] = [...decision.events];
  const warnings = [...(decision.warnings ?? [])];
  const claims = [...(decision.claims ?? [])];
  const messages = [...(decision.messages ?? [])];
  let state = before;
  const most = decision.events.length + MOST_REACTIONS;
  for (let index = 0; index < events.length; index += 1) {
    if (index >= most) throw new BrokenInvariant('reactions answer one another without end');
    const event = events[index] as JourneyEvent;
    // The version is not known yet, and no reaction may rest on it.
    state = provisional(context.command, context.now, [event], 0).reduce(evolve, state);
    for (const react of reactors.get(event.type) ?? []) {
      const reaction = react(state, event, context);
      if (reaction === undefined) continue;
      events.push(...(reaction.events ?? []));
      warnings.push(...(reaction.warnings ?? []));
      claims.push(...(reaction.claims ?? []));
      messages.push(...(reaction.messages ?? []));
    }
  }
  return { kind: 'accepted', events, warnings, claims, messages };
}
