import type { Instant } from '../domain/time/moment.ts';
import type { LedgerDatabase } from './database.ts';

export interface DueDeadline {
  readonly stream: string;
  readonly deadlineId: string;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: Instant;
  readonly world: string;
}

/** Armed deadlines of a world that are due at or before `until`, earliest first. */
export async function nextDue(
  database: LedgerDatabase,
  world: string,
  until: Instant,
  limit: number,
): Promise<DueDeadline[]> {
  return database
    .selectFrom('ledger.deadline')
    .select([
      'stream_id as stream',
      'deadline_id as deadlineId',
      'kind',
      'subject',
      'due_at as dueAt',
      'world',
    ])
    .where('state', '=', 'ARMED')
    .where('world', '=', world)
    .where('due_at', '<=', until)
    .orderBy('due_at')
    .orderBy('stream_id')
    .orderBy('deadline_id')
    .limit(limit)
    .execute();
}

/** Streams of a world with a deadline due at or before `until`, in order, after a stream. */
export async function overdueStreams(
  database: LedgerDatabase,
  world: string,
  until: Instant,
  limit: number,
  after = '',
): Promise<string[]> {
  const rows = await database
    .selectFrom('ledger.deadline')
    .select('stream_id as stream')
    .distinct()
    .where('state', '=', 'ARMED')
    .where('world', '=', world)
    .where('due_at', '<=', until)
    .where('stream_id', '>', after)
    .orderBy('stream_id')
    .limit(limit)
    .execute();
  return rows.map(({ stream }) => stream);
}
