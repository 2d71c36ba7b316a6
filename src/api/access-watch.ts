/**
 * No answer leaves before the look at it was written down (G-08, UU 27/2022 art. 31). Every route behind the token
 * says what it is: one that reads writes to the access log on its way, one that shows nothing personal says why,
 * and a command stands in the ledger with its actor. A route that forgets is an error and shows nothing.
 *
 * What was looked for in vain, or was another's and therefore "not found", is a denied try and is written down too.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccessEntry, AccessLog } from '../access/access-log.ts';
import type { VerifiedActor } from '../access/reach.ts';
import type { ReadName } from '../access/roles.ts';
import { LIVE_WORLD } from '../ledger/ledger.ts';
import { RequestRefused } from './problem.ts';
import { worldId } from './world-id.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Why nobody writes down who looked: what is shown is nobody's data. */
    openData?: string;
    /** A POST that looks like a command and whose trace stands in the access log, not in the ledger. */
    tracedInAccessLog?: boolean;
  }
}

export interface ServedRoute {
  readonly method: string;
  readonly url: string;
  /** How a request to it leaves its trace. */
  readonly trace: 'access-log' | 'ledger' | 'none';
  /** Why there is none. */
  readonly openData?: string;
}

interface Look {
  written: number;
  /** The world that the request names, or that of what it found. */
  world: string;
  /** The last read that the role passed. */
  tried?: { readonly actor: VerifiedActor; readonly read: ReadName; readonly subject: string };
}

const looks = new AsyncLocalStorage<Look>();

/** Remembers what is being tried, for the row that is written where it comes to nothing. */
export function tryingTo(actor: VerifiedActor, read: ReadName, subject: string): void {
  const look = looks.getStore();
  if (look !== undefined) look.tried = { actor, read, subject };
}

/** The world that the request names, until what it asks for was found in another. */
export const worldLookedAt = (): string => looks.getStore()?.world ?? LIVE_WORLD;

/** What was asked for stands in this world: where it comes to nothing after all, that is a denied try there. */
export function foundIn(world: string): void {
  const look = looks.getStore();
  if (look !== undefined) look.world = world;
}

/** The log, counting what the request at hand wrote. */
export function watched(accessLog: AccessLog): AccessLog {
  return {
    list: (filter) => accessLog.list(filter),
    async record(entry: AccessEntry) {
      const receipt = await accessLog.record(entry);
      const look = looks.getStore();
      if (look !== undefined) look.written += 1;
      return receipt;
    },
    async recordMany(entry, subjects) {
      const receipts = await accessLog.recordMany(entry, subjects);
      const look = looks.getStore();
      if (look !== undefined) look.written += receipts.length;
      return receipts;
    },
  };
}

/** For writers of the log that do not go through `watched`: a grant writes its row in its own transaction. */
export function wroteDown(): void {
  const look = looks.getStore();
  if (look !== undefined) look.written += 1;
}

const NOT_SHOWN: ReadonlySet<string> = new Set([
  ...['NOT_PERMITTED', 'NOT_FOUND', 'ORIGIN_HIDDEN', 'PERSON_UNKNOWN', 'CANDIDATE_UNKNOWN', 'CLASS_UNKNOWN'],
  ...['ASSESSMENT_UNKNOWN', 'CERTIFICATE_NOT_VALID', 'CREDENTIAL_WITHOUT_NAME', 'PAPER_ALTERED'],
]);

/** Commands go to the ledger with their actor; everything else behind the token is a look. */
function traceOf(method: string, url: string, config: RouteMarks): ServedRoute['trace'] {
  if (config.openData !== undefined) return 'none';
  const isCommand = method === 'POST' && (url.includes('/commands/') || url === '/api/v1/people');
  return isCommand && config.tracedInAccessLog !== true ? 'ledger' : 'access-log';
}

interface RouteMarks {
  readonly openData?: string;
  readonly tracedInAccessLog?: boolean;
}

/**
 * Watches all routes that are registered on `app` after this.
 *
 * @param served takes a line for each of them, for tests and documents.
 */
export function watchAccess(app: FastifyInstance, accessLog: AccessLog, served: ServedRoute[]): void {
  app.addHook('onRoute', ({ method, url, config }) => {
    const marks = (config ?? {}) as RouteMarks;
    for (const one of [method].flat().filter((each) => each !== 'HEAD' && each !== 'OPTIONS')) {
      const trace = traceOf(one, url, marks);
      const { openData } = marks;
      served.push({ method: one, url, trace, ...(openData === undefined ? {} : { openData }) });
    }
  });
  // After the body was read: its parser would lose the thread.
  app.addHook('preHandler', (request, _reply, done) =>
    looks.run({ written: 0, world: worldNamed(request) }, done),
  );
  app.addHook('onSend', async (request, reply) => {
    const { url = '', config } = request.routeOptions;
    if (reply.statusCode >= 300 || looks.getStore() === undefined) return;
    const trace = traceOf(request.method, url, config as RouteMarks);
    if (trace === 'access-log' && looks.getStore()?.written === 0) {
      throw new Error(`${request.method} ${url} would have answered without writing down who looked`);
    }
  });
  app.addHook('onError', async (_request, _reply, error) => {
    const look = looks.getStore();
    if (look?.tried === undefined || look.written > 0 || !(error instanceof RequestRefused)) return;
    const { code } = error.refusal;
    if (!NOT_SHOWN.has(code)) return;
    const { actor, read, subject } = look.tried;
    await accessLog.record({
      ...{ actor, world: look.world, action: read, subject, outcome: 'denied', reason: code },
    });
  });
}

/** In the address or in the body; what is no world's name never enters the log. */
function worldNamed({ query, body }: Pick<FastifyRequest, 'query' | 'body'>): string {
  const named = [query, body].map((part) => (part as { readonly world?: unknown } | null | undefined)?.world);
  const found = named.map((one) => worldId.safeParse(one)).find(({ success }) => success);
  return found?.data ?? LIVE_WORLD;
}
