/** The list of findings, and the words of one, opened for who may read them. Its commands are the entity's own. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../../access/reach.ts';
import { code } from '../../../catalogue/fields.ts';
import { FINDING_KINDS } from '../../../domain/finding/commands.ts';
import type { FindingState, SealedWords } from '../../../domain/finding/state.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import type { FindingFilter, FindingList } from '../../../projections/finding-list.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { entityKind } from '../../entity-kinds/entity-kind.ts';
import { findingKind, showsSubject } from '../../entity-kinds/finding.ts';
import { requestRefused } from '../../problem.ts';
import { entityParameters, pageSize, problems } from '../../route-schemas.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['findings'];
const query = z.strictObject({
  office: code.optional().describe('Office that answers; an auditor’s filter'),
  status: z.enum(['OPEN', 'OVERDUE', 'ANSWERED', 'CLOSED']).optional(),
  kind: z.enum(FINDING_KINDS).optional(),
  subject: z
    .string()
    .regex(/^[a-z]+\/[A-Za-z0-9._/-]{1,150}$/, 'not a stream')
    .optional()
    .describe('Findings about this stream; an auditor’s filter'),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const row = z.looseObject({ findingId: z.string(), status: z.string() });
const page = z.object({ findings: z.array(row), nextCursor: z.string().nullable() });
const said = z.object({ on: z.string(), text: z.string().nullable() });
const words = z.object({
  findingId: z.string(),
  found: said,
  answers: z.array(said),
  closed: said.nullable(),
});

export function findingRoutes(app: FastifyInstance, context: RouteContext, findings: FindingList): void {
  listRoute(app, context, findings);
  wordsRoute(app, context);
}

function listRoute(app: FastifyInstance, { reads }: RouteContext, findings: FindingList): void {
  app.get(
    '/api/v1/findings',
    {
      schema: {
        tags,
        summary: 'Daftar temuan · List of findings',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-findings', 'findings');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const filter = wanted(actor, asked, world);
      const after = asked.cursor === undefined ? undefined : readCursor(asked.cursor, 'id')[0];
      const rows = filter === undefined ? [] : await findings.list(filter, asked.limit + 1, after);
      const shown = rows.slice(0, asked.limit);
      await reads.note(actor, 'list-findings', 'findings', world, { rows: shown.length, filter: asked });
      const last = rows.length > asked.limit ? shown.at(-1) : undefined;
      return {
        findings: shown.map((found) =>
          showsSubject(actor, found.subjectStream) ? found : { ...found, subjectStream: null },
        ),
        nextCursor: last === undefined ? null : writeCursor(last.findingId),
      };
    },
  );
}

/** Undefined where what is asked for and what the actor may see exclude each other. */
function wanted(
  actor: VerifiedActor,
  { office, status, kind, subject }: z.output<typeof query>,
  world: string,
): FindingFilter | undefined {
  const isAuditor = actor.role === 'AUDITOR';
  const own = isAuditor ? office : actor.office;
  if (office !== undefined && office !== own) return undefined;
  // To ask about one person's stream would tell an office that must not know it.
  if (subject !== undefined && !isAuditor) return undefined;
  return {
    world,
    ...(own === undefined ? {} : { office: own }),
    ...(status === undefined ? {} : { status }),
    ...(kind === undefined ? {} : { kind }),
    ...(subject === undefined ? {} : { subjectStream: subject }),
  };
}

function wordsRoute(app: FastifyInstance, { dependencies: { vault }, flow, reads }: RouteContext): void {
  app.get(
    '/api/v1/findings/:id/words',
    {
      schema: {
        tags,
        summary: 'Isi temuan dan jawabannya · The words of a finding and of its answers',
        params: entityParameters,
        response: { 200: words, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { id } = request.params as { id: string };
      const stream = `finding/${id}`;
      await reads.mayReadAtAll(actor, 'read-finding', stream);
      const found = findingKind.isId(id) ? await flow.entity(entityKind(findingKind), id) : undefined;
      const state = found?.entity.domain as FindingState | undefined;
      if (found === undefined || state?.opened == null) throw requestRefused('NOT_FOUND', {});
      await reads.permit(actor, 'read-finding', stream, found.world, findingKind.touched(state, {}, actor));
      const open = async (field: string, { commandId, text, on }: SealedWords) => {
        const opened = await vault.unseal({ subject: stream, commandId, field }, text);
        return { on, text: opened.kind === 'text' ? opened.text : null };
      };
      reply.header('cache-control', 'no-store');
      return {
        findingId: id,
        found: await open('text', state.opened),
        answers: await Promise.all(state.answers.map((answer) => open('text', answer))),
        closed: state.closed === null ? null : await open('reason', state.closed),
      };
    },
  );
}
