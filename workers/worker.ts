/**
 * One worker process: the workflows, their activities, and the loops that keep ledger and Temporal in
 * step. Any number may run; each loop is safe to run in all of them.
 */
import { readFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { createEntityActivities } from '../activities/entity.ts';
import { failpointsFrom } from '../activities/failpoint.ts';
import { createNoticeActivities } from '../activities/notice.ts';
import { createSheetActivities } from '../activities/sheet.ts';
import { createVerifyActivities, type VerifyDependencies } from '../activities/verify.ts';
import { createWorldActivities } from '../activities/world.ts';
import type { Decider } from '../src/domain/decider.ts';
import type { CommandGateway } from '../src/gateway/contract.ts';
import { createSheetStarter } from '../src/gateway/sheet-starter.ts';
import { createTemporalGateway } from '../src/gateway/temporal-gateway.ts';
import type { Ledger, UndeliveredMessage } from '../src/ledger/ledger.ts';
import type { NoticeBacklog } from '../src/notices/backlog.ts';
import type { Notices } from '../src/notices/notices.ts';
import type { TemporalAddress } from '../src/runtime/assembly.ts';
import type { EngineMetrics } from '../src/runtime/metrics.ts';
import { createWorlds, LIVE_WORLD } from '../src/sandbox/worlds.ts';
import type { SealedLog } from '../src/seal/sealed-log.ts';
import { createSheetRunner } from '../src/sheets/runner.ts';
import { createSheetStore } from '../src/sheets/store.ts';
import type { Vault } from '../src/vault/vault.ts';
import { archiveClosedRuns } from './archive.ts';
import { startDelivery } from './deliver-notices.ts';
import { type Loop, startLoop } from './loop.ts';
import { deliverMessages } from './relay.ts';
import { type SealMetrics, sealRound } from './seal.ts';
import { sheetsOf } from './sheets.ts';
import { sweepOverdue } from './sweep.ts';
import { forgetCheckedSheets, restartSheets, type TendedSheets } from './tend-sheets.ts';
import { runLengthOf, type WorkerTuning, workerTuning } from './tuning.ts';
import { keepVerifySchedule } from './verify-schedule.ts';
import { withStackFrames } from './workflow-stacks.ts';

export interface WorkerDependencies {
  readonly temporal: TemporalAddress;
  readonly taskQueue: string;
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly deciders: ReadonlyMap<string, Decider<unknown>>;
  readonly registers: CommandGateway;
  /** For sheets that bring new persons. */
  readonly vault?: Pick<Vault, 'unseal' | 'storeIdentity'>;
  readonly projections: { projectOnce(): Promise<number> };
  /** Absent in tests that have no use for them. */
  readonly notices?: Pick<Notices, 'advance' | 'attempt' | 'backlog'> & {
    observeBacklog?(seen: NoticeBacklog): void;
  };
  /** Absent where nothing is sealed. */
  readonly seal?: { readonly log: SealedLog; readonly metrics: SealMetrics };
  /** Absent in tests that have no use for it. `cron`: five fields, UTC; absent: only when asked. */
  readonly verification?: VerifyDependencies & { readonly cron?: string };
  readonly audience: (message: UndeliveredMessage) => Promise<readonly { stream: string; world: string }[]>;
  readonly bundlePath: string;
  readonly buildId: string;
  /** The rule pack of the same build; absent in tests that have no use for it. */
  readonly rulesPath?: string;
  readonly logger: Logger;
  readonly metrics: EngineMetrics;
  readonly tuning?: Partial<WorkerTuning>;
}

export interface RunningWorker {
  /** Resolves when the worker has stopped; rejects when it died. */
  readonly finished: Promise<void>;
  /** Drains: takes nothing new, lets what runs end, then closes the connections. A second call waits for the first. */
  stop(): Promise<void>;
}

export async function startWorker(dependencies: WorkerDependencies): Promise<RunningWorker> {
  const { temporal, taskQueue, ledger, logger, metrics } = dependencies;
  const tuning = { ...workerTuning, ...dependencies.tuning };
  const connection = await NativeConnection.connect(temporal.connection);
  const client = new Client({
    connection: await Connection.connect(temporal.connection),
    namespace: temporal.namespace,
  });
  const gateway = createTemporalGateway({ client, taskQueue, ...runLengthOf(tuning) });
  const worlds = createWorlds(dependencies.pool);
  const deliver = (): Promise<number> =>
    deliverMessages({
      ledger,
      gateway,
      registers: dependencies.registers,
      audience: dependencies.audience,
      clockOffsetOf: async (world) => (world === LIVE_WORLD ? 0 : (await worlds.find(world)).clockOffsetMs),
      onFailure: (message, error) =>
        logger.warn(
          { message: message.id, error: error instanceof Error ? error.name : 'unknown' },
          'message waits',
        ),
    });

  await ledger.keepBuild(dependencies.buildId, await readFile(dependencies.bundlePath));
  const { rulesPath } = dependencies;
  if (rulesPath !== undefined) await ledger.keepRules(dependencies.buildId, await readFile(rulesPath));
  const worker = await withStackFrames(tuning.workflowStackFrames, () =>
    Worker.create({
      connection,
      namespace: temporal.namespace,
      taskQueue,
      workflowBundle: { codePath: dependencies.bundlePath },
      activities: {
        ...createEntityActivities({
          ledger,
          deciders: dependencies.deciders,
          observe: metrics.observeDecision,
          failpoints: failpointsFrom(process.env),
        }),
        ...(dependencies.notices === undefined ? {} : createNoticeActivities(dependencies.notices)),
        ...(dependencies.verification === undefined ? {} : createVerifyActivities(dependencies.verification)),
        ...createSheetActivities(
          createSheetRunner(
            sheetsOf({
              ...{ ...dependencies, gateway, worlds },
              ...{ chunk: tuning.sheetChunk, lanes: tuning.sheetLanes },
            }),
          ),
        ),
        ...createWorldActivities({ ledger, worlds, gateway, deliverMessages: deliver }),
      },
      maxCachedWorkflows: tuning.cachedWorkflowsMax,
      maxConcurrentWorkflowTaskExecutions: tuning.workflowTasksMax,
      maxConcurrentWorkflowTaskPolls: tuning.workflowTaskPollsMax,
      stickyQueueScheduleToStartTimeout: tuning.stickyTimeoutMs,
      maxConcurrentLocalActivityExecutions: tuning.localActivitiesMax,
      maxConcurrentActivityTaskExecutions: tuning.activitiesMax,
      shutdownGraceTime: tuning.shutdownGraceMs,
      buildId: dependencies.buildId,
    }),
  );
  metrics.watchCache(() => worker.getStatus().numCachedWorkflows);
  const running = worker.run();

  const onFailure = metrics.loopFailed;
  const sheets: TendedSheets = {
    ...{ ledger, store: createSheetStore(dependencies.pool), now: Date.now },
    start: createSheetStarter(client, taskQueue),
    onFailure: (sheet, error) => {
      onFailure();
      logger.warn({ sheet, error: nameOf(error) }, 'sheet not started again');
    },
  };
  const loops: Loop[] = [
    startLoop({
      name: 'relay',
      idleMs: tuning.relayIdleMs,
      logger,
      onFailure,
      round: async () => (await deliver()) > 0,
    }),
    startLoop({
      name: 'sequencer',
      idleMs: tuning.sequencerIdleMs,
      logger,
      onFailure,
      round: async () => (await ledger.sequenceLeaves()) + (await dependencies.projections.projectOnce()) > 0,
    }),
    startLoop({
      name: 'sweep',
      idleMs: tuning.sweepMs,
      logger,
      onFailure,
      round: async () => {
        await sweepOverdue({
          ledger,
          gateway,
          worlds,
          onOverdue: metrics.deadlinesOverdue,
          onFailure: (stream, error) => {
            onFailure();
            logger.warn({ stream, error: nameOf(error) }, 'entity not woken');
          },
        });
        await restartSheets(sheets);
        await forgetCheckedSheets(sheets);
        metrics.backlog(await ledger.backlog());
        return false;
      },
    }),
    startLoop({
      name: 'archive',
      idleMs: tuning.archiveMs,
      logger,
      onFailure,
      round: async () =>
        (await archiveClosedRuns({
          client,
          ledger,
          onLost: (run) =>
            logger.error({ stream: run.stream, run: run.runId }, 'run lost before it was archived'),
        })) > 0,
    }),
  ];

  const { notices } = dependencies;
  if (notices !== undefined) {
    const start = startDelivery(client, taskQueue);
    loops.push(
      startLoop({
        name: 'notices',
        idleMs: tuning.noticesIdleMs,
        logger,
        onFailure,
        round: () => notices.advance(start),
      }),
      startLoop({
        name: 'notice backlog',
        idleMs: tuning.sweepMs,
        logger,
        onFailure,
        round: async () => {
          notices.observeBacklog?.(await notices.backlog());
          return false;
        },
      }),
    );
  }

  const { seal, verification } = dependencies;
  if (verification !== undefined) await keepVerifySchedule(client, taskQueue, verification.cron);
  if (seal?.log.sealer !== undefined) {
    const round = sealRound(seal.log, { logger, metrics: seal.metrics });
    loops.push(startLoop({ name: 'seal', idleMs: tuning.sealIdleMs, logger, onFailure, round }));
  }

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all(loops.map((loop) => loop.stop()));
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
    await client.connection.close();
    await connection.close();
  };
  return {
    finished: running,
    stop() {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The SDK's own log lines go where ours go, at warning level and above. Call once per process. */
export function installTemporalRuntime(logger: Logger): void {
  Runtime.install({
    logger: {
      log: (level, message, meta) => logger[pinoLevelOf(level)]({ ...meta }, message),
      trace: () => undefined,
      debug: () => undefined,
      info: () => undefined,
      warn: (message, meta) => logger.warn({ ...meta }, message),
      error: (message, meta) => logger.error({ ...meta }, message),
    },
    // Titian stops its parts in order itself.
    shutdownSignals: [],
  });
}

/** An error's name says enough for a log; its message could repeat data. */
const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const pinoLevelOf = (level: string): 'warn' | 'error' | 'debug' =>
  level === 'ERROR' ? 'error' : level === 'WARN' ? 'warn' : 'debug';
