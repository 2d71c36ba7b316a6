/** Section: bundles by number of events: how large, how long to write, and how long a stranger takes to check them. */
import { execFile } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { createBundleExporter } from '../src/audit/export/export-bundle.ts';
import type { PeriodScope } from '../src/audit/export/scope.ts';
import { createReaderPool } from '../src/ledger/pool.ts';
import { openSealedLog, type SealedLog } from '../src/seal/sealed-log.ts';
import { LOG_ORIGIN, logSigner, trustPolicy } from './log-key.ts';
import { prepareJourneys } from './recorder.ts';
import { type Stage, settled } from './stage.ts';

/** A quarter of a year with a session on every second day. */
const SESSIONS = 40;

export interface BundleResult {
  readonly events: number;
  readonly streams: number;
  readonly lines: number;
  readonly bytes: number;
  /** With the sealing before it. */
  readonly exportMs: number;
  /** By the verifier's own file, in a process of its own, all decisions made again. */
  readonly verifyMs: number;
}

export async function measureBundles(stage: Stage): Promise<BundleResult[]> {
  const dist = join(import.meta.dirname, '..');
  await stage.ledger.keepRules('bench', readFileSync(join(dist, 'rules-pack.js')));
  const folder = mkdtempSync(join(tmpdir(), 'titian-bench-bundle-'));
  const pool = createReaderPool(stage.servers.appUrl, { connections: 6 });
  try {
    const log = sealedLogIn(folder, pool);
    const results: BundleResult[] = [];
    for (const events of stage.options.sizes.bundleEvents) {
      const scope = await recordPeriod(stage, pool, events);
      await log.sealNow();
      const file = join(folder, `${events}.jsonl`);
      const written = await exportTo(file, { pool, log, scope });
      const verifyMs = await timeOf(() => verify(join(dist, 'verifier', 'verify.mjs'), file, folder));
      results.push({ ...written, verifyMs });
      const seconds = (written.exportMs / 1_000).toFixed(1);
      stage.tell(
        `bundle of ${written.events} events: ${seconds} s, verified in ${(verifyMs / 1_000).toFixed(1)} s`,
      );
      rmSync(file);
    }
    return results;
  } finally {
    await pool.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function sealedLogIn(folder: string, pool: pg.Pool): SealedLog {
  const policy = trustPolicy();
  writeFileSync(join(folder, 'policy.txt'), policy);
  return openSealedLog({ pool, origin: LOG_ORIGIN, policy, signer: logSigner() });
}

/** Journeys with about so many events together, and the time in which nothing else was recorded. */
async function recordPeriod(stage: Stage, pool: pg.Pool, events: number): Promise<PeriodScope> {
  const { ledger, fixture } = stage;
  const from = await clockOf(pool);
  // The first one tells how many events such a journey has.
  await prepareJourneys(ledger, fixture, [{ journey: fixture.newJourney(), sessions: SESSIONS }]);
  const each = await eventsSince(pool, from);
  const journeys = fixture.newJourneys(Math.max(0, Math.round(events / each) - 1));
  await prepareJourneys(
    ledger,
    fixture,
    journeys.map((journey) => ({ journey, sessions: SESSIONS })),
  );
  await settled(stage);
  return { kind: 'period', from, to: await clockOf(pool) };
}

async function clockOf(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ now: string }>(
    "SELECT date_trunc('milliseconds', clock_timestamp()) + interval '1 millisecond' AS now",
  );
  return rows[0]!.now;
}

async function eventsSince(pool: pg.Pool, from: string): Promise<number> {
  const { rows } = await pool.query<{ events: number }>(
    'SELECT count(*) AS events FROM ledger.event WHERE committed_at >= $1',
    [from],
  );
  return rows[0]!.events;
}

async function exportTo(
  file: string,
  { pool, log, scope }: { pool: pg.Pool; log: SealedLog; scope: PeriodScope },
): Promise<Omit<BundleResult, 'verifyMs'>> {
  const actor = { id: 'bench-auditor', role: 'AUDITOR', office: 'bench' } as const;
  let told = { streams: 0, lines: 0, bytes: 0 };
  const exportMs = await timeOf(async () => {
    const exporter = createBundleExporter({ pool, log, build: 'bench' });
    const bundle = await exporter.prepare({ scope, actor, onProgress: (progress) => (told = progress) });
    await pipeline(Readable.from(bundle.text(), { objectMode: false }), createWriteStream(file));
  });
  const { streams, lines, bytes } = told;
  return { events: await eventsSince(pool, scope.from), streams, lines, bytes, exportMs };
}

/** @throws with what the verifier said, unless it confirms the bundle. */
function verify(verifier: string, file: string, folder: string): Promise<void> {
  const words = [verifier, file, '--policy', join(folder, 'policy.txt'), '--language', 'en'];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { maxBuffer: 64 * 1024 * 1024 }, (error, told) =>
      error === null ? resolve() : reject(new Error(`the bundle was not confirmed: ${told.slice(0, 500)}`)),
    );
  });
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}
