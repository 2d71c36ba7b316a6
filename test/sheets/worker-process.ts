/** A worker in a process of its own, to be killed: `node --import tsx worker-process.ts <order as JSON>`. */
import { pino } from 'pino';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { installTemporalRuntime, startWorker } from '../../workers/worker.ts';

export interface Order {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly databaseUrl: string;
  readonly bundlePath: string;
  readonly buildId: string;
}

const order = JSON.parse(process.argv[2] ?? '{}') as Order;
const logger = pino({ level: 'error' });
installTemporalRuntime(logger);
const pool = createPool(order.databaseUrl);
const { buildId, taskQueue, bundlePath, namespace } = order;
await startWorker({
  ...{ pool, taskQueue, bundlePath, buildId, logger, deciders: DECIDERS, metrics: createMetrics() },
  temporal: { connection: { address: order.address }, namespace },
  ledger: createLedger(pool, { buildId }),
  registers: { send: () => Promise.reject(new Error('this worker has no registers')) },
  projections: { projectOnce: async () => 0 },
  audience: async () => [],
  // One line at a time, so that there is something left to do when it is killed.
  tuning: { sheetChunk: 1, sheetLanes: 1 },
});
