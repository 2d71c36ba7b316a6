/** Leaves as the log sees them: where a row stands and what its hash is, of all kinds and without the rows. */
import type pg from 'pg';
import type { LeafEntry } from '../transparency/entry.ts';
import type { LeafTable } from './tables.ts';

type Queryable = Pick<pg.ClientBase, 'query'>;

/** A leaf that should be there is not: what the log is made of was changed. */
export class LeafMissing extends Error {
  override readonly name = 'LeafMissing';
}

/** How many leaves there are: numbers are given without a hole. */
export async function leafCount(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT coalesce(max(leaf_index) + 1, 0) AS count FROM ledger.leaf',
  );
  return rows[0]!.count;
}

/**
 * Leaves `from` to `to` − 1, in order.
 *
 * @throws LeafMissing where one of them is not there.
 */
export async function readLeafPlaces(database: Queryable, from: number, to: number): Promise<LeafEntry[]> {
  const { rows } = await database.query<LeafTable>(
    `SELECT leaf_index, entry, stream_id, position, hash FROM ledger.leaf
     WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index`,
    [from, to],
  );
  const hole = rows.findIndex((row, place) => row.leaf_index !== from + place);
  const present = hole === -1 ? rows.length : hole;
  if (present < to - from) throw new LeafMissing(`leaf ${from + present} is missing: run titian verify`);
  return rows.map(({ entry, stream_id, position, hash }) => ({
    kind: entry,
    stream: stream_id,
    position,
    hash: hash.toString('hex'),
  }));
}

/** Number of the leaf of one row; undefined where it has none yet. */
export async function findLeaf(
  database: Queryable,
  { kind, stream, position }: Pick<LeafEntry, 'kind' | 'stream' | 'position'>,
): Promise<{ readonly index: number; readonly hash: string } | undefined> {
  const { rows } = await database.query<LeafTable>(
    'SELECT leaf_index, hash FROM ledger.leaf WHERE stream_id = $1 AND entry = $2 AND position = $3',
    [stream, kind, position],
  );
  const row = rows[0];
  return row === undefined ? undefined : { index: row.leaf_index, hash: row.hash.toString('hex') };
}
