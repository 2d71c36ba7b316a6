/** A worker and a gateway on the run's real Postgres and Temporal, with a task queue of its own. */
import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import type { Pool } from 'pg';
import { pino } from 'pino';
import { certificateDecider } from '../../src/domain/certificate/decider.ts';
import type { Decider } from '../../src/domain/decider.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { trainingClassDecider } from '../../src/domain/training-class/decider.ts';
import type { CommandGateway } from '../../src/gateway/contract.ts';
import { createTemporalGateway, type EntityGateway } from '../../src/gateway/temporal-gateway.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { createWorlds, type Worlds } from '../../src/sandbox/worlds.ts';
import type { WorkerTuning } from '../../workers/tuning.ts';
import { type RunningWorker, startWorker, type WorkerDependencies } from '../../workers/worker.ts';
import { workflowBundle } from './bundle.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import './quiet-temporal.ts';
import { testTemporal } from './temporal.ts';

export interface TestEngine {
  readonly database: TestDatabase;
  readonly taskQueue: string;
  readonly client: Client;
  readonly ledger: Ledger;
  readonly gateway: EntityGateway;
  readonly worlds: Worlds;
  readonly sandbox: Sandbox;
  readonly metrics: ReturnType<typeof createMetrics>;
  startWorker(tuning?: Partial<WorkerTuning>): Promise<RunningWorker>;
  stop(): Promise<void>;
}

export const engineDeciders: ReadonlyMap<string, Decider<unknown>> = new Map([
  ['journey', journeyDecider as Decider<unknown>],
  ['certificate', certificateDecider as Decider<unknown>],
  ['class', trainingClassDecider as Decider<unknown>],
]);

/** No registers run in an engine test unless it brings them. */
const noRegisters: CommandGateway = {
  send: () => Promise.reject(new Error('this test has no registers')),
};

export async function startEngine(
  options: {
    registers?: (ledger: Ledger) => CommandGateway;
    audience?: (ledger: Ledger, pool: Pool) => WorkerDependencies['audience'];
    notices?: (ledger: Ledger, pool: Pool) => NonNullable<WorkerDependencies['notices']>;
    verification?: (database: TestDatabase, pool: Pool) => NonNullable<WorkerDependencies['verification']>;
    tuning?: Partial<WorkerTuning>;
  } = {},
): Promise<TestEngine> {
  const database = await createTestDatabase();
  const { address, namespace } = testTemporal();
  const { path: bundlePath, buildId } = await workflowBundle();
  const pool = createPool(database.appUrl);
  const ledger = createLedger(pool, { buildId });
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  const taskQueue = `test-${randomUUID()}`;
  const gateway = createTemporalGateway({
    client,
    taskQueue,
    commandsPerRun: options.tuning?.commandsPerRun ?? 4,
  });
  const worlds = createWorlds(pool);
  const metrics = createMetrics();
  const workers = new Set<RunningWorker>();
  return {
    database,
    taskQueue,
    client,
    ledger,
    gateway,
    worlds,
    sandbox: createSandbox({ client, taskQueue, worlds }),
    metrics,
    async startWorker(tuning) {
      const worker = await startWorker({
        temporal: { connection: { address }, namespace },
        taskQueue,
        pool,
        ledger,
        deciders: engineDeciders,
        registers: options.registers?.(ledger) ?? noRegisters,
        projections: { projectOnce: async () => 0 },
        audience: options.audience?.(ledger, pool) ?? (async () => []),
        ...(options.notices === undefined ? {} : { notices: options.notices(ledger, pool) }),
        ...(options.verification === undefined ? {} : { verification: options.verification(database, pool) }),
        bundlePath,
        buildId,
        logger: pino({ level: 'warn' }),
        metrics,
        tuning: { shutdownGraceMs: 1_000, archiveMs: 500, ...options.tuning, ...tuning },
      });
      workers.add(worker);
      return worker;
    },
    async stop() {
      await Promise.all([...workers].map((worker) => worker.stop()));
      await client.connection.close();
      await pool.end();
      await database.drop();
    },
  };
}
