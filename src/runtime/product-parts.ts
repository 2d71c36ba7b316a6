import { readFile } from 'node:fs/promises';
import { installTemporalRuntime, type RunningWorker, startWorker } from '../../workers/worker.ts';
import { startOperations } from '../api/operations-server.ts';
import { startApi } from '../api/server.ts';
import { createSheetDesk } from '../api/sheets/desk.ts';
import { createExplanations } from '../audit/explain/explanations.ts';
import { createRecordAudit } from '../audit/record-audit.ts';
import { createDraftDesk } from '../audit/what-if/draft-desk.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import { createSheetStarter } from '../gateway/sheet-starter.ts';
import { createAssessmentList } from '../projections/assessment-list.ts';
import { createBoardFigures } from '../projections/board-figures.ts';
import { createCandidateList } from '../projections/candidate-list.ts';
import { createCertificateList } from '../projections/certificate-list.ts';
import { createChangesElsewhere } from '../projections/changes-elsewhere.ts';
import { createClassList } from '../projections/class-list.ts';
import { createCustodyList } from '../projections/custody-list.ts';
import { createFindingList } from '../projections/finding-list.ts';
import { journeysAtSite } from '../projections/journeys-at-site.ts';
import { createPeopleOfDesk } from '../projections/people-of-desk.ts';
import { createReferralList } from '../projections/referral-list.ts';
import { createWorkList } from '../projections/work-list.ts';
import { LIVE_WORLD } from '../sandbox/worlds.ts';
import type { Assembly } from './assembly.ts';
import { consoleOptions } from './console-parts.ts';
import { openCredentials } from './credential-parts.ts';
import { openExporter } from './export-parts.ts';
import type { Part } from './parts.ts';
import { pilotPart } from './pilot-part.ts';
import { readiness } from './readiness.ts';
import { deciders, openRooms, type Rooms } from './rooms.ts';
import { noteRunning } from './running.ts';
import { signInOf } from './sign-in.ts';
import { askedVerifications, scheduledVerification, toVerify } from './verify-parts.ts';

/** The registers' starting data, the worker, the API and the pilot, in the order in which they start. */
export function productParts(titian: Assembly): readonly Part[] {
  const { parts, operationsPort } = titian.configuration;
  const shared: { rooms?: Rooms } = {};
  const list = [roomsPart(titian, shared), registersPart(titian, shared)];
  if (parts !== 'api') list.push(workerPart(titian, shared));
  if (parts !== 'worker') list.push(apiPart(titian, shared));
  else if (operationsPort !== undefined) list.push(operationsPart(titian, shared, operationsPort));
  if (titian.configuration.pilot) list.push(pilotPart(titian));
  return list;
}

interface Shared {
  rooms?: Rooms;
}

function present({ rooms }: Shared): Rooms {
  if (rooms === undefined) throw new Error('the rooms are not open yet: the order of the parts is wrong');
  return rooms;
}

function roomsPart(titian: Assembly, shared: Shared): Part {
  return {
    name: 'vault',
    async start() {
      const rooms = await openRooms(titian);
      shared.rooms = rooms;
      // Identities that are older than the index of names; nothing waits for it, and a later start goes on.
      void rooms.vault.indexNames().then(
        (count) => count > 0 && rooms.logger.info({ count }, 'names indexed'),
        (error: unknown) => rooms.logger.warn({ error: String(error) }, 'names are not all indexed yet'),
      );
      const { database, temporal, configuration } = titian;
      const ownServers = configuration.database === undefined || configuration.temporal === undefined;
      const note = ownServers
        ? noteRunning(configuration.dataFolder, {
            databaseUrl: database.appUrl,
            temporalAddress: temporal.connection.address,
            temporalNamespace: temporal.namespace,
          })
        : undefined;
      return {
        detail: 'keys confirmed',
        async stop() {
          note?.remove();
          await rooms.close();
        },
      };
    },
  };
}

function registersPart(titian: Assembly, shared: Shared): Part {
  return {
    name: 'registers',
    async start() {
      const { registers, ledger, build } = present(shared);
      // Whatever this process decides, it can be decided again: also where it runs no worker.
      await ledger.keepRules(build.buildId, await readFile(build.rulesPath));
      const { recorded, total } = await registers.loadStartingRegisters((done, all) => {
        if (done % 50 === 0) titian.tell(`registers: ${done} of ${all}`);
      });
      return { detail: recorded === 0 ? `${total} entries` : `${recorded} new of ${total} entries` };
    },
  };
}

function workerPart(titian: Assembly, shared: Shared): Part {
  return {
    name: 'worker',
    async start() {
      const rooms = present(shared);
      installTemporalRuntime(rooms.logger);
      const worker: RunningWorker = await startWorker({
        temporal: titian.temporal,
        taskQueue: titian.configuration.taskQueue,
        pool: rooms.pool,
        ledger: rooms.ledger,
        deciders,
        registers: rooms.registers,
        vault: rooms.vault,
        projections: rooms.projectors,
        ...(rooms.seal === undefined ? {} : { seal: { log: rooms.seal, metrics: rooms.sealMetrics } }),
        verification: {
          ...scheduledVerification(() => toVerify(titian.configuration, titian.database, rooms.seal), {
            ...rooms,
            registry: rooms.metrics.registry,
          }),
          ...(titian.configuration.verifySchedule === undefined
            ? {}
            : { cron: titian.configuration.verifySchedule }),
        },
        notices: { ...rooms.notices, observeBacklog: rooms.noticeMetrics.backlog },
        audience: journeysAtSite({
          ...rooms,
          projector: rooms.projectors.list('case-list'),
          custody: rooms.projectors.list('custody-list'),
          proposals: rooms.projectors.list('proposal-list'),
        }),
        ...rooms.build,
        logger: rooms.logger,
        metrics: rooms.metrics,
      });
      worker.finished.catch(titian.giveUp);
      return { detail: `build ${rooms.build.buildId}`, stop: worker.stop };
    },
  };
}

function apiPart(titian: Assembly, shared: Shared): Part {
  return {
    name: 'API',
    async start() {
      const rooms = present(shared);
      const { configuration } = titian;
      const { verifier, issuer } = await signInOf(titian);
      const certificates = createCertificateList(rooms.pool);
      const credentials = await openCredentials(configuration, rooms.pool, certificates);
      const recordAudit = createRecordAudit({ pool: rooms.pool, ledger: rooms.ledger, today: rooms.build });
      const verifications = askedVerifications(
        () => toVerify(configuration, titian.database, rooms.seal),
        rooms,
      );
      const exporting = await openExporter(titian, rooms);
      const api = await startApi({
        host: configuration.host,
        port: configuration.port,
        logLevel: 'warn',
        trustedProxies: configuration.trustedProxies,
        dependencies: {
          gateway: rooms.gateway,
          ledger: rooms.ledger,
          vault: rooms.vault,
          accessLog: rooms.accessLog,
          breakGlass: rooms.breakGlass,
          journeyDecider,
          clockOffsetOf: async (world) =>
            world === LIVE_WORLD ? 0 : (await rooms.worlds.find(world)).clockOffsetMs,
          verifier,
          pageCodes: rooms.pageCodes,
          registers: rooms.registers,
          cases: rooms.cases,
          certificates,
          classes: createClassList(rooms.pool),
          findings: createFindingList(rooms.pool),
          work: createWorkList(rooms.pool),
          changes: createChangesElsewhere(rooms.pool),
          people: createPeopleOfDesk(rooms.pool),
          examined: rooms.pool,
          custody: createCustodyList(rooms.pool),
          referrals: createReferralList(rooms.pool),
          boards: createBoardFigures(rooms.pool),
          candidates: createCandidateList(rooms.pool),
          assessments: createAssessmentList(rooms.pool),
          ...(credentials === undefined ? {} : { credentials }),
          recordAudit,
          verifications,
          explanations: createExplanations(rooms),
          drafts: createDraftDesk(rooms),
          notices: rooms.notices,
          papers: rooms.papers,
          ...(rooms.seal === undefined ? {} : { sealedLog: rooms.seal }),
          ...(exporting === undefined ? {} : { exporter: exporting.exporter }),
          sheets: createSheetDesk({
            ...{ pool: rooms.pool, deciders, buildId: rooms.build.buildId },
            start: createSheetStarter(rooms.client, configuration.taskQueue),
          }),
          sandbox: issuer === undefined ? null : { worlds: rooms.sandbox, issuer },
          readiness: () => readiness(rooms),
          metrics: rooms.metrics.registry,
          console: consoleOptions(titian, rooms, rooms.pageCodes.verifierBefore(verifier), issuer),
        },
      });
      titian.apiAddress = api.address;
      return {
        detail: api.address,
        async stop() {
          await Promise.all([exporting?.close(), verifications.close(), api.close()]);
          await recordAudit.close();
        },
      };
    },
  };
}

/** A process that only works still says how it does: the same three routes, without people's. */
function operationsPart(titian: Assembly, shared: Shared, port: number): Part {
  return {
    name: 'operations',
    async start() {
      const rooms = present(shared);
      const { host } = titian.configuration;
      const operations = await startOperations({
        host,
        port,
        readiness: () => readiness(rooms),
        metrics: rooms.metrics.registry,
      });
      return { detail: `${operations.address}/metrics`, stop: operations.close };
    },
  };
}
