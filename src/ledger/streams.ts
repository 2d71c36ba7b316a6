import { sql } from 'kysely';
import type { LedgerDatabase } from './database.ts';

export interface StreamHead {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
  readonly headVersion: number;
  /** Hash of the last event, hex; of the stream's own name where it has none. */
  readonly headHash: string;
  readonly decisionCount: number;
}

export async function readHead(database: LedgerDatabase, stream: string): Promise<StreamHead | undefined> {
  const row = await database
    .selectFrom('ledger.stream')
    .selectAll()
    .where('stream_id', '=', stream)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    stream: row.stream_id,
    kind: row.kind,
    world: row.world,
    headVersion: row.head_version,
    headHash: row.head_hash.toString('hex'),
    decisionCount: row.decision_count,
  };
}

/** Whether anything has happened in the stream. One whose commands were all refused does not exist yet. */
export async function streamExists(database: LedgerDatabase, stream: string): Promise<boolean> {
  return ((await readHead(database, stream))?.headVersion ?? 0) > 0;
}

export interface OpenStream {
  readonly stream: string;
  readonly kind: string;
  readonly world: string;
}

/** Streams that still wait for a deadline or have a message underway, in id order, after `after`. */
export async function openStreams(
  database: LedgerDatabase,
  limit: number,
  after = '',
): Promise<OpenStream[]> {
  return database
    .selectFrom('ledger.stream as s')
    .select(['s.stream_id as stream', 's.kind', 's.world'])
    .where('s.stream_id', '>', after)
    .where(sql<boolean>`(
      EXISTS (SELECT FROM ledger.deadline d WHERE d.stream_id = s.stream_id AND d.state = 'ARMED')
      OR EXISTS (SELECT FROM ledger.message m WHERE m.source_stream = s.stream_id AND m.delivered_at IS NULL)
    )`)
    .orderBy('s.stream_id')
    .limit(limit)
    .execute();
}
