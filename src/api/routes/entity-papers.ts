/**
 * Papers of a class and of a certificate: the class list for the centre, the sheet for the certification body.
 * Names come from the vault, each look is written down, and the record of the class learns none of them.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Touched, VerifiedActor } from '../../access/reach.ts';
import type { CommandName } from '../../access/roles.ts';
import { CredentialTooLong, qrPng, verifyAddress } from '../../credentials/qr-code.ts';
import { printedKey } from '../../domain/certificate/numbers.ts';
import type { CertificateState } from '../../domain/certificate/state.ts';
import { foldEntity, initialEntityState } from '../../domain/decide.ts';
import { trainingClassDecider } from '../../domain/training-class/decider.ts';
import type { TrainingClassState } from '../../domain/training-class/state.ts';
import { buildCertificate } from '../../papers/builders/certificate.ts';
import { buildClassList } from '../../papers/builders/class-list.ts';
import type { EntityPaperRequest, Papers } from '../../papers/papers.ts';
import type { StoredPaper } from '../../papers/store.ts';
import type { Found } from '../../projections/entity-states.ts';
import { recordedVersion } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { certificateKind } from '../entity-kinds/certificate.ts';
import { type EntityKindEntry, entityKind } from '../entity-kinds/entity-kind.ts';
import { entityStream } from '../entity-kinds/index.ts';
import { trainingClassKind } from '../entity-kinds/training-class.ts';
import { madeBefore, paperSchema, paperView } from '../paper-answer.ts';
import { attachKeyOf } from '../paper-key.ts';
import { requestRefused } from '../problem.ts';
import { requireRight } from '../require-right.ts';
import { commandHeaders, entityParameters, problems } from '../route-schemas.ts';
import { credentialOf } from './certificates.ts';
import { nameOf } from './classes.ts';
import type { RouteContext } from './route-context.ts';

interface EntityPaper {
  readonly entity: EntityKindEntry;
  readonly kind: 'class-list' | 'certificate';
  readonly summary: string;
  readonly command: CommandName;
  /** Whose it is, for `read-paper` and for the command. undefined = nothing is there yet. */
  touched(state: unknown): Touched | undefined;
  /** Looks up the names, and answers how the paper is drawn and whose key seals it. */
  prepare(
    context: RouteContext,
    request: FastifyRequest,
    found: Found<unknown>,
    id: string,
  ): Promise<Pick<EntityPaperRequest, 'build' | 'keySubject'>>;
}

const CLASS_LIST: EntityPaper = {
  entity: entityKind(trainingClassKind),
  kind: 'class-list',
  summary: 'Buat daftar peserta · Make the class list',
  command: 'note-class-paper',
  touched(state) {
    const { plan } = state as TrainingClassState;
    return plan === null ? undefined : { owners: [plan.centre], trainingCentres: [plan.centre] };
  },
  async prepare(context, request, { world, entity }, id) {
    const state = entity.domain as TrainingClassState;
    const names = await namesIn(context, actorOf(request), world, state);
    const known = new Map([...names].flatMap(([key, name]) => (name === null ? [] : [[key, name]])));
    return { keySubject: `class/${id}`, build: (material) => buildClassList(material, state, known) };
  },
};

const CERTIFICATE: EntityPaper = {
  entity: entityKind(certificateKind),
  kind: 'certificate',
  summary: 'Buat lembar sertifikat · Make the sheet of a certificate',
  command: 'note-certificate-paper',
  touched(state) {
    const { details } = state as CertificateState;
    return details === null ? undefined : { certificationBodies: [details.certificationBody] };
  },
  async prepare(context, request, { entity }) {
    const { credentials } = context.dependencies;
    if (credentials === undefined) throw requestRefused('PAPER_NOT_READY', { kind: 'CERTIFICATE' });
    const state = entity.domain as CertificateState;
    const { jwt, holderName, personId } = await credentialOf(context, credentials, request);
    const qr = await codeOf(credentials.publicUrl, jwt);
    const number = encodeURIComponent(printedKey(state.details?.number ?? ''));
    const check = {
      address: `${credentials.publicUrl}/api/v1/public/certificates/${number}`,
      ...(qr === undefined ? {} : { qr }),
    };
    return {
      keySubject: personId,
      build: (material) => buildCertificate(material, state, holderName, check),
    };
  },
};

const ENTITY_PAPERS: readonly EntityPaper[] = [CLASS_LIST, CERTIFICATE];

export function entityPaperRoutes(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  for (const paper of ENTITY_PAPERS) {
    makeRoute(app, context, papers, paper);
    listRoute(app, context, papers, paper);
  }
}

const pathOf = ({ entity: { resource } }: EntityPaper): string => `/api/v1/${resource}/:id/papers`;

function makeRoute(app: FastifyInstance, context: RouteContext, papers: Papers, of: EntityPaper): void {
  const { dependencies, flow } = context;
  app.post(
    `${pathOf(of)}/${of.kind}`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags: ['papers'],
        summary: of.summary,
        params: entityParameters,
        headers: commandHeaders,
        response: { 201: paperSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { actor, key } = senderOf(request);
      const { id } = request.params as { id: string };
      const { kind, command, entity } = of;
      const { found, stream, touched } = await open(context, actor, of, id);
      const { world } = found;
      await requireRight(context, actor, command, touched, { subject: stream, world });
      const attachKey = attachKeyOf(key);
      const before = await madeBefore(dependencies.ledger, papers.store, actor, attachKey, stream);
      if (before !== undefined) return reply.code(201).send(paperView(before, false));
      const made = await papers.makeForEntity({
        ...{ kind, stream, world, version: found.entity.version },
        actor: { id: actor.id, role: actor.role, office: actor.office },
        ...(await of.prepare(context, request, found, id)),
      });
      if (made.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
      if (made.kind === 'not-ready') throw requestRefused('PAPER_NOT_READY', { kind: kind.toUpperCase() });
      const { paperId, number, datedOn: date, sha256: hash } = made.paper;
      const result = await flow.sendToEntity({ actor, key: attachKey }, entity, id, command, {
        data: { kind: kind.toUpperCase(), number, date, hash },
      });
      const version = await recordedVersion(dependencies.ledger, actor, result);
      await papers.store.attach(paperId, version);
      const attachedVersion = made.paper.attachedVersion ?? version;
      return reply.code(201).send(paperView({ ...made.paper, attachedVersion }, false));
    },
  );
}

function listRoute(app: FastifyInstance, context: RouteContext, papers: Papers, of: EntityPaper): void {
  app.get(
    pathOf(of),
    {
      schema: {
        tags: ['papers'],
        summary: 'Berkas yang telah dibuat · Papers that were made',
        params: entityParameters,
        response: { 200: z.object({ papers: z.array(paperSchema) }), ...problems },
      },
    },
    async (request) => {
      const { id } = request.params as { id: string };
      const { stream } = await open(context, actorOf(request), of, id);
      return { papers: (await papers.store.list(stream)).map((paper) => paperView(paper, false)) };
    },
  );
}

/** Role first, then whose it is; the look is written down. */
async function open({ flow, reads }: RouteContext, actor: VerifiedActor, of: EntityPaper, id: string) {
  const { entity } = of;
  const stream = entityStream(entity.kind, id);
  await reads.mayReadAtAll(actor, 'read-paper', stream);
  const found = entity.isId(id) ? await flow.entity(entity, id) : undefined;
  const touched = found && of.touched(found.entity.domain);
  if (found === undefined || touched === undefined) throw requestRefused('NOT_FOUND', {});
  await reads.permit(actor, 'read-paper', stream, found.world, touched);
  return { found, stream, touched };
}

/**
 * A list of names is looked at name by name, and goes with the first of its people whose key is destroyed: its
 * own key is the class's (G-11).
 */
export async function mayReadEntityPaper(
  context: RouteContext,
  actor: VerifiedActor,
  { stream, kind, version }: StoredPaper,
): Promise<void> {
  const of = ENTITY_PAPERS.find((paper) => paper.kind === kind);
  if (of === undefined) throw requestRefused('NOT_FOUND', {});
  const id = stream.slice(stream.indexOf('/') + 1);
  const { found } = await open(context, actor, of, id);
  if (of !== CLASS_LIST) return;
  const events = await context.dependencies.ledger.readStream(stream, { upTo: version });
  const then = foldEntity(trainingClassDecider, initialEntityState(trainingClassDecider, id), events).domain;
  const names = await namesIn(context, actor, found.world, then);
  if ([...names.values()].includes(null)) throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
}

async function namesIn(
  context: RouteContext,
  actor: VerifiedActor,
  world: string,
  { classId, seats }: TrainingClassState,
): Promise<ReadonlyMap<string, string | null>> {
  const names = new Map<string, string | null>();
  for (const enrolmentId of Object.keys(seats)) {
    names.set(enrolmentId, await nameOf(context, actor, world, enrolmentId, classId));
  }
  return names;
}

async function codeOf(publicUrl: string, jwt: string): Promise<Buffer | undefined> {
  try {
    return await qrPng(verifyAddress(publicUrl, jwt));
  } catch (error) {
    // No phone could read it: the file itself is handed out instead.
    if (error instanceof CredentialTooLong) return undefined;
    throw error;
  }
}
