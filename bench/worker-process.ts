/**
 * A worker in a process of its own, driven by its parent over Node's message channel: the clients that
 * measure must not share an event loop with what they measure.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { pino } from 'pino';
import { DECIDERS } from '../src/domain/deciders.ts';
import { createLedger } from '../src/ledger/ledger.ts';
import { createPool } from '../src/ledger/pool.ts';
import { createRegisterService } from '../src/registers/service.ts';
import { createMetrics } from '../src/runtime/metrics.ts';
import { type WorkerTuning, workerTuning } from '../workers/tuning.ts';
import { installTemporalRuntime, startWorker } from '../workers/worker.ts';
import { withStackFrames } from '../workers/workflow-stacks.ts';
import { requestHashOf } from './fixture.ts';

export interface WorkerOrder {
  readonly kind: 'product' | 'empty';
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly databaseUrl: string;
  readonly tuning: Partial<WorkerTuning>;
}

export interface WorkerState {
  /** Resident memory of the whole process, in bytes. */
  readonly residentBytes: number;
  /** CPU time used so far, in microseconds. */
  readonly cpuMicroseconds: number;
}

/** As many as a Titian process has: src/runtime/rooms.ts. */
const CONNECTIONS = 30;

type Running = { stop(): Promise<void> };

const root = join(import.meta.dirname, '..');
let running: Running | undefined;

process.on('message', (message: { name: 'start'; order: WorkerOrder } | { name: 'state' | 'stop' }) => {
  void answer(message).then(
    (value) => process.send?.({ value: value ?? null }),
    (error: Error) => process.send?.({ error: error.stack ?? error.message }),
  );
});
// A parent that was killed must not leave its workers behind.
process.on('disconnect', () => process.exit(1));

async function answer(message: { name: string; order?: WorkerOrder }): Promise<WorkerState | undefined> {
  switch (message.name) {
    case 'start':
      running = await start(message.order!);
      return undefined;
    case 'state': {
      globalThis.gc?.();
      const { user, system } = process.cpuUsage();
      return { residentBytes: process.memoryUsage.rss(), cpuMicroseconds: user + system };
    }
    default:
      await running?.stop();
      // After the answer: a process that ends by itself writes its CPU profile.
      setTimeout(() => process.exit(0), 100);
      return undefined;
  }
}

function start(order: WorkerOrder): Promise<Running> {
  installTemporalRuntime(pino({ level: 'error' }));
  return order.kind === 'product' ? startProduct(order) : startEmpty(order);
}

async function startProduct(order: WorkerOrder): Promise<Running> {
  const { buildId } = JSON.parse(readFileSync(join(root, 'build.json'), 'utf8')) as { buildId: string };
  const pool = createPool(order.databaseUrl, { connections: CONNECTIONS });
  const ledger = createLedger(pool, { buildId });
  const worker = await startWorker({
    temporal: { connection: { address: order.temporalAddress }, namespace: order.namespace },
    taskQueue: order.taskQueue,
    pool,
    ledger,
    deciders: DECIDERS,
    registers: createRegisterService({ ledger, requestHash: requestHashOf }),
    projections: { projectOnce: async () => 0 },
    audience: async () => [],
    bundlePath: join(root, 'workflow-bundle.js'),
    buildId,
    logger: pino({ level: 'error' }),
    metrics: createMetrics(),
    tuning: { shutdownGraceMs: 1_000, ...order.tuning },
  });
  return {
    async stop() {
      await worker.stop();
      await pool.end();
    },
  };
}

/** The same settings as the product's worker, so that only the work differs. */
async function startEmpty(order: WorkerOrder): Promise<Running> {
  const connection = await NativeConnection.connect({ address: order.temporalAddress });
  const tuning = { ...workerTuning, ...order.tuning };
  const worker = await withStackFrames(tuning.workflowStackFrames, () =>
    Worker.create({
      connection,
      namespace: order.namespace,
      taskQueue: order.taskQueue,
      workflowsPath: join(import.meta.dirname, 'empty-workflow.js'),
      maxCachedWorkflows: tuning.cachedWorkflowsMax,
      maxConcurrentWorkflowTaskExecutions: tuning.workflowTasksMax,
      maxConcurrentWorkflowTaskPolls: tuning.workflowTaskPollsMax,
      stickyQueueScheduleToStartTimeout: tuning.stickyTimeoutMs,
      maxConcurrentLocalActivityExecutions: tuning.localActivitiesMax,
      shutdownGraceTime: 1_000,
    }),
  );
  const finished = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await finished;
      await connection.close();
    },
  };
}
