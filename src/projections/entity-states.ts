/**
 * States of entities for reading and for access: folded from the ledger by the entity's own decider and
 * kept at hand. Each look reads the events that are new since, so that nobody ever sees an old state.
 */
import { type EntityState, foldEntity, initialEntityState } from '../domain/decide.ts';
import type { Decider, RecordedEvent } from '../domain/decider.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { Ledger, StreamHead } from '../ledger/ledger.ts';
import { RecentlyUsed } from './recently-used.ts';

/** Entity states kept at hand; about 20 KB each. */
const STATES_KEPT = 5_000;
/** Events read in one go when a state is folded. */
const FOLD_PAGE = 2_000;

type LedgerReads = Pick<Ledger, 'readHead' | 'readStream'>;

export interface Found<State> {
  readonly stream: string;
  readonly world: string;
  readonly entity: EntityState<State>;
  /** Hash of the event at `entity.version`; null where the state ends before the stream does. */
  readonly headHash: string | null;
}

export class EntityStates<State> {
  readonly #ledger: LedgerReads;
  readonly #decider: Decider<State>;
  readonly #kept = new RecentlyUsed<{ world: string; entity: EntityState<State> }>(STATES_KEPT);

  constructor(ledger: LedgerReads, decider: Decider<State>) {
    this.#ledger = ledger;
    this.#decider = decider;
  }

  /** The state at the stream's head; undefined where nothing was ever recorded. */
  async load(stream: string): Promise<Found<State> | undefined> {
    const head = await this.#ledger.readHead(stream);
    if (head === undefined || head.headVersion === 0) return undefined;
    const kept = this.#kept.get(stream);
    const from =
      kept !== undefined && kept.entity.version <= head.headVersion ? kept.entity : this.#initial(stream);
    const entity = await this.#foldTo(head, from);
    this.#kept.set(stream, { world: head.world, entity });
    return { stream, world: head.world, entity, headHash: head.headHash };
  }

  /**
   * The state after a decision of which the answer told: without a look at the ledger where the state at hand
   * is the one that was decided on. A retry finds it further on.
   * @throws where the stream that answered is not there.
   */
  async loadAfter(
    stream: string,
    world: string,
    { headVersion, events }: { readonly headVersion: number; readonly events: readonly RecordedEvent[] },
  ): Promise<EntityState<State>> {
    const before = this.#kept.get(stream)?.entity ?? this.#initial(stream);
    if (before.version >= headVersion) return before;
    const tail = events.filter(({ version }) => version > before.version);
    if (before.version + tail.length === headVersion) {
      const entity = foldEntity(this.#decider, before, tail);
      this.#kept.set(stream, { world, entity });
      return entity;
    }
    const found = await this.load(stream);
    if (found === undefined) throw new Error(`${stream} answered and is not there`);
    return found.entity;
  }

  /** The state as it was known: the prefix recorded by `knownAt` (design 5). */
  async loadKnownAt(stream: string, knownAt: Instant): Promise<Found<State> | undefined> {
    const head = await this.#ledger.readHead(stream);
    if (head === undefined) return undefined;
    const entity = await this.#foldTo(head, this.#initial(stream), (event) => event.recordedAt <= knownAt);
    if (entity.version === 0) return undefined;
    const headHash = entity.version === head.headVersion ? head.headHash : null;
    return { stream, world: head.world, entity, headHash };
  }

  #initial(stream: string): EntityState<State> {
    return initialEntityState(this.#decider, stream.slice(stream.indexOf('/') + 1));
  }

  async #foldTo(
    head: StreamHead,
    from: EntityState<State>,
    known: (event: RecordedEvent) => boolean = () => true,
  ): Promise<EntityState<State>> {
    let entity = from;
    while (entity.version < head.headVersion) {
      const page = await this.#ledger.readStream(head.stream, {
        afterVersion: entity.version,
        // What was recorded since the head was read belongs to the next look.
        upTo: head.headVersion,
        limit: FOLD_PAGE,
      });
      const prefix = page.slice(
        0,
        firstIndex(page, (event) => !known(event)),
      );
      entity = foldEntity(this.#decider, entity, prefix);
      if (page.length === 0 || prefix.length < page.length) break;
    }
    return entity;
  }
}

function firstIndex<Item>(items: readonly Item[], found: (item: Item) => boolean): number {
  const index = items.findIndex(found);
  return index === -1 ? items.length : index;
}
