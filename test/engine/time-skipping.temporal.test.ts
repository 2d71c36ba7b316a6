/** Timers proper, without a sandbox's offset: half a year passes on Temporal's own skipping clock. */
import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import type pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Command } from '../../src/domain/decider.ts';
import { createTemporalGateway } from '../../src/gateway/temporal-gateway.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { type RunningWorker, startWorker } from '../../workers/worker.ts';
import { workflowBundle } from '../support/bundle.ts';
import { engineDeciders } from '../support/engine.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { envelopeOf, opening, startingOn } from '../support/running-case.ts';
import { createTimeSkippingTemporal } from '../support/time-skipping.ts';

const DAY_MS = 86_400_000;
let environment: TestWorkflowEnvironment;
let database: TestDatabase;
let pool: pg.Pool;
let ledger: Ledger;
let worker: RunningWorker;
const taskQueue = `skipping-${randomUUID()}`;

beforeAll(async () => {
  environment = await createTimeSkippingTemporal();
  database = await createTestDatabase();
  pool = createPool(database.appUrl);
  const { path: bundlePath, buildId } = await workflowBundle();
  ledger = createLedger(pool, { buildId });
  const registers = createRegisterService({ ledger, requestHash: (text) => text });
  await registers.loadStartingRegisters();
  worker = await startWorker({
    temporal: { connection: { address: environment.address }, namespace: 'default' },
    taskQueue,
    pool,
    ledger,
    deciders: engineDeciders,
    registers,
    projections: { projectOnce: async () => 0 },
    audience: async () => [],
    bundlePath,
    buildId,
    logger: pino({ level: 'warn' }),
    metrics: createMetrics(),
    // The sweep and the archive look at the real clock, which this world has left.
    tuning: { sweepMs: 3_600_000, archiveMs: 3_600_000, shutdownGraceMs: 1_000 },
  });
}, 60_000);
afterAll(async () => {
  await worker?.stop();
  await pool?.end();
  await database?.drop();
  await environment?.teardown();
});

it('the window of 180 days ends by itself, on its day, once', { timeout: 90_000 }, async () => {
  const client = new Client({ connection: environment.connection, namespace: 'default' });
  const gateway = createTemporalGateway({ client, taskQueue, commandsPerRun: 8 });
  const stream = `journey/p${randomUUID()}`;
  const today = new Date((await environment.currentTimeMs()) + 7 * 3_600_000).toISOString().slice(0, 10);
  const send = async (command: Command): Promise<void> => {
    const answer = await gateway.send(stream, 'live', envelopeOf(command));
    expect(answer.refusal ?? answer.outcome, command.name).toBe('accepted');
  };
  for (const command of [...opening(), ...startingOn(today)]) await send(command);
  await environment.sleep(182 * DAY_MS);
  await expect
    .poll(async () => (await ledger.readStream(stream)).map(({ type }) => type), { timeout: 30_000 })
    .toContain('BreachReviewOpened');
  const ended = (await ledger.readStream(stream))
    .filter(({ type }) => type === 'DeadlineFired')
    .map(({ data }) => data as { kind: string; dueAt: { at: string }; firedAt: string })
    .filter(({ kind }) => kind === 'window-end');
  expect(ended).toHaveLength(1);
  const latenessMs = Date.parse(ended[0]!.firedAt) - Date.parse(ended[0]!.dueAt.at);
  expect(latenessMs).toBeGreaterThanOrEqual(0);
  expect(latenessMs).toBeLessThan(DAY_MS);
});
