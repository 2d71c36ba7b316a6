/** The list of certificates, and the credential of one as a file or as a QR code. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { mayRead } from '../../access/roles.ts';
import { code, localDate, oneLine } from '../../catalogue/fields.ts';
import type { Credentials } from '../../credentials/credentials.ts';
import { qrPng, qrSvg, verifyAddress } from '../../credentials/qr-code.ts';
import { printedKey } from '../../domain/certificate/numbers.ts';
import type { CertificateState } from '../../domain/certificate/state.ts';
import { IN_FORCE } from '../../domain/certificate/status-moves.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CertificateFilter, CertificateList } from '../../projections/certificate-list.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { certificateKind } from '../entity-kinds/certificate.ts';
import { entityKind } from '../entity-kinds/entity-kind.ts';
import { requestRefused } from '../problem.ts';
import { entityParameters, pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  office: code.optional().describe('Code of the LSP'),
  status: z.enum(['VALID', 'EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN']).optional(),
  scheme: code.optional(),
  assessor: code.optional().describe('Whatever this assessor judged'),
  unreviewed: z
    .enum(['true'])
    .optional()
    .describe('With `assessor`: only those not looked at since the licence was withdrawn'),
  expiresBefore: localDate.optional(),
  number: oneLine(80).optional(),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});

const page = z.object({
  certificates: z.array(z.looseObject({ certificateId: z.string(), status: z.string() })),
  nextCursor: z.string().nullable(),
});

const tags = ['certificates'];

export function certificateRoutes(
  app: FastifyInstance,
  context: RouteContext,
  certificates: CertificateList,
  credentials: Credentials | undefined,
): void {
  listRoute(app, context, certificates);
  if (credentials !== undefined) credentialRoutes(app, context, credentials);
}

function listRoute(app: FastifyInstance, { reads }: RouteContext, certificates: CertificateList): void {
  app.get(
    '/api/v1/certificates',
    {
      schema: {
        tags,
        summary: 'Daftar sertifikat · List of certificates',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-certificates', 'certificates');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const filter = wanted(actor, asked, world);
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id')[0];
      const rows = filter === undefined ? [] : await certificates.list(filter, asked.limit + 1, after);
      const shown = rows.slice(0, asked.limit);
      const about = { rows: shown.length, filter: asked };
      await reads.note(actor, 'list-certificates', 'certificates', world, about);
      const last = shown.at(-1);
      const more = rows.length > asked.limit && last !== undefined;
      return { certificates: shown, nextCursor: more ? writeCursor(last.certificateId) : null };
    },
  );
}

/** Undefined where what is asked for and what the actor may see exclude each other. */
function wanted(
  actor: VerifiedActor,
  asked: z.output<typeof query>,
  world: string,
): CertificateFilter | undefined {
  const permission = mayRead(actor, 'list-certificates');
  const own = permission.allowed && permission.rule === 'ANY_OFFICE' ? asked.office : actor.office;
  if (asked.office !== undefined && asked.office !== own) return undefined;
  return {
    world,
    ...(own === undefined ? {} : { certificationBody: own }),
    ...(asked.status === undefined ? {} : { status: asked.status }),
    ...(asked.scheme === undefined ? {} : { schemeId: asked.scheme }),
    ...(asked.assessor === undefined ? {} : { assessorId: asked.assessor }),
    ...(asked.unreviewed === undefined || asked.assessor === undefined ? {} : { unreviewed: true }),
    ...(asked.expiresBefore === undefined ? {} : { expiresBefore: asked.expiresBefore }),
    ...(asked.number === undefined ? {} : { numberKey: printedKey(asked.number) }),
  };
}

function credentialRoutes(app: FastifyInstance, context: RouteContext, credentials: Credentials): void {
  const route = (name: string, summary: string, type: string, make: (jwt: string) => unknown) =>
    app.get(
      `/api/v1/certificates/:id/${name}`,
      { schema: { tags, summary, params: entityParameters, response: { ...problems } } },
      async (request, reply) => {
        const { jwt } = await credentialOf(context, credentials, request);
        const made = await make(jwt);
        // It holds a name: nobody on the way keeps it.
        return reply.type(type).header('cache-control', 'no-store').send(made);
      },
    );
  route('credential.jwt', 'Sertifikat digital · The credential', 'application/vc+jwt', (jwt) => jwt);
  const address = (jwt: string) => verifyAddress(credentials.publicUrl, jwt);
  route('qr.svg', 'Kode QR · QR code', 'image/svg+xml', (jwt) => qrSvg(address(jwt)));
  route('qr.png', 'Kode QR · QR code', 'image/png', (jwt) => qrPng(address(jwt)));
}

/** The credential, and what was looked up for it. */
export interface IssuedCredential {
  readonly jwt: string;
  readonly holderName: string;
  readonly personId: string;
}

/** Role first, then whose it is; every file made is written down, and so is the look at the name. */
export async function credentialOf(
  { dependencies, flow, reads }: RouteContext,
  credentials: Credentials,
  request: FastifyRequest,
): Promise<IssuedCredential> {
  const actor = actorOf(request);
  const { id } = request.params as { id: string };
  const stream = `certificate/${id}`;
  await reads.mayReadAtAll(actor, 'read-credential', stream);
  const found = certificateKind.isId(id) ? await flow.entity(entityKind(certificateKind), id) : undefined;
  const state = found?.entity.domain as CertificateState | undefined;
  if (found === undefined || state?.details == null) throw requestRefused('NOT_FOUND', {});
  const { world } = found;
  const { certificationBody, schemeId, schemeName } = state.details;
  const holder = await dependencies.ledger.holderOf(world, state.details.holderAddress);
  const personId = holder?.replace(/^journey\//, '');
  await reads.permit(actor, 'read-credential', stream, world, {
    certificationBodies: [certificationBody],
    ...(personId === undefined ? {} : { personId }),
  });
  if (!IN_FORCE.includes(state.status)) throw requestRefused('CERTIFICATE_NOT_VALID', {});
  const name =
    personId === undefined ? undefined : await holderName(dependencies, actor, world, personId, stream);
  if (name === undefined) throw requestRefused('CREDENTIAL_WITHOUT_NAME', {});
  const [body, scheme] = await flow.facts.read([`office/${certificationBody}`, `scheme/${schemeId}`]);
  const jwt = await credentials.file(state, {
    holder: name,
    certificationBody: (body?.value as { name?: string } | null)?.name ?? certificationBody,
    scheme: schemeName ?? (scheme?.value as { title?: string } | null)?.title ?? schemeId,
  });
  return { jwt, holderName: name, personId: personId ?? '' };
}

/** The vault opens only against a look that was written down, with its reason. */
async function holderName(
  { accessLog, vault }: RouteContext['dependencies'],
  actor: VerifiedActor,
  world: string,
  personId: string,
  reason: string,
): Promise<string | undefined> {
  const receipt = await accessLog.record({
    ...{ actor, world, action: 'read-identity', subject: personId },
    ...{ outcome: 'allowed', reason },
  });
  const identity = await vault.readIdentity(personId, receipt);
  return identity.kind === 'identity' ? identity.document.name : undefined;
}
