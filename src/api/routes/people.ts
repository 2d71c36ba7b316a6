/** People: registered with their identity, and found again by NIK without the NIK being kept in clear. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { identity } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { acceptedAnswer } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { previewCommand } from '../preview/preview.ts';
import { acceptedSchema, commandHeaders, previewSchema, problems } from '../route-schemas.ts';
import { searchLimit } from '../search-limit.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const registration = z.strictObject({
  identity,
  provisional: z.boolean().default(false).describe('true where no NIK is known yet'),
  world: worldId.exactOptional(),
});

const lookup = z.strictObject({ nik: identity.shape.nik.unwrap(), world: worldId.exactOptional() });
const found = z.object({ persons: z.array(z.object({ personId: z.string() })) });

export function peopleRoutes(app: FastifyInstance, context: RouteContext): void {
  const { dependencies, flow, reads } = context;
  const tags = ['people'];
  const limited = searchLimit(app);

  app.post(
    '/api/v1/people',
    {
      schema: {
        tags,
        summary: 'Daftarkan orang · Register a person',
        headers: commandHeaders,
        body: registration,
        response: { 201: acceptedSchema, ...problems },
      },
    },
    async (request, reply) => {
      const sender = senderOf(request);
      await flow.mayRegisterPeople(sender.actor);
      const { world = LIVE_WORLD, ...data } = parseWith(registration, request.body);
      const result = await flow.registerPerson(sender, { data }, world);
      return reply.code(201).send(await acceptedAnswer(dependencies.ledger, sender.actor, result));
    },
  );

  app.post(
    '/api/v1/people/preview',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Akibat pendaftaran · What registering would do; nothing is recorded and nobody is stored',
        headers: commandHeaders,
        body: registration,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const sender = senderOf(request);
      await flow.mayRegisterPeople(sender.actor);
      // It tells whose NIK is known already.
      await limited(request);
      const { world = LIVE_WORLD, ...data } = parseWith(registration, request.body);
      return previewCommand(context, sender, 'new', (aside) => aside.registerPerson(sender, { data }, world));
    },
  );

  app.post(
    '/api/v1/people/lookup',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Cari orang menurut NIK · Find a person by NIK (logged)',
        body: lookup,
        response: { 200: found, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { vault, ledger } = dependencies;
      await reads.mayReadAtAll(actor, 'find-by-nik', 'lookup');
      await limited(request);
      const { nik, world = LIVE_WORLD } = parseWith(lookup, request.body);
      const candidates = await vault.findByNik(nik, world);
      const persons: { personId: string }[] = [];
      for (const personId of candidates) {
        // A registration that was refused left an identity and no journey.
        if (await ledger.streamExists(`journey/${personId}`)) persons.push({ personId });
      }
      const subject = vault.nikIndex(nik) ?? 'lookup';
      await reads.note(actor, 'find-by-nik', subject, world, { rows: persons.length });
      return { persons };
    },
  );
}
