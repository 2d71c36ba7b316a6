/**
 * Keeps a table up with the ledger, one entity at a time: a batch of leaves names the streams that moved,
 * each is folded by its own decider, and its rows are replaced. The rebuild does the same for all streams,
 * so the two cannot differ by more than what the live one has not read yet.
 */
import type { Pool, PoolClient } from 'pg';
import type { EntityState } from '../domain/decide.ts';
import type { Decider } from '../domain/decider.ts';
import { BEFORE_FIRST_LEAF, type Ledger } from '../ledger/ledger.ts';
import { EntityStates } from './entity-states.ts';

/** Leaves read in one batch: bounds the transaction, and what a killed projector does again. */
const LEAVES_PER_BATCH = 1_000;
/** Streams written in one statement. */
const STREAMS_PER_WRITE = 200;

/** A row by its columns, as JSON. Dates and instants are text. */
export type ProjectedRow = { readonly [column: string]: unknown };

/** What a table shows of each stream of one kind. */
export interface StreamTable<State> {
  /** Name of its cursor. */
  readonly name: string;
  /** With its schema: `projection.certificate_list`. */
  readonly table: string;
  /** Column that holds the entity's id: its rows are replaced together. */
  readonly entityColumn: string;
  /**
   * Id under which an entity's rows stand where it is not that of its stream: lists that must not tell whose
   * they are (G-08). Once given it never changes; null while the entity has none, and no rows.
   */
  entityIdOf?(state: State): string | null;
  readonly decider: Decider<State>;
  /** Pure: live and rebuilt rows come from here. */
  rowsOf(entity: EntityState<State>, world: string): readonly ProjectedRow[];
}

export interface StreamProjector {
  /** Reads one batch; answers how many leaves it took, 0 when it is up to date or another projector works. */
  projectOnce(): Promise<number>;
  /** Projects until nothing is left; answers how many leaves that were. */
  catchUp(): Promise<number>;
  /** Throws the table away and builds it from the whole ledger; answers how many rows it has. */
  rebuild(onProgress?: (rows: number) => void): Promise<number>;
  /** Ids of entities whose rows a rebuild would make otherwise; none after `catchUp` on a quiet ledger. */
  compare(): Promise<{ readonly compared: number; readonly different: readonly string[] }>;
  /** Leaves that wait to be projected. */
  lag(): Promise<number>;
}

export type ProjectorLedger = Pick<Ledger, 'readHead' | 'readStream' | 'readLeaves' | 'lastLeaf'>;

const idOf = (stream: string): string => stream.slice(stream.indexOf('/') + 1);

export function createStreamProjector<State>(
  source: {
    readonly pool: Pool;
    readonly ledger: ProjectorLedger;
    /** Shared with other lists of the same kind of stream. */
    readonly states?: EntityStates<State>;
  },
  { name, table, entityColumn, entityIdOf, decider, rowsOf }: StreamTable<State>,
): StreamProjector {
  const { pool, ledger, states = new EntityStates(ledger, decider) } = source;

  async function rowsOfAll(streams: readonly string[]): Promise<ProjectedRow[]> {
    const rows: ProjectedRow[] = [];
    for (const stream of streams) {
      const found = await states.load(stream);
      if (found !== undefined) rows.push(...rowsOf(found.entity, found.world));
    }
    return rows;
  }

  async function idsOf(streams: readonly string[]): Promise<string[]> {
    if (entityIdOf === undefined) return streams.map(idOf);
    const found = await Promise.all(streams.map((stream) => states.load(stream)));
    return found.flatMap((state) => (state && entityIdOf(state.entity.domain)) ?? []);
  }

  async function replace(client: PoolClient, streams: readonly string[], rows: readonly ProjectedRow[]) {
    const ids = await idsOf(streams);
    await client.query(`DELETE FROM ${table} WHERE ${entityColumn} = ANY ($1::text[])`, [ids]);
    if (rows.length === 0) return;
    await client.query(
      `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  /** Streams of this kind among the leaves after `after`, and the last of those leaves. */
  async function movedSince(after: number): Promise<{ streams: string[]; last: number; count: number }> {
    const leaves = await ledger.readLeaves(after, LEAVES_PER_BATCH);
    const streams = new Set<string>();
    for (const { entry, kind, stream } of leaves) {
      if (entry === 'event' && kind === decider.kind) streams.add(stream);
    }
    return { streams: [...streams], last: leaves.at(-1)?.index ?? after, count: leaves.length };
  }

  const moveCursor = (client: PoolClient, leafIndex: number) =>
    client.query(
      'UPDATE projection.cursor SET leaf_index = $2, moved_at = clock_timestamp() WHERE name = $1',
      [name, leafIndex],
    );

  async function everyStream(visit: (streams: string[]) => Promise<void>): Promise<number> {
    const seen = new Set<string>();
    let after = BEFORE_FIRST_LEAF;
    for (;;) {
      const { streams, last, count } = await movedSince(after);
      const fresh = streams.filter((stream) => !seen.has(stream));
      for (const stream of fresh) seen.add(stream);
      if (fresh.length > 0) await visit(fresh);
      if (count === 0) return after;
      after = last;
    }
  }

  const projectOnce = (): Promise<number> =>
    withCursor(pool, name, async (client, cursor) => {
      const { streams, last, count } = await movedSince(cursor);
      for (let from = 0; from < streams.length; from += STREAMS_PER_WRITE) {
        const batch = streams.slice(from, from + STREAMS_PER_WRITE);
        await replace(client, batch, await rowsOfAll(batch));
      }
      if (count > 0) await moveCursor(client, last);
      return count;
    });

  return {
    projectOnce,
    async catchUp() {
      let total = 0;
      for (let count = await projectOnce(); count > 0; count = await projectOnce()) total += count;
      return total;
    },
    rebuild: (onProgress) =>
      withCursor(
        pool,
        name,
        async (client) => {
          await client.query(`DELETE FROM ${table}`);
          let written = 0;
          const last = await everyStream(async (streams) => {
            const rows = await rowsOfAll(streams);
            await replace(client, streams, rows);
            written += rows.length;
            onProgress?.(written);
          });
          await moveCursor(client, last);
          return written;
        },
        'wait',
      ),
    async compare() {
      const byId = `SELECT ${entityColumn} AS id, jsonb_agg(to_jsonb(row) ORDER BY to_jsonb(row)) AS rows`;
      const { rows: kept } = await pool.query<Shown>(`${byId} FROM ${table} AS row GROUP BY 1`);
      const live = new Map(kept.map(({ id, rows }) => [id, JSON.stringify(rows)]));
      const different: string[] = [];
      let compared = 0;
      await everyStream(async (streams) => {
        const wanted = JSON.stringify(await rowsOfAll(streams));
        const { rows: built } = await pool.query<Shown>(
          `${byId} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb) AS row GROUP BY 1`,
          [wanted],
        );
        for (const { id, rows } of built) {
          compared += 1;
          if (live.get(id) !== JSON.stringify(rows)) different.push(id);
          live.delete(id);
        }
      });
      return { compared, different: [...different, ...live.keys()].sort() };
    },
    async lag() {
      const { rows } = await pool.query<{ leaf_index: number }>(
        'SELECT leaf_index FROM projection.cursor WHERE name = $1',
        [name],
      );
      return (await ledger.lastLeaf()) - (rows[0]?.leaf_index ?? BEFORE_FIRST_LEAF);
    },
  };
}

interface Shown {
  readonly id: string;
  readonly rows: unknown;
}

/** Only one projector moves the cursor; a second one goes home, a rebuild waits. */
async function withCursor(
  pool: Pool,
  name: string,
  work: (client: PoolClient, cursor: number) => Promise<number>,
  whenTaken: 'leave' | 'wait' = 'leave',
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Folding goes on while this transaction waits for it: longer than a command's statement may.
    await client.query("SET LOCAL idle_in_transaction_session_timeout = '5min'");
    const { rows } = await client.query<{ leaf_index: number }>(
      `SELECT leaf_index FROM projection.cursor WHERE name = $1 FOR UPDATE ${whenTaken === 'leave' ? 'SKIP LOCKED' : ''}`,
      [name],
    );
    const cursor = rows[0]?.leaf_index;
    const result = cursor === undefined ? 0 : await work(client, cursor);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // The connection's state is not known: it is closed, which rolls back.
    client.release(true);
    throw error;
  }
}
