/** Proposals: an employer answers by the id of the proposal alone, and never learns whose journey it is. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { PROPOSAL_COMMANDS } from '../../catalogue/addressed.ts';
import { JOURNEY_COMMANDS } from '../../catalogue/index.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CandidateList } from '../../projections/candidate-list.ts';
import { sendToHolder } from '../addressed-journey.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { createCandidateTokens, readerOf } from '../candidate-tokens.ts';
import { commandBody, parseWith } from '../command-body.ts';
import type { CommandFlow, CommandResult } from '../command-flow.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { previewAddressed } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import { proposalAnswer } from '../proposal-answer.ts';
import { commandHeaders, pageSize, previewBody, previewSchema, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['proposals'];

const query = z.strictObject({
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const inWorld = z.strictObject({ world: worldId.optional() });
const proposalParameters = z.object({ proposalId: z.string() });

export function proposalRoutes(app: FastifyInstance, context: RouteContext, candidates: CandidateList): void {
  listRoute(app, context, candidates);
  // The id stands in the address: it is put into the data here, and refused in the body.
  for (const name of PROPOSAL_COMMANDS) answerRoute(app, context, name);
}

function listRoute(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  candidates: CandidateList,
): void {
  const tokens = createCandidateTokens((text) => dependencies.vault.requestHash(text));
  app.get(
    '/api/v1/proposals',
    {
      schema: {
        tags,
        summary: 'Daftar usulan · List of proposals',
        querystring: query,
        response: {
          200: z.object({
            proposals: z.array(z.looseObject({ proposalId: z.string() })),
            nextCursor: z.string().nullable(),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-proposals', 'proposals');
      const { limit, cursor, world = LIVE_WORLD } = parseWith(query, request.query);
      const own = actor.role === 'EMPLOYER' ? { employerId: actor.office } : { office: actor.office };
      const after = cursor === undefined ? undefined : readCursor(cursor, 'id')[0];
      const rows = await candidates.proposals({ world, ...own }, limit + 1, after);
      const page = rows.slice(0, limit);
      await reads.note(actor, 'list-proposals', 'proposals', world, { rows: page.length });
      const end = rows.length > limit ? page.at(-1) : undefined;
      return {
        proposals: page.map(({ candidateId, ...row }) => ({
          ...row,
          candidate: tokens.tokenOf(readerOf(actor), candidateId),
        })),
        nextCursor: end === undefined ? null : writeCursor(end.proposalId),
      };
    },
  );
}

function answerRoute(
  app: FastifyInstance,
  context: RouteContext,
  name: (typeof PROPOSAL_COMMANDS)[number],
): void {
  const entry = JOURNEY_COMMANDS[name];
  app.post(
    `/api/v1/proposals/:proposalId/commands/${name}`,
    {
      schema: {
        tags,
        summary: `${entry.title.id} · ${entry.title.en}`,
        params: proposalParameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: commandBody(entry),
        response: { 200: z.looseObject({ proposalId: z.string().nullable() }), ...problems },
      },
    },
    async (request) => {
      const { proposalId } = request.params as { proposalId: string };
      const result = await sendTo(context, context.flow, request, name);
      return proposalAnswer(result, `proposal/${proposalId}`);
    },
  );
  app.post(
    `/api/v1/proposals/:proposalId/commands/${name}/preview`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: `Akibat: ${entry.title.id} · What would follow: ${entry.title.en}`,
        params: proposalParameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: previewBody,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const subject = `proposal/${(request.params as { proposalId: string }).proposalId}`;
      return previewAddressed(
        context,
        senderOf(request),
        subject,
        (flow) => sendTo(context, flow, request, name),
        (result) => proposalAnswer(result, subject),
      );
    },
  );
}

async function sendTo(
  { dependencies }: RouteContext,
  flow: CommandFlow,
  request: FastifyRequest,
  name: string,
): Promise<CommandResult> {
  const { proposalId } = request.params as { proposalId: string };
  const world = parseWith(inWorld, request.query).world ?? LIVE_WORLD;
  const unknown = requestRefused('PROPOSAL_UNKNOWN', { proposalId: 'unknown' });
  if (!/^w[0-9a-f]{1,62}$/.test(proposalId)) throw unknown;
  const addressed = { world, address: `address/proposal/${proposalId}`, unknown };
  const needs = { ledger: dependencies.ledger, flow };
  return sendToHolder(needs, senderOf(request), addressed, name, withId(request.body, proposalId));
}

function withId(body: unknown, proposalId: string): unknown {
  const { data, ...rest } = (body ?? {}) as { data?: object };
  return { ...rest, data: { ...data, proposalId } };
}
