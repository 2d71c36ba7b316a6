/** What was recorded since a place in the log: how much, and in which streams. */
import type { Pool } from 'pg';

export interface ChangedStream {
  readonly stream: string;
  readonly kind: string;
  readonly decisions: number;
  readonly events: number;
  readonly firstLeaf: number;
  readonly lastLeaf: number;
}

export interface Changes {
  /** Entries of each sort since then, of all worlds: decision, event, access, note. */
  readonly counts: { readonly [entry: string]: number };
  /** Of the world that was asked about, and of the registers. */
  readonly streams: readonly ChangedStream[];
}

export interface ChangesAsked {
  /** First leaf that counts as new: the size of a kept checkpoint. */
  readonly since: number;
  readonly world: string;
  readonly limit: number;
  /** The last stream of the page before. */
  readonly after?: string;
}

/** @param pool made by `createPool`: int8 as number. */
export async function readChanges(
  pool: Pool,
  { since, world, limit, after = '' }: ChangesAsked,
): Promise<Changes> {
  const counted = await pool.query<{ entry: string; count: number }>(
    'SELECT entry, count(*) AS count FROM ledger.leaf WHERE leaf_index >= $1 GROUP BY entry',
    [since],
  );
  const { rows } = await pool.query<ChangedStream>(
    `SELECT l.stream_id AS stream, s.kind,
       count(*) FILTER (WHERE l.entry = 'decision') AS decisions,
       count(*) FILTER (WHERE l.entry = 'event') AS events,
       min(l.leaf_index) AS "firstLeaf", max(l.leaf_index) AS "lastLeaf"
     FROM ledger.leaf l JOIN ledger.stream s ON s.stream_id = l.stream_id
     WHERE l.leaf_index >= $1 AND l.entry IN ('decision', 'event')
       AND (s.world = $2 OR s.kind = 'register') AND l.stream_id COLLATE "C" > $3
     GROUP BY l.stream_id, s.kind ORDER BY l.stream_id COLLATE "C" LIMIT $4`,
    [since, world, after, limit],
  );
  return {
    counts: Object.fromEntries(counted.rows.map(({ entry, count }) => [entry, count])),
    streams: rows,
  };
}
