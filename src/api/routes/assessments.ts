/**
 * Assessments by their own ids: an LSP and its assessors never handle the id of a person (I-8). The name of the
 * person to be tested is read one by one, and each look is written down.
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { ASSESSMENT_COMMANDS } from '../../catalogue/addressed.ts';
import { code, localDate } from '../../catalogue/fields.ts';
import { JOURNEY_COMMANDS } from '../../catalogue/index.ts';
import { assessmentOf } from '../../domain/journey/assessment/state.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { AssessmentFilter, AssessmentList } from '../../projections/assessment-list.ts';
import { type Addressed, sendToHolder } from '../addressed-journey.ts';
import { assessmentAnswer } from '../assessment-answer.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { commandBody, parseWith } from '../command-body.ts';
import type { CommandFlow } from '../command-flow.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { assessmentShown, seesAssessment } from '../part-views/assessment.ts';
import { previewAddressed } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import { commandHeaders, pageSize, previewBody, previewSchema, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['assessments'];

const query = z.strictObject({
  stage: z
    .string()
    .regex(/^[A-Z_]{1,40}$/)
    .optional(),
  scheme: code.optional(),
  office: code.optional().describe('Code of the LSP; an auditor’s filter'),
  testFrom: localDate.optional(),
  testUntil: localDate.optional(),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const page = z.object({
  assessments: z.array(z.looseObject({ assessmentId: z.string(), stage: z.string() })),
  nextCursor: z.string().nullable(),
});
const inWorld = z.strictObject({ world: worldId.optional() });
const parameters = z.object({ assessmentId: z.string() });

export function assessmentRoutes(
  app: FastifyInstance,
  context: RouteContext,
  assessments: AssessmentList,
): void {
  listRoute(app, context, assessments);
  readRoutes(app, context);
  // The id stands in the address: it is put into the data here.
  for (const name of ASSESSMENT_COMMANDS) commandRoute(app, context, name);
}

function listRoute(app: FastifyInstance, { reads }: RouteContext, assessments: AssessmentList): void {
  app.get(
    '/api/v1/assessments',
    {
      schema: {
        tags,
        summary: 'Daftar asesmen · List of assessments',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-assessments', 'assessments');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id')[0];
      const filter = wanted(actor, asked, world);
      const rows = filter === undefined ? [] : await assessments.list(filter, asked.limit + 1, after);
      const shown = rows.slice(0, asked.limit);
      const about = { rows: shown.length, filter: asked };
      await reads.note(actor, 'list-assessments', 'assessments', world, about);
      const end = rows.length > asked.limit ? shown.at(-1) : undefined;
      return { assessments: shown, nextCursor: end === undefined ? null : writeCursor(end.assessmentId) };
    },
  );
}

/** Undefined where what is asked for and what the actor may see exclude each other. */
function wanted(
  actor: VerifiedActor,
  { stage, scheme, office, testFrom, testUntil }: z.output<typeof query>,
  world: string,
): AssessmentFilter | undefined {
  const own = actor.role === 'AUDITOR' ? office : actor.office;
  if (office !== undefined && office !== own) return undefined;
  return {
    world,
    ...(own === undefined ? {} : { certificationBody: own }),
    ...(actor.role === 'ASSESSOR' ? { accountId: actor.id } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(scheme === undefined ? {} : { schemeId: scheme }),
    ...(testFrom === undefined ? {} : { testFrom }),
    ...(testUntil === undefined ? {} : { testUntil }),
  };
}

/** @throws RequestRefused ASSESSMENT_UNKNOWN for what could be none. */
function addressedBy(request: FastifyRequest): Addressed & { readonly assessmentId: string } {
  const { assessmentId } = request.params as { assessmentId: string };
  const world = parseWith(inWorld, request.query).world ?? LIVE_WORLD;
  const unknown = requestRefused('ASSESSMENT_UNKNOWN', {});
  if (!/^a[0-9a-f]{1,62}$/.test(assessmentId)) throw unknown;
  return { assessmentId, world, address: `address/assessment/${assessmentId}`, unknown };
}

/** Whose it is stays here. @throws RequestRefused ASSESSMENT_UNKNOWN */
async function holderOf({ dependencies }: RouteContext, request: FastifyRequest) {
  const { assessmentId, world, address, unknown } = addressedBy(request);
  const holder = await dependencies.ledger.holderOf(world, address);
  if (holder === undefined) throw unknown;
  return { assessmentId, world, personId: holder.replace(/^journey\//, '') };
}

function readRoutes(app: FastifyInstance, context: RouteContext): void {
  const { dependencies, flow, reads } = context;
  const schema = { tags, params: parameters, querystring: inWorld };

  /** The role first, then whose it is; an assessor sees what is assigned and nothing else. */
  const opened = async (request: FastifyRequest, read: 'list-assessments' | 'read-candidate-name') => {
    const actor = actorOf(request);
    await reads.mayReadAtAll(actor, read, 'assessments');
    const { assessmentId, world, personId } = await holderOf(context, request);
    const state = (await flow.states.load(`journey/${personId}`))?.entity.domain;
    const found = state === undefined ? undefined : assessmentOf(state, assessmentId);
    if (found === undefined) throw requestRefused('ASSESSMENT_UNKNOWN', {});
    const seen = seesAssessment(actor, found);
    const subject = `assessment/${assessmentId}`;
    const certificationBodies = seen ? [found.certificationBody] : [];
    await reads.permit(actor, read, subject, world, { certificationBodies });
    return { actor, found, subject, world, personId };
  };

  app.get(
    '/api/v1/assessments/:assessmentId',
    {
      schema: {
        ...schema,
        summary: 'Satu asesmen · One assessment',
        response: { 200: z.looseObject({ assessmentId: z.string() }), ...problems },
      },
    },
    async (request) => {
      const { actor, found } = await opened(request, 'list-assessments');
      return assessmentShown(actor, found);
    },
  );

  app.get(
    '/api/v1/assessments/:assessmentId/candidate-name',
    {
      schema: {
        ...schema,
        summary: 'Nama asesi · Name of the person to be tested',
        response: { 200: z.object({ name: z.string().nullable() }), ...problems },
      },
    },
    async (request, reply) => {
      const { actor, subject, world, personId } = await opened(request, 'read-candidate-name');
      // The vault opens only against a look at this person that was written down, with its reason.
      const receipt = await dependencies.accessLog.record({
        ...{ actor, world, action: 'read-identity', subject: personId },
        ...{ outcome: 'allowed', reason: subject },
      });
      const identity = await dependencies.vault.readIdentity(personId, receipt);
      reply.header('cache-control', 'no-store');
      return { name: identity.kind === 'identity' ? identity.document.name : null };
    },
  );
}

function commandRoute(
  app: FastifyInstance,
  context: RouteContext,
  name: (typeof ASSESSMENT_COMMANDS)[number],
): void {
  const entry = JOURNEY_COMMANDS[name];
  app.post(
    `/api/v1/assessments/:assessmentId/commands/${name}`,
    {
      schema: {
        tags,
        summary: `${entry.title.id} · ${entry.title.en}`,
        params: parameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: commandBody(entry),
        response: { 200: z.looseObject({ assessmentId: z.string() }), ...problems },
      },
    },
    async (request) => {
      const result = await sendTo(context, context.flow, request, name);
      return assessmentAnswer(result, addressedBy(request).assessmentId);
    },
  );
  app.post(
    `/api/v1/assessments/:assessmentId/commands/${name}/preview`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: `Akibat: ${entry.title.id} · What would follow: ${entry.title.en}`,
        params: parameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: previewBody,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const { assessmentId } = addressedBy(request);
      return previewAddressed(
        context,
        senderOf(request),
        `assessment/${assessmentId}`,
        (flow) => sendTo(context, flow, request, name),
        (result) => assessmentAnswer(result, assessmentId),
      );
    },
  );
}

function sendTo({ dependencies }: RouteContext, flow: CommandFlow, request: FastifyRequest, name: string) {
  const addressed = addressedBy(request);
  const { data, ...rest } = (request.body ?? {}) as { data?: object };
  const body = { ...rest, data: { ...data, assessmentId: addressed.assessmentId } };
  const needs = { ledger: dependencies.ledger, flow };
  return sendToHolder(needs, senderOf(request), addressed, name, body);
}
