/** Registers in use: commands executed directly, entries read from the facts they gave out. */
import type { Actor, Fact, JsonValue } from '../domain/decider.ts';
import type { CommandAnswer, CommandEnvelope } from '../domain/envelope.ts';
import { STARTING_COMMANDS } from '../domain/registers/index.ts';
import { type RegisterName, registerDecider } from '../domain/registers/register-decider.ts';
import type { CommandGateway } from '../gateway/contract.ts';
import { type Ledger, LIVE_WORLD } from '../ledger/ledger.ts';
import { canonicalText } from '../ledger/record-decision.ts';
import { DirectGateway, type DirectGatewayOptions } from './direct-gateway.ts';

export interface RegisterEntryView {
  readonly register: RegisterName;
  readonly id: string;
  /** Version of the entry's stream when its value last changed. */
  readonly version: number;
  readonly value: JsonValue;
}

/** The starting data could not be loaded: an entry was refused or met a bug. */
export class StartingRegistersRefused extends Error {
  override readonly name = 'StartingRegistersRefused';
}

export interface LoadedRegisters {
  /** Entries and values recorded by this call. */
  readonly recorded: number;
  readonly total: number;
}

export interface RegisterService extends CommandGateway {
  find(register: RegisterName, id: string): Promise<RegisterEntryView | undefined>;
  /** Entries in id order, after `after`. */
  list(register: RegisterName, limit: number, after?: string): Promise<readonly RegisterEntryView[]>;
  /**
   * Loads offices, sites, calendars and policies of the first day. A second call changes nothing.
   * @param onProgress told after each entry.
   * @throws StartingRegistersRefused
   */
  loadStartingRegisters(onProgress?: (done: number, total: number) => void): Promise<LoadedRegisters>;
}

export interface RegisterServiceOptions {
  readonly ledger: Pick<Ledger, 'record' | 'readStream' | 'readHead' | 'facts' | 'allFacts'>;
  /** Keyed hash over a command in clear, `vault.requestHash`. */
  readonly requestHash: (canonicalJson: string) => string;
  readonly clock?: () => number;
  /** Told of every answer of the ledger. */
  readonly observe?: NonNullable<DirectGatewayOptions['observe']>;
}

/** Who enters the starting data: the build itself, on no person's order. */
const SEEDING_ACTOR: Actor = { id: 'system', role: 'SYSTEM', office: 'system' };

export function createRegisterService(options: RegisterServiceOptions): RegisterService {
  const { ledger, requestHash } = options;
  const gateway = new DirectGateway({
    ledger,
    deciders: new Map([[registerDecider.kind, registerDecider as never]]),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.observe === undefined ? {} : { observe: options.observe }),
  });
  const send = (stream: string, world: string, envelope: CommandEnvelope): Promise<CommandAnswer> =>
    gateway.send(stream, world, envelope);

  async function loadOne(command: (typeof STARTING_COMMANDS)[number]): Promise<boolean> {
    const { stream, name, commandId } = command;
    const data = command.data as JsonValue;
    const before = (await ledger.readHead(stream))?.headVersion ?? 0;
    const answer = await send(stream, LIVE_WORLD, {
      command: { commandId, name, data, actor: SEEDING_ACTOR },
      requestHash: requestHash(canonicalText({ stream, name, data })),
      facts: [],
      clockOffsetMs: 0,
    });
    const done = answer.outcome === 'accepted' || answer.refusal?.code === 'ALREADY_DONE';
    if (!done) {
      const why = answer.refusal?.code ?? answer.outcome;
      throw new StartingRegistersRefused(`${commandId} was not taken (${why}): correct the starting data`);
    }
    return answer.headVersion > before;
  }

  return {
    send,
    async find(register, id) {
      const [fact] = await ledger.facts([`${register}/${id}`]);
      return fact === undefined || fact.version === 0 ? undefined : viewOf(register, fact);
    },
    async list(register, limit, after = '') {
      const facts = await ledger.allFacts(`${register}/`);
      return facts
        .map((fact) => viewOf(register, fact))
        .filter(({ id }) => id > after)
        .slice(0, limit);
    },
    async loadStartingRegisters(onProgress) {
      let recorded = 0;
      for (const [index, command] of STARTING_COMMANDS.entries()) {
        if (await loadOne(command)) recorded += 1;
        onProgress?.(index + 1, STARTING_COMMANDS.length);
      }
      return { recorded, total: STARTING_COMMANDS.length };
    },
  };
}

const viewOf = (register: RegisterName, { key, version, value }: Fact): RegisterEntryView => ({
  ...{ register, id: key.slice(register.length + 1), version, value },
});
