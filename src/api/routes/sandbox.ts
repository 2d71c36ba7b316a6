/** Worlds with clocks of their own, and tokens to practise with. Outside a sandbox all of it is refused. */
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { TOKEN_ROLES } from '../../access/roles.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { canonicalInstant } from '../instant-parameter.ts';
import { requestRefused } from '../problem.ts';
import { instant, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['sandbox'];
const CLOCKS = { openData: 'clocks of practice worlds: nobody’s data' };
/** A working day; nobody needs a practice token for longer without asking again. */
const TOKEN_SECONDS_DEFAULT = 8 * 3_600;
const TOKEN_SECONDS_LIMIT = 30 * 24 * 3_600;

const ownWorldId = worldId.refine(
  (id) => id !== LIVE_WORLD,
  'the world of real cases is not a sandbox world',
);
const newWorld = z.strictObject({ id: ownWorldId.exactOptional(), startsAt: instant });
const world = z.object({ id: z.string(), now: z.string(), clockOffsetMs: z.int() });
const move = z.strictObject({
  to: instant,
  mode: z
    .enum(['advance', 'outage'])
    .default('advance')
    .describe('advance: act at each deadline on the way; outage: as if nobody had been awake until the end'),
});

const opaque = z.string().regex(/^[\x21-\x7e]{1,128}$/, 'not an id');
const identity = z.strictObject({
  sub: opaque.exactOptional(),
  role: z.enum(TOKEN_ROLES as [(typeof TOKEN_ROLES)[number], ...(typeof TOKEN_ROLES)[number][]]),
  office: opaque,
  site: opaque.exactOptional(),
  person: opaque.exactOptional(),
  ttlSeconds: z.int().min(1).max(TOKEN_SECONDS_LIMIT).default(TOKEN_SECONDS_DEFAULT),
});

/** The one route of the sandbox that needs no token: it gives them out. */
export function sandboxTokenRoutes(app: FastifyInstance, { dependencies }: RouteContext): void {
  app.post(
    '/api/v1/sandbox/tokens',
    {
      schema: {
        tags,
        summary: 'Terbitkan token latihan · Issue a practice token',
        body: identity,
        response: { 200: z.object({ token: z.string(), sub: z.string() }), ...problems },
      },
    },
    async (request) => {
      const { issuer } = sandboxOf(dependencies);
      const { ttlSeconds, ...asked } = parseWith(identity, request.body);
      // The same role and office is the same account, so that a retry from a new token finds its command.
      const sub = asked.sub ?? `sandbox:${asked.role}:${asked.site ?? asked.person ?? asked.office}`;
      try {
        return { token: await issuer.issueSandboxToken({ ...asked, sub }, ttlSeconds), sub };
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        const errors = [{ path: '(body)', reason: 'no verifier would accept such an identity' }];
        throw requestRefused('MALFORMED', { field: 'role' }, { errors });
      }
    },
  );
}

export function sandboxRoutes(app: FastifyInstance, context: RouteContext): void {
  app.post(
    '/api/v1/sandbox/worlds',
    {
      config: CLOCKS,
      schema: {
        tags,
        summary: 'Buat dunia latihan · Make a world',
        body: newWorld,
        response: { 201: world, ...problems },
      },
    },
    async (request, reply) => {
      const { worlds } = await permitted(context, request, 'sandbox-world');
      const { id = `w-${randomBytes(6).toString('hex')}`, startsAt } = parseWith(newWorld, request.body);
      return reply.code(201).send(await worlds.createWorld(id, canonicalInstant(startsAt, 'startsAt')));
    },
  );

  const readClock = async (request: FastifyRequest) => {
    const { worlds } = await permitted(context, request, 'sandbox-world');
    return worlds.world(worldOf(request));
  };
  const read = {
    tags,
    summary: 'Jam dunia · Where a world’s clock stands',
    response: { 200: world, ...problems },
  };
  app.get('/api/v1/sandbox/worlds/:id', { config: CLOCKS, schema: read }, readClock);
  app.get('/api/v1/sandbox/worlds/:id/clock', { config: CLOCKS, schema: read }, readClock);

  app.get(
    '/api/v1/sandbox/worlds',
    {
      config: CLOCKS,
      schema: {
        tags,
        summary: 'Semua dunia · All worlds',
        response: { 200: z.object({ worlds: z.array(world) }), ...problems },
      },
    },
    async (request) => {
      const { worlds } = await permitted(context, request, 'sandbox-world');
      return { worlds: await worlds.listWorlds() };
    },
  );

  app.post(
    '/api/v1/sandbox/worlds/:id/clock',
    {
      config: CLOCKS,
      schema: {
        tags,
        summary: 'Majukan jam dunia · Move a world’s clock forward',
        body: move,
        response: { 200: world.extend({ fired: z.int() }), ...problems },
      },
    },
    async (request) => {
      const { worlds } = await permitted(context, request, 'sandbox-clock');
      const { to, mode } = parseWith(move, request.body);
      return worlds.moveClock(worldOf(request), canonicalInstant(to, 'to'), mode);
    },
  );

  app.post(
    '/api/v1/sandbox/worlds/:id/settle',
    {
      config: CLOCKS,
      schema: {
        tags,
        summary: 'Tunggu sampai semua pesan tersampaikan · Wait until every message has arrived',
        response: { 200: world.extend({ fired: z.int() }), ...problems },
      },
    },
    async (request) => {
      const { worlds } = await permitted(context, request, 'sandbox-clock');
      return worlds.settle(worldOf(request));
    },
  );
}

async function permitted(
  { dependencies, reads }: RouteContext,
  request: FastifyRequest,
  action: 'sandbox-world' | 'sandbox-clock',
) {
  const sandbox = sandboxOf(dependencies);
  await reads.mayReadAtAll(actorOf(request), action, 'sandbox');
  return sandbox;
}

function sandboxOf({ sandbox }: RouteContext['dependencies']) {
  if (sandbox === null) throw requestRefused('SANDBOX_ONLY', {});
  return sandbox;
}

function worldOf(request: FastifyRequest): string {
  const parsed = ownWorldId.safeParse((request.params as { id: string }).id);
  if (!parsed.success) throw requestRefused('NOT_FOUND', { field: 'world' });
  return parsed.data;
}
