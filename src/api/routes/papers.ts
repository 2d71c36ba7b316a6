/**
 * Papers of a journey: made from the record, kept with their hash, read again. That a paper was made is
 * itself a fact: a command with its number and hash goes through the same flow as any other.
 */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { seesOnePart } from '../../access/views.ts';
import { caseId, code, eventVersion } from '../../catalogue/fields.ts';
import { isPaperKind, PAPER_KINDS, type PaperKind } from '../../papers/paper.ts';
import type { Papers } from '../../papers/papers.ts';
import type { StoredPaper } from '../../papers/store.ts';
import { recordedVersion } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { touchedByCommand, touchedByJourney } from '../journey-reach.ts';
import { madeBefore, paperSchema, paperView } from '../paper-answer.ts';
import { attachKeyOf } from '../paper-key.ts';
import { recordingOf } from '../paper-recording.ts';
import { seesPaper } from '../paper-sight.ts';
import { RequestRefused, requestRefused } from '../problem.ts';
import { requireRight } from '../require-right.ts';
import { commandHeaders, personParameters, problems } from '../route-schemas.ts';
import { entityPaperRoutes, mayReadEntityPaper } from './entity-papers.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['papers'];
const ofJourney = '/api/v1/journeys/:personId/papers';

const query = z.strictObject({
  caseId: caseId.default('c1'),
  about: code.optional().describe('Of referral letters: a referral, an offer of training or an enrolment'),
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
export function paperRoutes(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  makeRoute(app, context, papers);
  listRoute(app, context, papers);
  readRoute(app, context, papers);
  entityPaperRoutes(app, context, papers);
}

function makeRoute(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  const { dependencies, flow, reads } = context;
  app.post(
    `${ofJourney}/:kind`,
    {
      config: { tracedInAccessLog: true },
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
      const { world, stream, entity } = await reads.open({ actor, personId, read: 'read-paper' });
      const state = entity.domain;
      const recording = recordingOf(kind);
      const subject = recording.subject(asked);
      const touched = { ...touchedByCommand(state, recording.command, recording.touches(subject)), personId };
      await requireRight(context, actor, recording.command, touched, { subject: personId, world });
      const attachKey = attachKeyOf(key);
      const before = await madeBefore(dependencies.ledger, papers.store, actor, attachKey, stream);
      if (before !== undefined) {
        if (before.kind !== kind || before.subject !== subject) {
          throw requestRefused('COMMAND_ID_REUSED', { commandId: key });
        }
        return reply.code(201).send(paperView(before, seesOnePart(actor.role)));
      }
      const refusal = recording.refusal(state, actor, subject);
      if (refusal !== undefined) throw new RequestRefused(refusal);
      if (asked.version !== undefined && asked.version > entity.version) {
        throw requestRefused('MALFORMED', { field: 'version' });
      }
      const made = await papers.makeForJourney({
        ...{ kind, personId, actor: { id: actor.id, role: actor.role, office: actor.office } },
        ...{ world, caseId: asked.caseId, subject, version: asked.version ?? entity.version },
        ...(asked.letter === undefined ? {} : { letter: asked.letter }),
        receipt: recording.readsIdentity
          ? await reads.permit(actor, 'read-identity', personId, world, touchedByJourney(state))
          : await dependencies.accessLog.record({
              ...{ actor, world, action: 'read-identity', subject: personId },
              ...{ outcome: 'allowed', reason: `papers/${kind}` },
            }),
      });
      if (made.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
      if (made.kind === 'not-ready') throw requestRefused('PAPER_NOT_READY', { kind: kind.toUpperCase() });
      const { paper } = made;
      const result = await flow.sendToJourney({ actor, key: attachKey }, personId, recording.command, {
        data: recording.data(subject, paper),
      });
      const version = await recordedVersion(dependencies.ledger, actor, result);
      await papers.store.attach(paper.paperId, version);
      const attached = { ...paper, attachedVersion: paper.attachedVersion ?? version };
      return reply.code(201).send(paperView(attached, seesOnePart(actor.role)));
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
      const seen = all.filter((paper) => seesPaper(actor, entity.domain, paper));
      return { papers: seen.map((paper) => paperView(paper, seesOnePart(actor.role))) };
    },
  );
}

function readRoute(app: FastifyInstance, context: RouteContext, papers: Papers): void {
  const { dependencies, reads } = context;
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
      await mayReadPaper(context, actor, paper);
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

/** Another's paper and none at all look the same. @throws NOT_FOUND, NOT_PERMITTED. */
async function mayReadPaper(context: RouteContext, actor: VerifiedActor, paper: StoredPaper): Promise<void> {
  if (!paper.stream.startsWith('journey/')) return mayReadEntityPaper(context, actor, paper);
  const personId = paper.stream.slice('journey/'.length);
  const { entity, world } = await context.reads.open({ actor, personId, read: 'read-paper' });
  if (seesPaper(actor, entity.domain, paper)) return;
  await context.reads.noteHidden(actor, 'read-paper', paper.paperId, world);
  throw requestRefused('NOT_FOUND', {});
}

function named(parameters_: unknown): { personId: string; kind: PaperKind } {
  const { personId, kind } = parameters_ as { personId: string; kind: string };
  if (!personParameters.safeParse({ personId }).success) throw requestRefused('PERSON_UNKNOWN', {});
  if (!isPaperKind(kind)) throw requestRefused('NOT_FOUND', {});
  return { personId, kind };
}
