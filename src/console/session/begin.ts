/** From a token to a session: verified like any other token, and kept on the server. */
import type { TokenProblem } from '../../access/verifier.ts';
import type { ConsoleOptions } from '../options.ts';
import type { SessionBegun } from '../page.ts';
import type { TokenRole } from './session.ts';
import type { NewSession, SessionStore } from './session-store.ts';

/** Of a session at an office's own provider: a working day, then one signs in again. */
const LONGEST_SECONDS = 10 * 3_600;

/** A token that the provider gave and that no desk stands behind: its role, office or site is not one of ours. */
export class NoDesk extends Error {
  override readonly name = 'NoDesk';
  constructor(readonly problem: TokenProblem) {
    super(problem);
  }
}

/** @throws NoDesk */
export async function beginSession(
  { verifier }: Pick<ConsoleOptions, 'verifier'>,
  sessions: SessionStore,
  given: Pick<NewSession, 'token' | 'world' | 'refreshToken' | 'idToken'> & {
    /** Of the token. */
    readonly seconds: number;
    readonly to?: string;
  },
): Promise<SessionBegun> {
  const { seconds: tokenSeconds, to = '/', ...kept } = given;
  const verification = await verifier.verify(`Bearer ${kept.token}`);
  if (!verification.verified) throw new NoDesk(verification.problem);
  const actor = verification.actor as NewSession['actor'] & { role: TokenRole };
  const seconds = kept.refreshToken === undefined ? Math.min(tokenSeconds, LONGEST_SECONDS) : LONGEST_SECONDS;
  const inSeconds = (count: number): string => new Date(Date.now() + count * 1_000).toISOString();
  const secret = await sessions.begin({
    ...{ ...kept, actor },
    ...{ expiresAt: inSeconds(seconds), tokenExpiresAt: inSeconds(tokenSeconds) },
  });
  return { redirect: to, secret, seconds };
}
