/**
 * The bulk door: many commands to many streams in one transaction, for sheets. The same decider, the same settle
 * loop and the same SQL function as a shell's, under the same command ids: what stands in the ledger afterwards
 * does not tell who wrote it, and shells find it as the tail of their next command (design 4).
 */
import type pg from 'pg';
import type { Decider } from '../../domain/decider.ts';
import type { RecordAnswer, RecordInput } from '../../domain/envelope.ts';
import { LedgerRefused } from '../../domain/settle.ts';
import { recordRequest } from '../record.ts';
import { type LedgerReply, recordDecision, recordDecisions } from '../record-decision.ts';
import { refusalCodeOf } from '../refused.ts';
import { everyFew } from './every-few.ts';
import {
  type BulkCommand,
  type BulkOutcome,
  type Group,
  type SettledGroup,
  type SettlingWith,
  settleGroup,
} from './group.ts';
import { Rounds } from './rounds.ts';
import { keepSnapshots } from './snapshots.ts';
import { loadStreams } from './states.ts';
import { inTransaction } from './transaction.ts';
import { failureCodeOf, troubleOf } from './trouble.ts';

export type { BulkCommand, BulkOutcome } from './group.ts';

export interface BulkDoorOptions {
  readonly pool: pg.Pool;
  /** Deciders by kind of stream. */
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly buildId: string;
  readonly admit?: SettlingWith['admit'];
  /** The real clock in milliseconds; a command's offset is added to it. */
  readonly clock?: () => number;
  /** Told of every answer of the ledger; each has its share of the time of its round. */
  readonly observe?: (input: RecordInput, answer: RecordAnswer, tookMs: number) => void;
}

export interface BulkResult {
  /** In the order of the commands. */
  readonly outcomes: readonly BulkOutcome[];
  /** Streams whose shell must look at once: an earlier deadline arose. */
  readonly wake: readonly {
    readonly stream: string;
    readonly world: string;
    readonly clockOffsetMs: number;
  }[];
}

export interface BulkDoor {
  /**
   * Settles all commands of a chunk; those of one stream in their order. What was recorded before under its id is
   * told again. One that cannot be settled never keeps the others.
   *
   * @throws the database's error where Postgres is away: then nothing is known, and the same chunk may be sent again.
   */
  run(commands: readonly BulkCommand[]): Promise<BulkResult>;
}

/** A longer chunk would keep its streams from other commands for too long. */
export const CHUNK_MAX = 200;
/** Of one chunk together, before its streams are tried one at a time. */
const ATTEMPTS = 3;

export function createBulkDoor(options: BulkDoorOptions): BulkDoor {
  const { pool, deciders, buildId, admit, clock = Date.now, observe } = options;

  async function together(groups: readonly Group[]): Promise<readonly SettledGroup[]> {
    return inTransaction(pool, async (client) => {
      const streams = groups.map(({ stream }) => stream);
      const loaded = await loadStreams(client, streams, { deciders, buildId, lock: true });
      const rounds = new Rounds(groups.length, (inputs) => recordMany(client, inputs));
      const needs = {
        ...{ clock, admit, isKnown: knownIn(client) },
        record: (input: RecordInput) => rounds.record(input),
      };
      const settling: Promise<SettledGroup>[] = [];
      const pause = everyFew();
      for (const group of groups) {
        await pause();
        const settled = settleGroup(group, loaded.get(group.stream), needs).finally(() => rounds.leave());
        // Heard of below, once all have begun.
        settled.catch(() => undefined);
        settling.push(settled);
      }
      return Promise.all(settling);
    });
  }

  /** The way of a single command: each decision a transaction of its own. */
  async function alone(group: Group): Promise<SettledGroup> {
    const door = { record: (request: Parameters<typeof recordRequest>[1]) => recordRequest(pool, request) };
    const record = async (input: RecordInput): Promise<RecordAnswer> => {
      try {
        return await recordDecision(door, input, buildId);
      } catch (error) {
        throw refusalCodeOf(error) === undefined ? error : new LedgerRefused();
      }
    };
    try {
      const loaded = await loadStreams(pool, [group.stream], { deciders, buildId, lock: false });
      const needs = { record, clock, admit, isKnown: knownIn(pool) };
      return await settleGroup(group, loaded.get(group.stream), needs);
    } catch (error) {
      if (troubleOf(error) === 'away') throw error;
      const code = failureCodeOf(error);
      const outcome: BulkOutcome =
        code === undefined ? { kind: 'waits', code: 'BUSY' } : { kind: 'failed', code };
      // Some may be recorded already; asked again, they say so.
      return { stream: group.stream, outcomes: group.commands.map(({ place }) => ({ place, outcome })) };
    }
  }

  async function recordMany(
    client: pg.PoolClient,
    inputs: readonly RecordInput[],
  ): Promise<readonly RecordAnswer[]> {
    const startedAt = performance.now();
    const answers = await recordDecisions(
      async (requests) => {
        const { rows } = await client.query<{ answer: LedgerReply }>({
          name: 'ledger-record-many',
          text: 'SELECT answer FROM ledger.record_many($1::jsonb) AS r (answer)',
          values: [JSON.stringify(requests)],
        });
        return rows.map(({ answer }) => answer);
      },
      inputs,
      buildId,
    );
    const tookMs = (performance.now() - startedAt) / inputs.length;
    if (observe !== undefined)
      for (const [place, input] of inputs.entries()) observe(input, answers[place]!, tookMs);
    return answers;
  }

  async function settled(groups: readonly Group[]): Promise<readonly SettledGroup[]> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      try {
        return await together(groups);
      } catch (error) {
        const trouble = troubleOf(error);
        if (trouble === 'away') throw error;
        if (trouble === 'poison') break;
      }
    }
    const results: SettledGroup[] = [];
    for (const group of groups) results.push(await alone(group));
    return results;
  }

  return {
    async run(commands) {
      if (commands.length === 0) return { outcomes: [], wake: [] };
      if (commands.length > CHUNK_MAX) throw new RangeError(`a chunk has at most ${CHUNK_MAX} commands`);
      const results = await settled(groupsOf(commands));
      const long = results.flatMap(({ stream, longTail }) =>
        longTail === undefined ? [] : [{ stream, ...longTail }],
      );
      // A cache: what cannot be kept is folded again.
      await keepSnapshots(pool, long, buildId).catch(() => undefined);
      const outcomes: BulkOutcome[] = commands.map(() => ({ kind: 'waits', code: 'NOT_REACHED' }));
      for (const { outcomes: some } of results)
        for (const { place, outcome } of some) outcomes[place] = outcome;
      return { outcomes, wake: results.flatMap(({ wake }) => (wake === undefined ? [] : [wake])) };
    },
  };
}

/** By stream, in the order of their first lines: of two that want the same place, the earlier line has it. */
function groupsOf(commands: readonly BulkCommand[]): readonly Group[] {
  const groups = new Map<string, { place: number; command: BulkCommand }[]>();
  for (const [place, command] of commands.entries()) {
    const group = groups.get(command.stream);
    if (group === undefined) groups.set(command.stream, [{ place, command }]);
    else group.push({ place, command });
  }
  return [...groups].map(([stream, of]) => ({ stream, commands: of }));
}

const knownIn =
  (client: Pick<pg.Pool, 'query'>): SettlingWith['isKnown'] =>
  async (stream, { commandId }) => {
    const { rowCount } = await client.query(
      'SELECT FROM ledger.decision WHERE command_id = $1 AND stream_id = $2',
      [commandId, stream],
    );
    return rowCount === 1;
  };
