/**
 * Keeps the list of cases up with the ledger. A batch of leaves names the journeys that moved; each is
 * folded by its own decider and its rows are replaced. The rebuild does the same for all journeys, so
 * the two cannot differ by more than what the live one has not read yet.
 */
import type { Pool, PoolClient } from 'pg';
import type { Decider } from '../domain/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import { BEFORE_FIRST_LEAF, type Ledger } from '../ledger/ledger.ts';
import type { CaseRow } from './case-list.ts';
import { caseRowsOf } from './case-rows.ts';
import { EntityStates } from './entity-states.ts';

/** Leaves read in one batch: bounds the transaction, and what a killed projector does again. */
const LEAVES_PER_BATCH = 1_000;
/** Journeys written in one statement. */
const STREAMS_PER_WRITE = 200;
const NAME = 'case-list';

export interface CaseListProjector {
  /** Reads one batch; answers how many leaves it took, 0 when it is up to date or another projector works. */
  projectOnce(): Promise<number>;
  /** Projects until nothing is left; answers how many leaves that were. */
  catchUp(): Promise<number>;
  /** Throws the list away and builds it from the whole ledger; answers how many cases it has. */
  rebuild(onProgress?: (leaves: number) => void): Promise<number>;
  /** What a rebuild would give against what is there; after `catchUp` on a quiet ledger nothing differs. */
  compare(): Promise<CaseListDifference>;
  /** Leaves that wait to be projected. */
  lag(): Promise<number>;
}

export interface CaseListDifference {
  readonly compared: number;
  /** `person/case` of rows that differ, are missing or should not be there. */
  readonly different: readonly string[];
}

export interface CaseListProjectorOptions {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'readHead' | 'readStream' | 'readLeaves' | 'lastLeaf'>;
  readonly decider: Decider<JourneyState>;
}

export function createCaseListProjector({
  pool,
  ledger,
  decider,
}: CaseListProjectorOptions): CaseListProjector {
  const states = new EntityStates(ledger, decider);

  async function rowsOf(streams: readonly string[]): Promise<CaseRow[]> {
    const rows: CaseRow[] = [];
    for (const stream of streams) {
      const found = await states.load(stream);
      if (found !== undefined) rows.push(...caseRowsOf(found.entity, found.world));
    }
    return rows;
  }

  /** Journeys among the leaves after `after`, and the last of those leaves. */
  async function movedSince(after: number): Promise<{ streams: string[]; last: number; count: number }> {
    const leaves = await ledger.readLeaves(after, LEAVES_PER_BATCH);
    const streams = new Set<string>();
    for (const { entry, kind, stream } of leaves) {
      if (entry === 'event' && kind === decider.kind) streams.add(stream);
    }
    return { streams: [...streams], last: leaves.at(-1)?.index ?? after, count: leaves.length };
  }

  const projectOnce = (): Promise<number> =>
    withCursor(pool, async (client, cursor) => {
      const { streams, last, count } = await movedSince(cursor);
      for (let from = 0; from < streams.length; from += STREAMS_PER_WRITE) {
        const batch = streams.slice(from, from + STREAMS_PER_WRITE);
        await replaceRows(client, batch, await rowsOf(batch));
      }
      if (count > 0) await moveCursor(client, last);
      return count;
    });

  async function everyJourney(visit: (streams: string[]) => Promise<void>): Promise<number> {
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
        async (client) => {
          await client.query('DELETE FROM projection.case_list');
          let cases = 0;
          const last = await everyJourney(async (streams) => {
            const rows = await rowsOf(streams);
            await replaceRows(client, streams, rows);
            cases += rows.length;
            onProgress?.(cases);
          });
          await moveCursor(client, last);
          return cases;
        },
        'wait',
      ),
    async compare() {
      const live = new Map<string, string>();
      const { rows } = await pool.query<CaseRow>(`SELECT ${COLUMNS} FROM projection.case_list`);
      for (const row of rows) live.set(keyOf(row), textOf(row));
      const different: string[] = [];
      let compared = 0;
      await everyJourney(async (streams) => {
        for (const row of await rowsOf(streams)) {
          compared += 1;
          const key = keyOf(row);
          if (live.get(key) !== textOf(row)) different.push(key);
          live.delete(key);
        }
      });
      return { compared, different: [...different, ...live.keys()].sort() };
    },
    async lag() {
      const { rows } = await pool.query<{ leaf_index: number }>(
        'SELECT leaf_index FROM projection.cursor WHERE name = $1',
        [NAME],
      );
      return (await ledger.lastLeaf()) - (rows[0]?.leaf_index ?? BEFORE_FIRST_LEAF);
    },
  };
}

/** Only one projector moves the cursor; a second one goes home, a rebuild waits. */
async function withCursor(
  pool: Pool,
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
      [NAME],
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

const FIELDS: readonly (readonly [column: string, field: keyof CaseRow, type: string])[] = [
  ['person_id', 'personId', 'text'],
  ['case_id', 'caseId', 'text'],
  ['world', 'world', 'text'],
  ['stage', 'stage', 'text'],
  ['origin', 'origin', 'text'],
  ['office', 'office', 'text'],
  ['probation_office', 'probationOffice', 'text'],
  ['site_id', 'siteId', 'text'],
  ['training_centre', 'trainingCentre', 'text'],
  ['ordered_minutes', 'orderedMinutes', 'bigint'],
  ['credited_minutes', 'creditedMinutes', 'bigint'],
  ['minutes_left', 'minutesLeft', 'bigint'],
  ['window_ends_on', 'windowEndsOn', 'date'],
  ['next_deadline_kind', 'nextDeadlineKind', 'text'],
  ['next_deadline_at', 'nextDeadlineAt', 'timestamptz'],
  ['next_deadline_on', 'nextDeadlineOn', 'date'],
  ['behind_pace', 'behindPace', 'boolean'],
  ['version', 'version', 'bigint'],
];
const COLUMNS = FIELDS.map(([column, field]) => `${column} AS "${field}"`).join(', ');

async function replaceRows(client: PoolClient, streams: readonly string[], rows: readonly CaseRow[]) {
  const persons = streams.map((stream) => stream.slice(stream.indexOf('/') + 1));
  await client.query('DELETE FROM projection.case_list WHERE person_id = ANY ($1::text[])', [persons]);
  if (rows.length === 0) return;
  const columns = FIELDS.map(([column]) => column).join(', ');
  const arrays = FIELDS.map(([, , type], index) => `$${index + 1}::${type}[]`).join(', ');
  await client.query(
    `INSERT INTO projection.case_list (${columns}) SELECT * FROM unnest(${arrays})`,
    FIELDS.map(([, field]) => rows.map((row) => row[field])),
  );
}

const moveCursor = (client: PoolClient, leafIndex: number) =>
  client.query('UPDATE projection.cursor SET leaf_index = $2, moved_at = clock_timestamp() WHERE name = $1', [
    NAME,
    leafIndex,
  ]);

const keyOf = ({ personId, caseId }: CaseRow): string => `${personId}/${caseId}`;
const textOf = (row: CaseRow): string => JSON.stringify(FIELDS.map(([, field]) => row[field]));
