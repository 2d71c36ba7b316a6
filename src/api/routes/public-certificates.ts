/**
 * What anybody may ask about certificates, without a token: is it valid, where are the keys, what do the
 * status lists say. Nothing here names a holder, a reason or an origin (S46, I-8).
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { perAddress } from '../../access/per-address.ts';
import {
  DID_DOCUMENT_PATH,
  JWKS_PATH,
  STATUS_PURPOSES,
  type StatusPurpose,
  VERIFY_PATH,
} from '../../credentials/addresses.ts';
import type { Credentials } from '../../credentials/credentials.ts';
import { LIST_CACHE_SECONDS } from '../../credentials/status-list.ts';
import { printedKey } from '../../domain/certificate/numbers.ts';
import { IN_FORCE } from '../../domain/certificate/status-moves.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CertificateList, CertificateRow } from '../../projections/certificate-list.ts';
import { parseWith } from '../command-body.ts';
import { requestRefused } from '../problem.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

/** Of one address: enough to check a pile of papers by hand, too little to try out numbers. */
const CHECKS_PER_MINUTE = 60;
/** Numbers are unique per LSP only; more than this under one number is not looked at. */
const MOST_MATCHES = 10;
const KEYS_CACHE_SECONDS = 3_600;

const answer = z.object({
  valid: z.boolean(),
  certificates: z.array(
    z.object({ scheme: z.string(), certificationBody: z.string(), validUntil: z.string() }),
  ),
});

/** As printed, or an id: of marks that a paper can bear. */
const printed = z.object({
  number: z.string().regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, 'not a certificate number'),
});

const tags = ['public'];

export function publicCertificateRoutes(
  app: FastifyInstance,
  context: RouteContext,
  certificates: CertificateList,
  credentials: Credentials | undefined,
): void {
  checkRoute(app, context, certificates);
  if (credentials === undefined) return;
  keyRoutes(app, credentials);
  statusRoute(app, credentials);
  pageRoutes(app, credentials);
}

function checkRoute(
  app: FastifyInstance,
  { dependencies, flow, inSandbox }: RouteContext,
  certificates: CertificateList,
): void {
  const query = z.strictObject({ world: worldId.optional() });
  app.get(
    '/api/v1/public/certificates/:number',
    {
      config: { rateLimit: perAddress(CHECKS_PER_MINUTE) },
      schema: {
        tags,
        security: [],
        summary: 'Apakah sertifikat berlaku · Whether a certificate is valid',
        description:
          'Nomor atau kode sertifikat. The number as printed or the id of a certificate. One that is not ' +
          'valid and one that does not exist are answered alike.',
        params: printed,
        querystring: query,
        response: { 200: answer },
      } as object,
    },
    async (request) => {
      const { world = LIVE_WORLD } = parseWith(query, request.query);
      if (world !== LIVE_WORLD && !inSandbox) throw requestRefused('SANDBOX_ONLY', {});
      const { number } = parseWith(printed, request.params);
      const found = await matches(certificates, number, world);
      const now = new Date(Date.now() + (await dependencies.clockOffsetOf(world))).toISOString();
      const valid = found.filter((row) => IN_FORCE.includes(row.status) && now <= row.validUntilAt);
      return {
        valid: valid.length > 0,
        certificates: await Promise.all(valid.map((row) => shown(flow, row))),
      };
    },
  );
}

async function matches(
  certificates: CertificateList,
  asked: string,
  world: string,
): Promise<readonly CertificateRow[]> {
  const byId = await certificates.find(asked);
  if (byId !== undefined) return byId.world === world ? [byId] : [];
  return certificates.list({ world, numberKey: printedKey(asked) }, MOST_MATCHES);
}

async function shown(flow: RouteContext['flow'], row: CertificateRow): Promise<object> {
  const [body, scheme] = await flow.facts.read([`office/${row.certificationBody}`, `scheme/${row.schemeId}`]);
  return {
    scheme: row.schemeName ?? (scheme?.value as { title?: string } | null)?.title ?? row.schemeId,
    certificationBody: (body?.value as { name?: string } | null)?.name ?? row.certificationBody,
    validUntil: row.validUntil,
  };
}

/** Open to every page of the world: there is nothing to protect, and checking elsewhere is the point. */
const forAll = (reply: FastifyReply, cacheSeconds: number): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', `public, max-age=${cacheSeconds}`);

function keyRoutes(app: FastifyInstance, credentials: Credentials): void {
  const open = (path: string, summary: string, type: string, find: (id: string) => object | undefined) =>
    app.get(path, { schema: { tags, security: [], summary } as object }, async (request, reply) => {
      const found = find((request.params as { keyId?: string }).keyId ?? '');
      if (found === undefined) throw requestRefused('NOT_FOUND', {});
      return forAll(reply, KEYS_CACHE_SECONDS).type(type).send(JSON.stringify(found));
    });
  open(JWKS_PATH, 'Kunci publik penerbit · Public keys', 'application/jwk-set+json', credentials.jwks);
  open(DID_DOCUMENT_PATH, 'did:web', 'application/did+json', credentials.didDocument);
  open('/credentials/keys/:keyId', 'Satu kunci · One key', 'application/jwk+json', credentials.key);
}

function statusRoute(app: FastifyInstance, credentials: Credentials): void {
  app.get(
    '/status/:list/:purpose',
    { schema: { tags, security: [], summary: 'Daftar status · Bitstring status list' } as object },
    async (request, reply) => {
      const { list, purpose } = request.params as { list: string; purpose: string };
      const known = STATUS_PURPOSES.includes(purpose as StatusPurpose) && /^[1-9]\d{0,5}$/.test(list);
      const text = known ? await credentials.statusList(Number(list), purpose as StatusPurpose) : undefined;
      if (text === undefined) throw requestRefused('NOT_FOUND', {});
      return forAll(reply, LIST_CACHE_SECONDS).type('application/vc+jwt').send(text);
    },
  );
}

function pageRoutes(app: FastifyInstance, credentials: Credentials): void {
  const hidden = { schema: { hide: true } as object };
  app.get(VERIFY_PATH, hidden, async (request, reply) => {
    const page = await credentials.page();
    // In the language of the console, whose switch leaves this cookie; the page has both and a switch of its own.
    const english = /(?:^|;\s*)titian-language=en(?:;|$)/.test(request.headers.cookie ?? '');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', credentials.pagePolicy)
      .header('cache-control', 'no-cache')
      .header('vary', 'cookie')
      .send(english ? page.replace('<html lang="id">', '<html lang="en">') : page);
  });
  app.get(`${VERIFY_PATH}/worker.js`, hidden, async (_request, reply) =>
    reply
      .type('text/javascript; charset=utf-8')
      .header('service-worker-allowed', VERIFY_PATH)
      .header('cache-control', 'no-cache')
      .send(credentials.pageWorker),
  );
}
