/**
 * A sandbox world in memory: entities, facts, claims, messages and one clock. It does what shell and
 * ledger do together, with the same `decideRound`, and nothing that they do not.
 */
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  earliestDeadline,
  evolveEntity,
  firingCommandIdOf,
  foldEntity,
  initialEntityState,
  provisional,
  type Round,
} from '../../domain/decide.ts';
import type {
  Actor,
  Command,
  Decider,
  Decision,
  DomainEvent,
  Fact,
  JsonValue,
  LostClaim,
  OutgoingMessage,
  RecordedEvent,
} from '../../domain/decider.ts';
import type { Instant } from '../../domain/time/moment.ts';
import type { OrderAnswer } from '../driver.ts';
import { Claims } from './claims.ts';

interface Entity {
  readonly stream: string;
  readonly decider: Decider<unknown>;
  state: EntityState<unknown>;
  readonly events: RecordedEvent[];
  readonly answers: Map<string, { request: string; answer: OrderAnswer }>;
}

const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

/** One decision as the ledger would keep it, for whoever keeps a record of this world. */
export interface DecisionMade {
  readonly stream: string;
  readonly command: Command;
  readonly now: Instant;
  readonly lostClaims: readonly LostClaim[];
  readonly round: Exclude<Round<unknown>, { outcome: 'needs' }>;
  /** Empty for a refusal. */
  readonly events: readonly RecordedEvent[];
}

/** A decision that asks for more facts than this asks in circles. */
const MOST_ROUNDS = 200;
/** Messages that answer one another for ever are a bug of the deciders. */
const MOST_MESSAGES = 10_000;

export class PureWorld {
  private readonly entities = new Map<string, Entity>();
  private readonly facts = new Map<string, Fact>();
  private readonly claims = new Claims();
  private readonly outbox: { id: string; message: OutgoingMessage }[] = [];

  constructor(
    private clock: Instant,
    private readonly deciderOf: (stream: string) => Decider<unknown>,
    private readonly heard: (made: DecisionMade) => void = () => {},
  ) {}

  get now(): Instant {
    return this.clock;
  }

  eventsOf(stream: string): readonly RecordedEvent[] {
    return this.entities.get(stream)?.events ?? [];
  }

  /** State as of the last event. */
  stateOf(stream: string): unknown {
    return this.entity(stream).state.domain;
  }

  /** What was on record at an instant: the prefix of the stream, folded. */
  knownAt(stream: string, instant: Instant) {
    const { decider, events } = this.entity(stream);
    const known = events.filter((event) => event.recordedAt <= instant);
    return { entity: foldEntity(decider, initialEntityState(decider, idOf(stream)), known), events: known };
  }

  /** What a register or an entity told of itself; null where nothing was. */
  factValue(key: string): JsonValue {
    return this.factOf(key).value;
  }

  /** Decides a command at the world's clock, after everything that is due by then. */
  send(stream: string, command: Command): OrderAnswer {
    this.fireDue(stream);
    const answer = this.decide(this.entity(stream), command);
    this.deliver();
    return answer;
  }

  /** Every deadline on the way acts at its own instant, across entities in order of time. */
  advance(to: Instant): void {
    for (;;) {
      const next = this.earliest(to);
      if (next === undefined) break;
      if (next.at > this.clock) this.clock = next.at;
      this.fireDue(next.stream);
      this.deliver();
    }
    if (to > this.clock) this.clock = to;
  }

  /** Nobody was awake: the clock is already at `to` when the first deadline acts (S25). */
  outage(to: Instant): void {
    if (to > this.clock) this.clock = to;
    this.advance(to);
  }

  private earliest(until: Instant): { stream: string; at: Instant } | undefined {
    let first: { stream: string; at: Instant } | undefined;
    for (const entity of this.entities.values()) {
      const at = earliestDeadline(entity.state)?.dueAt.at;
      if (at === undefined || at > until) continue;
      if (first === undefined || at < first.at) first = { stream: entity.stream, at };
    }
    return first;
  }

  private fireDue(stream: string): void {
    const entity = this.entity(stream);
    for (let due = dueDeadlines(entity.state, this.clock); due.length > 0; ) {
      const firing = due[0]!;
      this.decide(entity, {
        commandId: firingCommandIdOf(firing.deadlineId),
        name: 'fire-deadline',
        data: firing,
        actor: SYSTEM,
        occurredAt: firing.dueAt,
      });
      due = dueDeadlines(entity.state, this.clock);
    }
  }

  private decide(entity: Entity, command: Command): OrderAnswer {
    const request = JSON.stringify([command.name, command.data, command.document, command.actor]);
    const known = entity.answers.get(command.commandId);
    if (known !== undefined) return known.request === request ? known.answer : reused(command.commandId);
    const answer = this.rounds(entity, command);
    entity.answers.set(command.commandId, { request, answer });
    return answer;
  }

  private rounds(entity: Entity, command: Command): OrderAnswer {
    const facts: Fact[] = [];
    let lostClaims: LostClaim[] = [];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const input = { now: this.clock, facts, lostClaims };
      const decided = decideRound(entity.decider, entity.state, command, input);
      if (decided.outcome === 'needs') {
        facts.push(...decided.facts.map((key) => this.factOf(key)));
        continue;
      }
      const made = { stream: entity.stream, command, now: this.clock, lostClaims, round: decided };
      if (decided.outcome === 'refused') {
        this.heard({ ...made, events: [] });
        return { outcome: 'refused', refusal: decided.refusal, warnings: [], events: [] };
      }
      lostClaims = this.claims.apply(decided.decision.claims ?? []);
      if (lostClaims.length > 0) continue;
      const answer = this.record(entity, command, decided.decision, decided.events);
      this.heard({ ...made, events: answer.events });
      return answer;
    }
    throw new Error(`${command.name} was not decided in ${MOST_ROUNDS} rounds`);
  }

  private record(
    entity: Entity,
    command: Command,
    decision: Extract<Decision, { kind: 'accepted' }>,
    events: readonly DomainEvent[],
  ): OrderAnswer {
    const recorded = provisional(command, this.clock, events, entity.state.version);
    for (const event of recorded) entity.state = evolveEntity(entity.decider, entity.state, event);
    entity.events.push(...recorded);
    for (const { key, value } of decision.factsOut ?? []) this.setFact(key, value);
    for (const [index, message] of (decision.messages ?? []).entries()) {
      this.outbox.push({ id: `${command.commandId}:m${index + 1}`, message });
    }
    return { outcome: 'accepted', warnings: decision.warnings ?? [], events: recorded };
  }

  private deliver(): void {
    for (let delivered = 0; this.outbox.length > 0; delivered += 1) {
      if (delivered > MOST_MESSAGES) throw new Error('messages answer one another without end');
      const { id, message } = this.outbox.shift()!;
      const { name, data } = message;
      for (const target of this.targetsOf(message)) {
        this.sendInside(target, { commandId: `${id}:${target}`, name, data, actor: SYSTEM });
      }
    }
  }

  /** What a merged record refuses is for the surviving one, as at the relay. */
  private sendInside(target: string, command: Command): void {
    this.fireDue(target);
    const { refusal } = this.decide(this.entity(target), command);
    const survivor = refusal?.code === 'PERSON_MERGED' ? refusal.parameters.personId : undefined;
    if (survivor === undefined) return;
    const commandId = `${command.commandId}:${survivor}`;
    this.sendInside(`journey/${survivor}`, { ...command, commandId });
  }

  /** `all/…` stands for every journey; those that are not concerned pass the message over. */
  private targetsOf({ target }: OutgoingMessage): string[] {
    if (target.startsWith('address/')) return [this.holderOf(target)];
    if (!target.startsWith('all/')) return [target];
    return [...this.entities.keys()].filter((stream) => stream.startsWith('journey/'));
  }

  private holderOf(address: string): string {
    const holder = this.claims.holderOf(address);
    if (holder === undefined) throw new Error(`nobody holds ${address}`);
    return holder;
  }

  private factOf(key: string): Fact {
    return this.facts.get(key) ?? { key, version: 0, value: null };
  }

  private setFact(key: string, value: JsonValue): void {
    this.facts.set(key, { key, version: this.factOf(key).version + 1, value });
  }

  private entity(stream: string): Entity {
    const existing = this.entities.get(stream);
    if (existing !== undefined) return existing;
    const decider = this.deciderOf(stream);
    const entity: Entity = {
      stream,
      decider,
      state: initialEntityState(decider, idOf(stream)),
      events: [],
      answers: new Map(),
    };
    this.entities.set(stream, entity);
    return entity;
  }
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

const reused = (commandId: string): OrderAnswer => ({
  outcome: 'refused',
  refusal: { code: 'COMMAND_ID_REUSED', parameters: { commandId } },
  warnings: [],
  events: [],
});
