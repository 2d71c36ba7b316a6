/** Section: archived histories replayed in a process of its own, with the bundle that was kept and with today's. */
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { readHistory } from '../src/audit/history/read-history.ts';
import { createBundleStore } from '../src/audit/replay/bundle-store.ts';
import type { ReplayJob, ReplayOutcome } from '../src/audit/replay/outcome.ts';
import { replayApart } from '../src/audit/replay/replay-apart.ts';
import { createPool } from '../src/ledger/pool.ts';
import type { Journey } from './fixture.ts';
import { runAll } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, sendAccepted, startWorkerOn, tuningOf } from './stage.ts';

/** Whole runs of each journey. */
const RUNS = 4;
const IN_FLIGHT = 8;

export interface ReplayRate {
  readonly runsPerSecond: number;
  /** Events of Temporal's histories. */
  readonly eventsPerSecond: number;
  /** With the start of the process and the opening of the bundle. */
  readonly seconds: number;
}

export interface ReplayBenchResult {
  readonly runs: number;
  readonly historyEvents: number;
  readonly historyBytes: number;
  readonly own: ReplayRate;
  readonly today: ReplayRate;
}

export async function measureReplay(stage: Stage): Promise<ReplayBenchResult> {
  const pool = createPool(stage.servers.appUrl, {
    connections: 2,
    statementTimeoutMs: 60_000,
    queryTimeoutMs: 60_000,
  });
  const bundles = createBundleStore(pool);
  try {
    const { jobs, buildId } = await archivedRuns(stage, pool);
    const kept = await bundles.find(buildId);
    if (!kept?.sealed) throw new Error(`the bundle of build ${buildId} was not kept as it was sealed`);
    const today = join(import.meta.dirname, '..', 'workflow-bundle.js');
    const events = jobs.reduce((sum, { history }) => sum + readHistory(history).length, 0);
    const own = await rateOf(kept.path, jobs, events);
    const result = {
      ...{ runs: jobs.length, historyEvents: events, own, today: await rateOf(today, jobs, events) },
      historyBytes: jobs.reduce((sum, { history }) => sum + history.length, 0),
    };
    stage.tell(`replay: ${own.runsPerSecond.toFixed(0)} runs/s, ${own.eventsPerSecond.toFixed(0)} events/s`);
    return result;
  } finally {
    await bundles.close();
    await pool.end();
  }
}

/** Lives led by the product's own worker, until all but each one's last run are in the archive. */
async function archivedRuns(stage: Stage, pool: pg.Pool): Promise<{ jobs: ReplayJob[]; buildId: string }> {
  const journeys = stage.fixture.newJourneys(stage.options.sizes.lives);
  const { commandsPerRun } = tuningOf(stage);
  stage.tell(`leading ${journeys.length} lives of ${RUNS} runs`);
  await prepareJourneys(
    stage.ledger,
    stage.fixture,
    journeys.map((journey) => ({ journey, sessions: 0 })),
  );
  const worker = await startWorkerOn(stage, 'product', { archiveMs: 200 });
  try {
    const gateway = gatewayOf(stage, worker.taskQueue, { pauseMs: 0 });
    await runAll(journeys, IN_FLIGHT, async (journey: Journey) => {
      for (let command = 0; command <= RUNS * commandsPerRun; command += 1)
        await sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    });
    const streams = journeys.map(({ stream }) => stream);
    while ((await waiting(pool, streams)) > 0) await delay(200);
    const { rows } = await pool.query<{
      run_id: string;
      stream_id: string;
      build_id: string;
      history: Buffer;
    }>(
      'SELECT run_id, stream_id, build_id, history FROM ledger.run WHERE history IS NOT NULL AND stream_id = ANY ($1)',
      [streams],
    );
    const jobs = rows.map((row) => ({ runId: row.run_id, stream: row.stream_id, history: row.history }));
    return { jobs, buildId: rows[0]!.build_id };
  } finally {
    await worker.stop();
  }
}

async function rateOf(bundlePath: string, jobs: readonly ReplayJob[], events: number): Promise<ReplayRate> {
  const outcomes: ReplayOutcome[] = [];
  const beganAt = performance.now();
  await replayApart(bundlePath, jobs, (_runId, outcome) => outcomes.push(outcome));
  const seconds = (performance.now() - beganAt) / 1_000;
  const replayed = outcomes.flatMap((one) => (one.outcome === 'replayed' ? [one.tookMs] : []));
  if (replayed.length !== jobs.length)
    throw new Error(`only ${replayed.length} of ${jobs.length} runs were replayed`);
  // The first opens the bundle; what the others take is the rate of a long archive.
  const later = replayed.slice(1).reduce((sum, took) => sum + took, 0) / 1_000;
  const share = (jobs.length - 1) / jobs.length;
  return { runsPerSecond: (jobs.length - 1) / later, eventsPerSecond: (events * share) / later, seconds };
}

/** Runs that have a later one and are not archived yet. */
async function waiting(pool: pg.Pool, streams: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*) AS count FROM ledger.run r WHERE r.history IS NULL AND r.stream_id = ANY ($1) AND EXISTS (
       SELECT FROM ledger.run later
       WHERE later.stream_id = r.stream_id AND later.first_recorded_at > r.first_recorded_at)`,
    [streams],
  );
  return Number(rows[0]!.count);
}
