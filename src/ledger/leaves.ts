/** One dense order over everything committed, which projections and the log's Merkle tree follow. */
import { type RawBuilder, sql } from 'kysely';
import type pg from 'pg';
import type { LedgerDatabase } from './database.ts';
import { type LedgerDecision, ledgerDecisionFrom } from './decisions.ts';
import { type LedgerEvent, ledgerEventFrom } from './events.ts';
import type { DecisionTable, EventTable } from './tables.ts';

/** Decisions, accesses and notes numbered in one transaction: bounds how long other callers of the sequencer wait. */
export const SEQUENCE_BATCH = 500;
/** Before the first leaf, which has index 0. */
export const BEFORE_FIRST_LEAF = -1;

interface LeafPlace {
  readonly index: number;
  /** Hex: that of the event or decision. */
  readonly hash: string;
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
}

export type LedgerLeaf =
  | (LeafPlace & { readonly entry: 'event'; readonly event: LedgerEvent })
  | (LeafPlace & { readonly entry: 'decision'; readonly decision: LedgerDecision });

/** Numbers what has committed since the last call; answers how many leaves that made, 0 when none waited. */
export async function sequenceLeaves(pool: pg.Pool, decisionLimit: number = SEQUENCE_BATCH): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('SELECT ledger.sequence_leaves($1) AS count', [
    decisionLimit,
  ]);
  return rows[0]!.count;
}

/**
 * Leaves of streams after index `after` (BEFORE_FIRST_LEAF for all), in order, with the rows they stand for. Those of
 * accesses and notes between them are passed over: they belong to no stream.
 */
export async function readLeaves(
  database: LedgerDatabase,
  after: number,
  limit: number,
): Promise<LedgerLeaf[]> {
  const leaves = await database
    .selectFrom('ledger.leaf as l')
    .innerJoin('ledger.stream as s', 's.stream_id', 'l.stream_id')
    .select(['l.leaf_index', 'l.entry', 'l.stream_id', 'l.position', 'l.hash', 's.kind', 's.world'])
    .where(ofStream('l'))
    .where('l.leaf_index', '>', after)
    .orderBy('l.leaf_index')
    .limit(limit)
    .execute();
  const last = leaves.at(-1)?.leaf_index;
  if (last === undefined) return [];
  const [events, decisions] = await Promise.all([
    eventsOfLeaves(database, after, last),
    decisionsOfLeaves(database, after, last),
  ]);
  return leaves.map((leaf): LedgerLeaf => {
    const place = {
      index: leaf.leaf_index,
      hash: leaf.hash.toString('hex'),
      stream: leaf.stream_id,
      kind: leaf.kind,
      world: leaf.world,
    };
    const row = (leaf.entry === 'event' ? events : decisions).get(leaf.leaf_index);
    if (row === undefined)
      throw new Error(`leaf ${leaf.leaf_index} stands for a row that is gone: run titian verify`);
    return leaf.entry === 'event'
      ? { ...place, entry: 'event', event: ledgerEventFrom(row as EventTable) }
      : { ...place, entry: 'decision', decision: ledgerDecisionFrom(row as DecisionTable) };
  });
}

/** Spelt out, without parameters: only then does Postgres use the index that holds these leaves alone. */
const ofStream = (table: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${table}.entry`)} IN ('decision', 'event')`;

/** The highest index of a leaf that `readLeaves` answers. */
export async function lastLeaf(database: LedgerDatabase): Promise<number> {
  const row = await database
    .selectFrom('ledger.leaf as l')
    .where(ofStream('l'))
    .select(({ fn }) => fn.max('l.leaf_index').as('last'))
    .executeTakeFirst();
  return row?.last ?? BEFORE_FIRST_LEAF;
}

async function eventsOfLeaves(database: LedgerDatabase, after: number, last: number) {
  const rows = await database
    .selectFrom('ledger.leaf as l')
    .innerJoin('ledger.event as e', (join) =>
      join.onRef('e.stream_id', '=', 'l.stream_id').onRef('e.version', '=', 'l.position'),
    )
    .select('l.leaf_index')
    .selectAll('e')
    .where(sql<boolean>`l.entry = 'event'`)
    .where('l.leaf_index', '>', after)
    .where('l.leaf_index', '<=', last)
    .execute();
  return new Map<number, EventTable | DecisionTable>(rows.map((row) => [row.leaf_index, row]));
}

async function decisionsOfLeaves(database: LedgerDatabase, after: number, last: number) {
  const rows = await database
    .selectFrom('ledger.leaf as l')
    .innerJoin('ledger.decision as d', (join) =>
      join.onRef('d.stream_id', '=', 'l.stream_id').onRef('d.sequence', '=', 'l.position'),
    )
    .select('l.leaf_index')
    .selectAll('d')
    .where(sql<boolean>`l.entry = 'decision'`)
    .where('l.leaf_index', '>', after)
    .where('l.leaf_index', '<=', last)
    .execute();
  return new Map<number, EventTable | DecisionTable>(rows.map((row) => [row.leaf_index, row]));
}
