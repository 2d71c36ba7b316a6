import { sql } from 'kysely';
import type pg from 'pg';
import { WAITED_FOR_MS } from '../domain/run-length.ts';
import type { Instant } from '../domain/time/moment.ts';
import type { LedgerDatabase } from './database.ts';

export interface UnarchivedRun {
  readonly stream: string;
  readonly runId: string;
  readonly buildId: string;
  readonly firstRecordedAt: Instant;
}

/**
 * Runs that have ended, as far as the ledger can tell, and whose history is not kept yet, oldest first. A run
 * has ended when a later one of its stream recorded something, or may have when nothing near is armed any more:
 * a run that waits for a deadline of next week is not asked for. A caller that walks all of them hands the last
 * one back as `after`.
 */
export async function unarchivedRuns(
  database: LedgerDatabase,
  limit: number,
  after?: UnarchivedRun,
): Promise<UnarchivedRun[]> {
  const soon = new Date(Date.now() + WAITED_FOR_MS).toISOString();
  let query = database
    .selectFrom('ledger.run')
    .select([
      'stream_id as stream',
      'run_id as runId',
      'build_id as buildId',
      'first_recorded_at as firstRecordedAt',
    ])
    .where('archived_at', 'is', null)
    .where('lost_at', 'is', null)
    // One whose history was sealed and then taken away is evidence of that: it is not archived a second time.
    // Both kinds are named because the index holds both.
    .where(
      sql<boolean>`NOT EXISTS (
        SELECT FROM ledger.note n
        WHERE n.kind IN ('run-archived', 'run-lost') AND n.kind = 'run-archived'
          AND n.body::jsonb ->> 'run' = ledger.run.run_id
      )`,
    )
    .where(({ or, exists, not, selectFrom }) =>
      or([
        exists(
          selectFrom('ledger.run as later')
            .select('later.run_id')
            .whereRef('later.stream_id', '=', 'ledger.run.stream_id')
            .whereRef('later.first_recorded_at', '>', 'ledger.run.first_recorded_at'),
        ),
        not(
          exists(
            selectFrom('ledger.deadline')
              .select('ledger.deadline.deadline_id')
              .whereRef('ledger.deadline.stream_id', '=', 'ledger.run.stream_id')
              .where('ledger.deadline.state', '=', 'ARMED')
              .where('ledger.deadline.due_at', '<', soon),
          ),
        ),
      ]),
    )
    .orderBy('first_recorded_at')
    .orderBy('stream_id')
    .orderBy('run_id')
    .limit(limit);
  if (after !== undefined) {
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(
        refTuple('first_recorded_at', 'stream_id', 'run_id'),
        '>',
        tuple(after.firstRecordedAt, after.stream, after.runId),
      ),
    );
  }
  return query.execute();
}

/**
 * Keeps a closed run's history; true if it was stored by this call, false if the same bytes were there.
 *
 * @param sha256 of the bytes, hex: checked in the database against what arrived.
 */
export async function archiveRun(
  pool: pg.Pool,
  stream: string,
  runId: string,
  history: Buffer,
  sha256: string,
  buildId = 'unknown',
): Promise<boolean> {
  const { rows } = await pool.query<{ stored: boolean }>(
    'SELECT ledger.archive_run($1, $2, $3, $4, $5) AS stored',
    [stream, runId, history, Buffer.from(sha256, 'hex'), buildId],
  );
  return rows[0]!.stored;
}

/** Notes that Temporal no longer knows the run; true for the first to say so. */
export async function markRunLost(pool: pg.Pool, stream: string, runId: string): Promise<boolean> {
  const { rows } = await pool.query<{ first: boolean }>('SELECT ledger.mark_run_lost($1, $2) AS first', [
    stream,
    runId,
  ]);
  return rows[0]!.first;
}
