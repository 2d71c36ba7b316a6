/**
 * Signing in at the office's own OpenID provider: authorization code flow with PKCE. The access token, for the API's
 * audience, stays on the server; the browser gets a session cookie and nothing else.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretBasic,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  refreshTokenGrant,
} from 'openid-client';
import type { SignInProvider } from '../options.ts';

/** What the browser keeps, in a cookie of ten minutes, between leaving for the provider and coming back. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** Where one wanted to go. */
  readonly next: string;
}

export interface Granted {
  readonly token: string;
  readonly refreshToken?: string;
  readonly idToken?: string;
  /** Of the access token. */
  readonly seconds: number;
}

export interface Provider {
  /** Host name, for the button that leads there. */
  readonly name: string;
  /** Origin that forms may lead to (signing out there). */
  readonly origin: string;
  begin(next: string): Promise<{ readonly to: string; readonly attempt: Attempt }>;
  /** @throws Error where state, nonce, code or token are not what this attempt asked for. */
  finish(returnedTo: URL, attempt: Attempt): Promise<Granted>;
  /** A new token for one that ran out. @throws Error where the provider gives none any more. */
  renew(refreshToken: string): Promise<Granted>;
  /** Where one signs out of the provider too; undefined where it has no such place. */
  signOutAddress(idToken: string | undefined): Promise<string | undefined>;
}

/** Of one request to the provider: somebody waits before an empty page. */
const PROVIDER_SECONDS = 10;
/** A token that says nothing of its life is asked for anew after this. */
const USUAL_SECONDS = 300;

export const CALLBACK_PATH = '/sign-in/return';

/** @param publicUrl where browsers find this server: the provider sends them back there. */
export function createProvider(
  { issuer, clientId, clientSecret, scope, audience }: SignInProvider,
  publicUrl: string,
): Provider {
  const redirectUri = new URL(CALLBACK_PATH, publicUrl).href;
  // RFC 8707: a resource is an address; providers that name audiences otherwise have them configured on their side.
  const resource = URL.canParse(audience) ? { resource: audience } : {};
  let found: Promise<Configuration> | undefined;

  function configuration(): Promise<Configuration> {
    const server = new URL(issuer);
    const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname);
    const asked = discovery(
      server,
      clientId,
      undefined,
      clientSecret === undefined ? None() : ClientSecretBasic(clientSecret),
      {
        timeout: PROVIDER_SECONDS,
        ...(loopback && server.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}),
      },
    );
    // A provider that was away is asked again by the next who signs in.
    asked.catch(() => {
      found = undefined;
    });
    return asked;
  }
  const discovered = (): Promise<Configuration> => {
    found ??= configuration();
    return found;
  };

  const granted = (answer: Awaited<ReturnType<typeof authorizationCodeGrant>>): Granted => ({
    token: answer.access_token,
    ...(answer.refresh_token === undefined ? {} : { refreshToken: answer.refresh_token }),
    ...(answer.id_token === undefined ? {} : { idToken: answer.id_token }),
    seconds: answer.expires_in ?? USUAL_SECONDS,
  });

  return {
    name: new URL(issuer).host,
    origin: new URL(issuer).origin,
    async begin(next) {
      const verifier = randomPKCECodeVerifier();
      const attempt = { state: randomState(), nonce: randomNonce(), verifier, next };
      const to = buildAuthorizationUrl(await discovered(), {
        redirect_uri: redirectUri,
        scope,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: attempt.state,
        nonce: attempt.nonce,
        ...resource,
      });
      return { to: to.href, attempt };
    },
    async finish(returnedTo, { state, nonce, verifier }) {
      const here = new URL(redirectUri);
      here.search = returnedTo.search;
      const answer = await authorizationCodeGrant(
        await discovered(),
        here,
        { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
        resource,
      );
      return granted(answer);
    },
    async renew(refreshToken) {
      return granted(await refreshTokenGrant(await discovered(), refreshToken, resource));
    },
    async signOutAddress(idToken) {
      const known = await discovered();
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined;
      return buildEndSessionUrl(known, {
        post_logout_redirect_uri: new URL('/sign-in', publicUrl).href,
        ...(idToken === undefined ? {} : { id_token_hint: idToken }),
      }).href;
    },
  };
}
