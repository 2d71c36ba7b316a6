/** One file that a stranger can check: written as fast as it is read, and worth nothing before its last line. */
import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BundleExporter } from '../../../audit/export/export-bundle.ts';
import { SealedHistoryGone } from '../../../audit/export/histories.ts';
import { type BundleScope, subjectOfScope } from '../../../audit/export/scope.ts';
import { code, localDate } from '../../../catalogue/fields.ts';
import { isLocalDate } from '../../../domain/time/day-number.ts';
import type { Instant } from '../../../domain/time/moment.ts';
import { startOfDay } from '../../../domain/time/moments.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import { LogKeyAbsent } from '../../../seal/sealed-log.ts';
import { NotPublished } from '../../../seal/sealer.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { canonicalInstant } from '../../instant-parameter.ts';
import { requestRefused } from '../../problem.ts';
import { entityParameters, instant, personParameters, problems } from '../../route-schemas.ts';
import { createTurns } from '../../turns.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
/** How many streams the file will hold: for a reader that shows how far it is. */
export const STREAMS_HEADER = 'titian-bundle-streams';

/** An export reads for minutes, on the four connections of `src/runtime/export-parts.ts`. */
const MOST_AT_ONCE = 2;
const RETRY_AFTER_SECONDS = 30;

const since = z.coerce
  .number()
  .int()
  .min(0)
  .optional()
  .describe('Size of a checkpoint that you kept: the file proves that the log grew out of it');
const moment = z.union([localDate, instant]).describe('An instant, or a date for its first moment (WIB)');

const query = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('person'), id: personParameters.shape.personId, since }),
  z.strictObject({ scope: z.literal('class'), id: entityParameters.shape.id, since }),
  z.strictObject({
    scope: z.literal('office'),
    id: code,
    world: worldId.optional(),
    from: moment.optional(),
    to: moment.optional().describe('Before this'),
    since,
  }),
  z.strictObject({ scope: z.literal('period'), from: moment, to: moment, since }),
]);

export function auditExportRoutes(
  app: FastifyInstance,
  context: RouteContext,
  exporter: BundleExporter,
): void {
  const { dependencies, reads } = context;
  const turns = createTurns(MOST_AT_ONCE, RETRY_AFTER_SECONDS);
  app.get(
    '/api/v1/audit/bundle',
    {
      schema: {
        tags,
        summary: 'Ekspor berkas audit · Export a bundle that can be checked without Titian',
        querystring: query,
        response: { 200: z.string().describe('docs/audit-bundle.md'), ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'export-bundle', 'bundle');
      const asked = parseWith(query, request.query);
      const scope = scopeOf(asked);
      const stream = streamOf(scope);
      const head = stream === undefined ? undefined : await dependencies.ledger.readHead(stream);
      if (stream !== undefined && head === undefined) throw unknown(scope);
      if (asked.since !== undefined && !(await exporter.knowsCheckpoint(asked.since))) throw NO_CHECKPOINT();
      const world = head?.world ?? (scope.kind === 'office' ? scope.world : LIVE_WORLD);
      turns.untilSent(reply);
      // Before it is made, so that the file itself says that it was asked for.
      await reads.permit(actor, 'export-bundle', subjectOfScope(scope), world, {});
      const { since: kept } = asked;
      const bundle = await exporter
        .prepare({ ...{ scope, actor }, ...(kept === undefined ? {} : { since: kept }) })
        .catch(asRefused);
      return reply
        .type('text/plain; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="${fileNameOf(scope, bundle.plan.checkpoint.size)}"`,
        )
        .header('cache-control', 'no-store')
        .header(STREAMS_HEADER, bundle.streamsInAll)
        .send(Readable.from(bundle.text(), { objectMode: false }));
    },
  );
}

/** Witnesses that are away come back; where the log's key is elsewhere, another server answers. */
function asRefused(error: unknown): never {
  if (error instanceof SealedHistoryGone) {
    throw requestRefused('HISTORY_GONE', { stream: error.stream, note: error.note });
  }
  const away = error instanceof NotPublished || error instanceof LogKeyAbsent;
  throw away ? requestRefused('UNAVAILABLE', {}) : error;
}

function scopeOf(asked: z.output<typeof query>): BundleScope {
  switch (asked.scope) {
    case 'person':
      return { kind: 'person', id: asked.id };
    case 'class':
      return { kind: 'class', id: asked.id };
    case 'office': {
      const from = asked.from === undefined ? undefined : instantOf(asked.from, 'from');
      const to = asked.to === undefined ? undefined : instantOf(asked.to, 'to');
      return {
        ...{ kind: 'office', id: asked.id, world: asked.world ?? LIVE_WORLD },
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
      };
    }
    case 'period':
      return { kind: 'period', from: instantOf(asked.from, 'from'), to: instantOf(asked.to, 'to') };
  }
}

const instantOf = (text: string, field: string): Instant =>
  isLocalDate(text) ? startOfDay(text, 'WIB').at : canonicalInstant(text, field);

const streamOf = (scope: BundleScope): string | undefined => {
  if (scope.kind === 'person') return `journey/${scope.id}`;
  return scope.kind === 'class' ? `class/${scope.id}` : undefined;
};

const unknown = (scope: BundleScope) =>
  scope.kind === 'class'
    ? requestRefused('CLASS_UNKNOWN', { classId: scope.id })
    : requestRefused('PERSON_UNKNOWN', {});

const NO_CHECKPOINT = () =>
  requestRefused(
    'MALFORMED',
    { field: 'since' },
    { errors: [{ path: 'since', reason: 'no checkpoint of this size was published' }] },
  );

const fileNameOf = (scope: BundleScope, size: number): string =>
  `titian-${subjectOfScope(scope).replaceAll(/[^A-Za-z0-9-]+/g, '-')}-${size}.jsonl`;
