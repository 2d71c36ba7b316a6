/** A person's journey: one route per command of the catalogue, and the reads. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../access/reach.ts';
import { seesOnePart } from '../../access/views.ts';
import { type CatalogueEntry, JOURNEY_COMMANDS } from '../../catalogue/index.ts';
import { type EntityState, foldEntity, initialEntityState } from '../../domain/decide.ts';
import type { Decider, RecordedEvent } from '../../domain/decider.ts';
import { journeyAsOf } from '../../domain/journey/as-of.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import { acceptedAnswer, eventView } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { lastSeen, seenCases } from '../case-reach.ts';
import { commandBody, parseWith } from '../command-body.ts';
import { seesEvent, sightOf } from '../event-sight.ts';
import { knownAtInstant } from '../instant-parameter.ts';
import { previewCommand } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import { revealSealed } from '../reveal-sealed.ts';
import {
  acceptedSchema,
  commandHeaders,
  eventSchema,
  eventsQuery,
  journeyQuery,
  personParameters,
  previewBody,
  previewSchema,
  problems,
} from '../route-schemas.ts';
import { armedDeadlines, caseViewOnDate, journeyView, type Standing } from '../views.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['journeys'];
const journey = '/api/v1/journeys/:personId';

export function journeyRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const entry of Object.values(JOURNEY_COMMANDS)) {
    if (entry.door === 'commands') commandRoute(app, context, entry);
  }
  anyCommandRoute(app, context);
  previewRoute(app, context);
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

function previewRoute(app: FastifyInstance, context: RouteContext): void {
  app.post(
    `${journey}/commands/:name/preview`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags: ['commands'],
        summary: 'Akibat sebuah perintah · What a command would do; nothing is recorded',
        params: personParameters.extend({ name: z.string() }),
        headers: commandHeaders,
        body: previewBody,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const sender = senderOf(request);
      const { personId } = personOf(request.params);
      const { name } = request.params as { name: string };
      return previewCommand(context, sender, personId, (flow) =>
        flow.sendToJourney(sender, personId, name, request.body),
      );
    },
  );
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
        response: { 200: z.looseObject({ personId: z.string(), version: z.int().nullable() }), ...problems },
      },
    },
    async (request) => {
      const reader = actorOf(request);
      const { personId } = personOf(request.params);
      await reads.mayReadAtAll(reader, 'read-journey', personId);
      const query = parseWith(journeyQuery, request.query);
      const knownAt = query.knownAt === undefined ? undefined : knownAtInstant(query.knownAt);
      const found = await reads.open({ actor: reader, personId, read: 'read-journey' }, knownAt);
      const { actor, world, entity, headHash, stream } = found;
      const { asOf } = query;
      const ends = sightEnds(actor, entity);
      const now = asOf === undefined && ends.every((end) => end >= entity.version);
      const events = now ? [] : await dependencies.ledger.readStream(stream, { upTo: entity.version });
      const standings = standingsOf(actor, entity, ends, events, dependencies.journeyDecider);
      const last = standings.at(-1)!;
      const view = journeyView(actor, standings);
      const inHand = last.entity === entity ? armedDeadlines(actor, entity) : undefined;
      const identity = query.include === undefined ? {} : { identity: await reads.identity(actor, found) };
      const answer = {
        ...{ ...view, world, knownAt: knownAt ?? null, asOf: asOf ?? null, ...identity },
        headHash: last.entity === entity && !seesOnePart(actor.role) ? headHash : null,
        ...(inHand === undefined || asOf !== undefined ? {} : { armedDeadlines: inHand }),
      };
      if (asOf === undefined) return answer;
      const dated = standings.map((standing) => {
        const { domain, version } = standing.entity;
        const known = events.filter((event) => event.version <= version);
        return { standing, dated: journeyAsOf(domain, known, asOf) };
      });
      return {
        ...answer,
        diedOn: dated.at(-1)!.dated.diedOn,
        linkedCases: undefined,
        cases: dated.flatMap((one) => caseViewOnDate(actor, one.standing, one.dated)),
        sessions: view.sessions.filter((session) => (session.start ?? '').slice(0, 10) <= asOf),
      };
    },
  );
}

/** Versions at which the actor's sight of a case ends: now, and at hand-overs. */
function sightEnds(actor: VerifiedActor, { domain }: EntityState<JourneyState>): number[] {
  const seen = seenCases(actor, domain);
  return [...new Set([...seen.values(), lastSeen(actor, seen, domain)])].sort((a, b) => a - b);
}

/** The journey at each of those versions, with the cases that are seen as of it. */
function standingsOf(
  actor: VerifiedActor,
  entity: EntityState<JourneyState>,
  ends: readonly number[],
  events: readonly RecordedEvent[],
  decider: Decider<JourneyState>,
): Standing[] {
  const seen = seenCases(actor, entity.domain);
  return ends.map((end) => {
    const caseIds = new Set([...seen].filter(([, until]) => until === end).map(([caseId]) => caseId));
    if (end >= entity.version) return { entity, caseIds };
    const known = events.filter(({ version }) => version <= end);
    return {
      entity: foldEntity(decider, initialEntityState(decider, entity.domain.personId), known),
      caseIds,
    };
  });
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
      const reader = actorOf(request);
      const { personId } = personOf(request.params);
      await reads.mayReadAtAll(reader, 'read-events', personId);
      const { after, limit } = parseWith(eventsQuery, request.query);
      const { actor, stream, entity } = await reads.open({ actor: reader, personId, read: 'read-events' });
      const page = await dependencies.ledger.readStream(stream, { afterVersion: after, limit });
      const sight = sightOf(actor, entity.domain);
      const shown = page.filter((event) => seesEvent(sight, event));
      const events = await Promise.all(
        shown.map(async (event) => ({
          ...eventView(actor, await revealSealed(dependencies.vault, personId, event), sight),
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
