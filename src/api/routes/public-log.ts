/**
 * The sealed log for anybody, by `c2sp.org/tlog-tiles`: checkpoint, tiles of hashes, the trust policy. Hashes tell
 * nothing of what was recorded; entries name streams, and are for auditors.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { SealedLog } from '../../seal/sealed-log.ts';
import { parseTilePath, TILE_WIDTH } from '../../transparency/tile-path.ts';
import { requestRefused } from '../problem.ts';

const tags = ['public'];
/** A checkpoint is new every minute at the soonest. */
const CHECKPOINT_CACHE_SECONDS = 10;
/** A full tile never changes. */
const TILE_CACHE_SECONDS = 31_536_000;

export function publicLogRoutes(app: FastifyInstance, log: SealedLog): void {
  app.get(
    '/log/checkpoint',
    { schema: { tags, security: [], summary: 'Titik periksa · The last published checkpoint' } as object },
    async (_request, reply) => {
      const checkpoint = await log.latestPublished();
      if (checkpoint === undefined) throw requestRefused('NOT_FOUND', {});
      return forAll(reply, CHECKPOINT_CACHE_SECONDS).type('text/plain; charset=utf-8').send(checkpoint.note);
    },
  );
  app.get(
    '/log/trust-policy',
    { schema: { tags, security: [], summary: 'Kebijakan kepercayaan · The trust policy' } as object },
    async (_request, reply) =>
      forAll(reply, CHECKPOINT_CACHE_SECONDS).type('text/plain; charset=utf-8').send(log.policy),
  );
  app.get(
    '/log/tile/*',
    { schema: { tags, security: [], summary: 'Ubin · A tile of hashes' } as object },
    async (request, reply) => sendTile(log, (request.params as { '*': string })['*'], reply, 'hashes'),
  );
}

export async function sendTile(
  log: SealedLog,
  rest: string,
  reply: FastifyReply,
  wanted: 'hashes' | 'entries',
): Promise<FastifyReply> {
  const tile = parseTilePath(`tile/${rest}`);
  const fits = tile !== undefined && (tile.level === 'entries') === (wanted === 'entries');
  const bytes = fits ? await log.tile(tile) : undefined;
  if (tile === undefined || bytes === undefined) throw requestRefused('NOT_FOUND', {});
  const full = tile.width === TILE_WIDTH;
  const open =
    wanted === 'hashes' ? forAll(reply, full ? TILE_CACHE_SECONDS : CHECKPOINT_CACHE_SECONDS) : reply;
  return open.type('application/octet-stream').send(bytes);
}

const forAll = (reply: FastifyReply, cacheSeconds: number): FastifyReply =>
  reply
    .header('access-control-allow-origin', '*')
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', `public, max-age=${cacheSeconds}`);
