/** Where every stream stands at a cut of the log: moved on from leaves, put into a tree, and noted in the ledger. */
import type pg from 'pg';
import { leafCount } from '../ledger/leaf-places.ts';
import { headEntryBytes, leafHash, type StreamHeadEntry } from '../transparency/entry.ts';
import { GrowingTree } from '../transparency/growing-tree.ts';
import type { Queryable } from './tile-store.ts';

export interface HeadsPace {
  /** New heads after this time, if any stream moved since. */
  readonly headsMs: number;
  /** New heads after this many leaves. */
  readonly headsLeaves: number;
}

export interface NotedHeads {
  readonly noteId: number;
  /** The cut: leaves 0 to `leaves` − 1. */
  readonly leaves: number;
  readonly streams: number;
  readonly root: Buffer;
}

/** Bounds what one statement does, below the time that a statement may take. */
const LEAVES_PER_STEP = 20_000;
const HEADS_PER_PAGE = 5_000;

export async function headsAreDue(database: Queryable, pace: HeadsPace): Promise<boolean> {
  const { rows } = await database.query<{ behind: number; moved: boolean; age: number | null }>(
    `SELECT coalesce((SELECT max(leaf_index) + 1 FROM ledger.leaf), 0) - c.leaves AS behind,
       EXISTS (SELECT FROM ledger.leaf WHERE leaf_index >= c.leaves AND entry IN ('decision', 'event')) AS moved,
       (SELECT extract(epoch FROM clock_timestamp() - committed_at)::float8 * 1000 FROM ledger.note
        WHERE kind = 'stream-heads' ORDER BY id DESC LIMIT 1) AS age
     FROM seal.heads_cut c`,
  );
  const { behind, moved, age } = rows[0]!;
  return moved && (age === null || age >= pace.headsMs || behind >= pace.headsLeaves);
}

/**
 * Moves the heads to all leaves there are and writes the note, in one transaction: whoever reads sees heads, cut
 * and note that belong together. To be called by one at a time.
 */
export async function noteHeads(client: pg.ClientBase): Promise<NotedHeads> {
  await client.query('BEGIN');
  try {
    const leaves = await leafCount(client);
    const streams = await moveHeads(client, leaves);
    const root = await headsRoot(client);
    const { rows } = await client.query<{ id: number }>('SELECT ledger.note_heads($1, $2, $3) AS id', [
      leaves,
      streams,
      root,
    ]);
    await client.query('COMMIT');
    return { noteId: rows[0]!.id, leaves, streams, root };
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function moveHeads(client: Queryable, leaves: number): Promise<number> {
  const { rows } = await client.query<{ leaves: number }>('SELECT leaves FROM seal.heads_cut');
  for (let from = rows[0]!.leaves; leaves - from > LEAVES_PER_STEP; ) {
    from = await wholeDecisionsUntil(client, from + LEAVES_PER_STEP, leaves);
    await client.query('SELECT seal.move_heads($1)', [from]);
  }
  const moved = await client.query<{ streams: number }>('SELECT seal.move_heads($1) AS streams', [leaves]);
  return moved.rows[0]!.streams;
}

/** A decision's events follow it at once: no step ends between them. */
async function wholeDecisionsUntil(client: Queryable, cut: number, leaves: number): Promise<number> {
  const { rows } = await client.query<{ leaf_index: number }>(
    `SELECT leaf_index FROM ledger.leaf WHERE leaf_index >= $1 AND entry <> 'event' ORDER BY leaf_index LIMIT 1`,
    [cut],
  );
  return rows[0]?.leaf_index ?? leaves;
}

/** Root of the tree of heads as they stand in `seal.stream_head`. */
export async function headsRoot(database: Queryable): Promise<Buffer> {
  const tree = new GrowingTree();
  for (let after = '', more = true; more; ) {
    const { rows } = await database.query<StreamHeadEntry>(
      `SELECT stream_id AS stream, kind, world, events, encode(event_hash, 'hex') AS "eventHash", decisions,
         encode(decision_hash, 'hex') AS "decisionHash"
       FROM seal.stream_head WHERE stream_id > $1 ORDER BY stream_id LIMIT $2`,
      [after, HEADS_PER_PAGE],
    );
    for (const head of rows) tree.append(leafHash(headEntryBytes(head)));
    after = rows.at(-1)?.stream ?? after;
    more = rows.length === HEADS_PER_PAGE;
  }
  return tree.root();
}
