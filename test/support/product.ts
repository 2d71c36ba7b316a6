/** The whole product on the run's real Postgres and Temporal: registers, worker, API on a port of its own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { pino } from 'pino';
import { createAccessLog } from '../../src/access/access-log.ts';
import { createSandboxIssuer, createVerifier, generateSandboxKey } from '../../src/access/tokens.ts';
import { startApi } from '../../src/api/server.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { createTemporalGateway } from '../../src/gateway/temporal-gateway.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createAssessmentList } from '../../src/projections/assessment-list.ts';
import { createCandidateList } from '../../src/projections/candidate-list.ts';
import { createCaseList } from '../../src/projections/case-list.ts';
import { journeysAtSite } from '../../src/projections/journeys-at-site.ts';
import { createProjectors } from '../../src/projections/projectors.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { createMetrics } from '../../src/runtime/metrics.ts';
import { deciders } from '../../src/runtime/rooms.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { createWorlds, LIVE_WORLD } from '../../src/sandbox/worlds.ts';
import { createVault } from '../../src/vault/vault.ts';
import { runLengthOf, workerTuning } from '../../workers/tuning.ts';
import { startWorker } from '../../workers/worker.ts';
import { workflowBundle } from './bundle.ts';
import { createTestDatabase, type TestDatabase } from './postgres.ts';
import './quiet-temporal.ts';
import { testTemporal } from './temporal.ts';

export interface TestProduct {
  readonly address: string;
  readonly database: TestDatabase;
  readonly client: Client;
  /** Every log line of API and worker so far. */
  readonly log: readonly string[];
  stop(): Promise<void>;
}

export async function startProduct(): Promise<TestProduct> {
  const database = await createTestDatabase();
  const log: string[] = [];
  const logTo = { write: (line: string) => void log.push(line) };
  const { address, namespace } = testTemporal();
  const { path: bundlePath, buildId } = await workflowBundle();
  const pool = createPool(database.appUrl);
  const vault = createVault(pool, randomBytes(32));
  await vault.confirmMasterKeys();
  const ledger = createLedger(pool, { buildId });
  const client = new Client({ connection: await Connection.connect({ address }), namespace });
  const taskQueue = `product-${randomUUID()}`;
  const worlds = createWorlds(pool);
  const registers = createRegisterService({ ledger, requestHash: (text) => vault.requestHash(text) });
  await registers.loadStartingRegisters();
  const projections = createProjectors({ pool, ledger });
  const projector = projections.list('case-list');
  const metrics = createMetrics();
  const worker = await startWorker({
    ...{ temporal: { connection: { address }, namespace }, taskQueue, pool, ledger, deciders, registers },
    projections,
    audience: journeysAtSite({
      ...{ pool, ledger, projector },
      custody: projections.list('custody-list'),
      proposals: projections.list('proposal-list'),
    }),
    ...{ bundlePath, buildId, logger: pino({ level: 'debug' }, logTo), metrics },
    tuning: { shutdownGraceMs: 1_000, archiveMs: 500 },
  });
  const issuer = await createSandboxIssuer(await generateSandboxKey(), { inSandbox: true });
  const verifier = await createVerifier({ sandbox: { publicJwk: issuer.publicJwk } }, { inSandbox: true });
  const api = await startApi({
    ...{ host: '127.0.0.1', port: 0, logLevel: 'debug', logTo },
    dependencies: {
      gateway: createTemporalGateway({ client, taskQueue, ...runLengthOf(workerTuning) }),
      ...{ ledger, vault, verifier, registers, journeyDecider },
      accessLog: createAccessLog(pool),
      clockOffsetOf: async (world) => (world === LIVE_WORLD ? 0 : (await worlds.find(world)).clockOffsetMs),
      cases: createCaseList(pool),
      candidates: createCandidateList(pool),
      assessments: createAssessmentList(pool),
      sandbox: { worlds: createSandbox({ client, taskQueue, worlds }), issuer },
      readiness: async () => ({ postgres: { ready: true } }),
      metrics: metrics.registry,
    },
  });
  return {
    address: api.address,
    ...{ database, client, log },
    async stop() {
      await api.close();
      await worker.stop();
      await client.connection.close();
      await pool.end();
      await database.drop();
    },
  };
}
