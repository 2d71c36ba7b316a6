/** Money per person and class, each sum with its events (G-09). */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readMoney } from '../../../audit/money/money.ts';
import { code } from '../../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { problems } from '../../route-schemas.ts';
import type { WholeRecordReads } from '../../whole-record-reads.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';
import { boundLeaf, leafIndex } from './lists.ts';

const query = z.strictObject({
  office: code.optional().describe('Office that made the entry'),
  leaf: leafIndex.optional(),
  world: worldId.optional(),
});
const sums = z.record(z.string(), z.int());
const ofStream = z.looseObject({
  stream: z.string(),
  sums,
  entries: z.array(z.looseObject({ rupiah: z.int() })),
});
const answer = z.object({
  leaf: z.int(),
  streams: z.array(ofStream),
  sums,
  notRecorded: z.array(z.string()),
});

export function moneyRoutes(
  app: FastifyInstance,
  { dependencies, reads }: RouteContext,
  pool: Pool,
  wholeRecord: WholeRecordReads,
): void {
  app.get(
    '/api/v1/audit/money',
    {
      schema: {
        tags: ['audit'],
        summary: 'Uang menurut catatan · Money as far as the record carries it',
        querystring: query,
        response: { 200: answer, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-money', 'money');
      const { office, leaf: asked, world = LIVE_WORLD } = parseWith(query, request.query);
      const { ledger } = dependencies;
      const leaf = await boundLeaf(ledger, asked);
      const wanted = { world, leaf, ...(office === undefined ? {} : { office }) };
      const money = await wholeRecord.answer(reply, { money: wanted, leaf }, (signal) =>
        readMoney({ pool, ledger }, { ...wanted, signal }),
      );
      const about = { rows: money.streams.length, filter: { office, leaf: money.leaf } };
      await reads.note(actor, 'read-money', 'money', world, about);
      return money;
    },
  );
}
