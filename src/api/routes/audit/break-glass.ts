/**
 * Break-glass: an officer whose office does not reach a person opens their journey in an emergency. It lets look
 * for an hour at most, never write, and stands on the auditor's list from the first minute.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ALL_WORLDS } from '../../../access/access-log.ts';
import { type BreakGlass, GRANT_PAGE_LIMIT } from '../../../access/break-glass.ts';
import { reasonInWords, wholeNumber } from '../../../catalogue/fields.ts';
import { breakGlassMinutes } from '../../../domain/oversight/thresholds.ts';
import { momentAt } from '../../../domain/time/index.ts';
import { wroteDown } from '../../access-watch.ts';
import { actorOf, senderOf } from '../../authentication.ts';
import { clientCommandId } from '../../client-command-id.ts';
import { parseWith } from '../../command-body.ts';
import { readCursor, writeCursor } from '../../cursor.ts';
import { policyReader } from '../../policy-reader.ts';
import { requestRefused } from '../../problem.ts';
import { commandHeaders, pageSize, personParameters, problems } from '../../route-schemas.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const MOST_MINUTES = 24 * 60;
const tags = ['audit'];

const body = z.strictObject({
  reason: reasonInWords.describe('Why the glass was broken, in words. Sealed; auditors read it'),
  minutes: wholeNumber(1, MOST_MINUTES)
    .exactOptional()
    .describe('At most what the policy allows, the default'),
});
const grantSchema = z.object({
  grantId: z.string(),
  personId: z.string(),
  beganAt: z.string(),
  endsAt: z.string(),
});
const listed = z.looseObject({ grantId: z.string(), reason: z.string().nullable() });
const query = z.strictObject({
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});

export function breakGlassRoutes(app: FastifyInstance, context: RouteContext, breakGlass: BreakGlass): void {
  grantRoute(app, context, breakGlass);
  listRoute(app, context, breakGlass);
}

function grantRoute(
  app: FastifyInstance,
  { dependencies, flow, reads }: RouteContext,
  breakGlass: BreakGlass,
) {
  const { ledger, vault } = dependencies;
  app.post(
    '/api/v1/people/:personId/break-glass',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Akses darurat (tercatat) · Break-glass: an emergency look, in the open',
        params: personParameters,
        headers: commandHeaders,
        body,
        response: { 201: grantSchema, ...problems },
      },
    },
    async (request, reply) => {
      const { actor, key } = senderOf(request);
      const { personId } = request.params as { personId: string };
      await reads.mayReadAtAll(actor, 'break-glass', personId);
      const { reason, minutes } = parseWith(body, request.body);
      if (!personParameters.safeParse({ personId }).success) throw requestRefused('PERSON_UNKNOWN', {});
      const head = await ledger.readHead(`journey/${personId}`);
      if (head === undefined) throw requestRefused('PERSON_UNKNOWN', {});
      const today = momentAt(new Date().toISOString(), 'WIB').date;
      const longest = breakGlassMinutes(
        policyReader(await flow.facts.read(['policy/break_glass_minutes'])),
        today,
      );
      if (minutes !== undefined && minutes > longest) {
        const errors = [{ path: 'minutes', reason: `at most ${longest}` }];
        throw requestRefused('MALFORMED', { field: 'minutes' }, { errors });
      }
      const grantId = grantIdOf(clientCommandId(actor, key), personId);
      const sealed = await vault.seal(
        'case',
        { subject: personId, commandId: grantId, field: 'reason' },
        reason,
      );
      if (sealed.kind === 'destroyed') throw requestRefused('NOT_PERMITTED', { reason: 'KEY_DESTROYED' });
      const grant = await breakGlass.grant({
        ...{ grantId, world: head.world, personId, reason: sealed.text, minutes: minutes ?? longest },
        actor: { id: actor.id, role: actor.role, office: actor.office },
      });
      wroteDown();
      const { beganAt, endsAt } = grant;
      return reply.code(201).send({ grantId, personId, beganAt, endsAt });
    },
  );
}

/** The auditor's list of all that was opened this way, with the reasons. */
function listRoute(
  app: FastifyInstance,
  { dependencies: { vault }, reads }: RouteContext,
  breakGlass: BreakGlass,
) {
  app.get(
    '/api/v1/audit/break-glass',
    {
      schema: {
        tags,
        summary: 'Daftar akses darurat · Every emergency look',
        querystring: query,
        response: {
          200: z.object({ grants: z.array(listed), nextCursor: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-break-glass', 'break-glass');
      const { world, limit, cursor } = parseWith(query, request.query);
      const before = cursor === undefined ? undefined : readCursor(cursor, 'id')[0];
      const found = await breakGlass.list({
        ...(world === undefined ? {} : { world }),
        ...(before === undefined ? {} : { before }),
        limit: Math.min(limit, GRANT_PAGE_LIMIT),
      });
      await reads.note(actor, 'list-break-glass', 'break-glass', world ?? ALL_WORLDS, { rows: found.length });
      const grants = await Promise.all(
        found.map(async ({ reason, ...grant }) => {
          const place = { subject: grant.personId, commandId: grant.grantId, field: 'reason' };
          const opened = await vault.unseal(place, reason);
          return { ...grant, reason: opened.kind === 'text' ? opened.text : null };
        }),
      );
      const last = found.length === limit ? found.at(-1) : undefined;
      return { grants, nextCursor: last === undefined ? null : writeCursor(last.grantId) };
    },
  );
}

/** The same key for the same person is the same grant; for another person it is another. */
const grantIdOf = (commandId: string, personId: string): string =>
  `g${createHash('sha256').update(`titian:break-glass:v1:${commandId}:${personId}`).digest('hex').slice(0, 28)}`;
