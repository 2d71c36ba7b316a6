/** Receipts: a file that proves that one event or decision stands in the sealed log, for checking without Titian. */
import { isDeepStrictEqual } from 'node:util';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { VerifiedActor } from '../../../access/reach.ts';
import type { RecordedEvent } from '../../../domain/decider.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import type { ReceiptedRow } from '../../../seal/receipt-row.ts';
import type { SealedLog } from '../../../seal/sealed-log.ts';
import { eventView } from '../../answers.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { seesEvent, sightOf } from '../../event-sight.ts';
import { loggable } from '../../journey-reads.ts';
import { requestRefused } from '../../problem.ts';
import { problems } from '../../route-schemas.ts';
import { sendTile } from '../public-log.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
const position = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const stream = {
  kind: z.string().regex(/^[a-z][a-z-]{0,59}$/, 'not a kind of stream'),
  id: z.string().regex(/^[A-Za-z0-9._-]{1,139}$/, 'not an id'),
};
const eventPlace = z.object({ ...stream, version: position });
const decisionPlace = z.object({ ...stream, sequence: position });
const response = {
  200: z.string().describe('c2sp.org/tlog-proof; what stands in "extra": docs/audit-bundle.md'),
  ...problems,
};

export function receiptRoutes(app: FastifyInstance, context: RouteContext, log: SealedLog): void {
  app.get(
    '/api/v1/receipts/:kind/:id/events/:version',
    {
      schema: {
        ...{ tags, params: eventPlace, response },
        summary: 'Tanda bukti peristiwa · Receipt of an event',
        description:
          'For whoever may read that event whole: of a journey its officers, of all streams the auditor.',
      },
    },
    async (request, reply) => {
      const actor = actorOf(request);
      const { kind, id, version } = parseWith(eventPlace, request.params);
      if (kind === 'journey') await mayReadWhole(context, actor, id, version);
      else await mayReadSeal(context, actor, `${kind}/${id}`);
      return send(log, { kind: 'event', stream: `${kind}/${id}`, position: version }, reply);
    },
  );
  app.get(
    '/api/v1/receipts/:kind/:id/decisions/:sequence',
    {
      schema: {
        ...{ tags, params: decisionPlace, response },
        summary: 'Tanda bukti keputusan · Receipt of a decision',
      },
    },
    async (request, reply) => {
      const { kind, id, sequence } = parseWith(decisionPlace, request.params);
      await mayReadSeal(context, actorOf(request), `${kind}/${id}`);
      return send(log, { kind: 'decision', stream: `${kind}/${id}`, position: sequence }, reply);
    },
  );
  app.get(
    '/log/tile/entries/*',
    { schema: { tags, summary: 'Isi ubin · The entries under a tile' } as object },
    async (request, reply) => {
      const actor = actorOf(request);
      await context.reads.mayReadAtAll(actor, 'read-seal', 'log');
      await context.reads.permit(actor, 'read-seal', 'log', LIVE_WORLD, {});
      return sendTile(log, `entries/${(request.params as { '*': string })['*']}`, reply, 'entries');
    },
  );
}

/**
 * A receipt shows the whole row: who may see only a part of the event is told no more than that.
 * @returns the event, the look at it written down.
 */
export async function mayReadWhole(
  { reads, dependencies }: RouteContext,
  reader: VerifiedActor,
  personId: string,
  version: number,
): Promise<RecordedEvent> {
  const { actor, entity, stream: name } = await reads.open({ actor: reader, personId, read: 'read-events' });
  const [event] = await dependencies.ledger.readStream(name, { afterVersion: version - 1, upTo: version });
  const sight = sightOf(actor, entity.domain);
  if (event === undefined || !seesEvent(sight, event)) throw requestRefused('NOT_FOUND', {});
  const { data } = eventView(actor, event, sight);
  if (!isDeepStrictEqual(data, event.data)) throw requestRefused('NOT_PERMITTED', {});
  return event;
}

async function mayReadSeal(
  { reads, dependencies }: RouteContext,
  actor: VerifiedActor,
  name: string,
): Promise<void> {
  await reads.mayReadAtAll(actor, 'read-seal', name);
  const head = await dependencies.ledger.readHead(name);
  if (head === undefined) throw requestRefused('NOT_FOUND', {});
  await reads.permit(actor, 'read-seal', loggable(name), head.world, {});
}

async function send(log: SealedLog, row: ReceiptedRow, reply: FastifyReply): Promise<FastifyReply> {
  const receipt = await log.receipt(row);
  if (receipt === undefined) throw requestRefused('NOT_FOUND', {});
  if (!receipt.sealed) throw requestRefused('NOT_SEALED_YET', {});
  const name = `${row.stream.replaceAll('/', '-')}-${row.kind}-${row.position}.tlog-proof`;
  return reply
    .type('text/plain; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store')
    .send(receipt.file);
}
