/** Everything that goes wrong becomes a problem with a code; what nobody foresaw is logged and answered as INTERNAL. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ClockIsMoving } from '../sandbox/sandbox.ts';
import { ClockMovesForwardOnly, WorldUnknown } from '../sandbox/worlds.ts';
import { BODY_LIMIT_BYTES } from './limits.ts';
import { PROBLEM_CONTENT_TYPE, problemOf, RequestRefused, requestRefused } from './problem.ts';

export function installErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler(async (error, request, reply) => answerProblem(request, reply, refusedFrom(error)));
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
    return reply.code(problem.status).type(PROBLEM_CONTENT_TYPE).send(problem);
  }
}

function refusedFrom(error: unknown): RequestRefused {
  if (error instanceof RequestRefused) return error;
  if (error instanceof WorldUnknown) return requestRefused('NOT_FOUND', { field: 'world' });
  if (error instanceof ClockMovesForwardOnly) return malformed('to', 'a clock moves forward only');
  if (error instanceof ClockIsMoving) {
    return requestRefused('RATE_LIMITED', { retryAfterSeconds: 1 }, { status: 409 });
  }
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return requestRefused('TOO_LARGE', { limitBytes: BODY_LIMIT_BYTES });
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

function malformed(path: string, reason: string, status?: number): RequestRefused {
  const extras = { errors: [{ path, reason }], ...(status === undefined ? {} : { status }) };
  return requestRefused('MALFORMED', { field: path }, extras);
}
