/** Which recorded lives a draft is tried on: a page of streams, in the order of their names. */
import type pg from 'pg';

export interface WhichStreams {
  readonly world: string;
  /** Streams in which something was decided between these instants, inclusive, on the entity's clock. */
  readonly from: string;
  readonly to: string;
  /** Only streams in which somebody of this office decided something meanwhile. */
  readonly office?: string;
  /** Last stream of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** Registers are left out: they hold the rules, and live under none. */
export async function streamsTried(pool: pg.Pool, which: WhichStreams): Promise<string[]> {
  const { world, from, to, office, after = '', limit } = which;
  const { rows } = await pool.query<{ stream_id: string }>(
    `SELECT s.stream_id FROM ledger.stream s
     WHERE s.kind <> 'register' AND s.world = $1 AND s.stream_id > $2
       AND EXISTS (
         SELECT 1 FROM ledger.decision d
         WHERE d.stream_id = s.stream_id AND d.now BETWEEN $3 AND $4
           AND ($5::text IS NULL OR d.actor_office = $5))
     ORDER BY s.stream_id LIMIT $6`,
    [world, after, from, to, office ?? null, limit],
  );
  return rows.map(({ stream_id }) => stream_id);
}
