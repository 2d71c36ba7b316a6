/** The whole API in one process: real Postgres, the real ledger and vault, and no workflow between them. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import { Registry } from 'prom-client';
import { createAccessLog } from '../../src/access/access-log.ts';
import { createPageCodes } from '../../src/access/page-codes.ts';
import {
  createSandboxIssuer,
  generateSandboxKey,
  type SandboxIdentity,
} from '../../src/access/sandbox-issuer.ts';
import { createVerifier, type Verifier } from '../../src/access/verifier.ts';
import type { ServedRoute } from '../../src/api/access-watch.ts';
import type { ApiDependencies } from '../../src/api/dependencies.ts';
import { buildApi } from '../../src/api/server.ts';
import type { ConsoleOptions } from '../../src/console/options.ts';
import type { Decider, JsonObject } from '../../src/domain/decider.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import type { CommandAnswer } from '../../src/domain/envelope.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import type { JourneyState } from '../../src/domain/journey/state.ts';
import type { CommandGateway } from '../../src/gateway/contract.ts';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool, createReaderPool } from '../../src/ledger/pool.ts';
import { createCaseList } from '../../src/projections/case-list.ts';
import {
  type CaseListProjector,
  createCaseListProjector,
} from '../../src/projections/case-list-projector.ts';
import { DirectGateway } from '../../src/registers/direct-gateway.ts';
import { createRegisterService } from '../../src/registers/service.ts';
import { createWorlds } from '../../src/sandbox/worlds.ts';
import { createVault, type Vault } from '../../src/vault/vault.ts';
import { deliverMessages } from '../../workers/relay.ts';
import { createTestDatabase } from '../support/postgres.ts';

export interface ApiWorld {
  readonly app: FastifyInstance;
  readonly ledger: Ledger;
  readonly vault: Vault;
  readonly projector: CaseListProjector;
  /** As someone who owns the server: to look behind the curtain. */
  readonly superPool: pg.Pool;
  readonly logLines: string[];
  call(request: ApiCall): Promise<ApiReply>;
  token(identity: SandboxIdentity): Promise<string>;
  /** What another entity tells one by a message: nobody from outside may send it. */
  tell(stream: string, world: string, name: string, data: JsonObject): Promise<CommandAnswer>;
  close(): Promise<void>;
}

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  readonly url: string;
  readonly as?: SandboxIdentity;
  readonly token?: string;
  readonly key?: string | null;
  readonly body?: unknown;
  readonly rawBody?: string;
  readonly contentType?: string;
}

export interface ApiReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every route
  readonly body: any;
  readonly text: string;
  readonly contentType: string;
}

export interface ApiWorldOptions {
  readonly sandbox?: boolean;
  /** Stands between the API and the entities, for tests of answers that never come. */
  readonly gateway?: (direct: CommandGateway) => CommandGateway;
  readonly requestsPerMinute?: number;
  readonly registers?: boolean;
  /** Takes a line for every route behind the token. */
  readonly served?: ServedRoute[];
  /** Another verifier than that of the sandbox's issuer. */
  readonly verifier?: Verifier;
  /** The pages at `/` as well. */
  readonly console?: boolean | Partial<ConsoleOptions>;
  /** Rooms that only some tests need, for example notices. */
  readonly rooms?: (needs: { pool: pg.Pool; ledger: Ledger; vault: Vault }) => Partial<ApiDependencies>;
}

export async function openApi(options: ApiWorldOptions = {}): Promise<ApiWorld> {
  const { sandbox = true } = options;
  const database = await createTestDatabase();
  const pool = createPool(database.appUrl);
  const superPool = createReaderPool(database.superUrl);
  const ledger = createLedger(pool, { buildId: 'test' });
  const vault = createVault(pool, randomBytes(32));
  await vault.confirmMasterKeys();
  const issuer = await createSandboxIssuer(await generateSandboxKey(), { inSandbox: true });
  const verifier =
    options.verifier ??
    (await createVerifier({ sandbox: { publicJwk: issuer.publicJwk } }, { inSandbox: true }));
  const worlds = createWorlds(pool);
  const registers = createRegisterService({ ledger, requestHash: vault.requestHash });
  if (options.registers !== false) await registers.loadStartingRegisters();
  const decider = journeyDecider as Decider<JourneyState>;
  const direct = new DirectGateway({ ledger, deciders: DECIDERS });
  const logLines: string[] = [];
  const pageCodes = createPageCodes(pool, { hash: vault.requestHash, signingKey: randomBytes(32) });
  const practice: ApiDependencies['sandbox'] = sandbox
    ? {
        issuer,
        worlds: {
          createWorld: (id, startsAt) => worlds.create(id, startsAt),
          world: (id) => worlds.find(id),
          listWorlds: () => worlds.list(),
          upcoming: (id, limit) => worlds.upcoming(id, limit),
          // Without workflows nobody wakes: what is due fires before the entity's next command.
          moveClock: async (id, to) => ({ ...(await worlds.moveTo(id, to)), fired: 0 }),
          settle: async (id) => {
            const clockOffsetOf = async (world: string) => (await worlds.find(world)).clockOffsetMs;
            const relay = { ledger, gateway: direct, registers, audience: async () => [], clockOffsetOf };
            while ((await deliverMessages(relay)) > 0) {}
            return { ...(await worlds.find(id)), fired: 0 };
          },
        },
      }
    : null;
  const app = await buildApi({
    logTo: { write: (line) => void logLines.push(line) },
    logLevel: 'debug',
    ...(options.served === undefined ? {} : { served: options.served }),
    ...(options.requestsPerMinute === undefined ? {} : { requestsPerMinute: options.requestsPerMinute }),
    dependencies: {
      gateway: options.gateway?.(direct) ?? direct,
      ledger,
      vault,
      verifier,
      registers,
      accessLog: createAccessLog(pool),
      pageCodes,
      journeyDecider: decider,
      cases: createCaseList(pool),
      clockOffsetOf: async (world) => (await worlds.find(world)).clockOffsetMs,
      sandbox: practice,
      readiness: async () => ({ postgres: { ready: true } }),
      metrics: new Registry(),
      ...(options.console === undefined || options.console === false
        ? {}
        : {
            console: {
              ...{ pool, verifier: pageCodes.verifierBefore(verifier), vault, registers, sandbox: practice },
              clockOffsetOf: async (world: string) => (await worlds.find(world)).clockOffsetMs,
              ...(options.console === true ? {} : options.console),
            },
          }),
      ...options.rooms?.({ pool, ledger, vault }),
    },
  });
  const tokens = new Map<string, Promise<string>>();
  const token = (identity: SandboxIdentity): Promise<string> => {
    const id = JSON.stringify(identity);
    const issued = tokens.get(id) ?? issuer.issueSandboxToken(identity, 3_600);
    tokens.set(id, issued);
    return issued;
  };
  return {
    app,
    ledger,
    vault,
    superPool,
    logLines,
    token,
    async tell(stream, world, name, data) {
      const commandId = `message:${randomUUID()}`;
      const actor = { id: 'relay', role: 'SYSTEM', office: 'system' } as const;
      const { clockOffsetMs } = await worlds.find(world);
      const envelope = { command: { commandId, name, data, actor }, requestHash: commandId, facts: [] };
      return direct.send(stream, world, { ...envelope, clockOffsetMs });
    },
    projector: createCaseListProjector({ pool, ledger, decider }),
    async call({ method = 'POST', url, as, token: bearer, key = randomUUID(), body, rawBody, contentType }) {
      const credential = bearer ?? (as === undefined ? undefined : await token(as));
      const payload = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
      const response = await app.inject({
        method,
        url,
        headers: {
          ...(credential === undefined ? {} : { authorization: `Bearer ${credential}` }),
          ...(key === null ? {} : { 'idempotency-key': key }),
          ...(payload === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
        },
        ...(payload === undefined ? {} : { payload }),
      });
      const type = String(response.headers['content-type'] ?? '');
      return {
        status: response.statusCode,
        body: type.includes('json') ? JSON.parse(response.payload) : undefined,
        text: response.payload,
        contentType: type,
      };
    },
    async close() {
      await app.close();
      await Promise.all([pool.end(), superPool.end()]);
      await database.drop();
    },
  };
}
