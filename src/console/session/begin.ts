/** From a token to a session: verified like any other token, and kept on the server. */
import type { ConsoleOptions } from '../options.ts';
import type { SessionBegun } from '../page.ts';
import type { TokenRole } from './session.ts';
import type { NewSession, SessionStore } from './session-store.ts';

/** @throws Error where the token is nobody's: it came from our own issuer or was checked at the provider. */
export async function beginSession(
  { verifier }: Pick<ConsoleOptions, 'verifier'>,
  sessions: SessionStore,
  given: Pick<NewSession, 'token' | 'world' | 'refreshToken' | 'idToken'> & {
    readonly seconds: number;
    readonly to?: string;
  },
): Promise<SessionBegun> {
  const { seconds, to = '/', ...kept } = given;
  const verification = await verifier.verify(`Bearer ${kept.token}`);
  if (!verification.verified) throw new Error(`a token that nobody accepts: ${verification.problem}`);
  const actor = verification.actor as NewSession['actor'] & { role: TokenRole };
  const expiresAt = new Date(Date.now() + seconds * 1_000).toISOString();
  return { redirect: to, secret: await sessions.begin({ ...kept, actor, expiresAt }), seconds };
}
