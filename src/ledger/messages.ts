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

/**
 * The oldest message without an answer of each source and target; of one world, or of all. Only the oldest:
 * those behind it must wait for it, and a lane that is stuck must not hide the others.
 */
export async function undelivered(
  database: LedgerDatabase,
  limit: number,
  world?: string,
): Promise<UndeliveredMessage[]> {
  let heads = database
    .selectFrom('ledger.message')
    .distinctOn(['source_stream', 'target'])
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
    .orderBy('source_stream')
    .orderBy('target')
    .orderBy('position');
  if (world !== undefined) heads = heads.where('world', '=', world);
  return database.selectFrom(heads.as('head')).selectAll().orderBy('position').limit(limit).execute();
}

/** True for the first call; a message is answered once. */
export async function markDelivered(pool: pg.Pool, messageId: string, outcome: string): Promise<boolean> {
  const { rows } = await pool.query<{ first: boolean }>('SELECT ledger.mark_delivered($1, $2) AS first', [
    messageId,
    outcome,
  ]);
  return rows[0]!.first;
}
