/** Codes for the page of a person without an account: handed out by an officer, used with the year of birth. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PageCodes } from '../../access/page-codes.ts';
import { perAddress } from '../../access/per-address.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { touchedByJourney } from '../journey-reach.ts';
import { requestRefused } from '../problem.ts';
import { personParameters, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['people'];
/** Tries of one address per minute, on top of the limits of the code itself. */
const TRIES_PER_MINUTE = 20;

const issued = z.object({
  code: z.string().describe('Shown once; a new one ends the one before'),
  expiresAt: z.string(),
});

const opening = z.strictObject({
  code: z.string().min(1).max(60),
  birthYear: z.int().min(1900).max(2200),
});
const opened = z.object({ token: z.string(), seconds: z.int(), world: z.string() });

export function pageCodeRoutes(app: FastifyInstance, { flow, reads }: RouteContext, codes: PageCodes): void {
  app.post(
    '/api/v1/people/:personId/page-code',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Beri kode halaman pribadi · Hand out a code for the person’s own page (logged)',
        params: personParameters,
        response: { 201: issued, ...problems },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { personId } = request.params as { personId: string };
      await reads.mayReadAtAll(actor, 'issue-page-code', personId);
      const stream = `journey/${personId}`;
      const known = personParameters.safeParse({ personId }).success;
      const found = known ? await flow.states.load(stream) : undefined;
      if (found === undefined) throw requestRefused('PERSON_UNKNOWN', {});
      await reads.permit(
        actor,
        'issue-page-code',
        personId,
        found.world,
        touchedByJourney(found.entity.domain),
      );
      return reply.code(201).send(await codes.issue(personId, found.world, actor));
    },
  );
}

/** Needs no token: the code and the year of birth stand for one. Every try that finds somebody is written down. */
export function pageOpeningRoute(
  app: FastifyInstance,
  { dependencies }: RouteContext,
  codes: PageCodes,
): void {
  app.post(
    '/api/v1/person-pages',
    {
      config: { rateLimit: perAddress(TRIES_PER_MINUTE) },
      schema: {
        tags,
        summary: 'Buka halaman pribadi dengan kode · Open one’s own page with a code',
        body: opening,
        response: { 200: opened, ...problems },
      },
    },
    async (request) => {
      const { code, birthYear } = parseWith(opening, request.body);
      const holder = await codes.tryOpening(code);
      // A wrong code and a wrong year are answered alike: neither tells that the other was right.
      if (holder === undefined) throw requestRefused('NOT_FOUND', { field: 'code' });
      const { personId, world } = holder;
      const actor = { id: `page:${personId}`, role: 'PERSON', office: 'self' } as const;
      const receipt = await dependencies.accessLog.record({
        ...{ actor, world, action: 'read-identity', subject: personId, outcome: 'allowed' },
      });
      const identity = await dependencies.vault.readIdentity(personId, receipt);
      const birthDate = identity.kind === 'identity' ? identity.document.birthDate : undefined;
      if (birthDate === undefined || Number(birthDate.slice(0, 4)) !== birthYear) {
        await dependencies.accessLog.record({
          ...{ actor, world, action: 'read-journey', subject: personId, outcome: 'denied' },
          reason: 'WRONG_BIRTH_YEAR',
        });
        throw requestRefused('NOT_FOUND', { field: 'code' });
      }
      await codes.opened(code);
      return { ...(await codes.tokenFor(holder)), world };
    },
  );
}
