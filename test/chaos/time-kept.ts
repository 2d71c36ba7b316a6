/**
 * Whether time was kept: looked at before anybody says a last word, since any command makes a journey catch
 * up and fire what is overdue. What is measured is when a firing was committed, not when it says it was.
 */
import type pg from 'pg';

/** `workers/tuning.ts`: how often the sweep looks. */
const SWEEP_SECONDS = 60;
/** `workers/sweep.ts`: how long a deadline may be overdue before the sweep takes it for lost. */
const GRACE_SECONDS = 15;
/** Overdue for longer than this with every part there, a deadline has been missed. */
export const CATCH_UP_SECONDS = SWEEP_SECONDS + GRACE_SECONDS;

export interface TimeKept {
  readonly deadlinesDue: number;
  /** Due longer ago than the sweep may take, and still armed. */
  readonly deadlinesMissed: readonly string[];
  readonly firedTwice: readonly string[];
  /** Of those that fired: armed before they were due, so that their lateness is the product's. */
  readonly armedInTime: number;
  /** How much later than due the latest of those was committed, in seconds. */
  readonly latestFiringSeconds: number;
  readonly latestFiring: string;
  readonly messagesWaiting: readonly string[];
}

const OVERDUE = `
  SELECT d.stream_id || ' ' || d.deadline_id AS what,
    extract(epoch FROM clock_timestamp() - d.due_at)::float8 + coalesce(w.clock_offset_ms, 0) / 1000.0 AS late
  FROM ledger.deadline d LEFT JOIN sandbox.world w ON w.id = d.world WHERE d.state = 'ARMED'`;

const FIRED = `
  SELECT f.stream_id || ' ' || (f.body::jsonb ->> 'deadlineId') AS what, count(*)::int AS times,
    max(CASE WHEN a.committed_at + world.ahead < a.due THEN extract(epoch FROM f.committed_at + world.ahead - a.due)
    END)::float8 AS late
  FROM ledger.event f
  JOIN ledger.stream s ON s.stream_id = f.stream_id
  LEFT JOIN sandbox.world w ON w.id = s.world
  CROSS JOIN LATERAL (SELECT coalesce(w.clock_offset_ms, 0) * interval '1 millisecond' AS ahead) world
  CROSS JOIN LATERAL (
    SELECT e.committed_at, (e.body::jsonb #>> '{dueAt,at}')::timestamptz AS due FROM ledger.event e
    WHERE e.stream_id = f.stream_id AND e.type = 'DeadlineArmed' AND e.version < f.version
      AND e.body::jsonb ->> 'deadlineId' = f.body::jsonb ->> 'deadlineId'
    ORDER BY e.version DESC LIMIT 1) a
  WHERE f.type = 'DeadlineFired' GROUP BY 1`;

export async function lookAtTime(pool: pg.Pool): Promise<TimeKept> {
  const overdue = await overdueNow(pool);
  const { rows: fired } = await pool.query<{ what: string; times: number; late: number | null }>(FIRED);
  const timed = fired.flatMap(({ what, late }) => (late === null ? [] : [{ what, late }]));
  const latest = timed.toSorted((one, other) => other.late - one.late)[0];
  return {
    deadlinesDue: overdue.length + fired.length,
    deadlinesMissed: overdue.filter(({ late }) => late > CATCH_UP_SECONDS).map(told),
    firedTwice: fired.filter(({ times }) => times > 1).map(({ what }) => what),
    armedInTime: timed.length,
    latestFiringSeconds: latest?.late ?? 0,
    latestFiring: latest?.what ?? '',
    messagesWaiting: await messagesWaiting(pool),
  };
}

/** Deadlines that are due and have not fired, and messages without an answer: what still has to move. */
export async function unfinished(pool: pg.Pool): Promise<string[]> {
  return [...(await overdueNow(pool)).map(told), ...(await messagesWaiting(pool))];
}

async function overdueNow(pool: pg.Pool): Promise<{ what: string; late: number }[]> {
  const { rows } = await pool.query<{ what: string; late: number }>(
    `SELECT what, late::float8 AS late FROM (${OVERDUE}) AS armed WHERE late > 0`,
  );
  return rows;
}

const told = ({ what, late }: { what: string; late: number }): string =>
  `${what}: due for ${late.toFixed(0)} s`;

async function messagesWaiting(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ what: string }>(
    `SELECT source_stream || ' to ' || target || ': ' || name AS what
     FROM ledger.message WHERE delivered_at IS NULL ORDER BY position`,
  );
  return rows.map(({ what }) => what);
}
