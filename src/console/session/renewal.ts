/**
 * A token that runs out while somebody works is renewed at the provider: by one request at a time, since a refresh
 * token may serve once only, and a provider that sees it twice ends everything that came of it.
 */
import type { Verifier } from '../../access/verifier.ts';
import type { Provider } from './provider.ts';
import type { NewSession, OpenSession, SessionStore } from './session-store.ts';
import { logFailure, logNoDesk, type SignInLog } from './sign-in-log.ts';
import { createTurns } from './turns.ts';

/** Renewed this long before its end, so that no command is sent with a token that ends on the way. */
const BEFORE_END_MS = 30_000;
/** Each holds a connection while the provider thinks: where it hangs, the rest of the server goes on. */
const AT_ONCE = 3;

const LOCK_NOT_AVAILABLE = '55P03';

export type Renewal = (secret: string, session: OpenSession) => Promise<OpenSession | undefined>;

export interface RenewalParts {
  readonly provider: Provider | undefined;
  readonly verifier: Verifier;
  readonly sessions: SessionStore;
  readonly log: SignInLog;
}

/** @returns the session with a token that holds; undefined where one must sign in again. */
export function createRenewal({ provider, verifier, sessions, log }: RenewalParts): Renewal {
  const underWay = new Map<string, Promise<OpenSession | undefined>>();
  const inTurn = createTurns(AT_ONCE);

  async function ask(at: Provider, standing: OpenSession): Promise<NewSession | undefined> {
    const granted = await at.renew(standing.refreshToken ?? '').catch((error: unknown) => {
      logFailure(log, 'renew', error);
      return undefined;
    });
    if (granted === undefined) return undefined;
    const verification = await verifier.verify(`Bearer ${granted.token}`);
    if (!verification.verified) {
      logNoDesk(log, 'renew', verification.problem);
      return undefined;
    }
    // Whoever got another desk at the provider in the meantime signs in at it: drafts and lists are another's.
    if (JSON.stringify(verification.actor) !== JSON.stringify(standing.actor)) {
      logNoDesk(log, 'renew', 'ANOTHER_DESK');
      return undefined;
    }
    return {
      actor: standing.actor,
      world: standing.world,
      expiresAt: standing.expiresAt,
      token: granted.token,
      tokenExpiresAt: new Date(Date.now() + granted.seconds * 1_000).toISOString(),
      ...kept('refreshToken', granted.refreshToken ?? standing.refreshToken),
      ...kept('idToken', granted.idToken ?? standing.idToken),
    };
  }

  return async (secret, session) => {
    if (Date.parse(session.tokenExpiresAt) - BEFORE_END_MS > Date.now()) return session;
    if (provider === undefined || session.refreshToken === undefined) {
      return Date.parse(session.tokenExpiresAt) > Date.now() ? session : undefined;
    }
    // What was read of the session may be older than the last renewal: the store reads it once more.
    const running =
      underWay.get(session.id) ??
      inTurn(() => sessions.renewOnce(secret, session, (standing) => ask(provider, standing)));
    underWay.set(session.id, running);
    try {
      return await running;
    } catch (error) {
      if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      // Another server still waits for the provider; the token at hand serves as long as it holds.
      logFailure(log, 'renew', error);
      return Date.parse(session.tokenExpiresAt) > Date.now() ? session : undefined;
    } finally {
      underWay.delete(session.id);
    }
  };
}

const kept = <Name extends string>(name: Name, token: string | undefined) =>
  (token === undefined ? {} : { [name]: token }) as { readonly [name in Name]?: string };
