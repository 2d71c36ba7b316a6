/**
 * Decides and records without a workflow: registers have none, and a test can run a whole journey in
 * one process. The rounds are those of the shell (workflows/entity.ts): same decider, same door, same
 * ids of firings, so that the ledger cannot tell who asked.
 */
import { foldEntity, initialEntityState } from '../domain/decide.ts';
import type { Decider } from '../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope, RecordAnswer, RecordInput } from '../domain/envelope.ts';
import { type Entity, fireDue, LedgerRefused, settle, Unsettled } from '../domain/settle.ts';
import { type CommandGateway, CommandIdReused, LedgerBehind, OutcomeUnknown } from '../gateway/contract.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { refusalCodeOf } from '../ledger/refused.ts';

export interface DirectGatewayOptions {
  readonly ledger: Pick<Ledger, 'record' | 'readStream'>;
  /** Deciders by kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  /** The real clock in milliseconds; the world's offset is added to it. */
  readonly clock?: () => number;
  /** Told of every answer of the ledger, as the shell's activity tells it. */
  readonly observe?: (input: RecordInput, answer: RecordAnswer, tookMs: number) => void;
}

export class DirectGateway implements CommandGateway {
  readonly #ledger: DirectGatewayOptions['ledger'];
  readonly #deciders: DirectGatewayOptions['deciders'];
  readonly #clock: () => number;
  readonly #observe: NonNullable<DirectGatewayOptions['observe']>;
  readonly #queues = new Map<string, Promise<unknown>>();

  constructor({ ledger, deciders, clock = Date.now, observe = () => {} }: DirectGatewayOptions) {
    this.#ledger = ledger;
    this.#deciders = deciders;
    this.#clock = clock;
    this.#observe = observe;
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
    try {
      await fireDue(entity, now, 'now');
      return await settle(entity, envelope, now);
    } catch (error) {
      throw error instanceof Unsettled ? asGatewayError(error) : error;
    }
  }

  async #load(stream: string, world: string, clockOffsetMs: number): Promise<Entity<unknown>> {
    const [kind = ''] = stream.split('/');
    const decider = this.#deciders.get(kind);
    if (decider === undefined) throw new Error(`no decider for streams of kind ${kind}`);
    const initial = initialEntityState(decider, stream.slice(kind.length + 1));
    const state = foldEntity(decider, initial, await this.#ledger.readStream(stream));
    const record: Entity<unknown>['record'] = async (input) => {
      const startedAt = performance.now();
      try {
        const answer = await this.#ledger.record(input);
        this.#observe(input, answer, performance.now() - startedAt);
        return answer;
      } catch (error) {
        throw refusalCodeOf(error) === undefined ? error : new LedgerRefused();
      }
    };
    return { decider, stream, world, runId: '', clockOffsetMs, state, faulted: new Set(), record };
  }
}

function asGatewayError({ code, message }: Unsettled): Error {
  switch (code) {
    case 'LEDGER_BEHIND':
      return new LedgerBehind(message);
    case 'COMMAND_ID_REUSED':
      return new CommandIdReused(message);
    case 'OUTCOME_UNKNOWN':
      return new OutcomeUnknown(message);
  }
}
