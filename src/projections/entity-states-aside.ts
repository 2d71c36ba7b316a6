/** States as somebody else keeps them, for looking at what would be: nothing that did not happen is ever kept. */
import { type EntityState, foldEntity, initialEntityState } from '../domain/decide.ts';
import type { Decider, RecordedEvent } from '../domain/decider.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { EntityStates, type Found } from './entity-states.ts';

export class EntityStatesAside<State> extends EntityStates<State> {
  readonly #real: EntityStates<State>;
  readonly #decider: Decider<State>;
  readonly #eventsOf: (stream: string) => readonly RecordedEvent[];

  /** @param eventsOf all events of a stream as they would be, from the first. */
  constructor(
    real: EntityStates<State>,
    ledger: Pick<Ledger, 'readHead' | 'readStream'>,
    decider: Decider<State>,
    eventsOf: (stream: string) => readonly RecordedEvent[],
  ) {
    super(ledger, decider);
    this.#real = real;
    this.#decider = decider;
    this.#eventsOf = eventsOf;
  }

  override load(stream: string): Promise<Found<State> | undefined> {
    return this.#real.load(stream);
  }

  override async loadAfter(stream: string): Promise<EntityState<State>> {
    const initial = initialEntityState(this.#decider, stream.slice(stream.indexOf('/') + 1));
    return foldEntity(this.#decider, initial, this.#eventsOf(stream));
  }
}
