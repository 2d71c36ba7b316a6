/** Whether sealing keeps up, as the database alone can tell: a sealer that refuses to sign makes no checkpoint. */
import type pg from 'pg';
import type { Instant } from '../domain/time/moment.ts';

export interface WaitingForSeal {
  readonly leaves: number;
  /** The last checkpoint; absent where nothing was ever sealed. */
  readonly last?: { readonly size: number; readonly signedAt: Instant };
  /** When the first row that no checkpoint covers was written; absent where none waits. */
  readonly since?: Instant;
}

export async function waitingForSeal(pool: pg.Pool): Promise<WaitingForSeal> {
  const { rows } = await pool.query<{
    leaves: number;
    size: number | null;
    signed_at: Instant | null;
    since: Instant | null;
  }>(
    `SELECT (SELECT coalesce(max(leaf_index) + 1, 0) FROM ledger.leaf) AS leaves, c.size, c.signed_at,
       CASE l.entry
         WHEN 'decision' THEN (SELECT committed_at FROM ledger.decision
           WHERE stream_id = l.stream_id AND sequence = l.position)
         WHEN 'event' THEN (SELECT committed_at FROM ledger.event
           WHERE stream_id = l.stream_id AND version = l.position)
         WHEN 'access' THEN (SELECT at FROM access.log WHERE id = l.position)
         WHEN 'note' THEN (SELECT committed_at FROM ledger.note WHERE id = l.position)
       END AS since
     FROM (SELECT 1) AS one
     LEFT JOIN (SELECT size, signed_at FROM seal.checkpoint ORDER BY size DESC LIMIT 1) c ON true
     LEFT JOIN ledger.leaf l ON l.leaf_index = coalesce(c.size, 0)`,
  );
  const { leaves, size, signed_at: signedAt, since } = rows[0]!;
  return {
    leaves,
    ...(size === null || signedAt === null ? {} : { last: { size, signedAt } }),
    ...(since === null ? {} : { since }),
  };
}
