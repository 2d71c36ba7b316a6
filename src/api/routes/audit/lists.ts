/** Integrity lists, samples and money: computed from events as of a leaf, never from projected lists. */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { INTEGRITY_LISTS, integrityList, runLists } from '../../../audit/lists/run.ts';
import { code, localDate } from '../../../catalogue/fields.ts';
import { momentAt } from '../../../domain/time/index.ts';
import { type Ledger, LIVE_WORLD } from '../../../ledger/ledger.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { requestRefused } from '../../problem.ts';
import { problems } from '../../route-schemas.ts';
import type { WholeRecordReads } from '../../whole-record-reads.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
/** Longest page, in rows of the list as of one leaf. */
const MOST_ROWS = 5_000;
export const leafIndex = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const query = z.strictObject({
  office: code.optional().describe('Office of whoever made the entry'),
  from: localDate.optional().describe('Recorded on this date or later (WIB)'),
  to: localDate.optional(),
  leaf: leafIndex
    .optional()
    .describe('As of this leaf; the last one where none is given. A later page names the leaf of the first'),
  world: worldId.optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).default(500),
});

const words = z.object({ id: z.string(), en: z.string() });
const described = z.object({ name: z.string(), question: words, computed: z.string() });
const known = z.object({
  lists: z.array(described),
  breakGlassGrants: z
    .int()
    .nullable()
    .describe(
      'Emergency looks ever granted, in all worlds: GET /api/v1/audit/break-glass names each with its reason',
    ),
});
/** Register facts that an answer rests on, as they stood at its leaf. */
export const factVersions = z.array(z.object({ key: z.string(), version: z.int() }));
const answer = z.object({
  list: z.string(),
  question: words,
  computed: z.string(),
  leaf: z.int(),
  streams: z.int(),
  facts: factVersions,
  total: z.int(),
  rows: z.array(z.looseObject({ stream: z.string(), pattern: z.string(), decision: z.int() })),
  nextOffset: z.int().nullable(),
});

export function listRoutes(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  pool: Pool,
  wholeRecord: WholeRecordReads,
): void {
  app.get(
    '/api/v1/audit/lists',
    {
      config: {
        openData: 'which lists there are and how each is computed, a number of grants: no row of any',
      },
      schema: {
        tags,
        summary: 'Daftar integritas yang ada · Which integrity lists there are',
        response: { 200: known, ...problems },
      },
    },
    async (request) => {
      await reads.mayReadAtAll(actorOf(request), 'read-integrity-list', 'lists');
      return {
        lists: INTEGRITY_LISTS.map(({ name, question, computed }) => ({ name, question, computed })),
        breakGlassGrants: (await dependencies.breakGlass?.count()) ?? null,
      };
    },
  );

  app.get(
    '/api/v1/audit/lists/:list',
    {
      schema: {
        tags,
        summary: 'Satu daftar integritas · One integrity list, computed from the events',
        params: z.object({ list: z.string() }),
        querystring: query,
        response: { 200: answer, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { list: name } = request.params as { list: string };
      await reads.mayReadAtAll(actor, 'read-integrity-list', 'lists');
      const asked = parseWith(query, request.query);
      const list = integrityList(name);
      if (list === undefined) throw requestRefused('NOT_FOUND', { field: 'list' });
      const world = asked.world ?? LIVE_WORLD;
      if (asked.offset > 0 && asked.leaf === undefined) throw PAGE_WITHOUT_LEAF();
      const { ledger } = dependencies;
      const leaf = await boundLeaf(ledger, asked.leaf);
      const { streams, facts, rows } = await wholeRecord.answer(
        reply,
        { list: name, world, leaf },
        (signal) => runLists({ pool, ledger }, { world, lists: [list], leaf, signal }),
      );
      const fitting = rows.filter(({ actor: { office }, recordedAt }) => {
        const on = momentAt(recordedAt, 'WIB').date;
        const inTime =
          (asked.from === undefined || on >= asked.from) && (asked.to === undefined || on <= asked.to);
        return inTime && (asked.office === undefined || office === asked.office);
      });
      const shown = fitting.slice(asked.offset, asked.offset + asked.limit);
      const about = { rows: shown.length, filter: { ...asked, leaf } };
      await reads.note(actor, 'read-integrity-list', `lists/${name}`, world, about);
      const end = asked.offset + shown.length;
      return {
        ...{ list: name, question: list.question, computed: list.computed, leaf, streams, facts },
        ...{ total: fitting.length, rows: shown, nextOffset: end < fitting.length ? end : null },
      };
    },
  );
}

/** The same leaf for all that a read does, also where none was asked for. */
export async function boundLeaf(
  ledger: Pick<Ledger, 'lastLeaf'>,
  asked: number | undefined,
): Promise<number> {
  const last = await ledger.lastLeaf();
  return Math.min(asked ?? last, last);
}

/** Without the leaf a page would be cut from another list than the page before. */
const PAGE_WITHOUT_LEAF = () =>
  requestRefused(
    'MALFORMED',
    { field: 'leaf' },
    { errors: [{ path: 'leaf', reason: 'a page after the first names the leaf of the first' }] },
  );
