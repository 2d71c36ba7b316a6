/** One stream under an auditor's eyes: its runs, their replay, the three accounts side by side, states at any point. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { ReadName } from '../../../access/roles.ts';
import type { RecordAudit } from '../../../audit/record-audit.ts';
import { localDate } from '../../../catalogue/fields.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { knownAtInstant } from '../../instant-parameter.ts';
import { requestRefused } from '../../problem.ts';
import { problems } from '../../route-schemas.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
const path = '/api/v1/audit/streams/:kind/:id';

const parameters = z.object({
  kind: z.string().regex(/^[a-z][a-z-]{0,30}$/),
  id: z.string().regex(/^[A-Za-z0-9._/-]{1,200}$/),
});
const place = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional();
const pointQuery = z.strictObject({
  knownAt: z.string().max(40).optional().describe('An instant, or a date for the end of that day (WIB)'),
  asOf: localDate.optional().describe('Journeys: what the facts known then say about this day'),
  version: place.describe('After this event'),
  decision: place.describe('After this decision'),
});

const wordsSchema = z.object({ id: z.string(), en: z.string() });
const runSchema = z.looseObject({
  runId: z.string(),
  buildId: z.string(),
  standing: z.string(),
  findings: z.array(wordsSchema),
});
/** A stream of more decisions comes in pages; the longest pilot life has some hundreds. */
const MOST_ENTRIES = 1_000;
const entriesQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('`nextAfter` of the page before'),
  limit: z.coerce.number().int().min(1).max(MOST_ENTRIES).default(MOST_ENTRIES),
});
const entrySchema = z.looseObject({
  decision: z.int(),
  command: z.string(),
  outcome: z.string(),
  events: z.array(z.looseObject({ version: z.int(), type: z.string() })),
});
const findingSchema = z.object({ type: z.string(), weight: z.string(), sentence: wordsSchema });

export function auditReplayRoutes(app: FastifyInstance, context: RouteContext, audit: RecordAudit): void {
  const get = <Answer>(
    what: string,
    read: ReadName,
    schema: { summary: string; querystring?: z.ZodType; answer: z.ZodType },
    answer: (stream: string, query: unknown) => Promise<Answer | undefined>,
  ): void => {
    const { summary, querystring, answer: shape } = schema;
    app.get(
      `${path}/${what}`,
      {
        schema: {
          ...{ tags, summary, params: parameters },
          ...(querystring === undefined ? {} : { querystring }),
          response: { 200: shape, ...problems },
        },
      },
      async (request) => {
        const stream = await open(context, request, read, () =>
          querystring === undefined ? {} : parseWith(querystring, request.query),
        );
        const found = await answer(stream.name, stream.query);
        if (found === undefined) throw requestRefused('NOT_FOUND', {});
        return found;
      },
    );
  };

  get(
    'runs',
    'replay-run',
    {
      summary: 'Semua jalannya alur kerja · Every workflow run that decided',
      answer: z.object({ stream: z.string(), runs: z.array(runSchema) }),
    },
    async (stream) => ({ stream, runs: await audit.runs(stream) }),
  );
  get(
    'replay',
    'replay-run',
    {
      summary: 'Putar ulang · Each run replayed with its own bundle and with today’s',
      answer: z.object({ stream: z.string(), runs: z.array(runSchema) }),
    },
    async (stream) => ({ stream, runs: await audit.replay(stream) }),
  );
  get(
    'comparison',
    'compare-record',
    {
      summary: 'Bandingkan · Ledger, histories and rules side by side, per command',
      answer: z.looseObject({
        stream: z.string(),
        differences: z.int(),
        rulesChanged: z.int(),
        findings: z.array(findingSchema),
        commands: z.array(z.looseObject({ commandId: z.string(), findings: z.array(findingSchema) })),
      }),
    },
    (stream) => audit.compare(stream),
  );
  get(
    'entries',
    'replay-run',
    {
      summary: 'Semua yang dicatat · All decisions, refused ones among them, with their events',
      querystring: entriesQuery,
      answer: z.object({
        stream: z.string(),
        entries: z.array(entrySchema),
        nextAfter: z.int().nullable(),
      }),
    },
    (stream, query) => audit.entries(stream, query as z.infer<typeof entriesQuery>),
  );
  get(
    'state',
    'replay-run',
    {
      summary: 'Keadaan pada suatu saat · The state at any point, from events alone',
      querystring: pointQuery,
      answer: z.looseObject({ stream: z.string(), version: z.int() }),
    },
    (stream, query) => {
      const { knownAt, asOf, version, decision } = query as z.infer<typeof pointQuery>;
      return audit.stateAt(stream, {
        ...(knownAt === undefined ? {} : { knownAt: knownAtInstant(knownAt) }),
        ...(asOf === undefined ? {} : { asOf }),
        ...(version === undefined ? {} : { version }),
        ...(decision === undefined ? {} : { decision }),
      });
    },
  );
}

/** Role first, then the look written down, then the stream. Journeys stand in the access log by their person. */
async function open(
  { dependencies, reads }: RouteContext,
  request: Parameters<typeof actorOf>[0] & { readonly params: unknown },
  read: ReadName,
  query: () => unknown,
): Promise<{ readonly name: string; readonly query: unknown }> {
  const actor = actorOf(request);
  const { kind, id } = request.params as { kind: string; id: string };
  const subject = kind === 'journey' ? id : `${kind}/${id}`;
  await reads.mayReadAtAll(actor, read, subject);
  const asked = query();
  const head = parameters.safeParse({ kind, id }).success
    ? await dependencies.ledger.readHead(`${kind}/${id}`)
    : undefined;
  if (head === undefined) throw requestRefused('NOT_FOUND', {});
  await reads.permit(actor, read, subject, head.world, {});
  return { name: `${kind}/${id}`, query: asked };
}
