/** Everything that goes wrong becomes a problem with a code; what nobody foresaw is logged and answered as INTERNAL. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ClockIsMoving } from '../sandbox/sandbox.ts';
import { ClockMovesForwardOnly, WorldUnknown } from '../sandbox/worlds.ts';
import { BODY_LIMIT_BYTES } from './limits.ts';
import { PROBLEM_CONTENT_TYPE, type Problem, problemOf, RequestRefused, requestRefused } from './problem.ts';

/** Shows a problem as a page to somebody with a browser. */
export type ShowProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
) => Promise<FastifyReply>;

/** @param pages the console, once it is there; API paths and programs get JSON all the same. */
export function installErrorHandler(
  app: FastifyInstance,
  pages?: { readonly show: ShowProblem | undefined },
): void {
  app.setErrorHandler(async (error, request, reply) =>
    answerProblem(request, reply, refusedFrom(error, request)),
  );
  app.setNotFoundHandler(async (request, reply) =>
    answerProblem(request, reply, requestRefused('NOT_FOUND', {})),
  );

  async function answerProblem(request: FastifyRequest, reply: FastifyReply, refused: RequestRefused) {
    if (refused.refusal.code === 'INTERNAL') {
      request.log.error({ requestId: request.id, error: refused.cause ?? refused }, 'request failed');
    }
    const problem = problemOf(refused.refusal, request.id, refused.extras);
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    const wait = refused.refusal.parameters.retryAfterSeconds;
    if (wait !== undefined) reply.header('retry-after', String(wait));
    if (pages?.show !== undefined && wantsPage(request)) return pages.show(request, reply, problem);
    return reply.code(problem.status).type(PROBLEM_CONTENT_TYPE).send(problem);
  }
}

const wantsPage = ({ url, headers }: FastifyRequest): boolean =>
  !url.startsWith('/api/') && (headers.accept?.includes('text/html') ?? false);

function refusedFrom(error: unknown, request: FastifyRequest): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (isAway(error)) return awayFor(request);
  if (isUnreadable(error)) {
    // Its message would repeat the value.
    request.log.warn({ requestId: request.id }, 'a value reached the database that no shape had stopped');
    return malformed('(request)', 'holds what nothing can be called');
  }
  if (error instanceof WorldUnknown) return requestRefused('NOT_FOUND', { field: 'world' });
  if (error instanceof ClockMovesForwardOnly) return malformed('to', 'a clock moves forward only');
  if (error instanceof ClockIsMoving) {
    return requestRefused('RATE_LIMITED', { retryAfterSeconds: 1 }, { status: 409 });
  }
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return requestRefused('TOO_LARGE', { limitBytes: request.routeOptions.bodyLimit ?? BODY_LIMIT_BYTES });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return malformed('Content-Type', 'must be application/json', 415);
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
      return malformed('(body)', 'not JSON');
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return malformed('Content-Length', 'does not match the body');
    default:
  }
  // Fastify's own complaints about a request: malformed JSON, a bad address.
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return malformed('(body)', 'not understood', statusCode);
  }
  const unforeseen = requestRefused('INTERNAL', {});
  unforeseen.cause = error;
  return unforeseen;
}

/** A command's sender must not guess: the same key tells later. Whoever only reads may simply try again. */
function awayFor(request: FastifyRequest): RequestRefused {
  const commandId = request.headers['idempotency-key'];
  return request.method === 'POST' && typeof commandId === 'string'
    ? requestRefused('OUTCOME_UNKNOWN', {})
    : requestRefused('UNAVAILABLE', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

/** A restarted Postgres or Temporal is back within a few seconds. */
const RETRY_AFTER_SECONDS = 3;
/** Postgres: connection lost or refused, shutting down, starting up, too many, a statement or lock that took too long. */
const AWAY_CODES = /^(08...|53300|57P0[123]|57014|55P03|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;
/** node-postgres tells these by their words alone. */
const AWAY_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    (typeof code === 'string' && AWAY_CODES.test(code)) ||
    AWAY_WORDS.test(error.message) ||
    isAway(error.cause)
  );
}

/**
 * Postgres: text with a NUL or no UTF-8, no date, no number. What reaches it has passed a shape, so this is the
 * last resort: such a value names nothing that there is, and is no fault of ours.
 */
const UNREADABLE_CODES: ReadonlySet<unknown> = new Set(['22021', '22007', '22008', '22P02', '22P05']);

const isUnreadable = (error: unknown): boolean =>
  error instanceof Error &&
  (UNREADABLE_CODES.has((error as { code?: unknown }).code) || isUnreadable(error.cause));

function malformed(path: string, reason: string, status?: number): RequestRefused {
  const extras = { errors: [{ path, reason }], ...(status === undefined ? {} : { status }) };
  return requestRefused('MALFORMED', { field: path }, extras);
}
