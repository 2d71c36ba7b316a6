import type { FastifyRequest } from 'fastify';
import type { VerifiedActor } from '../access/reach.ts';
import type { Verification, Verifier } from '../access/verifier.ts';
import { idempotencyKey } from './client-command-id.ts';
import { requestRefused } from './problem.ts';

const actors = new WeakMap<FastifyRequest, VerifiedActor>();

const verifications = new WeakMap<FastifyRequest, Promise<Verification>>();

/** Asked for the limit of requests and again for the answer, verified once. */
function verificationOf(request: FastifyRequest, verifier: Verifier): Promise<Verification> {
  const known = verifications.get(request);
  if (known !== undefined) return known;
  const verification = verifier.verify(request.headers.authorization);
  verifications.set(request, verification);
  return verification;
}

/**
 * Whose requests are counted together: those of one account, wherever it sits; without a token that proves one, those
 * of one address. A token that is only claimed would give each invented one a limit of its own.
 */
export const callerOf =
  (verifier: Verifier) =>
  async (request: FastifyRequest): Promise<string> => {
    if (request.headers.authorization === undefined) return request.ip;
    const verification = await verificationOf(request, verifier);
    return verification.verified ? `account ${verification.actor.id}` : request.ip;
  };

/** Verifies the token before anything of the body is read. */
export const authenticate = (verifier: Verifier) => async (request: FastifyRequest) => {
  const verification = await verificationOf(request, verifier);
  if (!verification.verified) {
    const { problem } = verification;
    const extras = problem === 'KEYS_UNAVAILABLE' ? { status: 503 } : {};
    throw requestRefused('UNAUTHENTICATED', { problem }, extras);
  }
  actors.set(request, verification.actor);
};

/** @throws Error on a route that was registered outside the authenticated part. */
export function actorOf(request: FastifyRequest): VerifiedActor {
  const actor = actors.get(request);
  if (actor === undefined) throw new Error('route without authentication');
  return actor;
}

/** @throws RequestRefused MALFORMED where the header is missing or could be mistaken for a system id. */
export function senderOf(request: FastifyRequest): { actor: VerifiedActor; key: string } {
  const header = request.headers['idempotency-key'];
  const parsed = idempotencyKey.safeParse(header);
  if (!parsed.success) {
    const reason = header === undefined ? 'missing' : (parsed.error.issues[0]?.message ?? 'not a command id');
    throw requestRefused(
      'MALFORMED',
      { field: 'Idempotency-Key' },
      { errors: [{ path: 'Idempotency-Key', reason }] },
    );
  }
  return { actor: actorOf(request), key: parsed.data };
}
