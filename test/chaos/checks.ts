/** What must hold when the dust has settled: everything answered is in the ledger, once, and time was kept. */
import pg from 'pg';
import { createReaderPool } from '../../src/ledger/pool.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import type { Acknowledged } from './client.ts';
import { type Person, SESSION_MINUTES } from './persons.ts';

export interface ChaosFindings {
  readonly acknowledged: number;
  /** Answered, and not in the ledger as answered. */
  readonly lost: readonly string[];
  /** In the ledger more than once, or in effect more than once. */
  readonly doubled: readonly string[];
  /** Refused or faulted, where every command was a good one. */
  readonly unexpected: readonly string[];
  readonly deadlinesDue: number;
  readonly deadlinesMissed: readonly string[];
  readonly firedTwice: readonly string[];
  /** How much later than due a deadline fired that was not overdue when it was armed, in seconds. */
  readonly latestFiringSeconds: number;
  readonly messagesWaiting: number;
  readonly chains: {
    readonly intact: boolean;
    readonly entries: number;
    readonly findings: readonly string[];
  };
}

interface DecisionRow {
  readonly command_id: string;
  readonly stream_id: string;
  readonly outcome: string;
  readonly first_version: number | null;
  readonly last_version: number | null;
}

export async function examineLedger(
  url: string,
  acknowledged: readonly Acknowledged[],
  persons: readonly Person[],
): Promise<ChaosFindings> {
  const pool = createReaderPool(url);
  try {
    const decisions = await pool.query<DecisionRow>(
      'SELECT command_id, stream_id, outcome, first_version, last_version FROM ledger.decision',
    );
    const byCommand = new Map(decisions.rows.map((row) => [row.command_id, row]));
    const heads = await hashesAt(pool, acknowledged);
    const report = await verifyLedger(pool);
    return {
      acknowledged: acknowledged.length,
      lost: acknowledged.flatMap((answer) => lossOf(answer, byCommand.get(answer.ledgerCommandId), heads)),
      doubled: [...(await repeatedEffects(pool)), ...(await miscounted(pool, persons))],
      unexpected: [
        ...acknowledged.flatMap(({ key, outcome, code }) =>
          outcome === 'refused' ? [`${key}: ${code}`] : [],
        ),
        ...decisions.rows.flatMap(({ command_id, outcome }) =>
          outcome === 'fault' ? [`${command_id}: fault`] : [],
        ),
      ],
      ...(await deadlines(pool)),
      messagesWaiting: await messagesWaiting(url),
      chains: {
        intact: report.intact,
        entries: report.events + report.decisions,
        findings: report.list.slice(0, 5).map((finding) => JSON.stringify(finding)),
      },
    };
  } finally {
    await pool.end();
  }
}

/** Hash of the event at every version that a receipt was given for. */
async function hashesAt(pool: pg.Pool, acknowledged: readonly Acknowledged[]): Promise<Map<string, string>> {
  const receipts = acknowledged.filter(({ version }) => version !== undefined);
  const { rows } = await pool.query<{ place: string; hash: string }>(
    `SELECT e.stream_id || '@' || e.version AS place, encode(e.hash, 'hex') AS hash
     FROM unnest($1::text[], $2::bigint[]) AS r (stream_id, version)
     JOIN ledger.event e ON e.stream_id = r.stream_id AND e.version = r.version`,
    [receipts.map(({ stream }) => stream), receipts.map(({ version }) => version)],
  );
  return new Map(rows.map(({ place, hash }) => [place, hash]));
}

function lossOf(
  answer: Acknowledged,
  row: DecisionRow | undefined,
  heads: ReadonlyMap<string, string>,
): string[] {
  const { key, outcome, stream, version, receipt, eventVersions } = answer;
  if (row === undefined) return [`${key}: no decision`];
  if (row.outcome !== outcome || row.stream_id !== stream) return [`${key}: recorded as ${row.outcome}`];
  if (version !== undefined && heads.get(`${stream}@${version}`) !== receipt) {
    return [`${key}: its receipt is not the hash at version ${version}`];
  }
  const recorded = row.first_version === null ? 0 : row.last_version! - row.first_version + 1;
  return eventVersions.length === recorded
    ? []
    : [`${key}: ${eventVersions.length} of ${recorded} events told`];
}

/** One command, one decision, one contiguous range of events of its own. */
async function repeatedEffects(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ what: string }>(`
    SELECT command_id || ': decided ' || count(*) || ' times' AS what
      FROM ledger.decision GROUP BY command_id HAVING count(*) > 1
    UNION ALL
    SELECT d.command_id || ': ' || count(e.version) || ' events, ' || (d.last_version - d.first_version + 1) || ' recorded'
      FROM ledger.decision d
      JOIN ledger.event e ON e.stream_id = d.stream_id AND e.meta::jsonb ->> 'commandId' = d.command_id
      GROUP BY d.stream_id, d.sequence HAVING count(e.version) <> d.last_version - d.first_version + 1
    UNION ALL
    SELECT stream_id || ': session entered twice at ' || (body::jsonb ->> 'start')
      FROM ledger.event WHERE type = 'SessionRecorded'
      GROUP BY stream_id, body::jsonb ->> 'start' HAVING count(*) > 1`);
  return rows.map(({ what }) => what);
}

/** Credited minutes are those of the sessions sent, no more and no less. */
async function miscounted(pool: pg.Pool, persons: readonly Person[]): Promise<string[]> {
  const { rows } = await pool.query<{ stream_id: string; minutes: number }>(`
    SELECT stream_id, sum((body::jsonb ->> 'minutes')::bigint)::bigint AS minutes
      FROM ledger.event WHERE type = 'MinutesCredited' GROUP BY stream_id`);
  const credited = new Map(rows.map(({ stream_id, minutes }) => [stream_id, minutes]));
  return persons.flatMap(({ name, personId, sessions }) => {
    const minutes = credited.get(`journey/${personId}`) ?? 0;
    return minutes === sessions * SESSION_MINUTES
      ? []
      : [`${name}: ${minutes} minutes credited for ${sessions} sessions of ${SESSION_MINUTES}`];
  });
}

async function deadlines(pool: pg.Pool) {
  const { rows: missed } = await pool.query<{ what: string }>(`
    SELECT d.stream_id || ' ' || d.deadline_id AS what FROM ledger.deadline d
      LEFT JOIN sandbox.world w ON w.id = d.world
      WHERE d.state = 'ARMED'
        AND d.due_at < clock_timestamp() + coalesce(w.clock_offset_ms, 0) * interval '1 millisecond'`);
  const { rows: fired } = await pool.query<{ what: string; times: number; late: number | null }>(`
    SELECT f.stream_id || ' ' || (f.body::jsonb ->> 'deadlineId') AS what, count(*) AS times,
      max(CASE WHEN a.recorded_at < (a.body::jsonb #>> '{dueAt,at}')::timestamptz
        THEN extract(epoch FROM (f.body::jsonb ->> 'firedAt')::timestamptz - (a.body::jsonb #>> '{dueAt,at}')::timestamptz)
      END)::float8 AS late
    FROM ledger.event f
      JOIN ledger.event a ON a.stream_id = f.stream_id AND a.type = 'DeadlineArmed'
        AND a.body::jsonb ->> 'deadlineId' = f.body::jsonb ->> 'deadlineId'
    WHERE f.type = 'DeadlineFired' GROUP BY 1, f.stream_id`);
  return {
    deadlinesDue: missed.length + fired.length,
    deadlinesMissed: missed.map(({ what }) => what),
    firedTwice: fired.filter(({ times }) => times > 1).map(({ what }) => what),
    latestFiringSeconds: Math.max(0, ...fired.map(({ late }) => late ?? 0)),
  };
}

/** Deadlines that are due and have not fired, and messages without an answer: what still moves. */
export async function unfinished(url: string): Promise<number> {
  const [row] = await ask<{ count: string }>(
    url,
    `SELECT (SELECT count(*) FROM ledger.deadline d LEFT JOIN sandbox.world w ON w.id = d.world
          WHERE d.state = 'ARMED'
            AND d.due_at < clock_timestamp() + coalesce(w.clock_offset_ms, 0) * interval '1 millisecond')
        + (SELECT count(*) FROM ledger.message WHERE delivered_at IS NULL) AS count`,
  );
  return Number(row?.count ?? 0);
}

/** Version of a journey's last event. */
export async function headOf(url: string, personId: string): Promise<number> {
  const [row] = await ask<{ head: string }>(
    url,
    'SELECT head_version AS head FROM ledger.stream WHERE stream_id = $1',
    [`journey/${personId}`],
  );
  return Number(row?.head ?? 0);
}

async function messagesWaiting(url: string): Promise<number> {
  const [row] = await ask<{ count: string }>(
    url,
    'SELECT count(*) AS count FROM ledger.message WHERE delivered_at IS NULL',
  );
  return Number(row?.count ?? 0);
}

async function ask<Row>(url: string, text: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, [...values])).rows as Row[];
  } finally {
    await client.end();
  }
}
