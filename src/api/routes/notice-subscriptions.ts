/** Where offices, sites and the gateway to people's phones are told. Addresses go in and never come out. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { code } from '../../catalogue/fields.ts';
import { LIVE_WORLD } from '../../ledger/ledger.ts';
import type { Notices } from '../../notices/notices.ts';
import { actorOf, senderOf } from '../authentication.ts';
import { clientCommandId } from '../client-command-id.ts';
import { parseWith } from '../command-body.ts';
import { loggable } from '../journey-reads.ts';
import { requestRefused } from '../problem.ts';
import { commandHeaders, problems } from '../route-schemas.ts';
import type { RouteContext } from './route-context.ts';

const tags = ['notices'];
const path = '/api/v1/notice-subscriptions';

const body = z.strictObject({
  data: z.strictObject({
    kind: z
      .enum(['OFFICE', 'SITE', 'GATEWAY'])
      .describe('GATEWAY with recipient PHONE: to people who agreed'),
    recipient: code.or(z.literal('PHONE')),
    channel: z.enum(['EMAIL', 'WEBHOOK']),
    address: z.string().min(3).max(500),
  }),
});
const query = z.strictObject({ recipient: code.or(z.literal('PHONE')).optional() });
const parameters = z.object({ subscriptionId: z.string() });
const created = z.object({
  subscriptionId: z.string(),
  secret: z.string().nullable().describe('Key of the webhook’s signatures: shown here, and nowhere again'),
});

export function noticeSubscriptionRoutes(
  app: FastifyInstance,
  context: RouteContext,
  notices: Notices,
): void {
  const { reads } = context;
  const { subscriptions } = notices;

  app.post(
    path,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Daftarkan alamat pemberitahuan · Register where a recipient is told',
        headers: commandHeaders,
        body,
        response: { 201: created, ...problems },
      },
    },
    async (request, reply) => {
      const { actor, key } = senderOf(request);
      await reads.mayReadAtAll(actor, 'manage-notices', 'notices');
      const { data } = parseWith(body, request.body);
      const problem = problemOf(notices, data);
      if (problem !== undefined) {
        throw requestRefused('MALFORMED', { field: `data.${problem.path}` }, { errors: [problem] });
      }
      await reads.note(actor, 'manage-notices', data.recipient, LIVE_WORLD);
      const by = { actorId: actor.id, commandId: clientCommandId(actor, key) };
      return reply.code(201).send(await subscriptions.create(data, by));
    },
  );

  app.get(
    path,
    {
      schema: {
        tags,
        summary: 'Alamat yang terdaftar · Who is told through what; no addresses',
        querystring: query,
        response: { 200: z.object({ subscriptions: z.array(z.looseObject({})) }), ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'manage-notices', 'notices');
      const { recipient } = parseWith(query, request.query);
      const found = await subscriptions.list(recipient);
      await reads.note(actor, 'manage-notices', recipient ?? 'notices', LIVE_WORLD, { rows: found.length });
      return { subscriptions: found };
    },
  );

  app.post(
    `${path}/:subscriptionId/commands/end`,
    {
      config: { tracedInAccessLog: true },
      schema: {
        tags,
        summary: 'Akhiri alamat pemberitahuan · Tell this address nothing more',
        params: parameters,
        response: { 200: parameters, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'manage-notices', 'notices');
      const { subscriptionId } = request.params as { subscriptionId: string };
      await reads.note(actor, 'manage-notices', loggable(subscriptionId), LIVE_WORLD);
      if (!(await subscriptions.end(subscriptionId, actor.id))) throw requestRefused('NOT_FOUND', {});
      return { subscriptionId };
    },
  );
}

type Data = z.output<typeof body>['data'];

/** One mailbox, nothing that a mail header could be made of. */
const MAILBOX = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;

function problemOf(
  notices: Notices,
  { kind, recipient, channel, address }: Data,
): { path: string; reason: string } | undefined {
  if ((kind === 'GATEWAY') !== (recipient === 'PHONE')) {
    return { path: 'recipient', reason: 'a gateway is PHONE, and only a gateway is' };
  }
  if (channel === 'WEBHOOK') {
    const reason = notices.webhookAddressProblem(address);
    return reason === undefined ? undefined : { path: 'address', reason };
  }
  if (kind === 'GATEWAY') return { path: 'channel', reason: 'a gateway is a webhook' };
  return MAILBOX.test(address) ? undefined : { path: 'address', reason: 'not one mail address' };
}
