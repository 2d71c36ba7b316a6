/** What worker, API and pilot share in one process: pools, ledger, vault, registers, lists. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type pg from 'pg';
import { type Logger, pino } from 'pino';
import type { SealMetrics } from '../../workers/seal.ts';
import { runLengthOf, workerTuning } from '../../workers/tuning.ts';
import { type AccessLog, createAccessLog } from '../access/access-log.ts';
import { type BreakGlass, createBreakGlass } from '../access/break-glass.ts';
import { createPageCodes, type PageCodes } from '../access/page-codes.ts';
import { DECIDERS } from '../domain/deciders.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import { createTemporalGateway, type EntityGateway } from '../gateway/temporal-gateway.ts';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { findPackageRoot } from '../ledger/package-root.ts';
import type { NoticeMetrics } from '../notices/metrics.ts';
import type { Notices } from '../notices/notices.ts';
import { createPapers, type Papers } from '../papers/papers.ts';
import { type CaseList, createCaseList } from '../projections/case-list.ts';
import { createProjectors, type Projectors } from '../projections/projectors.ts';
import { createRegisterService, type RegisterService } from '../registers/service.ts';
import { createSandbox, type Sandbox } from '../sandbox/sandbox.ts';
import { createWorlds, type Worlds } from '../sandbox/worlds.ts';
import type { SealedLog } from '../seal/sealed-log.ts';
import { deriveKey } from '../vault/master-key.ts';
import { createVault, type Vault } from '../vault/vault.ts';
import { openApplicationPool } from './application-pool.ts';
import type { Assembly } from './assembly.ts';
import { createMetrics, type EngineMetrics } from './metrics.ts';
import { openNotices } from './notice-parts.ts';
import { createSealMetrics } from './seal-metrics.ts';
import { openSeal } from './seal-parts.ts';

/** Deciders by kind of stream: the law that shells and registers run. */
export { DECIDERS as deciders } from '../domain/deciders.ts';

/** Enough for the local activities of one worker and the API's reads at the same time. */
const CONNECTIONS = 30;

export interface Rooms {
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  readonly breakGlass: BreakGlass;
  readonly pageCodes: PageCodes;
  readonly registers: RegisterService;
  readonly cases: CaseList;
  readonly projectors: Projectors;
  readonly client: Client;
  readonly gateway: EntityGateway;
  readonly worlds: Worlds;
  readonly sandbox: Sandbox;
  readonly notices: Notices;
  readonly noticeMetrics: NoticeMetrics;
  readonly papers: Papers;
  readonly metrics: EngineMetrics;
  /** Absent where neither a key nor a trust policy is configured: then nothing is sealed. */
  readonly seal?: SealedLog;
  readonly sealMetrics: SealMetrics;
  readonly logger: Logger;
  readonly build: BuildInfo;
  close(): Promise<void>;
}

export interface BuildInfo {
  readonly buildId: string;
  readonly bundlePath: string;
  readonly rulesPath: string;
}

/**
 * @throws MasterKeyProblem if the database was sealed with another master key.
 * @throws StartupProblem if the database's login may do more than the application should.
 */
export async function openRooms(titian: Assembly): Promise<Rooms> {
  const { configuration, secrets, database, temporal } = titian;
  const build = readBuild();
  const logger = pino({ level: configuration.logLevel, base: { build: build.buildId } });
  const pool = await openApplicationPool(database, {
    connections: CONNECTIONS,
    onIdleError: (error) => logger.warn({ error: error.message }, 'database connection lost'),
  });
  const vault = createVault(pool, secrets.masterKeys);
  await vault.confirmMasterKeys();
  const ledger = createLedger(pool, { buildId: build.buildId });
  const connection = await Connection.connect(temporal.connection);
  const client = new Client({ connection, namespace: temporal.namespace });
  const { taskQueue } = configuration;
  const worlds = createWorlds(pool);
  const metrics = createMetrics();
  const accessLog = createAccessLog(pool);
  const seal = openSeal(configuration, pool);
  const noticeNeeds = { pool, ledger, vault, accessLog, deciders: DECIDERS };
  return {
    pool,
    ledger,
    vault,
    accessLog,
    breakGlass: createBreakGlass(pool),
    pageCodes: createPageCodes(pool, {
      hash: (text) => vault.requestHash(text),
      signingKey: deriveKey(secrets.masterKeys, secrets.masterKeys.lookup, 'page-code-token'),
    }),
    ...openNotices(configuration, metrics.registry, noticeNeeds),
    papers: createPapers({ pool, ledger, vault, decider: journeyDecider }),
    registers: createRegisterService({
      ledger,
      requestHash: (text) => vault.requestHash(text),
      observe: metrics.observeDecision,
    }),
    cases: createCaseList(pool),
    projectors: createProjectors({ pool, ledger }),
    client,
    gateway: createTemporalGateway({ client, taskQueue, ...runLengthOf(workerTuning) }),
    worlds,
    sandbox: createSandbox({ client, taskQueue, worlds }),
    metrics,
    ...(seal === undefined ? {} : { seal }),
    sealMetrics: createSealMetrics(metrics.registry),
    logger,
    build,
    async close() {
      await connection.close();
      await pool.end();
    },
  };
}

function readBuild(): BuildInfo {
  const dist = join(findPackageRoot(), 'dist');
  const { buildId } = JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8')) as { buildId: string };
  return {
    ...{ buildId, bundlePath: join(dist, 'workflow-bundle.js') },
    rulesPath: join(dist, 'rules-pack.js'),
  };
}
