/** A sample of the record, drawn so that anybody can draw it again. */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { drawSample, type SampleRequest } from '../../../audit/sample/sample.ts';
import { code, localDate } from '../../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { problems } from '../../route-schemas.ts';
import type { WholeRecordReads } from '../../whole-record-reads.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';
import { boundLeaf, factVersions, leafIndex } from './lists.ts';

const MOST_SAMPLED = 1_000;
const query = z.strictObject({
  seed: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,80}$/, 'letters, digits, dots and dashes')
    .describe('Published before the draw; the same seed at the same leaf is the same sample'),
  size: z.coerce.number().int().min(1).max(MOST_SAMPLED),
  kind: z.enum(['journey', 'class', 'certificate', 'permit']).optional(),
  office: code.optional().describe('An office that decided anything in it'),
  from: localDate.optional(),
  to: localDate.optional(),
  stage: z
    .string()
    .regex(/^[A-Z_]{2,40}$/, 'not a stage')
    .optional(),
  risk: z.coerce.number().int().min(0).max(100_000).optional().describe('At least so many risk points'),
  by: z.enum(['stage', 'office']).optional().describe('Stratified: one of each in turn'),
  leaf: leafIndex.optional(),
  world: worldId.optional(),
});
const answer = z.object({
  leaf: z.int(),
  seed: z.string(),
  population: z.int(),
  facts: factVersions,
  streams: z.array(z.looseObject({ stream: z.string(), stratum: z.string(), risk: z.number() })),
});

export function sampleRoutes(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  pool: Pool,
  wholeRecord: WholeRecordReads,
): void {
  app.get(
    '/api/v1/audit/sample',
    {
      schema: {
        tags: ['audit'],
        summary: 'Tarik sampel yang dapat diulang · Draw a sample that anybody can draw again',
        querystring: query,
        response: { 200: answer, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'draw-sample', 'sample');
      const asked = parseWith(query, request.query);
      const world = asked.world ?? LIVE_WORLD;
      const { ledger } = dependencies;
      const leaf = await boundLeaf(ledger, asked.leaf);
      const wanted = Object.entries({ ...asked, world, leaf }).filter(([, value]) => value !== undefined);
      const draw = Object.fromEntries(wanted) as unknown as SampleRequest;
      const sample = await wholeRecord.answer(reply, { sample: draw, leaf }, (signal) =>
        drawSample({ pool, ledger }, { ...draw, signal }),
      );
      const filter = { ...asked, leaf: sample.leaf };
      await reads.note(actor, 'draw-sample', 'sample', world, { rows: sample.streams.length, filter });
      return sample;
    },
  );
}
