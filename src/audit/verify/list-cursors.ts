/** How far each list has read: a list that has no place, or stands still, shows nothing that could be compared. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { LIST_TABLES } from '../../projections/projectors.ts';

/** Lists follow within seconds. What has waited longer waits for nobody. */
const READ_WITHIN = '10 minutes';

interface Cursor {
  readonly name: string;
  readonly read: number | null;
  readonly leaves: number;
  /** Instant of the oldest decision that it has not read, where that is long ago. */
  readonly waits: string | null;
}

/** @returns lists that could not be compared to their end, in sentences. */
export async function checkListCursors(client: pg.ClientBase, report: Report): Promise<string[]> {
  // From the lists that there are, not from the cursors: one that was taken away is missed.
  const { rows } = await client.query<Cursor>(
    `SELECT l.name, c.leaf_index AS read, (SELECT coalesce(max(leaf_index) + 1, 0) FROM ledger.leaf) AS leaves,
       (SELECT d.committed_at FROM (
          SELECT stream_id, position FROM ledger.leaf
          WHERE leaf_index > c.leaf_index AND entry = 'decision' ORDER BY leaf_index LIMIT 1) f
        JOIN ledger.decision d ON d.stream_id = f.stream_id AND d.sequence = f.position
        WHERE d.committed_at < clock_timestamp() - interval '${READ_WITHIN}') AS waits
     FROM unnest($1::text[]) AS l (name) LEFT JOIN projection.cursor c ON c.name = l.name ORDER BY 1`,
    [LIST_TABLES.map(({ name }) => name)],
  );
  const behind: string[] = [];
  for (const { name, read, leaves, waits } of rows) {
    const told = (problem: 'ROW_MISSING' | 'STATE_DIFFERS', explanation: string) =>
      report({ problem, entry: 'list', explanation });
    if (read === null) told('ROW_MISSING', `the list ${name} has no cursor: it follows the ledger no more`);
    else if (read >= leaves)
      told(
        'STATE_DIFFERS',
        `the list ${name} says that it has read leaf ${read}, and there are ${leaves} leaves`,
      );
    else if (waits !== null)
      behind.push(
        `the list ${name} has read ${read + 1} of ${leaves} leaves, and what it has not read waits since ${waits}`,
      );
  }
  return behind;
}
