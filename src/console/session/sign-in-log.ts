/**
 * What goes wrong at the provider, for whoever keeps the server: which step, which kind of error, and the provider's
 * own code for it. No message, no address: either may repeat a code, a token or a name.
 */
import type { FastifyBaseLogger } from 'fastify';

export type SignInLog = Pick<FastifyBaseLogger, 'warn'>;

type Step = 'begin' | 'finish' | 'renew' | 'sign-out';

/** RFC 6749 and OpenID Connect: `invalid_grant`. At coming back it stands in an address that anybody can write. */
const CODE = /^[a-z_]{1,40}$/;

export function logFailure(log: SignInLog, step: Step, error: unknown): void {
  const said = (error as { error?: unknown } | null)?.error;
  const told = typeof said === 'string' && CODE.test(said) ? { said } : {};
  log.warn({ signIn: step, ...told, error }, 'the sign-in provider gave no session');
}

/** It gave a token, and no desk of ours stands behind that. */
export function logNoDesk(log: SignInLog, step: Step, problem: string): void {
  log.warn({ signIn: step, problem }, 'a token of the sign-in provider leads to no desk');
}
