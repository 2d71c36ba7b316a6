/** What a placement office, the person and the auditor see of somebody who looks for work. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { actorOf } from '../authentication.ts';
import { employmentView } from '../part-views/employment.ts';
import { referralView } from '../part-views/referral.ts';
import { personParameters, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

export function jobSeekerRoutes(app: FastifyInstance, { reads }: RouteContext): void {
  app.get(
    '/api/v1/journeys/:personId/employment',
    {
      schema: {
        tags: ['journeys'],
        summary: 'Pencarian kerja · Looking for work',
        params: personParameters,
        response: { 200: z.looseObject({ personId: z.string() }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { personId } = request.params as { personId: string };
      // Not the journey: a placement officer sees neither its cases nor its deadlines (G-08).
      const { entity } = await reads.open({ actor, personId, read: 'read-job-seeker' });
      const { consents } = (referralView(actor, entity.domain) ?? {}) as { consents?: unknown };
      return { personId, ...employmentView(actor, entity.domain), consents: consents ?? {} };
    },
  );
}
