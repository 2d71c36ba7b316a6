/** Every run of a stream that ever decided something, as the ledger keeps it, with what was sealed about it. */
import type pg from 'pg';
import type { Instant } from '../../domain/time/moment.ts';

/**
 * `archived`: its history is kept. `removed`: it was archived, since its hash was sealed, and is not there any more.
 * `waiting`: it is still open, or not archived yet. `lost`: Temporal forgot it before it was archived, and the
 * ledger says so.
 */
export type RunStanding = 'archived' | 'removed' | 'waiting' | 'lost';

export interface RunRow {
  readonly stream: string;
  readonly runId: string;
  readonly buildId: string;
  readonly firstRecordedAt: Instant;
  readonly standing: RunStanding;
  readonly archivedAt: Instant | null;
  readonly lostAt: Instant | null;
  /** Protobuf bytes of the history; null where there are none. */
  readonly history: Buffer | null;
  /** As the row says, hex. */
  readonly sha256: string | null;
  /** As the note says that sealed it, hex; null where no note does. */
  readonly sealedSha256: string | null;
}

interface Row {
  readonly run_id: string;
  readonly build_id: string;
  readonly first_recorded_at: Instant;
  readonly archived_at: Instant | null;
  readonly lost_at: Instant | null;
  readonly history: Buffer | null;
  readonly history_hash: Buffer | null;
  readonly sealed: string | null;
}

/** The seal is believed before the row: whoever takes a history away can also write that it was never there. */
function standingOf({ history, sealed, lost_at: lostAt }: Row): RunStanding {
  if (history !== null) return 'archived';
  if (sealed !== null) return 'removed';
  return lostAt !== null ? 'lost' : 'waiting';
}

/** In the order in which they began to decide. */
export async function readRuns(pool: pg.Pool, stream: string): Promise<RunRow[]> {
  const { rows } = await pool.query<Row>(
    `SELECT r.run_id, r.build_id, r.first_recorded_at, r.archived_at, r.lost_at, r.history, r.history_hash,
       (SELECT n.body::jsonb ->> 'sha256' FROM ledger.note n
        WHERE n.kind = 'run-archived' AND n.body::jsonb ->> 'run' = r.run_id
          AND n.body::jsonb ->> 'stream' = r.stream_id
        ORDER BY n.id LIMIT 1) AS sealed
     FROM ledger.run r WHERE r.stream_id = $1
     ORDER BY r.first_recorded_at, r.run_id`,
    [stream],
  );
  return rows.map((row) => ({
    stream,
    runId: row.run_id,
    buildId: row.build_id,
    firstRecordedAt: row.first_recorded_at,
    standing: standingOf(row),
    archivedAt: row.archived_at,
    lostAt: row.lost_at,
    history: row.history,
    sha256: row.history_hash?.toString('hex') ?? null,
    sealedSha256: row.sealed,
  }));
}
