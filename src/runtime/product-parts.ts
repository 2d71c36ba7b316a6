import { createPrivateKey } from 'node:crypto';
import type { JWK } from 'jose';
import { installTemporalRuntime, type RunningWorker, startWorker } from '../../workers/worker.ts';
import { createSandboxIssuer, createVerifier, type SandboxIssuer, type Verifier } from '../access/tokens.ts';
import { startApi } from '../api/server.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import { journeysAtSite } from '../projections/journeys-at-site.ts';
import { LIVE_WORLD } from '../sandbox/worlds.ts';
import type { Assembly } from './assembly.ts';
import type { Part } from './parts.ts';
import { pilotPart } from './pilot-part.ts';
import { deciders, openRooms, type Rooms } from './rooms.ts';
import { noteRunning } from './running.ts';
import { StartupProblem } from './startup-problem.ts';

/** The registers' starting data, the worker, the API and the pilot, in the order in which they start. */
export function productParts(titian: Assembly): readonly Part[] {
  const { parts } = titian.configuration;
  const shared: { rooms?: Rooms } = {};
  const list = [roomsPart(titian, shared), registersPart(titian, shared)];
  if (parts !== 'api') list.push(workerPart(titian, shared));
  if (parts !== 'worker') list.push(apiPart(titian, shared));
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
      const { registers } = present(shared);
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
        projections: rooms.projector,
        audience: journeysAtSite(rooms),
        bundlePath: rooms.build.bundlePath,
        buildId: rooms.build.buildId,
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
      const { verifier, issuer } = await tokens(titian);
      const api = await startApi({
        host: configuration.host,
        port: configuration.port,
        logLevel: 'warn',
        dependencies: {
          gateway: rooms.gateway,
          ledger: rooms.ledger,
          vault: rooms.vault,
          accessLog: rooms.accessLog,
          journeyDecider,
          clockOffsetOf: async (world) =>
            world === LIVE_WORLD ? 0 : (await rooms.worlds.find(world)).clockOffsetMs,
          verifier,
          registers: rooms.registers,
          cases: rooms.cases,
          sandbox: issuer === undefined ? null : { worlds: rooms.sandbox, issuer },
          readiness: () => readiness(rooms),
          metrics: rooms.metrics.registry,
        },
      });
      titian.apiAddress = api.address;
      return { detail: api.address, stop: api.close };
    },
  };
}

async function tokens(titian: Assembly): Promise<{ verifier: Verifier; issuer?: SandboxIssuer }> {
  const { configuration, secrets } = titian;
  const inSandbox = configuration.sandbox;
  if (secrets.tokenSigningKey !== undefined) {
    const jwk = createPrivateKey(secrets.tokenSigningKey).export({ format: 'jwk' }) as JWK;
    const issuer = await createSandboxIssuer(jwk, { inSandbox });
    const verifier = await createVerifier({ sandbox: { publicJwk: issuer.publicJwk } }, { inSandbox });
    return { verifier, issuer };
  }
  const { signIn } = configuration;
  if (signIn === undefined) {
    throw new StartupProblem('Nobody could sign in.', 'Set TITIAN_OIDC_ISSUER, or TITIAN_SANDBOX=on.');
  }
  const jwksUri = await discoverKeys(signIn.issuer);
  const { issuer, audience } = signIn;
  return { verifier: await createVerifier({ oidc: { issuer, audience, jwksUri } }, { inSandbox }) };
}

/** OpenID Connect Discovery 1.0, section 4: where the issuer publishes its keys. */
async function discoverKeys(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    const { jwks_uri } = (await response.json()) as { jwks_uri?: string };
    if (typeof jwks_uri === 'string') return jwks_uri;
  } catch {
    // The one line below says what to look at; a stack trace would not help more.
  }
  throw new StartupProblem(
    `${address} does not answer as an OpenID provider.`,
    'Correct TITIAN_OIDC_ISSUER.',
  );
}

const DISCOVERY_TIMEOUT_MS = 10_000;

async function readiness(rooms: Rooms) {
  const of = async (look: () => Promise<string>) => {
    try {
      return { ready: true, detail: await look() };
    } catch (error) {
      return { ready: false, detail: error instanceof Error ? error.name : 'unknown' };
    }
  };
  const [postgres, temporal, projections] = await Promise.all([
    of(async () => {
      await rooms.pool.query('SELECT 1');
      return 'answers';
    }),
    of(async () => (await rooms.client.workflowService.getSystemInfo({})).serverVersion ?? 'answers'),
    of(async () => `${await rooms.projector.lag()} leaves behind`),
  ]);
  return { postgres, temporal, projections };
}
