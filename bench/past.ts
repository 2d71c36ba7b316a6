/**
 * An entity with a past: commands decided in this process at clocks of long ago, as one decision in the ledger. Its
 * messages and claims are left out, since nobody is there who would answer them. For setting up, never for measuring.
 */
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  firingCommandIdOf,
  foldEntity,
  initialEntityState,
  provisional,
} from '../src/domain/decide.ts';
import type { Actor, Command, Decider, Fact, RecordedEvent } from '../src/domain/decider.ts';
import type { RecordInput } from '../src/domain/envelope.ts';
import type { Instant } from '../src/domain/time/moment.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { requestHashOf } from './fixture.ts';

export const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

/** Register facts read once for all. */
export class FactShelf {
  readonly #ledger: Ledger;
  readonly #facts = new Map<string, Fact>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async take(keys: readonly string[]): Promise<void> {
    const missing = keys.filter((key) => !this.#facts.has(key));
    if (missing.length === 0) return;
    for (const fact of await this.#ledger.facts(missing)) this.#facts.set(fact.key, fact);
  }

  all(): readonly Fact[] {
    return [...this.#facts.values()];
  }
}

export class Past<State> {
  readonly events: RecordedEvent[] = [];
  readonly #decider: Decider<State>;
  readonly #shelf: FactShelf;
  readonly #id: string;
  #state: EntityState<State>;

  constructor(decider: Decider<State>, id: string, shelf: FactShelf) {
    this.#decider = decider;
    this.#shelf = shelf;
    this.#id = id;
    this.#state = initialEntityState(decider, id);
  }

  /** @throws where the command is refused. */
  async does(now: Instant, command: Omit<Command, 'commandId'>): Promise<void> {
    for (const due of dueDeadlines(this.#state, now)) {
      const firing = { commandId: firingCommandIdOf(due.deadlineId), name: 'fire-deadline', data: due };
      await this.#decide(due.dueAt.at, { ...firing, actor: SYSTEM, occurredAt: due.dueAt });
    }
    await this.#decide(now, { commandId: `past/${this.#id}/${this.#state.version}`, ...command });
  }

  async #decide(now: Instant, command: Command): Promise<void> {
    for (;;) {
      const input = { now, facts: this.#shelf.all(), lostClaims: [] };
      const round = decideRound(this.#decider, this.#state, command, input);
      if (round.outcome === 'needs') {
        await this.#shelf.take(round.facts);
        continue;
      }
      if (round.outcome === 'refused') {
        throw new Error(`${command.name} of a past: ${JSON.stringify(round.refusal)}`);
      }
      const events = provisional(command, now, round.events, this.#state.version);
      this.events.push(...events);
      this.#state = foldEntity(this.#decider, this.#state, events);
      return;
    }
  }
}

export interface PastOf {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly clockOffsetMs: number;
  readonly events: readonly RecordedEvent[];
}

export async function recordPast(ledger: Ledger, past: PastOf): Promise<void> {
  const { stream, kind, world, clockOffsetMs } = past;
  for (const slice of decisionsOf(past.events)) {
    const [first, last] = [slice[0]!, slice.at(-1)!];
    const commandId = `past:${stream}:${first.version}`;
    const now = last.recordedAt;
    const input: RecordInput = {
      ...{ stream, kind, world, clockOffsetMs, expectedVersion: first.version - 1, runId: '' },
      command: { commandId, name: 'record-past', data: {}, actor: SYSTEM },
      requestHash: requestHashOf(commandId),
      ...{ now, facts: [] },
      verdict: {
        // A decision has one instant of its own; when its events occurred stays as it was.
        ...{ outcome: 'accepted', events: slice.map((event) => ({ ...event, recordedAt: now })) },
        ...{ warnings: [], claims: [], messages: [], factsOut: [], policies: [] },
      },
    };
    const { status } = await ledger.record(input);
    if (status !== 'recorded') throw new Error(`the past of ${stream} was answered with ${status}`);
  }
}

/** More would make one row that no real decision has. */
const TOGETHER = 100;

/** Slices in each of which no deadline ends that began there: the ledger takes ends before beginnings. */
function decisionsOf(events: readonly RecordedEvent[]): RecordedEvent[][] {
  const slices: RecordedEvent[][] = [];
  let slice: RecordedEvent[] = [];
  let armed = new Set<string>();
  for (const event of events) {
    const { deadlineId = '' } = event.data as { deadlineId?: string };
    const ends = event.type === 'DeadlineFired' || event.type === 'DeadlineCancelled';
    if (slice.length === TOGETHER || (ends && armed.has(deadlineId))) {
      slices.push(slice);
      slice = [];
      armed = new Set();
    }
    if (event.type === 'DeadlineArmed') armed.add(deadlineId);
    slice.push(event);
  }
  return slice.length === 0 ? slices : [...slices, slice];
}
