/** What waits to be done beside the ledger, in two numbers for an operator. */
import type pg from 'pg';

export interface Backlog {
  /** Messages to other entities without an answer, in all worlds. */
  readonly messagesWaiting: number;
  /** Runs that have ended, and whose history should have been kept by now and is not. */
  readonly runsUnarchivedOverdue: number;
}

/** Both counts walk small partial indexes: what is delivered or archived is not in them. */
const BACKLOG = `
  SELECT
    (SELECT count(*) FROM ledger.message WHERE delivered_at IS NULL) AS "messagesWaiting",
    (SELECT count(*) FROM ledger.run r
     WHERE r.archived_at IS NULL AND r.lost_at IS NULL AND r.first_recorded_at < $1
       AND (
         EXISTS (SELECT FROM ledger.run later WHERE later.stream_id = r.stream_id
           AND later.first_recorded_at > r.first_recorded_at AND later.first_recorded_at < $1)
         OR (
           NOT EXISTS (SELECT FROM ledger.deadline d WHERE d.stream_id = r.stream_id AND d.state = 'ARMED'
             AND d.due_at < clock_timestamp() + interval '30 days')
           AND (SELECT d.committed_at FROM ledger.decision d WHERE d.stream_id = r.stream_id
             ORDER BY d.sequence DESC LIMIT 1) < $1
         )
       )) AS "runsUnarchivedOverdue"
`;

/** A history unarchived for longer than this is in danger: Temporal forgets closed runs after a while. */
const ARCHIVED_WITHIN_MS = 86_400_000;

/**
 * @param endedBefore a run counts as overdue when it ended before this: a later run of its stream had recorded
 *   something by then, or nothing is armed and the stream's last decision is older. A day ago where none is given.
 */
export async function readBacklog(
  pool: pg.Pool,
  endedBefore = new Date(Date.now() - ARCHIVED_WITHIN_MS),
): Promise<Backlog> {
  const { rows } = await pool.query<Backlog>(BACKLOG, [endedBefore.toISOString()]);
  return rows[0]!;
}
