/** What must hold when the dust has settled: everything answered is in the ledger, once, and time was kept. */
import type pg from 'pg';
import { clientKeyOf } from '../../src/api/client-command-id.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import type { Acknowledged } from './client.ts';
import { SESSION_MINUTES } from './persons.ts';

export interface ChaosFindings {
  readonly acknowledged: number;
  /** Answered, and not in the ledger as answered. */
  readonly lost: readonly string[];
  /** In the ledger more than once, or in effect more than once. */
  readonly doubled: readonly string[];
  /** Refused or faulted, where every command was a good one; or in the ledger, and nobody sent it. */
  readonly unexpected: readonly string[];
  readonly abandoned: Abandonment;
  readonly chains: {
    readonly intact: boolean;
    readonly entries: number;
    readonly findings: readonly string[];
  };
}

/** Commands whose sender left without an answer and never asked again. */
export interface Abandonment {
  readonly sent: number;
  /** In the ledger all the same, which the sender cannot know. */
  readonly recorded: number;
  /** Deadlines that these armed and that have fired: nothing but the product's own memory did that. */
  readonly deadlinesFired: number;
}

interface DecisionRow {
  readonly command_id: string;
  readonly stream_id: string;
  readonly outcome: string;
  readonly first_version: number | null;
  readonly last_version: number | null;
}

export async function examineLedger(
  pool: pg.Pool,
  acknowledged: readonly Acknowledged[],
  abandoned: readonly string[],
): Promise<ChaosFindings> {
  const decisions = await pool.query<DecisionRow>(
    'SELECT command_id, stream_id, outcome, first_version, last_version FROM ledger.decision',
  );
  const byCommand = new Map(decisions.rows.map((row) => [row.command_id, row]));
  const byKey = new Map(
    decisions.rows.flatMap((row) =>
      row.command_id.startsWith('client:') ? [[clientKeyOf(row.command_id), row] as const] : [],
    ),
  );
  const heads = await hashesAt(pool, acknowledged);
  const report = await verifyLedger(pool);
  const sent = new Set([...acknowledged.map(({ key }) => key), ...abandoned]);
  const left = new Set(abandoned);
  const leftBehind = [...byCommand.keys()].filter((id) => left.has(clientKeyOf(id)));
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.flatMap((answer) => lossOf(answer, byKey.get(answer.key), heads)),
    doubled: [...(await repeatedEffects(pool)), ...(await miscounted(pool))],
    unexpected: [
      ...acknowledged.flatMap(({ key, outcome, code }) => (outcome === 'refused' ? [`${key}: ${code}`] : [])),
      ...decisions.rows.flatMap(({ command_id, outcome }) =>
        outcome === 'fault' || (outcome === 'refused' && left.has(clientKeyOf(command_id)))
          ? [`${command_id}: ${outcome}`]
          : [],
      ),
      ...[...byCommand.keys()].flatMap((id) =>
        id.startsWith('client:') && !sent.has(causeOf(id)) ? [`${id}: nobody sent it`] : [],
      ),
    ],
    abandoned: {
      sent: abandoned.length,
      recorded: leftBehind.length,
      deadlinesFired: await firedOf(pool, leftBehind),
    },
    chains: {
      intact: report.intact,
      entries: report.events + report.decisions,
      findings: report.list.slice(0, 5).map((finding) => JSON.stringify(finding)),
    },
  };
}

/** Key of the command itself, or of the one that a message came of, at whatever remove. */
const causeOf = (commandId: string): string => clientKeyOf(commandId).split('>')[0]!;

async function firedOf(pool: pg.Pool, commandIds: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ fired: number }>(
    `SELECT count(*)::int AS fired FROM ledger.event a
     JOIN ledger.deadline d ON d.stream_id = a.stream_id AND d.deadline_id = a.body::jsonb ->> 'deadlineId'
     WHERE a.type = 'DeadlineArmed' AND d.state = 'FIRED' AND a.meta::jsonb ->> 'commandId' = ANY ($1)`,
    [commandIds],
  );
  return rows[0]?.fired ?? 0;
}

/** Hash of the event at every version that a receipt was given for. */
async function hashesAt(pool: pg.Pool, acknowledged: readonly Acknowledged[]): Promise<Map<string, string>> {
  const receipts = acknowledged.filter(({ version }) => version !== undefined);
  const { rows } = await pool.query<{ place: string; hash: string }>(
    `SELECT e.stream_id || '@' || e.version AS place, encode(e.hash, 'hex') AS hash
     FROM unnest($1::text[], $2::bigint[]) AS r (stream_id, version)
     JOIN ledger.event e ON e.stream_id = r.stream_id AND e.version = r.version`,
    [receipts.map(({ stream = '' }) => stream), receipts.map(({ version }) => version)],
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
  if (row.outcome !== outcome || row.stream_id !== (stream ?? row.stream_id)) {
    return [`${key}: recorded as ${row.outcome}`];
  }
  // An answer that leads to nobody tells nothing more that could be held against the ledger.
  if (stream === undefined) return [];
  if (row.command_id !== answer.ledgerCommandId) return [`${key}: answered under another id`];
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

/** Credited minutes are those of the sessions that were decided, no more and no less. */
async function miscounted(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ what: string }>(
    `SELECT stream_id || ': ' || coalesce(credited.minutes, 0) || ' minutes credited for '
        || coalesce(entered.sessions, 0) || ' sessions' AS what
     FROM (SELECT stream_id, count(*) AS sessions FROM ledger.decision
         WHERE name = 'record-session' AND outcome = 'accepted' GROUP BY stream_id) entered
       FULL JOIN (SELECT stream_id, sum((body::jsonb ->> 'minutes')::bigint) AS minutes FROM ledger.event
         WHERE type = 'MinutesCredited' GROUP BY stream_id) credited USING (stream_id)
     WHERE coalesce(credited.minutes, 0) <> coalesce(entered.sessions, 0) * $1::bigint`,
    [SESSION_MINUTES],
  );
  return rows.map(({ what }) => what);
}
