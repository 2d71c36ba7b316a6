/**
 * Papers of a journey: made from the record, kept with their hash, read again. That a paper was made is
 * itself a fact: `attach-document` with its number and hash goes through the same flow as any command.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { outOfReach, type VerifiedActor, withinReach } from '../../access/reach.ts';
import { mayIssue } from '../../access/roles.ts';
import { caseId, eventVersion } from '../../catalogue/fields.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { isPaperKind, PAPER_KINDS, type PaperKind } from '../../papers/paper.ts';
import type { Papers } from '../../papers/papers.ts';
import type { StoredPaper } from '../../papers/store.ts';
import type { Found } from '../../projections/entity-states.ts';
import { acceptedAnswer } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { seenCases } from '../case-reach.ts';
import { clientCommandId } from '../client-command-id.ts';
import { parseWith } from '../command-body.ts';
import { touchedByCommand, touchedByJourney } from '../journey-reach.ts';
import { attachKeyOf } from '../paper-key.ts';
import { RequestRefused, requestRefused } from '../problem.ts';
import { commandHeaders, personParameters, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['papers'];
const ofJourney = '/api/v1/journeys/:personId/papers';

const query = z.strictObject({
  caseId: caseId.default('c1'),
  version: z.coerce
    .number()
    .pipe(eventVersion)
    .optional()
    .describe('Version of the journey to show; the newest if not given'),
  letter: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2), z.literal(3)]))
    .optional()
    .describe('Of warning letters: which; the newest if not given'),
});
const parameters = personParameters.extend({ kind: z.enum(PAPER_KINDS) });
const paperSchema = z.object({
  paperId: z.string(),
  kind: z.enum(PAPER_KINDS),
  subject: z.string(),
  version: z.int(),
  number: z.string(),
  datedOn: z.string(),
  sha256: z.string(),
  attachedVersion: z.int().nullable(),
  href: z.string(),
});

export function paperRoutes(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  makeRoute(app, context, papers);
  listRoute(app, context, papers);
  readRoute(app, context, papers);
}

function makeRoute(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  const { dependencies, flow, reads } = context;
  app.post(
    `${ofJourney}/:kind`,
    {
      schema: {
        tags,
        summary: 'Buat surat dari catatan · Make a paper from the record',
        params: parameters,
        headers: commandHeaders,
        querystring: query,
        response: { 201: paperSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { actor, key } = senderOf(request);
      const { personId, kind } = named(request.params);
      await reads.mayReadAtAll(actor, 'read-paper', personId);
      const asked = parseWith(query, request.query);
      const found = await reads.open({ actor, personId, read: 'read-paper' });
      await requireRightToAttach(context, actor, found, asked.caseId);
      const attachKey = attachKeyOf(key);
      const before = await madeBefore(context, papers, actor, attachKey, found.stream);
      if (before !== undefined) {
        if (before.kind !== kind || before.subject !== asked.caseId) {
          throw requestRefused('COMMAND_ID_REUSED', { commandId: key });
        }
        return reply.code(201).send(paperView(before));
      }
      if (asked.version !== undefined && asked.version > found.entity.version) {
        throw requestRefused('MALFORMED', { field: 'version' });
      }
      const touched = touchedByJourney(found.entity.domain);
      const made = await papers.makeForJourney({
        ...{ kind, personId, actor: { id: actor.id, role: actor.role, office: actor.office } },
        ...{ world: found.world, caseId: asked.caseId, version: asked.version ?? found.entity.version },
        ...(asked.letter === undefined ? {} : { letter: asked.letter }),
        receipt: await reads.permit(actor, 'read-identity', personId, found.world, touched),
      });
      if (made.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
      if (made.kind === 'not-ready') throw requestRefused('PAPER_NOT_READY', { kind: kind.toUpperCase() });
      const { paper } = made;
      const { number, datedOn: date, sha256: hash } = paper;
      const data = { caseId: asked.caseId, kind: kind.toUpperCase(), number, date, hash };
      const result = await flow.sendToJourney({ actor, key: attachKey }, personId, 'attach-document', {
        data,
      });
      const { version } = await acceptedAnswer(dependencies.ledger, actor, result);
      await papers.store.attach(paper.paperId, version);
      return reply.code(201).send(paperView({ ...paper, attachedVersion: paper.attachedVersion ?? version }));
    },
  );
}

function listRoute(app: FastifyInstance, { reads }: RouteContext, papers: Papers): void {
  app.get(
    ofJourney,
    {
      schema: {
        tags,
        summary: 'Surat yang telah dibuat · Papers that were made',
        params: personParameters,
        response: { 200: z.object({ papers: z.array(paperSchema) }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { personId } = named({ ...(request.params as object), kind: PAPER_KINDS[0] });
      const { stream, entity } = await reads.open({ actor, personId, read: 'read-paper' });
      const all = await papers.store.list(stream);
      return { papers: all.filter((paper) => isSeen(actor, entity.domain, paper)).map(paperView) };
    },
  );
}

function readRoute(app: FastifyInstance, { dependencies, reads }: RouteContext, papers: Papers): void {
  app.get(
    '/api/v1/papers/:file',
    {
      schema: {
        tags,
        summary: 'Unduh surat (PDF) · A paper as PDF, its hash checked again',
        params: z.object({ file: z.string().describe('`<paperId>.pdf`') }),
        response: { ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-paper', 'papers');
      const paperId = /^(d-[0-9a-f]{32})\.pdf$/.exec((request.params as { file: string }).file)?.[1];
      const paper = paperId === undefined ? undefined : await papers.store.find(paperId);
      if (paper?.attachedVersion == null) throw requestRefused('NOT_FOUND', {});
      const personId = paper.stream.slice('journey/'.length);
      const { entity } = await reads.open({ actor, personId, read: 'read-paper' });
      // Another case's paper and none at all look the same.
      if (!isSeen(actor, entity.domain, paper)) throw requestRefused('NOT_FOUND', {});
      const [attached] = await dependencies.ledger.readStream(paper.stream, {
        afterVersion: paper.attachedVersion - 1,
        upTo: paper.attachedVersion,
      });
      const recorded = (attached?.data as { hash?: string } | undefined)?.hash;
      const opened = await papers.store.open(paper.paperId);
      if (opened?.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
      if (opened?.kind !== 'bytes' || recorded !== paper.sha256) {
        throw requestRefused('PAPER_ALTERED', { paperId: paper.paperId });
      }
      return reply
        .header('content-type', 'application/pdf')
        .header('content-disposition', `inline; filename="${paper.kind}-${paper.paperId.slice(2, 10)}.pdf"`)
        .header('cache-control', 'no-store')
        .header('repr-digest', `sha-256=:${Buffer.from(paper.sha256, 'hex').toString('base64')}:`)
        .serializer((bytes) => bytes as string)
        .send(opened.bytes);
    },
  );
}

function named(parameters_: unknown): { personId: string; kind: PaperKind } {
  const { personId, kind } = parameters_ as { personId: string; kind: string };
  if (!personParameters.safeParse({ personId }).success) throw requestRefused('PERSON_UNKNOWN', {});
  if (!isPaperKind(kind)) throw requestRefused('NOT_FOUND', {});
  return { personId, kind };
}

/** Asked before the person's identity is opened; the flow asks again when the fact is recorded. */
async function requireRightToAttach(
  { dependencies, inSandbox }: RouteContext,
  actor: VerifiedActor,
  { entity, world }: Found<JourneyState>,
  forCase: string,
): Promise<void> {
  const permission = mayIssue(actor, 'attach-document');
  const state = entity.domain;
  const touched = {
    ...touchedByCommand(state, 'attach-document', { caseId: forCase }),
    personId: state.personId,
  };
  if (permission.allowed && withinReach(permission.rule, actor, touched, { inSandbox })) {
    if (state.cases[forCase] === undefined) throw requestRefused('CASE_UNKNOWN', { caseId: forCase });
    return;
  }
  const refusal = permission.allowed
    ? outOfReach(permission.rule, actor, 'attach-document')
    : permission.refusal;
  await dependencies.accessLog.record({
    ...{ actor, world, action: 'attach-document', subject: state.personId },
    ...{ outcome: 'denied', reason: refusal.code },
  });
  throw new RequestRefused(refusal);
}

/** What this key made the first time: asked again, nothing is made twice. */
async function madeBefore(
  { dependencies: { ledger } }: RouteContext,
  { store }: Papers,
  actor: VerifiedActor,
  attachKey: string,
  stream: string,
): Promise<StoredPaper | undefined> {
  const decision = await ledger.findDecision(clientCommandId(actor, attachKey));
  if (decision?.outcome !== 'accepted' || decision.firstVersion === undefined) return undefined;
  if (decision.stream !== stream) throw requestRefused('COMMAND_ID_REUSED', {});
  const [event] = await ledger.readStream(stream, {
    afterVersion: decision.firstVersion - 1,
    upTo: decision.firstVersion,
  });
  const { hash } = (event?.data ?? {}) as { hash?: string };
  const paper = hash === undefined ? undefined : await store.findByHash(stream, hash);
  if (paper === undefined) return undefined;
  // The first answer may have been lost before this was noted.
  await store.attach(paper.paperId, decision.firstVersion);
  return { ...paper, attachedVersion: paper.attachedVersion ?? decision.firstVersion };
}

/** Who handed a case over keeps the papers made until then (S17). */
function isSeen(
  actor: VerifiedActor,
  state: JourneyState,
  { subject, attachedVersion }: StoredPaper,
): boolean {
  const until = seenCases(actor, state).get(subject);
  return until !== undefined && attachedVersion !== null && attachedVersion <= until;
}

const paperView = (paper: StoredPaper): object => {
  const { paperId, kind, subject, version, number, datedOn, sha256, attachedVersion } = paper;
  return {
    ...{ paperId, kind, subject, version, number, datedOn, sha256, attachedVersion },
    href: `/api/v1/papers/${paperId}.pdf`,
  };
};
