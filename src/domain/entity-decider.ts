/**
 * How a class, a certificate, a permit or a finding is decided: each command goes to the module of its concern, each event
 * to the module that folds it, each due deadline to the module that asked for it. The entity gives the tables;
 * that a table forgets no name is held by its types.
 */
import { BrokenInvariant, type FireDeadlineData, provisional } from './decide.ts';
import type { Command, DecideContext, Decider, Decision, DomainEvent, RecordedEvent } from './decider.ts';
import type { Zone } from './time/moment.ts';
import { momentAt } from './time/moments.ts';

export type AcceptedOf<E extends DomainEvent> = Extract<Decision<E>, { kind: 'accepted' }>;

/** By command: decides it. */
export type HandlersOf<State, Commands, E extends DomainEvent, Names extends keyof Commands & string> = {
  readonly [Name in Names]: (
    state: State,
    command: Command<Name, Commands[Name]>,
    context: DecideContext,
  ) => Decision<E>;
};

/** By event: folds it. An evolver never refuses and never asks whether the event was right. */
export type EvolversOf<State, Events, Types extends keyof Events & string> = {
  readonly [Type in Types]: (state: State, event: RecordedEvent<Type, Events[Type]>) => State;
};

/** By kind of deadline: what follows. It cannot be refused; its events carry the firing's `dueAt` (S25). */
export type FiringsOf<State, E extends DomainEvent> = {
  readonly [kind: string]: (state: State, firing: FireDeadlineData, context: DecideContext) => AcceptedOf<E>;
};

interface EntityTables<State, E extends DomainEvent> {
  readonly kind: string;
  readonly snapshotShape: number;
  readonly initialState: (entityId: string) => State;
  readonly handlers: { readonly [name: string]: unknown };
  readonly evolvers: { readonly [type: string]: unknown };
  readonly firings: FiringsOf<State, E>;
  readonly deadlines: Decider<State, E>['deadlines'];
  /** On whose calendar an event happened that names no time; undefined where none is known yet. */
  readonly zoneOf: (state: State, event: E) => Zone | undefined;
  /** What a decision tells the registers. @param after the state with the decision's events folded in. */
  readonly factsOut?: (decision: AcceptedOf<E>, after: () => State) => AcceptedOf<E>['factsOut'];
}

type AnyHandler<State, E extends DomainEvent> = (
  state: State,
  command: Command,
  context: DecideContext,
) => Decision<E>;
type AnyEvolver<State> = (state: State, event: RecordedEvent) => State;

const entryOf = <Entry>(table: { readonly [name: string]: unknown }, name: string, what: string): Entry => {
  if (!Object.hasOwn(table, name)) throw new BrokenInvariant(`nobody answers for ${what} ${name}`);
  return table[name] as Entry;
};

export function entityDecider<State, E extends DomainEvent>({
  kind,
  snapshotShape,
  initialState,
  handlers,
  evolvers,
  firings,
  deadlines,
  zoneOf,
  factsOut,
}: EntityTables<State, E>): Decider<State, E> {
  const evolve = (state: State, event: RecordedEvent): State =>
    entryOf<AnyEvolver<State>>(evolvers, event.type, `${kind} event`)(state, event);

  /** Events of a deadline happened when it was due, whenever it fired. */
  function fired(state: State, command: Command, context: DecideContext): Decision<E> {
    const firing = command.data as FireDeadlineData;
    const fire = entryOf<FiringsOf<State, E>[string]>(firings, firing.kind, `${kind} deadline`);
    const decision = fire(state, firing, context);
    return { ...decision, events: decision.events.map((event) => ({ occurredAt: firing.dueAt, ...event })) };
  }

  function timed(state: State, event: E, context: DecideContext): E {
    if (event.occurredAt !== undefined || context.command.occurredAt !== undefined) return event;
    const zone = zoneOf(state, event);
    return zone === undefined ? event : { ...event, occurredAt: momentAt(context.now, zone) };
  }

  return {
    kind,
    snapshotShape,
    initialState,
    decide(state, command, context) {
      const decided =
        command.name === 'fire-deadline'
          ? fired(state, command, context)
          : entryOf<AnyHandler<State, E>>(handlers, command.name, `${kind} command`)(state, command, context);
      if (decided.kind === 'refused') return decided;
      const decision = { ...decided, events: decided.events.map((event) => timed(state, event, context)) };
      const after = (): State => provisional(command, context.now, decision.events, 0).reduce(evolve, state);
      const facts = factsOut?.(decision, after);
      return facts === undefined ? decision : { ...decision, factsOut: facts };
    },
    evolve,
    deadlines,
  };
}
