/** A token that runs out while somebody works is renewed at the provider, once for all requests at the same time. */
import type { Verifier } from '../../access/verifier.ts';
import type { Provider } from './provider.ts';
import type { NewSession, OpenSession, SessionStore } from './session-store.ts';

/** Renewed this long before its end, so that no command is sent with a token that ends on the way. */
const BEFORE_END_MS = 30_000;

export type Renewal = (secret: string, session: OpenSession) => Promise<OpenSession | undefined>;

/** @returns the session with a token that holds; undefined where one must sign in again. */
export function createRenewal(
  provider: Provider | undefined,
  verifier: Verifier,
  sessions: SessionStore,
): Renewal {
  const underWay = new Map<string, Promise<OpenSession | undefined>>();

  async function renew(secret: string, session: OpenSession): Promise<OpenSession | undefined> {
    if (provider === undefined || session.refreshToken === undefined) return undefined;
    const granted = await provider.renew(session.refreshToken).catch(() => undefined);
    if (granted === undefined) return undefined;
    const verification = await verifier.verify(`Bearer ${granted.token}`);
    // Whoever got another desk at the provider in the meantime signs in at it: drafts and lists are another's.
    if (!verification.verified || JSON.stringify(verification.actor) !== JSON.stringify(session.actor))
      return undefined;
    const renewed: NewSession = {
      actor: session.actor,
      world: session.world,
      expiresAt: session.expiresAt,
      token: granted.token,
      tokenExpiresAt: new Date(Date.now() + granted.seconds * 1_000).toISOString(),
      refreshToken: granted.refreshToken ?? session.refreshToken,
      ...idTokenOf(granted.idToken ?? session.idToken),
    };
    await sessions.renew(secret, renewed);
    return { ...renewed, id: session.id };
  }

  return async (secret, session) => {
    if (Date.parse(session.tokenExpiresAt) - BEFORE_END_MS > Date.now()) return session;
    if (session.refreshToken === undefined) {
      return Date.parse(session.tokenExpiresAt) > Date.now() ? session : undefined;
    }
    const running = underWay.get(session.id) ?? renew(secret, session);
    underWay.set(session.id, running);
    try {
      return await running;
    } finally {
      underWay.delete(session.id);
    }
  };
}

const idTokenOf = (idToken: string | undefined) => (idToken === undefined ? {} : { idToken });
