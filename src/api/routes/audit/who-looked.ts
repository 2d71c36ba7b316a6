/** Who looked: one place for the auditor to ask, and a person's own right to know (UU 27/2022 art. 5). */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readAccessDetail } from '../../../access/access-detail.ts';
import { type AccessRecord, ALL_WORLDS } from '../../../access/access-log.ts';
import { code } from '../../../catalogue/fields.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { canonicalInstant } from '../../instant-parameter.ts';
import { requestRefused } from '../../problem.ts';
import { instant, pageSize, personParameters, problems } from '../../route-schemas.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
/** Ids as the log holds them: a person, a stream, an account. */
const opaque = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'not an id');
const paging = {
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
};
const query = z.strictObject({
  person: opaque.optional().describe('Looks at this person'),
  subject: opaque.optional().describe('Looks at exactly this: a stream, a list, a blind index'),
  actor: opaque.optional().describe('Looks by this account'),
  office: code.optional(),
  action: z
    .string()
    .regex(/^[a-z][a-z-]{1,60}$/, 'not an action')
    .optional(),
  outcome: z.enum(['allowed', 'denied']).optional(),
  from: instant.optional(),
  to: instant.optional().describe('Before this instant'),
  world: worldId.optional(),
  ...paging,
});
const ownQuery = z.strictObject(paging);

const look = z.looseObject({ logId: z.string(), at: z.string(), action: z.string(), outcome: z.string() });
const page = z.object({ looks: z.array(look), nextCursor: z.string().nullable() });
const ownLook = z.object({
  at: z.string(),
  role: z.string(),
  office: z.string(),
  action: z.string(),
  outcome: z.string(),
});

/** A person is named by id, and by the stream that the id gives. */
const subjectsOf = (personId: string): readonly string[] => [personId, `journey/${personId}`];

export function whoLookedRoutes(app: FastifyInstance, context: RouteContext): void {
  auditorRoute(app, context);
  ownRoute(app, context);
}

function auditorRoute(app: FastifyInstance, { dependencies: { accessLog }, reads }: RouteContext): void {
  app.get(
    '/api/v1/audit/who-looked',
    {
      schema: {
        tags,
        summary: 'Siapa yang melihat · Who looked, who was denied, who broke the glass; newest first',
        querystring: query,
        response: { 200: page, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-access-log', 'access-log');
      const asked = parseWith(query, request.query);
      const { person, subject, actor: actorId, from, to, limit, cursor, ...exact } = asked;
      const subjects = person === undefined ? subject : subjectsOf(person);
      const before = cursor === undefined ? undefined : logIdIn(cursor);
      const found = await accessLog.list({
        ...given({ ...exact, actorId, subject: subjects, before }),
        ...(from === undefined ? {} : { from: canonicalInstant(from, 'from') }),
        ...(to === undefined ? {} : { to: canonicalInstant(to, 'to') }),
        limit: limit + 1,
      });
      const { shown, nextCursor } = pageOf(found, limit);
      // Looking at who looked is a look like any other.
      await reads.note(actor, 'read-access-log', 'access-log', asked.world ?? ALL_WORLDS, {
        rows: shown.length,
        filter: asked,
      });
      return { looks: shown.map(lookView), nextCursor };
    },
  );
}

function ownRoute(app: FastifyInstance, { dependencies: { accessLog, ledger }, reads }: RouteContext): void {
  app.get(
    '/api/v1/people/:personId/access-log',
    {
      schema: {
        tags,
        summary: 'Siapa yang melihat data saya · Who looked at my data: role and office, never the account',
        params: personParameters,
        querystring: ownQuery,
        response: {
          200: z.object({ looks: z.array(ownLook), nextCursor: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const { personId } = request.params as { personId: string };
      await reads.mayReadAtAll(actor, 'own-access-log', personId);
      const { limit, cursor } = parseWith(ownQuery, request.query);
      const before = cursor === undefined ? undefined : logIdIn(cursor);
      const head = personParameters.safeParse({ personId }).success
        ? await ledger.readHead(`journey/${personId}`)
        : undefined;
      if (head === undefined) throw requestRefused('PERSON_UNKNOWN', {});
      const { world } = head;
      await reads.permit(actor, 'own-access-log', personId, world, { personId });
      const found = await accessLog.list({
        ...given({ subject: subjectsOf(personId), world, before }),
        limit: limit + 1,
      });
      const { shown, nextCursor } = pageOf(found, limit);
      return {
        looks: shown.map(({ at, actor: { role, office }, action, outcome }) => ({
          ...{ at, role, office, action, outcome },
        })),
        nextCursor,
      };
    },
  );
}

/** A row with what stands in the fixed form of its reason. */
function lookView({ reason, ...record }: AccessRecord): object {
  const detail = readAccessDetail(reason);
  return detail === undefined ? { ...record, reason: reason ?? null } : { ...record, ...detail };
}

function pageOf(found: readonly AccessRecord[], limit: number) {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    shown,
    nextCursor: found.length > limit && last !== undefined ? writeCursor(last.logId) : null,
  };
}

function logIdIn(cursor: string): string {
  const [logId = ''] = readCursor(cursor, 'id');
  if (/^[1-9]\d{0,17}$/.test(logId)) return logId;
  const errors = [{ path: 'cursor', reason: 'not a cursor of this list' }];
  throw requestRefused('MALFORMED', { field: 'cursor' }, { errors });
}

/** Without what nobody asked for. */
const given = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
