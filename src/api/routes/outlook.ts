/** Where the hours of a person are heading: counted on the world's clock, from the record and the registers. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { OUTLOOK_POLICIES } from '../../domain/journey/outlook/look-ahead.ts';
import type { Place } from '../../domain/journey/outlook/outlook.ts';
import type { CalendarFact } from '../../domain/registers/calendar.ts';
import type { SiteFact } from '../../domain/registers/site.ts';
import { actorOf } from '../authentication.ts';
import { hoursSeen, outlooksShown, sitesOf } from '../outlook-view.ts';
import { policyReader } from '../policy-reader.ts';
import { nowIn } from '../prepare-command.ts';
import { requestRefused } from '../problem.ts';
import { personParameters, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const answer = z.object({
  now: z.string().describe('The clock of the world'),
  outlooks: z
    .array(z.looseObject({ caseId: z.string(), kind: z.string(), minutesLeft: z.int() }))
    .describe('One for each case of hours that the reader sees, as it is planned now'),
});

export function outlookRoutes(app: FastifyInstance, context: RouteContext): void {
  const { dependencies, reads } = context;
  app.get(
    '/api/v1/journeys/:personId/outlook',
    {
      schema: {
        tags: ['journeys'],
        summary: 'Ke mana arah jamnya · When the hours will be done, and what would help',
        params: personParameters,
        response: { 200: answer, ...problems },
      },
    },
    async (request) => {
      const reader = actorOf(request);
      const { personId } = request.params as { personId: string };
      await reads.mayReadAtAll(reader, 'read-journey', personId);
      if (!personParameters.safeParse({ personId }).success) throw requestRefused('PERSON_UNKNOWN', {});
      const { actor, world, entity } = await reads.open({ actor: reader, personId, read: 'read-journey' });
      const now = nowIn(await dependencies.clockOffsetOf(world));
      const seen = hoursSeen(actor, entity.domain);
      const places = await placesOf(context, sitesOf(seen));
      const policies = await context.flow.facts.read(OUTLOOK_POLICIES.map((name) => `policy/${name}`));
      return { now, outlooks: outlooksShown(actor, seen, now, { places, ...policyReader(policies) }) };
    },
  );
}

async function placesOf(
  { flow }: RouteContext,
  siteIds: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const sites = await flow.facts.read(siteIds.map((siteId) => `site/${siteId}`));
  const found = sites.flatMap(({ value }) => (value === null ? [] : [value as unknown as SiteFact]));
  const calendars = await flow.facts.read(found.map(({ calendar }) => `calendar/${calendar}`));
  return new Map(
    found.flatMap((site) => {
      const calendar = calendars.find(({ key }) => key === `calendar/${site.calendar}`)?.value;
      return calendar == null ? [] : [[site.id, { site, calendar: calendar as unknown as CalendarFact }]];
    }),
  );
}
