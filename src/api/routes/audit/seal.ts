/** How far the record is sealed, and what came since a checkpoint that somebody kept. */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readChanges } from '../../../audit/changes.ts';
import { LIVE_WORLD } from '../../../ledger/ledger.ts';
import type { KeptCheckpoint } from '../../../seal/checkpoints.ts';
import type { SealedLog } from '../../../seal/sealed-log.ts';
import { actorOf } from '../../authentication.ts';
import { parseWith } from '../../command-body.ts';
import { pageSize, problems } from '../../route-schemas.ts';
import { worldId } from '../../world-id.ts';
import type { RouteContext } from '../route-context.ts';

const tags = ['audit'];
const checkpoint = z.object({
  size: z.int(),
  root: z.string().describe('Base64, as in the note'),
  signedAt: z.string(),
  witnesses: z.array(z.string()).describe('Name and key id of each witness that signed'),
});
const sealAnswer = z.object({
  origin: z.string(),
  leaves: z.int(),
  waiting: z.int().describe('Leaves that no checkpoint covers yet'),
  latest: checkpoint.nullable(),
  published: checkpoint.nullable().describe('The last one that is cosigned as the trust policy demands'),
  missing: z.array(z.string()).describe('Witnesses of the policy that have not signed the latest'),
  policy: z.string(),
});
const changesQuery = z.strictObject({
  since: z.coerce.number().int().min(0).describe('Size of a checkpoint that you kept'),
  world: worldId.optional(),
  limit: pageSize,
  after: z.string().max(200).optional().describe('`nextAfter` of the page before'),
});
const changesAnswer = z.object({
  since: z.int(),
  leaves: z.int().describe('Leaves in all, as of this answer'),
  checkpoint: checkpoint.nullable().describe('What was signed at that size; null where nothing was'),
  counts: z.record(z.string(), z.int()),
  streams: z.array(z.looseObject({ stream: z.string(), decisions: z.int(), events: z.int() })),
  nextAfter: z.string().nullable(),
});

export function sealRoutes(
  app: FastifyInstance,
  { reads }: RouteContext,
  log: SealedLog,
  pool: Pool | undefined,
): void {
  app.get(
    '/api/v1/audit/seal',
    {
      config: { openData: 'size, time and signatures of the log’s checkpoints: hashes, nobody’s data' },
      schema: {
        tags,
        summary: 'Keadaan segel · How far the record is sealed, and who cosigned',
        response: { 200: sealAnswer, ...problems },
      },
    },
    async (request) => {
      await reads.mayReadAtAll(actorOf(request), 'read-seal', 'log');
      const [{ leaves, sealed, missing }, latest, published] = await Promise.all([
        log.status(),
        log.latest(),
        log.latestPublished(),
      ]);
      return {
        ...{ origin: log.origin, policy: log.policy, leaves, waiting: Math.max(0, leaves - sealed), missing },
        ...{ latest: view(latest), published: view(published) },
      };
    },
  );

  if (pool === undefined) return;
  app.get(
    '/api/v1/audit/changes',
    {
      schema: {
        tags,
        summary: 'Yang baru sejak titik periksa saya · What was recorded since a kept checkpoint',
        querystring: changesQuery,
        response: { 200: changesAnswer, ...problems },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      await reads.mayReadAtAll(actor, 'read-seal', 'changes');
      const { since, limit, after, world = LIVE_WORLD } = parseWith(changesQuery, request.query);
      const asked = { since, world, limit: limit + 1, ...(after === undefined ? {} : { after }) };
      const { counts, streams } = await readChanges(pool, asked);
      const shown = streams.slice(0, limit);
      const about = { rows: shown.length, filter: { leaf: since } };
      await reads.note(actor, 'read-seal', 'changes', world, about);
      return {
        ...{ since, counts, streams: shown, leaves: (await log.status()).leaves },
        checkpoint: view(await log.published(since)),
        nextAfter: streams.length > limit ? (shown.at(-1)?.stream ?? null) : null,
      };
    },
  );
}

const view = (kept: KeptCheckpoint | undefined): z.infer<typeof checkpoint> | null =>
  kept === undefined
    ? null
    : {
        ...{ size: kept.size, signedAt: kept.signedAt, witnesses: [...kept.witnesses] },
        root: Buffer.from(kept.root).toString('base64'),
      };
