/** The evidence of how decisions came to be: kept, as its sealed note says, and complete. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { inSnapshot } from '../../ledger/verify.ts';
import type { Counts } from './jobs.ts';

/** A run that ended longer ago than this is archived or lost; the archive's loop needs minutes. */
const ARCHIVED_WITHIN = '1 day';
const ROWS_MAX = 1_000;

export function readArchives(
  client: pg.PoolClient,
  counts: Counts,
  report: Report,
  remark: (sentence: string) => void,
): Promise<void> {
  return inSnapshot(client, async () => {
    const { rows } = await client.query<{ kept: number; lost: number }>(
      'SELECT count(*) FILTER (WHERE archived_at IS NOT NULL) AS kept, count(lost_at) AS lost FROM ledger.run',
    );
    counts.histories += rows[0]!.kept;
    await notesWithoutRuns(client, report);
    await runsWithoutNotes(client, report);
    await lostWithoutNotes(client, report);
    await runsNotKept(client, report);
    if (rows[0]!.lost > 0) await nameLost(client, rows[0]!.lost, remark);
    await keptForBuilds(client, counts, report);
  });
}

/** What was noted when a history was archived must stand there still. */
async function notesWithoutRuns(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ id: number; stream: string; run: string; gone: boolean }>(
    `SELECT n.id, n.stream, n.run, r.history_hash IS NULL AS gone
     FROM (
       SELECT id, body::jsonb ->> 'stream' AS stream, body::jsonb ->> 'run' AS run, body::jsonb ->> 'sha256' AS sha256
       FROM ledger.note WHERE kind = 'run-archived' AND pg_input_is_valid(body, 'jsonb')
     ) n
     LEFT JOIN ledger.run r ON r.stream_id = n.stream AND r.run_id = n.run
     WHERE encode(r.history_hash, 'hex') IS DISTINCT FROM n.sha256
     ORDER BY n.id LIMIT ${ROWS_MAX}`,
  );
  for (const { id, stream, run, gone } of rows) {
    const explanation = gone
      ? `the history of run ${run} was archived, as note ${id} says, and is gone`
      : `the archived history of run ${run} is not the one that note ${id} sealed`;
    report({ problem: gone ? 'EVIDENCE_MISSING' : 'HASH_DIFFERS', entry: 'run', stream, explanation });
  }
}

/** The list of kinds repeats the condition of the partial index over the notes of runs: without it none is used. */
async function runsWithoutNotes(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ stream_id: string; run_id: string }>(
    `SELECT r.stream_id, r.run_id FROM ledger.run r
     WHERE r.archived_at IS NOT NULL AND NOT EXISTS (
       SELECT FROM ledger.note n WHERE n.kind IN ('run-archived', 'run-lost') AND n.kind = 'run-archived'
         AND n.body::jsonb ->> 'run' = r.run_id AND n.body::jsonb ->> 'stream' = r.stream_id)
     ORDER BY r.stream_id, r.run_id LIMIT ${ROWS_MAX}`,
  );
  for (const { stream_id: stream, run_id: run } of rows) {
    const explanation = `the history of run ${run} is archived, and no note seals it`;
    report({ problem: 'EVIDENCE_MISSING', entry: 'run', stream, explanation });
  }
}

/** A history that somebody does not want to be read must not pass for a lost one, nor a lost one for none. */
async function lostWithoutNotes(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ stream: string; run: string; note: number | null }>(
    `SELECT coalesce(n.stream, r.stream_id) AS stream, coalesce(n.run, r.run_id) AS run, n.id AS note
     FROM (
       SELECT id, body::jsonb ->> 'stream' AS stream, body::jsonb ->> 'run' AS run
       FROM ledger.note WHERE kind = 'run-lost' AND pg_input_is_valid(body, 'jsonb')
     ) n FULL JOIN (SELECT stream_id, run_id FROM ledger.run WHERE lost_at IS NOT NULL) r
       ON r.stream_id = n.stream AND r.run_id = n.run
     WHERE n.id IS NULL OR r.run_id IS NULL ORDER BY 1, 2 LIMIT ${ROWS_MAX}`,
  );
  for (const { stream, run, note } of rows) {
    const explanation =
      note === null
        ? `run ${run} is marked as lost, and no note says so`
        : `run ${run} was lost, as note ${note} says, and is not marked so`;
    report({ problem: 'EVIDENCE_MISSING', entry: 'run', stream, explanation });
  }
}

/** A run is over for certain when a later one of its stream recorded something. */
async function runsNotKept(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ stream_id: string; run_id: string }>(
    `SELECT r.stream_id, r.run_id FROM ledger.run r
     WHERE r.archived_at IS NULL AND r.lost_at IS NULL AND EXISTS (
       SELECT FROM ledger.run later WHERE later.stream_id = r.stream_id
         AND later.first_recorded_at > r.first_recorded_at
         AND later.first_recorded_at < clock_timestamp() - interval '${ARCHIVED_WITHIN}')
     ORDER BY r.stream_id, r.run_id LIMIT ${ROWS_MAX}`,
  );
  for (const { stream_id: stream, run_id: run } of rows) {
    const explanation = `run ${run} ended more than a day ago, and its history is neither archived nor noted as lost`;
    report({ problem: 'EVIDENCE_MISSING', entry: 'run', stream, explanation });
  }
}

const LOST_NAMED = 20;

async function nameLost(client: pg.PoolClient, lost: number, remark: (sentence: string) => void) {
  const { rows } = await client.query<{ stream_id: string; run_id: string }>(
    `SELECT stream_id, run_id FROM ledger.run WHERE lost_at IS NOT NULL
     ORDER BY lost_at, stream_id, run_id LIMIT ${LOST_NAMED}`,
  );
  const named = rows.map((row) => `${row.run_id} of ${row.stream_id}`).join(', ');
  const more = lost > rows.length ? `, and ${lost - rows.length} more` : '';
  remark(`Histories that were lost before they could be archived, as their notes say: ${named}${more}.`);
}

/** Bundles and rule packs lie with their hashes; the notes say which they were when they were kept. */
async function keptForBuilds(client: pg.PoolClient, counts: Counts, report: Report): Promise<void> {
  for (const [kind, table, bytes, hash, what] of [
    ['build-kept', 'ledger.build', 'bundle', 'bundle_hash', 'the workflow bundle'],
    ['rules-kept', 'ledger.rules', 'script', 'script_hash', 'the rule pack'],
  ] as const) {
    const { rows } = await client.query<{ build: string; told: boolean; kept: boolean; sound: boolean }>(
      `SELECT coalesce(n.build, k.build_id) AS build, n.build IS NOT NULL AS told, k.build_id IS NOT NULL AS kept,
         coalesce(sha256(k.${bytes}) = k.${hash} AND encode(k.${hash}, 'hex') = n.sha256, false) AS sound
       FROM (
         SELECT body::jsonb ->> 'build' AS build, body::jsonb ->> 'sha256' AS sha256
         FROM ledger.note WHERE kind = '${kind}' AND pg_input_is_valid(body, 'jsonb')
       ) n FULL JOIN ${table} k ON k.build_id = n.build
       ORDER BY 1`,
    );
    counts.builds += rows.length;
    for (const { build, told, kept, sound } of rows.filter((row) => !row.sound)) {
      const explanation = !kept
        ? `${what} of build ${build} was kept, and is gone`
        : told
          ? `${what} of build ${build} is not the one that was sealed`
          : `${what} of build ${build} is kept, and no note seals it`;
      const problem = kept && told && !sound ? 'HASH_DIFFERS' : 'EVIDENCE_MISSING';
      report({ problem, entry: 'build', explanation });
    }
  }
}
