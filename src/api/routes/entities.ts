/** Classes, certificates, permits and findings: one route per command of the catalogue, and the reads. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ENTITY_COMMANDS, type EntityEntry } from '../../catalogue/index.ts';
import type { Found } from '../../projections/entity-states.ts';
import { acceptedAnswer, eventView } from '../answers.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { commandBody, parseWith } from '../command-body.ts';
import type { CommandFlow } from '../command-flow.ts';
import { ENTITY_KINDS, type EntityKindEntry, entityStream } from '../entity-kinds/index.ts';
import { previewCommand } from '../preview/preview.ts';
import { requestRefused } from '../problem.ts';
import { revealSealed } from '../reveal-sealed.ts';
import {
  acceptedSchema,
  commandHeaders,
  entityParameters,
  eventSchema,
  eventsQuery,
  previewBody,
  previewSchema,
  problems,
} from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const openingWorld = z.looseObject({ world: worldId.exactOptional() });

export function entityRoutes(app: FastifyInstance, context: RouteContext): void {
  for (const kind of ENTITY_KINDS) {
    const entries: readonly EntityEntry[] = Object.values<EntityEntry>(ENTITY_COMMANDS);
    for (const entry of entries) {
      if (entry.target === kind.kind && entry.door === 'commands') commandRoute(app, context, kind, entry);
    }
    anyCommandRoute(app, context, kind);
    previewRoute(app, context, kind);
    readRoute(app, context, kind);
    eventsRoute(app, context, kind);
  }
}

const entityPath = ({ resource }: EntityKindEntry): string => `/api/v1/${resource}/:id`;

function commandRoute(
  app: FastifyInstance,
  context: RouteContext,
  kind: EntityKindEntry,
  entry: EntityEntry,
): void {
  const body = commandBody(entry);
  app.post(
    `${entityPath(kind)}/commands/${entry.name}`,
    {
      schema: {
        tags: ['commands'],
        summary: `${entry.title.id} · ${entry.title.en}`,
        params: entityParameters,
        headers: commandHeaders,
        body: kind.opening.includes(entry.name) ? body.extend({ world: worldId.exactOptional() }) : body,
        response: { 200: acceptedSchema, ...problems },
      },
    },
    async (request) => send(context, request, kind, entry.name),
  );
}

/** Names that no client may send are denied and logged like any other try; unknown ones are not found. */
function anyCommandRoute(app: FastifyInstance, context: RouteContext, kind: EntityKindEntry): void {
  app.post(`${entityPath(kind)}/commands/:name`, { schema: { hide: true } as object }, async (request) =>
    send(context, request, kind, (request.params as { name: string }).name),
  );
}

function previewRoute(app: FastifyInstance, context: RouteContext, kind: EntityKindEntry): void {
  app.post(
    `${entityPath(kind)}/commands/:name/preview`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags: ['commands'],
        summary: 'Akibat sebuah perintah · What a command would do; nothing is recorded',
        params: entityParameters.extend({ name: z.string() }),
        headers: commandHeaders,
        body: previewBody,
        response: { 200: previewSchema, ...problems },
      },
    },
    async (request) => {
      const sender = senderOf(request);
      const { id, name } = request.params as { id: string; name: string };
      return previewCommand(context, sender, entityStream(kind.kind, id), (flow) =>
        sendTo(flow, request, kind, name),
      );
    },
  );
}

async function send(
  { dependencies, flow }: RouteContext,
  request: FastifyRequest,
  kind: EntityKindEntry,
  name: string,
) {
  const result = await sendTo(flow, request, kind, name);
  return acceptedAnswer(dependencies.ledger, actorOf(request), result);
}

async function sendTo(flow: CommandFlow, request: FastifyRequest, kind: EntityKindEntry, name: string) {
  const sender = senderOf(request);
  const { id } = request.params as { id: string };
  return kind.opening.includes(name)
    ? flow.sendToEntity(sender, kind, id, name, ...openedIn(request.body))
    : flow.sendToEntity(sender, kind, id, name, request.body);
}

/** The body of an opening command and the world that stands beside it; a wrong world is told in its turn. */
function openedIn(body: unknown): [body: unknown, world: unknown] {
  const parsed = openingWorld.safeParse(body);
  if (!parsed.success) return [body, (body as { world?: unknown } | null)?.world];
  const { world, ...command } = parsed.data;
  return [command, world];
}

/** Loads one for a reader who may: role first, the look written down, then what the role sees. */
async function open(
  { flow, reads }: RouteContext,
  request: Parameters<typeof actorOf>[0],
  kind: EntityKindEntry,
  read: EntityKindEntry['read'],
): Promise<Found<unknown>> {
  const actor = actorOf(request);
  const { id } = request.params as { id: string };
  const stream = entityStream(kind.kind, id);
  await reads.mayReadAtAll(actor, read, stream);
  const found = kind.isId(id) ? await flow.entity(kind, id) : undefined;
  if (found === undefined) throw requestRefused('NOT_FOUND', {});
  const touched = read === kind.read ? kind.touched(found.entity.domain, {}, actor) : {};
  await reads.permit(actor, read, stream, found.world, touched);
  return found;
}

function readRoute(app: FastifyInstance, context: RouteContext, kind: EntityKindEntry): void {
  app.get(
    entityPath(kind),
    {
      schema: {
        tags: [kind.resource],
        summary: `Lihat ${kind.title.id} · Read a ${kind.title.en}`,
        params: entityParameters,
        response: { 200: z.looseObject({ id: z.string(), version: z.int() }), ...problems },
      },
    },
    async (request) => {
      const found = await open(context, request, kind, kind.read);
      const view = kind.view(actorOf(request), found.entity.domain);
      if (view === undefined) throw requestRefused('NOT_FOUND', {});
      const { id } = request.params as { id: string };
      const { world, headHash, entity } = found;
      return { ...view, id, world, version: entity.version, headHash };
    },
  );
}

function eventsRoute(app: FastifyInstance, context: RouteContext, kind: EntityKindEntry): void {
  const { dependencies } = context;
  app.get(
    `${entityPath(kind)}/events`,
    {
      schema: {
        tags: [kind.resource],
        summary: `Riwayat ${kind.title.id} · The events of a ${kind.title.en}, oldest first`,
        params: entityParameters,
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
      // Of what this table row touches an entity has nothing: so it is the auditor's alone.
      const { stream, entity } = await open(context, request, kind, 'read-events');
      const { after, limit } = parseWith(eventsQuery, request.query);
      const page = await dependencies.ledger.readStream(stream, { afterVersion: after, limit });
      const events = await Promise.all(
        page.map(async (event) => ({
          ...eventView(actorOf(request), await revealSealed(dependencies.vault, stream, event)),
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
