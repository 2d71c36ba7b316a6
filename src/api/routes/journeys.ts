/** A person's journey: one route per command of the catalogue, and the reads. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type CatalogueEntry, JOURNEY_COMMANDS } from '../../catalogue/index.ts';
import { journeyAsOf } from '../../domain/journey/as-of.ts';
import { acceptedAnswer, eventView } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { commandBody, parseWith } from '../command-body.ts';
import { knownAtInstant } from '../instant-parameter.ts';
import { requestRefused } from '../problem.ts';
import { revealSealed } from '../reveal-sealed.ts';
import {
  acceptedSchema,
  commandHeaders,
  eventSchema,
  eventsQuery,
  journeyQuery,
  personParameters,
  problems,
} from '../route-schemas.ts';
import { caseViewOnDate, journeyView, lastDateFor } from '../views.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['journeys'];
const journey = '/api/v1/journeys/:personId';

export function journeyRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const entry of Object.values(JOURNEY_COMMANDS)) {
    if (entry.door === 'commands') commandRoute(app, context, entry);
  }
  anyCommandRoute(app, context);
  readRoute(app, context);
  eventsRoute(app, context);
}

function commandRoute(app: FastifyInstance, context: RouteContext, entry: CatalogueEntry): void {
  app.post(
    `${journey}/commands/${entry.name}`,
    {
      schema: {
        tags: ['commands'],
        summary: `${entry.title.id} · ${entry.title.en}`,
        params: personParameters,
        headers: commandHeaders,
        body: commandBody(entry),
        response: { 200: acceptedSchema, ...problems },
      },
    },
    async (request) => send(context, request, entry.name),
  );
}

/** Names that no client may send are denied and logged like any other try; unknown ones are not found. */
function anyCommandRoute(app: FastifyInstance, context: RouteContext): void {
  app.post(`${journey}/commands/:name`, { schema: { hide: true } as object }, async (request) =>
    send(context, request, (request.params as { name: string }).name),
  );
}

async function send(
  { dependencies, flow }: RouteContext,
  request: Parameters<typeof senderOf>[0],
  name: string,
) {
  const sender = senderOf(request);
  const { personId } = personOf(request.params);
  const result = await flow.sendToJourney(sender, personId, name, request.body);
  return acceptedAnswer(dependencies.ledger, sender.actor, result);
}

/** An id that cannot be one of ours is nobody's. */
function personOf(parameters: unknown): { personId: string } {
  const { personId } = parameters as { personId: string };
  const parsed = personParameters.safeParse({ personId });
  if (!parsed.success) throw requestRefused('PERSON_UNKNOWN', {});
  return parsed.data;
}

function readRoute(app: FastifyInstance, { dependencies, reads }: RouteContext): void {
  app.get(
    journey,
    {
      schema: {
        tags,
        summary: 'Lihat perjalanan · Read a journey, as of a date and as known at a moment',
        params: personParameters,
        querystring: journeyQuery,
        response: { 200: z.looseObject({ personId: z.string(), version: z.int() }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { personId } = personOf(request.params);
      await reads.mayReadAtAll(actor, 'read-journey', personId);
      const query = parseWith(journeyQuery, request.query);
      const knownAt = query.knownAt === undefined ? undefined : knownAtInstant(query.knownAt);
      const found = await reads.open({ actor, personId, read: 'read-journey' }, knownAt);
      const { world, entity, headHash, stream } = found;
      const view = journeyView(actor, entity);
      const limit = lastDateFor(actor, entity.domain);
      const asOf = [query.asOf, limit].filter((date) => date !== undefined).sort()[0];
      const answer = { ...view, world, headHash, knownAt: knownAt ?? null, asOf: asOf ?? null };
      const identity = query.include === undefined ? {} : { identity: await reads.identity(actor, found) };
      if (asOf === undefined) return { ...answer, ...identity };
      const events = await dependencies.ledger.readStream(stream, { upTo: entity.version });
      const dated = journeyAsOf(entity.domain, events, asOf);
      return {
        ...answer,
        ...identity,
        diedOn: dated.diedOn,
        armedDeadlines: undefined,
        linkedCases: undefined,
        cases: caseViewOnDate(actor, entity.domain, dated),
        sessions: view.sessions.filter((session) => (session.start ?? '').slice(0, 10) <= asOf),
      };
    },
  );
}

function eventsRoute(app: FastifyInstance, { dependencies, reads }: RouteContext): void {
  app.get(
    `${journey}/events`,
    {
      schema: {
        tags,
        summary: 'Riwayat peristiwa · The events of a journey, oldest first',
        params: personParameters,
        querystring: eventsQuery,
        response: {
          200: z.object({
            events: z.array(eventSchema),
            nextAfter: z.int().nullable(),
            headVersion: z.int(),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { personId } = personOf(request.params);
      await reads.mayReadAtAll(actor, 'read-events', personId);
      const { after, limit } = parseWith(eventsQuery, request.query);
      const { stream, entity } = await reads.open({ actor, personId, read: 'read-events' });
      const page = await dependencies.ledger.readStream(stream, { afterVersion: after, limit });
      const lastDate = lastDateFor(actor, entity.domain);
      const shown = page.filter(({ occurredAt }) => lastDate === undefined || occurredAt.date <= lastDate);
      const events = await Promise.all(
        shown.map(async (event) => ({
          ...eventView(actor, await revealSealed(dependencies.vault, personId, event)),
          meta: event.meta,
          hash: event.hash,
        })),
      );
      const last = page.at(-1)?.version ?? after;
      return {
        events,
        nextAfter: last < entity.version && page.length > 0 ? last : null,
        headVersion: entity.version,
      };
    },
  );
}
