import type pg from 'pg';
import type { LedgerDatabase } from './database.ts';

export interface UndeliveredMessage {
  readonly id: string;
  /** Order of delivery within a source. */
  readonly position: number;
  readonly sourceStream: string;
  readonly sourceVersion: number;
  readonly target: string;
  readonly name: string;
  /** Canonical JSON text. */
  readonly data: string;
  readonly world: string;
}

/** Messages without an answer yet, in order; of one world, or of all. */
export async function undelivered(
  database: LedgerDatabase,
  limit: number,
  world?: string,
): Promise<UndeliveredMessage[]> {
  let query = database
    .selectFrom('ledger.message')
    .select([
      'message_id as id',
      'position',
      'source_stream as sourceStream',
      'source_version as sourceVersion',
      'target',
      'name',
      'data',
      'world',
    ])
    .where('delivered_at', 'is', null)
    .orderBy('position')
    .limit(limit);
  if (world !== undefined) query = query.where('world', '=', world);
  return query.execute();
}

/** True for the first call; a message is answered once. */
export async function markDelivered(pool: pg.Pool, messageId: string, outcome: string): Promise<boolean> {
  const { rows } = await pool.query<{ first: boolean }>('SELECT ledger.mark_delivered($1, $2) AS first', [
    messageId,
    outcome,
  ]);
  return rows[0]!.first;
}
