/** The evidence of how decisions came to be: archived histories of runs, and the bundles of builds. */
import type pg from 'pg';
import type { Report } from './findings.ts';
import type { StreamCheck } from './stream-check.ts';
import { type StreamIdRange, within } from './stream-id-range.ts';

/**
 * Each run that decided something has its row, and what is archived gives its hash. The bytes are hashed where
 * they lie: histories are large.
 */
export async function verifyRuns(
  client: pg.PoolClient,
  range: StreamIdRange,
  checks: ReadonlyMap<string, StreamCheck>,
  report: Report,
): Promise<void> {
  const { where, values } = within(range);
  const { rows } = await client.query<{ stream_id: string; run_id: string; sound: boolean }>(
    `SELECT stream_id, run_id, history_hash IS NOT DISTINCT FROM sha256(history)
       AND (archived_at IS NULL) = (history IS NULL) AS sound
     FROM ledger.run WHERE ${where} ORDER BY stream_id, first_recorded_at, run_id`,
    values,
  );
  const seen = new Set<string>();
  const found = (problem: 'HASH_DIFFERS' | 'ROW_MISSING', stream: string, explanation: string) =>
    report({ problem, entry: 'run', stream, explanation });
  for (const { stream_id: stream, run_id: run, sound } of rows) {
    seen.add(`${stream} ${run}`);
    if (!sound) found('HASH_DIFFERS', stream, `the archived history of run ${run} does not give its hash`);
  }
  for (const [stream, check] of checks) {
    for (const run of check.runs) {
      if (!seen.has(`${stream} ${run}`))
        found('ROW_MISSING', stream, `run ${run}, which decided, is missing`);
    }
  }
}

export async function verifyBuilds(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ build_id: string }>(
    `SELECT build_id FROM ledger.build WHERE bundle_hash IS DISTINCT FROM sha256(bundle)
     ORDER BY kept_at, build_id`,
  );
  for (const { build_id: build } of rows) {
    const explanation = `the bundle of build ${build} does not give its hash`;
    report({ problem: 'HASH_DIFFERS', entry: 'build', explanation });
  }
}
