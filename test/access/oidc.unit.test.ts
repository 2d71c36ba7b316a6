import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVerifier, type OidcSettings, type Verifier } from '../../src/access/tokens.ts';

const live = { inSandbox: false };
const AUDIENCE = 'https://titian.example/api';
/** What the issuer says of its clients: an agency's own names for the claims and roles. */
const CLIENTS: { [id: string]: { [claim: string]: unknown } } = {
  jaksa: { groups: ['staff', 'jaksa-eksekutor'], unit: 'kejari-medan' },
  system: { groups: ['mesin'], unit: 'kejari-medan' },
  stranger: { groups: ['tamu'], unit: 'kejari-medan' },
};
const CLAIM_NAMES = {
  role: 'groups',
  office: 'unit',
  roles: { 'jaksa-eksekutor': 'EXECUTING_PROSECUTOR', mesin: 'SYSTEM' },
} as const;

let server: Server;
let issuer: string;
let settings: OidcSettings;
let verifier: Verifier;

beforeAll(async () => {
  let answer: RequestListener = (_, response) => response.writeHead(503).end();
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = (await provider(issuer)).callback();
  settings = { issuer, audience: AUDIENCE, jwksUri: `${issuer}/jwks`, claimNames: CLAIM_NAMES };
  verifier = await createVerifier({ oidc: settings }, live);
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

async function provider(address: string): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(address, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }] },
    cookies: { keys: ['only-for-this-test'] },
    clients: Object.keys(CLIENTS).map((client_id) => ({
      client_id,
      client_secret: 'only-for-this-test',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_: unknown, resource: string) => ({
          scope: 'titian',
          audience: resource,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_: unknown, token: { clientId: string }) => CLIENTS[token.clientId],
  });
}

async function tokenOf(client: string, resource = AUDIENCE): Promise<string> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client}:only-for-this-test`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'titian', resource }),
  });
  const answer = (await response.json()) as { access_token?: string };
  expect(answer).toHaveProperty('access_token');
  return answer.access_token!;
}

const verify = (token: string) => verifier.verify(`Bearer ${token}`);
const problem = (name: string) => ({ verified: false, problem: name });

describe('a real OIDC provider', () => {
  it('is believed under its own names for roles and claims', async () => {
    expect(await verify(await tokenOf('jaksa'))).toEqual({
      verified: true,
      actor: { id: 'jaksa', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
    });
  });

  it('can make nobody SYSTEM, nor a role of no known name', async () => {
    expect(await verify(await tokenOf('system'))).toEqual(problem('ROLE_RESERVED'));
    expect(await verify(await tokenOf('stranger'))).toEqual(problem('ROLE_UNKNOWN'));
  });

  it('is not believed for another audience or another issuer', async () => {
    const token = await tokenOf('jaksa', 'https://another.example/api');
    expect(await verify(token)).toEqual(problem('AUDIENCE_WRONG'));
    const other = await createVerifier({ oidc: { ...settings, issuer: 'https://login.example' } }, live);
    expect(await other.verify(`Bearer ${await tokenOf('jaksa')}`)).toEqual(problem('ISSUER_UNKNOWN'));
  });

  it('is not believed for an algorithm that was not agreed', async () => {
    const strict = await createVerifier({ oidc: { ...settings, algorithms: ['ES256'] } }, live);
    expect(await strict.verify(`Bearer ${await tokenOf('jaksa')}`)).toEqual(problem('ALGORITHM_REFUSED'));
  });

  it('is not taken for whoever signs with the id of its key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forge = (kid: string) =>
      new SignJWT({ groups: ['jaksa-eksekutor'], unit: 'kejari-medan' })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setSubject('jaksa')
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime('1m')
        .sign(privateKey);
    expect(await verify(await forge('first'))).toEqual(problem('SIGNATURE_INVALID'));
    expect(await verify(await forge('second'))).toEqual(problem('SIGNATURE_INVALID'));
  });

  it('is not impersonated by its public key used as a secret', async () => {
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: JWK[] };
    const forged = await new SignJWT({ groups: ['jaksa-eksekutor'], unit: 'kejari-medan' })
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .setSubject('jaksa')
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime('1m')
      .sign(Buffer.from(keys[0]!.n!, 'base64url'));
    expect(await verify(forged)).toEqual(problem('ALGORITHM_REFUSED'));
  });

  it('that does not answer is told apart from a bad token', async () => {
    const away = createServer();
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve));
    const { port } = away.address() as AddressInfo;
    await new Promise((resolve) => away.close(resolve));
    const jwksUri = `http://127.0.0.1:${port}/jwks`;
    const blind = await createVerifier({ oidc: { ...settings, jwksUri } }, live);
    expect(await blind.verify(`Bearer ${await tokenOf('jaksa')}`)).toEqual(problem('KEYS_UNAVAILABLE'));
  });
});

describe('settings that would open a door', () => {
  it.each(['HS256', 'none', 'RSA-OAEP'])('%s as an algorithm', async (algorithm) => {
    await expect(createVerifier({ oidc: { ...settings, algorithms: [algorithm] } }, live)).rejects.toThrow(
      TypeError,
    );
  });

  it('keys over plain HTTP from elsewhere', async () => {
    const jwksUri = 'http://login.example/jwks';
    await expect(createVerifier({ oidc: { ...settings, jwksUri } }, live)).rejects.toThrow(TypeError);
  });
});
