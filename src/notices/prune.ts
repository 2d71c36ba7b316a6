/**
 * Items that were told long ago go: a remission day makes 200,000, and the message keeps their number and the
 * first of them. What was sent to whom, and what became of it, stays.
 */
import type { Pool } from 'pg';
import { itemsKeptUntil } from '../domain/notice/times.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { noticePolicies } from './policies.ts';

/** Items deleted in one statement: keeps each below its time-out. */
const ITEMS_PER_STATEMENT = 5_000;

export interface PruneOptions {
  readonly pool: Pool;
  readonly ledger: Pick<Ledger, 'facts'>;
  readonly now: () => string;
}

/** One message a round. Answers whether there was one. */
export async function pruneItems({ pool, ledger, now }: PruneOptions): Promise<boolean> {
  const before = itemsKeptUntil(now(), await noticePolicies(ledger));
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      `SELECT message_id AS id FROM notice.message m
       WHERE items_gone_at IS NULL AND created_at < $1 AND NOT EXISTS (
         SELECT FROM notice.delivery d
         WHERE d.message_id = m.message_id AND (d.finished_at IS NULL OR d.finished_at >= $1))
       ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [before],
    );
    const found = rows[0];
    if (found !== undefined) {
      const { rowCount } = await client.query(
        `DELETE FROM notice.item WHERE (leaf_index, recipient_kind, recipient) IN (
           SELECT leaf_index, recipient_kind, recipient FROM notice.item
           WHERE message_id = $1 LIMIT ${ITEMS_PER_STATEMENT})`,
        [found.id],
      );
      if ((rowCount ?? 0) < ITEMS_PER_STATEMENT) {
        await client.query('UPDATE notice.message SET items_gone_at = $2 WHERE message_id = $1', [
          found.id,
          now(),
        ]);
      }
    }
    await client.query('COMMIT');
    client.release();
    return found !== undefined;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
