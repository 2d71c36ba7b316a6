/** Somebody who tries one number or name after the other finds out who has a record: an account searches so often only. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { actorOf } from './authentication.ts';
import { SEARCHES_PER_MINUTE } from './limits.ts';
import { requestRefused } from './problem.ts';

/**
 * Counted where a search begins, so that the console's own requests count as well, for whoever is signed in.
 *
 * @throws RequestRefused RATE_LIMITED
 */
export function searchLimit(app: FastifyInstance): (request: FastifyRequest) => Promise<void> {
  const count = app.createRateLimit({
    ...{ max: SEARCHES_PER_MINUTE, timeWindow: '1 minute', allowList: () => false },
    keyGenerator: (request) => actorOf(request).id,
  });
  return async (request) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    throw requestRefused('RATE_LIMITED', { retryAfterSeconds: Math.max(1, counted.ttlInSeconds) });
  };
}
