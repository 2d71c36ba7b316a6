/**
 * Candidates for employers and placement officers: skills, certificates, place, date, and needs where the
 * person agreed. Whoever asks where a candidate comes from is refused, and it is written down (S49).
 */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { code, localDate, oneLine } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { CandidateList, CandidateRow } from '../../projections/candidate-list.ts';
import { sendToHolder } from '../addressed-journey.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { type CandidateTokens, createCandidateTokens, readerOf } from '../candidate-tokens.ts';
import { parseWith } from '../command-body.ts';
import type { CommandFlow } from '../command-flow.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { previewAddressed } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import { proposalAnswer } from '../proposal-answer.ts';
import { commandHeaders, pageSize, previewSchema, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const query = z.strictObject({
  unit: oneLine(60).optional(),
  scheme: code.optional(),
  regency: oneLine(100).optional(),
  availableFrom: localDate.optional().describe('Available on this date at the latest'),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const inWorld = z.strictObject({ world: worldId.optional() });
const shown = z.looseObject({ candidate: z.string() });
const tokenParameters = z.object({ candidate: z.string() });
const tags = ['candidates'];

/** Whatever would lead back to the case: of one name or path the letters alone, in any spelling somebody might try. */
const ORIGIN =
  /^(?:(?:case|person|journey|route|facility|referrer|prison|ruling|court|offence|article)s?(?:id|ids|kind|number|name)?|origin|nik|name|gap)$/;
const wordsOf = (text: string): string[] =>
  text.split(/[,;.[\]\s/]+/).map((word) => word.replaceAll(/[^a-z]/gi, '').toLowerCase());
/** Parameters that there are: what they hold is data, not a question. */
const KNOWN: ReadonlySet<string> = new Set(Object.keys(query.shape));

/** What both see; the officer also sees the wage floor, which is no employer's business. */
export const candidateView = (row: CandidateRow, actor: VerifiedActor, token: string): object => {
  const { units, schemes, certificates, regencies, sectors, availableFrom, needs, disability } = row;
  return {
    ...{ candidate: token, units, schemes, certificates, regencies, sectors, availableFrom },
    ...(disability ? { needs, disability } : {}),
    ...(actor.role === 'PLACEMENT_OFFICER' ? { wageFloorRupiah: row.wageFloorRupiah } : {}),
  };
};

export function candidateRoutes(
  app: FastifyInstance,
  context: RouteContext,
  candidates: CandidateList,
): void {
  const tokens = createCandidateTokens((text) => context.dependencies.vault.requestHash(text));
  listRoute(app, context, candidates, tokens);
  readRoute(app, context, candidates, tokens);
  originRoute(app, context);
  proposeRoute(app, context, tokens);
}

/** An officer proposes the candidates of the own office; an employer looks through all. */
export const ownOffice = ({ role, office }: VerifiedActor): { office?: string } =>
  role === 'PLACEMENT_OFFICER' ? { office } : {};

function listRoute(
  app: FastifyInstance,
  context: RouteContext,
  candidates: CandidateList,
  tokens: CandidateTokens,
): void {
  app.get(
    '/api/v1/candidates',
    {
      schema: {
        tags,
        summary: 'Cari calon pekerja · Search candidates',
        querystring: query,
        response: {
          200: z.object({ candidates: z.array(shown), nextCursor: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { reads } = context;
      await reads.mayReadAtAll(actor, 'list-candidates', 'candidates');
      await refuseOrigin(context, actor, request);
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id')[0];
      const last = after === undefined ? undefined : tokens.candidateOf(readerOf(actor), after);
      const rows = await candidates.list(
        {
          ...{ world, salt: tokens.saltOf(readerOf(actor)), ...ownOffice(actor) },
          ...(asked.unit === undefined ? {} : { unit: asked.unit }),
          ...(asked.scheme === undefined ? {} : { scheme: asked.scheme }),
          ...(asked.regency === undefined ? {} : { regency: asked.regency }),
          ...(asked.availableFrom === undefined ? {} : { availableBy: asked.availableFrom }),
        },
        asked.limit + 1,
        last,
      );
      const page = rows.slice(0, asked.limit);
      const about = { rows: page.length, filter: asked };
      await reads.note(actor, 'list-candidates', 'candidates', world, about);
      const end = rows.length > asked.limit ? page.at(-1) : undefined;
      const tokenOf = ({ candidateId }: CandidateRow) => tokens.tokenOf(readerOf(actor), candidateId);
      return {
        candidates: page.map((row) => candidateView(row, actor, tokenOf(row))),
        nextCursor: end === undefined ? null : writeCursor(tokenOf(end)),
      };
    },
  );
}

function readRoute(
  app: FastifyInstance,
  context: RouteContext,
  candidates: CandidateList,
  tokens: CandidateTokens,
): void {
  app.get(
    '/api/v1/candidates/:candidate',
    {
      schema: {
        tags,
        summary: 'Lihat calon pekerja · Read a candidate',
        params: tokenParameters,
        querystring: inWorld,
        response: { 200: shown, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { reads } = context;
      await reads.mayReadAtAll(actor, 'read-candidate', 'candidates');
      await refuseOrigin(context, actor, request);
      const world = parseWith(inWorld, request.query).world ?? LIVE_WORLD;
      const { candidate } = request.params as { candidate: string };
      const candidateId = tokens.candidateOf(readerOf(actor), candidate);
      const row = candidateId === undefined ? undefined : await candidates.find(world, candidateId);
      if (row === undefined) throw requestRefused('CANDIDATE_UNKNOWN', {});
      // Under the row's own id: the auditor sees who looked at one candidate, whatever token was used.
      await reads.note(actor, 'read-candidate', `candidate/${row.candidateId}`, world);
      return candidateView(row, actor, candidate);
    },
  );
}

/** The case behind a candidate: nobody gets it here, and who asked stands in the access log (S49). */
function originRoute(app: FastifyInstance, context: RouteContext): void {
  app.get('/api/v1/candidates/:candidate/*', { schema: { hide: true } as object }, async (request) => {
    const actor = actorOf(request);
    await context.reads.mayReadAtAll(actor, 'read-candidate', 'candidates');
    throw await originHidden(context, actor);
  });
}

async function refuseOrigin(
  context: RouteContext,
  actor: VerifiedActor,
  request: FastifyRequest,
): Promise<void> {
  const asked = Object.entries(request.query as Record<string, unknown>).flatMap(([name, value]) =>
    KNOWN.has(name) ? [] : [...wordsOf(name), ...[value].flat().flatMap((text) => wordsOf(String(text)))],
  );
  if (asked.some((word) => ORIGIN.test(word))) throw await originHidden(context, actor);
}

async function originHidden({ dependencies }: RouteContext, actor: VerifiedActor) {
  await dependencies.accessLog.record({
    ...{ actor, world: LIVE_WORLD, action: 'read-candidate', subject: 'candidate-origin' },
    ...{ outcome: 'denied', reason: 'ORIGIN_HIDDEN' },
  });
  return requestRefused('ORIGIN_HIDDEN', {});
}

/** The officer chose somebody in matching: only here is the way back to the journey followed. */
function proposeRoute(app: FastifyInstance, context: RouteContext, tokens: CandidateTokens): void {
  const send = async (request: FastifyRequest, flow: CommandFlow) => {
    const sender = senderOf(request);
    await context.reads.mayReadAtAll(sender.actor, 'list-matches', 'candidates');
    const world = parseWith(inWorld, request.query).world ?? LIVE_WORLD;
    const { candidate } = request.params as { candidate: string };
    const candidateId = tokens.candidateOf(readerOf(sender.actor), candidate);
    const unknown = requestRefused('CANDIDATE_UNKNOWN', {});
    if (candidateId === undefined) throw unknown;
    const addressed = { world, address: `address/candidate/${candidateId}`, unknown };
    const needs = { ledger: context.dependencies.ledger, flow };
    return sendToHolder(needs, sender, addressed, 'propose-candidate', request.body);
  };
  app.post(
    '/api/v1/candidates/:candidate/commands/propose-candidate',
    {
      schema: {
        tags,
        summary: 'Usulkan calon · Propose a candidate',
        params: tokenParameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: z.object({ data: z.object({ vacancyId: code }) }),
        response: { 200: z.looseObject({ proposalId: z.string().nullable() }), ...problems },
      },
    },
    async (request) => {
      const { candidate } = request.params as { candidate: string };
      return proposalAnswer(await send(request, context.flow), candidate);
    },
  );
  app.post(
    '/api/v1/candidates/:candidate/commands/propose-candidate/preview',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Akibat: usulkan calon · What would follow: propose a candidate',
        params: tokenParameters,
        querystring: inWorld,
        headers: commandHeaders,
        body: z.object({ data: z.object({ vacancyId: code }) }),
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const { candidate } = request.params as { candidate: string };
      return previewAddressed(
        context,
        senderOf(request),
        // The token is the reader's alone: the row itself is written down by the list it came from.
        'candidates',
        (flow) => send(request, flow),
        (result) => proposalAnswer(result, candidate),
      );
    },
  );
}
