/** People found again by name or by NIK, among those whom the asking office has to do with. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { identity } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { PeopleOfDesk } from '../../projections/people-of-desk.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { peopleFound } from '../people-found.ts';
import { problems } from '../route-schemas.ts';
import { searchLimit } from '../search-limit.ts';
import { desksOf } from '../work/desk.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

/** Rows of one answer: whoever needs more writes another word. */
const MOST_FOUND = 25;
/** Candidates of a common name before the desk's own are picked. */
const MOST_CANDIDATES = 5_000;
/** Where no list says whose people they are, each is looked at: no more than these. */
const MOST_LOOKED_AT = 200;

const world = worldId.exactOptional();
const body = z.union([
  z.strictObject({ name: z.string().trim().min(2).max(200), world }),
  z.strictObject({ nik: identity.shape.nik.unwrap(), world }),
]);
const answer = z.object({
  persons: z.array(
    z.object({
      personId: z.string(),
      mergedFrom: z.string().nullable(),
      name: z.string().nullable(),
      birthYear: z.int().nullable(),
      open: z.array(z.object({ part: z.string(), caseId: z.string(), stage: z.string().nullable() })),
    }),
  ),
  tooMany: z.boolean().describe('There are more: another word of the name narrows it'),
});

export function peopleSearchRoutes(app: FastifyInstance, context: RouteContext, people: PeopleOfDesk): void {
  const { dependencies, reads } = context;
  const { vault } = dependencies;
  const limited = searchLimit(app);

  app.post(
    '/api/v1/people/search',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags: ['people'],
        summary: 'Cari orang menurut nama atau NIK · Find people by name or NIK (logged)',
        body,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      // Before anything is parsed: who may not search at all is told only that.
      const byNik = typeof (request.body as { nik?: unknown } | null)?.nik === 'string';
      const read = byNik ? 'find-by-nik' : 'find-by-name';
      await reads.mayReadAtAll(actor, read, byNik ? 'lookup' : 'name');
      await limited(request);
      const asked = parseWith(body, request.body);
      const where = asked.world ?? LIVE_WORLD;
      const all =
        'nik' in asked
          ? await vault.findByNik(asked.nik, where)
          : await vault.findByName(asked.name, where, MOST_CANDIDATES);
      // By NIK whoever it is comes from one hand's count; by name only the desk's own are looked at.
      const desk = { world: where, role: actor.role, desks: desksOf(actor) };
      const own = 'nik' in asked ? all : await people.among(desk, all);
      const { persons, more } = await peopleFound(
        context,
        actor,
        where,
        own.slice(0, MOST_LOOKED_AT),
        MOST_FOUND,
      );
      const subject =
        'nik' in asked ? (vault.nikIndex(asked.nik) ?? 'lookup') : vault.requestHash(`name/${asked.name}`);
      await reads.note(actor, read, subject, where, { rows: persons.length });
      return { persons, tooMany: more || own.length > MOST_LOOKED_AT || all.length === MOST_CANDIDATES };
    },
  );
}
