/** Verifying the whole record: how fast, how it grows, what threads bring, and what the tree adds to the chains. */
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import type { VerifyReport } from '../src/audit/verify/report.ts';
import { verifyRecord } from '../src/audit/verify/verify-record.ts';
import { createReaderPool } from '../src/ledger/pool.ts';
import { verifyLedger } from '../src/ledger/verify.ts';
import { openSealedLog } from '../src/seal/sealed-log.ts';
import { LOG_ORIGIN, logSigner, trustPolicy } from './log-key.ts';
import type { Stage } from './stage.ts';

export interface VerifyBenchResult {
  /** Events there were, other sections' too. */
  readonly events: number;
  readonly leaves: number;
  /** Chains and what stands beside them, without the tree. */
  readonly chainsSeconds: number;
  /** Everything, by one reader. */
  readonly aloneSeconds: number;
  /** Everything, by as many threads as there are cores. */
  readonly togetherSeconds: number;
  readonly threads: number;
  /** Chains and the last checkpoint, by as many threads. */
  readonly quickSeconds: number;
}

const EVENTS_PER_DECISION = 20;
const DECISIONS_PER_STREAM = 5;
const STREAMS_PER_CALL = 80;
/** Of the length that a session's body has. */
const BODY = JSON.stringify({
  caseId: 'c1',
  minutes: 480,
  note: 'x'.repeat(120),
  sessionId: 'session-00000001',
  siteId: 'puskesmas-helvetia',
});

export async function measureVerify(stage: Stage): Promise<VerifyBenchResult[]> {
  const { appUrl } = stage.servers;
  const pool = createReaderPool(appUrl);
  try {
    const policy = trustPolicy();
    const log = openSealedLog({ pool, origin: LOG_ORIGIN, policy, signer: logSigner() });
    const verify = (options: { threads: number; quick?: boolean }) =>
      soundly(verifyRecord({ database: { url: appUrl }, origin: LOG_ORIGIN, policy, ...options }));
    const results: VerifyBenchResult[] = [];
    for (const wanted of stage.options.sizes.verifiedEvents) {
      await growTo(stage, pool, wanted);
      await log.sealNow();
      await pool.query('SELECT pg_stat_clear_snapshot()');
      const chains = await verifyLedger(pool);
      const alone = await verify({ threads: 0 });
      const threads = availableParallelism();
      const together = await verify({ threads });
      const quick = await verify({ threads, quick: true });
      results.push({
        ...{ events: alone.events, leaves: alone.leaves, threads: together.threads },
        ...{ chainsSeconds: chains.seconds, aloneSeconds: alone.seconds },
        ...{ togetherSeconds: together.seconds, quickSeconds: quick.seconds },
      });
      const seconds = [alone, together].map((report) => report.seconds.toFixed(1)).join(' s, in threads ');
      stage.tell(`verify: ${alone.events} events in ${seconds} s`);
    }
    return results;
  } finally {
    await pool.end();
  }
}

/** Builds are not kept here, and that is said; anything else would be a finding about the bench. */
async function soundly(verified: Promise<VerifyReport>): Promise<VerifyReport> {
  const report = await verified;
  const other = report.list.filter(
    ({ problem, entry }) => problem !== 'EVIDENCE_MISSING' || entry !== 'build',
  );
  // The bench keeps no lists: what they have not read has waited since it began.
  const unfinished = report.unfinished.filter((sentence) => !sentence.startsWith('the list '));
  if (other.length > 0 || unfinished.length > 0)
    throw new Error(`the record of the bench is not intact: ${JSON.stringify(other[0] ?? unfinished)}`);
  return report;
}

/** Through the ledger's own door, whose requests are made up in the database: many streams in one call. */
async function growTo(stage: Stage, pool: pg.Pool, events: number): Promise<void> {
  const { rows } = await pool.query<{ events: number }>('SELECT count(*) AS events FROM ledger.event');
  let missing = events - rows[0]!.events;
  let told = 0;
  for (let call = 0; missing > 0; call += 1) {
    const streams = Math.min(
      STREAMS_PER_CALL,
      Math.ceil(missing / (EVENTS_PER_DECISION * DECISIONS_PER_STREAM)),
    );
    await pool.query(REQUESTS, [`${Date.now().toString(36)}-${call}`, streams, BODY]);
    while ((await stage.ledger.sequenceLeaves(500)) > 0);
    const made = streams * EVENTS_PER_DECISION * DECISIONS_PER_STREAM;
    missing -= made;
    told += made;
    if (told >= 100_000) {
      stage.tell(`verify: ${events - Math.max(0, missing)} events`);
      told = 0;
    }
  }
}

const REQUESTS = `
  SELECT count(*) FROM ledger.record_many((
    SELECT jsonb_agg(jsonb_build_object(
      'stream', 'permit/' || $1 || '-' || s.place, 'kind', 'permit', 'world', 'live',
      'expectedVersion', (d.place - 1) * ${EVENTS_PER_DECISION},
      'command', jsonb_build_object(
        'id', $1 || '-' || s.place || '-' || d.place, 'name', 'bench', 'requestHash', 'bench',
        'body', '{"data":{},"name":"bench"}',
        'actor', jsonb_build_object('id', 'bench', 'role', 'SYSTEM', 'office', 'bench')),
      'now', '2026-03-02T02:00:00.000Z', 'clockOffsetMs', 0, 'buildId', 'bench', 'runId', '',
      'outcome', 'accepted', 'detail', '{"policies":[],"warnings":[]}',
      'events', (
        SELECT jsonb_agg(jsonb_build_object(
          'id', $1 || '-' || s.place || '-' || d.place || '/' || e.place, 'type', 'SessionRecorded', 'schema', 1,
          'body', $3::text, 'meta', '{"commandId":"bench"}',
          'occurredAt', jsonb_build_object('at', '2026-03-02T02:00:00.000Z', 'date', '2026-03-02', 'zone', 'WIB'),
          'recordedAt', '2026-03-02T02:00:00.000Z') ORDER BY e.place)
        FROM generate_series(1, ${EVENTS_PER_DECISION}) AS e (place))
    ) ORDER BY s.place, d.place)
    FROM generate_series(1, $2::int) AS s (place) CROSS JOIN generate_series(1, ${DECISIONS_PER_STREAM}) AS d (place)
  ))`;
