/** What an office was told, what waits and what failed; another try. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ALL_WORLDS } from '../../access/access-log.ts';
import type { VerifiedActor } from '../../access/reach.ts';
import { code } from '../../catalogue/fields.ts';
import { DELIVERY_STATES, type NoticeView } from '../../notices/notice-list.ts';
import type { Notices } from '../../notices/notices.ts';
import { actorOf } from '../authentication.ts';
import { parseWith } from '../command-body.ts';
import { readCursor, writeCursor } from '../cursor.ts';
import { requestRefused } from '../problem.ts';
import { pageSize, problems } from '../route-schemas.ts';
import { worldId } from '../world-id.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['notices'];
const NOTICE_ID = /^n-[0-9a-f]{32}$/;
const DELIVERY_ID = /^n-[0-9a-f]{32}\.s-[0-9a-f]{24}$/;

const query = z.strictObject({
  office: code.optional().describe('For auditors and registrars: the office or site that was told'),
  state: z.enum(DELIVERY_STATES).optional().describe('Only notices with a delivery in this state'),
  world: worldId.optional(),
  limit: pageSize,
  cursor: z.string().max(400).optional().describe('`nextCursor` of the page before'),
});
const itemsQuery = z.strictObject({ limit: pageSize, after: z.coerce.number().int().min(-1).default(-1) });
const bounceBody = z.strictObject({
  data: z.strictObject({
    deliveryId: z.string().regex(DELIVERY_ID, 'not a delivery id'),
    status: z.string().regex(/^[45]\.\d{1,3}\.\d{1,3}$/, 'not a status such as 5.1.1'),
  }),
});
const notice = z.looseObject({ noticeId: z.string(), template: z.string(), count: z.int() });
const identified = z.object({ noticeId: z.string() });

export function noticeRoutes(app: FastifyInstance, context: RouteContext, notices: Notices): void {
  const { flow, reads } = context;

  app.get(
    '/api/v1/notices',
    {
      schema: {
        tags,
        summary: 'Pemberitahuan kantor Anda · Notices of your office',
        querystring: query,
        response: {
          200: z.object({ notices: z.array(notice), nextCursor: z.string().nullable() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-notices', 'notices');
      const { office, state, world, limit, cursor } = parseWith(query, request.query);
      const after = cursor === undefined ? undefined : readCursor(cursor, 'instant', 'id');
      const recipients = seesAll(actor)
        ? office === undefined
          ? {}
          : { recipients: [office] }
        : await ownRecipient(flow, actor);
      const rows = await notices.list({
        ...recipients,
        ...(state === undefined ? {} : { state }),
        ...(world === undefined ? {} : { world }),
        ...(after === undefined ? {} : { before: { createdAt: after[0]!, noticeId: after[1]! } }),
        limit: limit + 1,
      });
      const shown = rows.slice(0, limit);
      const about = { rows: shown.length, filter: { state } };
      await reads.note(actor, 'list-notices', office ?? actor.office, world ?? ALL_WORLDS, about);
      const last = shown.at(-1);
      return {
        notices: shown,
        nextCursor:
          rows.length > limit && last !== undefined ? writeCursor(last.createdAt, last.noticeId) : null,
      };
    },
  );

  app.get(
    '/api/v1/notices/:noticeId',
    {
      schema: {
        tags,
        summary: 'Satu pemberitahuan beserta isinya · One notice with all its items',
        params: identified,
        querystring: itemsQuery,
        response: { 200: notice, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'list-notices', 'notices');
      const found = await own(flow, notices, actor, request.params);
      const { limit, after } = parseWith(itemsQuery, request.query);
      const items = await notices.items(found.noticeId, limit, after);
      await reads.note(actor, 'list-notices', found.noticeId, found.world, { rows: items.length });
      return {
        ...found,
        items: items.map(({ reference, details }) => ({ reference, details })),
        nextAfter: items.length === limit ? items.at(-1)!.leafIndex : null,
      };
    },
  );

  app.post(
    '/api/v1/notices/:noticeId/commands/retry',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Kirim ulang yang gagal · Try again what failed or waits',
        params: identified,
        response: { 200: z.object({ noticeId: z.string(), deliveries: z.int() }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'retry-notice', 'notices');
      const { noticeId, world } = await own(flow, notices, actor, request.params);
      await reads.note(actor, 'retry-notice', noticeId, world);
      return { noticeId, deliveries: await notices.retry(noticeId) };
    },
  );

  app.post(
    '/api/v1/notices/:noticeId/commands/report-bounce',
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Catat surat elektronik yang kembali · Record mail that came back',
        params: identified,
        body: bounceBody,
        response: { 200: identified, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'manage-notices', 'notices');
      const { noticeId, world } = await own(flow, notices, actor, request.params);
      await reads.note(actor, 'manage-notices', noticeId, world);
      const { data } = parseWith(bounceBody, request.body);
      const known = data.deliveryId.startsWith(`${noticeId}.`);
      if (!known || !(await notices.recordBounce(data.deliveryId, data.status))) {
        throw requestRefused('NOT_FOUND', {});
      }
      return { noticeId };
    },
  );
}

const seesAll = ({ role }: VerifiedActor): boolean => role === 'AUDITOR' || role === 'REGISTRAR';

/**
 * Whose notices the actor reads: of the kind that fits the role. A site's people belong to an office that is told
 * other things than they, and an employer is no office, whatever its token calls itself.
 */
async function ownRecipient(
  { facts }: RouteContext['flow'],
  { office, site, role }: VerifiedActor,
): Promise<{ readonly recipients: readonly string[]; readonly recipientKind: 'OFFICE' | 'SITE' }> {
  if (role === 'SITE_SUPERVISOR') return { recipients: [site ?? ''], recipientKind: 'SITE' };
  const other = role === 'EMPLOYER' ? `office/${office}` : `employer/${office}`;
  const [fact] = await facts.read([other]);
  const fits = (fact?.value ?? null) === null;
  return { recipients: fits ? [office] : [], recipientKind: 'OFFICE' };
}

/** Another office's notice and none at all look the same. */
async function own(
  flow: RouteContext['flow'],
  notices: Notices,
  actor: VerifiedActor,
  parameters: unknown,
): Promise<NoticeView> {
  const { noticeId } = parameters as { noticeId: string };
  const found = NOTICE_ID.test(noticeId) ? await notices.find(noticeId) : undefined;
  if (found === undefined) throw requestRefused('NOT_FOUND', {});
  if (seesAll(actor)) return found;
  const { recipients, recipientKind } = await ownRecipient(flow, actor);
  if (found.recipient.kind === recipientKind && recipients.includes(found.recipient.id)) return found;
  throw requestRefused('NOT_FOUND', {});
}
