/** Signing in through a real OpenID provider: authorization code with PKCE, there and back, and what must not work. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVerifier } from '../../src/access/tokens.ts';
import type { Verifier } from '../../src/access/verifier.ts';
import { createProvider } from '../../src/console/session/provider.ts';
import { createRenewal } from '../../src/console/session/renewal.ts';
import { createSessionStore, type OpenSession } from '../../src/console/session/session-store.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { Browser, type PageAnswer } from './console-world.ts';

const PUBLIC_URL = 'https://titian.example';
const AUDIENCE = 'https://titian.example/api';
/** Shorter than what a session renews before its end: each request finds its token running out. */
const RUNNING_OUT_SECONDS = 20;

const DESKS: { [account: string]: { readonly [claim: string]: string } } = {
  jaksa: { role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
  staf: { role: 'PIDUM_STAFF', office: 'kejari-medan' },
  tamu: { role: 'VISITOR', office: 'kejari-medan' },
};

let server: Server;
let issuer: string;
let api: ApiWorld;
let account = 'jaksa';
let tokenSeconds = 3_600;
let verifier: Verifier;
const signInProvider = () => ({
  ...{ issuer, audience: AUDIENCE, clientId: 'titian-console', scope: 'openid offline_access' },
});

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = await providerAt(issuer);
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    // Whoever comes is the account of the test at hand: the password page is the provider's own business.
    if (request.url?.startsWith('/interaction/') !== true) return answer(request, response);
    const result = { login: { accountId: account } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  });
  const jwksUri = `${issuer}/jwks`;
  verifier = await createVerifier({ oidc: { issuer, audience: AUDIENCE, jwksUri } }, { inSandbox: false });
  api = await openApi({
    console: {
      ...{ verifier, sandbox: null, publicUrl: PUBLIC_URL },
      provider: signInProvider(),
    },
    verifier,
  });
});
afterAll(async () => {
  await api.close();
  await new Promise((resolve) => server.close(resolve));
});

async function providerAt(address: string): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(address, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }] },
    cookies: { keys: ['only-for-this-test'] },
    clients: [
      {
        client_id: 'titian-console',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${PUBLIC_URL}/sign-in/return`],
        post_logout_redirect_uris: [`${PUBLIC_URL}/sign-in`],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
      },
    ],
    pkce: { required: () => true },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    ttl: {
      AccessToken: () => tokenSeconds,
      Grant: 3_600,
      Session: 3_600,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 3_600,
    },
    async loadExistingGrant(context: GrantContext) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client.clientId,
        accountId: context.oidc.session.accountId,
      });
      grant.addOIDCScope('openid offline_access');
      grant.addResourceScope(AUDIENCE, 'openid offline_access');
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          ...{ scope: 'openid offline_access', audience: AUDIENCE },
          ...{ accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } } },
        }),
      },
    },
    extraTokenClaims: (_: unknown, token: { accountId?: string }) => DESKS[token.accountId ?? ''],
  });
}

interface GrantContext {
  readonly oidc: {
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
    readonly provider: {
      readonly Grant: new (
        of: object,
      ) => {
        addOIDCScope(scope: string): void;
        addResourceScope(resource: string, scope: string): void;
        save(): Promise<string>;
      };
    };
  };
}

/** Walks the provider's own pages until it sends the browser back; answers where to. */
async function throughProvider(to: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = to;
  for (let hops = 0; hops < 10; hops += 1) {
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name, value] = line.split(';')[0]!.split('=') as [string, string];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`${response.status} at ${address}: ${await response.text()}`);
    address = new URL(location, address).href;
    if (address.startsWith(PUBLIC_URL)) return new URL(address);
  }
  throw new Error('the provider does not send back');
}

async function signedIn(
  as: string,
  next = '/accessibility',
): Promise<{ browser: Browser; page: PageAnswer; back: URL }> {
  account = as;
  const browser = new Browser(api);
  const start = await browser.get(`/sign-in/start?${new URLSearchParams({ next })}`);
  const back = await throughProvider(start.location!);
  const page = await browser.open(back.pathname + back.search);
  return { browser, page, back };
}

describe('at a real provider', () => {
  test('one comes back to where one wanted to go, at one’s own desk', async () => {
    const { page } = await signedIn('jaksa');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Jaksa eksekutor · Kejaksaan Negeri Medan');
    expect(page.text).toContain('Aksesibilitas');
  });

  test('the way there carries a challenge, a state and a nonce, and asks for the API’s audience', async () => {
    const { location } = await new Browser(api).get('/sign-in/start');
    const asked = new URL(location!).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('resource')).toBe(AUDIENCE);
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(asked.get(name)?.length).toBeGreaterThan(20);
  });

  test('an account without a desk is told so, and is not signed in', async () => {
    const { browser, page } = await signedIn('tamu');
    expect(page.status).toBe(403);
    expect(page.text).toContain('Akun Anda belum memiliki meja');
    expect(page.text).toContain('ROLE_UNKNOWN');
    expect((await browser.get('/')).location).toContain('/sign-in');
  });

  test('a code serves once, one browser, and the attempt it was asked for', async () => {
    const { browser, back } = await signedIn('jaksa');
    const again = await browser.get(back.pathname + back.search);
    expect(again.status).toBe(400);
    const stranger = await new Browser(api).get(back.pathname + back.search);
    expect(stranger.status).toBe(400);

    account = 'jaksa';
    const victim = new Browser(api);
    const start = await victim.get('/sign-in/start');
    const wrongState = await throughProvider(start.location!);
    wrongState.searchParams.set('state', 'another');
    expect((await victim.get(wrongState.pathname + wrongState.search)).status).toBe(400);
  });

  test('every cookie belongs to this very host, travels by https alone and no script reads it', async () => {
    account = 'jaksa';
    const browser = new Browser(api);
    const start = await browser.get('/sign-in/start');
    const back = await throughProvider(start.location!);
    const answers = [
      ...[start, await browser.get(back.pathname + back.search)],
      ...[await browser.get('/language/en'), await new Browser(api).get('/sign-in')],
    ];
    const cookies = answers.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat().map(String));
    const names = cookies.map((line) => line.split('=')[0]);
    expect(new Set(names)).toEqual(
      new Set(['__Host-titian', '__Host-titian-note', '__Host-titian-visitor', '__Host-titian-language']),
    );
    for (const line of cookies) {
      expect(line).toMatch(/; Path=\/(;|$)/);
      expect(line).toMatch(/; Secure/);
      expect(line).toMatch(/; HttpOnly/);
      expect(line).not.toMatch(/; Domain/);
    }
    // One that a neighbouring host put there under the old name is nobody's.
    const tossed = await api.app.inject({
      ...{ method: 'GET', url: back.pathname + back.search },
      headers: { cookie: 'titian-note=e30; titian=x' },
    });
    expect(tossed.statusCode).toBe(400);
  });

  test('a token that runs out is renewed without a word', async () => {
    tokenSeconds = RUNNING_OUT_SECONDS;
    const { browser } = await signedIn('staf');
    const sealedNow = async () =>
      (await api.superPool.query('SELECT sealed FROM console.session ORDER BY began_at DESC LIMIT 1')).rows[0]
        .sealed;
    const before = await sealedNow();
    tokenSeconds = 3_600;
    expect((await browser.get('/accessibility')).text).toContain('Staf Pidum');
    expect(Buffer.compare(before, await sealedNow())).not.toBe(0);
  });

  test('two requests with the same old token: the second takes what the first was given', async () => {
    tokenSeconds = RUNNING_OUT_SECONDS;
    account = 'staf';
    const start = await new Browser(api).get('/sign-in/start');
    const note = String(start.headers['set-cookie']).match(/__Host-titian-note=[^;]+/)![0];
    const back = await throughProvider(start.location!);
    const begun = await api.app.inject({ url: back.pathname + back.search, headers: { cookie: note } });
    tokenSeconds = 3_600;
    const secret = begun.cookies.find(({ name }) => name === '__Host-titian')!.value;
    const sessions = createSessionStore(api.superPool);
    const [one, other] = (await Promise.all([sessions.find(secret), sessions.find(secret)])) as [
      OpenSession,
      OpenSession,
    ];
    // As on two servers: neither knows what the other asks for.
    const at = () =>
      createRenewal({
        ...{ provider: createProvider(signInProvider(), PUBLIC_URL), verifier, sessions },
        log: api.app.log,
      });
    const [first, second] = await Promise.all([at()(secret, one), at()(secret, other)]);
    expect(first?.token).not.toBe(one.token);
    expect(second?.token).toBe(first?.token);
    // And one that read the session before and comes when all is done.
    expect((await at()(secret, other))?.token).toBe(first?.token);
    expect((await sessions.find(secret))?.token).toBe(first?.token);
  });

  test('what goes wrong is logged by its kind, and nothing of whom', async () => {
    const from = api.logLines.length;
    await signedIn('tamu');
    account = 'jaksa';
    const browser = new Browser(api);
    const start = await browser.get('/sign-in/start');
    const back = await throughProvider(start.location!);
    back.searchParams.set('code', 'kode-yang-salah');
    expect((await browser.get(back.pathname + back.search)).status).toBe(400);
    const lines = api.logLines.slice(from).filter((line) => line.includes('"signIn"'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ signIn: 'finish', problem: 'ROLE_UNKNOWN' }),
      expect.objectContaining({ signIn: 'finish', said: 'invalid_grant' }),
    ]);
    expect(lines.join('')).not.toMatch(/kode-yang-salah|tamu|jaksa|eyJ/);
  });

  test('a renewal that the provider refuses is logged, and one signs in again', async () => {
    tokenSeconds = RUNNING_OUT_SECONDS;
    const { browser } = await signedIn('jaksa');
    const from = api.logLines.length;
    DESKS.jaksa = { role: 'AUDITOR', office: 'bpk' };
    const answer = await browser.get('/');
    DESKS.jaksa = { role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
    tokenSeconds = 3_600;
    expect(answer.location).toContain('/sign-in');
    const lines = api.logLines.slice(from).filter((line) => line.includes('"signIn"'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ signIn: 'renew', problem: 'ANOTHER_DESK' }),
    ]);
  });

  test('signing out leads on to the provider', async () => {
    const { browser, page } = await signedIn('jaksa');
    const token = /name="_token" value="([^"]+)"/.exec(page.html)![1]!;
    const { location } = await browser.post('/sign-out', { _token: token });
    expect(location).toContain(`${issuer}/session/end`);
    expect((await browser.get('/')).location).toContain('/sign-in');
  });
});
