/** Names for the rows of a list, in one request and with one row in the access log for each of them. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { PAGE_LIMIT } from '../limits.ts';
import { namesOf } from '../names-of.ts';
import { personParameters, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const body = z.strictObject({
  ids: z.array(personParameters.shape.personId).max(PAGE_LIMIT),
  world: worldId.exactOptional(),
});
const answer = z.object({
  names: z.array(z.object({ personId: z.string(), name: z.string(), birthYear: z.int().nullable() })),
});

export function peopleNamesRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post(
    '/api/v1/people/names',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags: ['people'],
        summary: 'Nama untuk baris daftar · Names for the rows of a list (each logged)',
        body,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await context.reads.mayReadAtAll(actor, 'read-identity', 'names');
      const { ids, world = LIVE_WORLD } = parseWith(body, request.body);
      const names = await namesOf(context, actor, world, ids);
      // Also that nothing was shown is a look: somebody asked.
      if (names.length === 0) await context.reads.note(actor, 'read-identity', 'names', world, { rows: 0 });
      return { names };
    },
  );
}
