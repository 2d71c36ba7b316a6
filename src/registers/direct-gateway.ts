/**
 * Decides and records without a workflow: registers have none, and a test can run a whole journey in
 * one process. The rounds are those of the shell (workflows/entity.ts): same decider, same door, same
 * ids of firings, so that the ledger cannot tell who asked.
 */
import {
  decideRound,
  dueDeadlines,
  type EntityState,
  firingCommandIdOf,
  foldEntity,
  initialEntityState,
  provisional,
  type Round,
} from '../domain/decide.ts';
import type { Actor, Command, Decider, Fact, LostClaim } from '../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer, RecordInput } from '../domain/envelope.ts';
import { type CommandGateway, CommandIdReused, LedgerBehind, OutcomeUnknown } from '../gateway/contract.ts';
import type { Ledger } from '../ledger/ledger.ts';

export interface DirectGatewayOptions {
  readonly ledger: Pick<Ledger, 'record' | 'readStream'>;
  /** Deciders by kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  /** The real clock in milliseconds; the world's offset is added to it. */
  readonly clock?: () => number;
}

/** A command that has not settled by then has met a ledger that moves under it all the time. */
const ROUNDS_MAX = 25;
const SYSTEM: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export class DirectGateway implements CommandGateway {
  readonly #ledger: DirectGatewayOptions['ledger'];
  readonly #deciders: DirectGatewayOptions['deciders'];
  readonly #clock: () => number;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor({ ledger, deciders, clock = Date.now }: DirectGatewayOptions) {
    this.#ledger = ledger;
    this.#deciders = deciders;
    this.#clock = clock;
  }

  send(stream: string, world: string, envelope: CommandEnvelope): Promise<CommandAnswer> {
    const settled = (this.#queues.get(stream) ?? Promise.resolve()).then(() =>
      this.#settleInTime(stream, world, envelope),
    );
    const quiet = settled.catch(() => undefined);
    this.#queues.set(stream, quiet);
    void quiet.then(() => {
      if (this.#queues.get(stream) === quiet) this.#queues.delete(stream);
    });
    return settled;
  }

  /** What is due fires before any command is decided (design 4). */
  async #settleInTime(stream: string, world: string, envelope: CommandEnvelope): Promise<CommandAnswer> {
    const now = new Date(this.#clock() + envelope.clockOffsetMs).toISOString();
    const entity = await this.#load(stream, world, envelope.clockOffsetMs);
    const faulted = new Set<string>();
    for (;;) {
      const due = dueDeadlines(entity.state, now).find(({ deadlineId }) => !faulted.has(deadlineId));
      if (due === undefined) break;
      const commandId = firingCommandIdOf(`${stream}:${due.deadlineId}`);
      const firing: Command = {
        ...{ commandId, name: 'fire-deadline', data: due, actor: SYSTEM, occurredAt: due.dueAt },
      };
      const answer = await this.#settle(entity, firing, commandId, [], now);
      if (answer.outcome === 'fault') faulted.add(due.deadlineId);
    }
    return this.#settle(entity, envelope.command, envelope.requestHash, envelope.facts, now);
  }

  async #load(stream: string, world: string, clockOffsetMs: number): Promise<Entity> {
    const [kind = ''] = stream.split('/');
    const decider = this.#deciders.get(kind);
    if (decider === undefined) throw new Error(`no decider for streams of kind ${kind}`);
    const initial = initialEntityState(decider, stream.slice(kind.length + 1));
    const state = foldEntity(decider, initial, await this.#ledger.readStream(stream));
    return { stream, world, clockOffsetMs, decider, state };
  }

  async #settle(
    entity: Entity,
    command: Command,
    requestHash: string,
    attached: readonly Fact[],
    now: string,
  ): Promise<CommandAnswer> {
    const facts = new Map(attached.map((fact) => [fact.key, fact]));
    let lostClaims: readonly LostClaim[] = [];
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      const before = entity.state.version;
      const input = recordInputOf(entity, command, requestHash, now, [...facts.values()], lostClaims);
      const answer = await this.#ledger.record(input);
      if (answer.status !== 'ledger_behind') {
        const tail = answer.events.filter(({ version }) => version > before);
        entity.state = foldEntity(entity.decider, entity.state, tail);
      }
      switch (answer.status) {
        case 'recorded':
        case 'known':
          return answerOf(entity.stream, command, answer);
        case 'facts':
          for (const fact of answer.facts ?? []) facts.set(fact.key, fact);
          break;
        case 'claim_lost':
          lostClaims = answer.lostClaims ?? [];
          break;
        case 'tail':
          lostClaims = [];
          break;
        case 'ledger_behind':
          throw new LedgerBehind(`the ledger ends at ${answer.headVersion}, known is ${before}`);
        case 'command_id_reused':
          throw new CommandIdReused(command.commandId);
      }
    }
    throw new OutcomeUnknown('the ledger moved in every round');
  }
}

interface Entity {
  readonly stream: string;
  readonly world: string;
  readonly clockOffsetMs: number;
  readonly decider: Decider<unknown>;
  state: EntityState<unknown>;
}

type Decided = Round<unknown> | { readonly outcome: 'fault'; readonly message: string };

function recordInputOf(
  entity: Entity,
  command: Command,
  requestHash: string,
  now: string,
  facts: readonly Fact[],
  lostClaims: readonly LostClaim[],
): RecordInput {
  const { stream, world, clockOffsetMs, decider, state } = entity;
  const round = decided(entity, command, { now, facts, lostClaims });
  return {
    ...{ stream, kind: decider.kind, world, expectedVersion: state.version, command, requestHash },
    ...{ now, clockOffsetMs, runId: '' },
    facts: 'policies' in round ? round.facts : [],
    verdict: verdictOf(round, state.version, command, now),
  };
}

function decided(
  { decider, state }: Entity,
  command: Command,
  input: { now: string; facts: readonly Fact[]; lostClaims: readonly LostClaim[] },
): Decided {
  try {
    return decideRound(decider, state, command, input);
  } catch (error) {
    // A bug is recorded and answered; its message could hold data of the command, its name cannot.
    return { outcome: 'fault', message: error instanceof Error ? error.name : 'unknown' };
  }
}

function verdictOf(round: Decided, version: number, command: Command, now: string): RecordInput['verdict'] {
  if (round.outcome !== 'accepted') return round;
  const { decision, policies } = round;
  return {
    outcome: 'accepted',
    events: provisional(command, now, round.events, version),
    warnings: decision.warnings ?? [],
    claims: decision.claims ?? [],
    messages: decision.messages ?? [],
    factsOut: decision.factsOut ?? [],
    policies,
  };
}

function answerOf(stream: string, command: Command, answer: RecordAnswer): CommandAnswer {
  const { firstVersion, lastVersion, detail } = answer;
  return {
    outcome: answer.outcome ?? 'fault',
    commandId: command.commandId,
    stream,
    headVersion: answer.headVersion,
    headHash: answer.headHash,
    ...(firstVersion === undefined ? {} : { firstVersion }),
    ...(lastVersion === undefined ? {} : { lastVersion }),
    ...(detail?.refusal === undefined ? {} : { refusal: detail.refusal }),
    warnings: detail?.warnings ?? [],
    events: answer.events.filter(
      ({ version }) => version >= (firstVersion ?? Infinity) && version <= (lastVersion ?? -1),
    ),
  };
}
