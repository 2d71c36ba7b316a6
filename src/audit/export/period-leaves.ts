/** Which leaves a period has. */

import type { Instant } from '../../domain/time/moment.ts';
import type { Queryable } from '../../seal/tile-store.ts';
import type { LeafRange } from './scope.ts';

/**
 * From the first leaf of a row committed at or after `from` to the last of one committed before `to`. Leaves are
 * given a moment after their rows committed, so that a few of the minute before or after may stand between them;
 * none of the period stands outside. Looks once over the whole index.
 */
export async function leavesOfPeriod(
  database: Queryable,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  treeSize: number,
): Promise<LeafRange> {
  const { rows } = await database.query<{ first: number | null; last: number | null }>(
    `SELECT min(leaf_index) FILTER (WHERE at >= $1) AS first, max(leaf_index) FILTER (WHERE at < $2) AS last
     FROM (
       SELECT l.leaf_index, d.committed_at AS at FROM ledger.leaf l
         JOIN ledger.decision d ON d.stream_id = l.stream_id AND d.sequence = l.position
         WHERE l.entry = 'decision' AND l.leaf_index < $3
       UNION ALL
       SELECT l.leaf_index, e.committed_at FROM ledger.leaf l
         JOIN ledger.event e ON e.stream_id = l.stream_id AND e.version = l.position
         WHERE l.entry = 'event' AND l.leaf_index < $3
       UNION ALL
       SELECT l.leaf_index, a.at FROM ledger.leaf l JOIN access.log a ON a.id = l.position
         WHERE l.entry = 'access' AND l.leaf_index < $3
       UNION ALL
       SELECT l.leaf_index, n.committed_at FROM ledger.leaf l JOIN ledger.note n ON n.id = l.position
         WHERE l.entry = 'note' AND l.leaf_index < $3
     ) leaf`,
    [from, to, treeSize],
  );
  const { first, last } = rows[0]!;
  if (first === null || last === null || last < first) return { leafFrom: 0, leafTo: 0 };
  return { leafFrom: first, leafTo: last + 1 };
}
