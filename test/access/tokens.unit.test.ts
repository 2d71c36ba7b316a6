import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  createSandboxIssuer,
  createVerifier,
  generateSandboxKey,
  type SandboxIdentity,
  SandboxOnly,
  type Verifier,
} from '../../src/access/tokens.ts';

const inSandbox = { inSandbox: true };
const PROSECUTOR: SandboxIdentity = { sub: 'jaksa-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' };
const HEADER = { alg: 'ES256', typ: 'titian-sandbox+jwt' };

let privateJwk: JWK;
let publicJwk: JWK;
let verifier: Verifier;
let issue: (identity: SandboxIdentity, ttlSeconds: number) => Promise<string>;

beforeAll(async () => {
  privateJwk = await generateSandboxKey();
  const issuer = await createSandboxIssuer(privateJwk, inSandbox);
  publicJwk = issuer.publicJwk;
  issue = issuer.issueSandboxToken;
  verifier = await createVerifier({ sandbox: { publicJwk } }, inSandbox);
});

const now = () => Math.floor(Date.now() / 1_000);
const goodClaims = () => ({
  sub: 'jaksa-1',
  role: 'EXECUTING_PROSECUTOR',
  office: 'kejari-medan',
  iss: 'titian-sandbox',
  aud: 'titian',
  iat: now(),
  exp: now() + 60,
});

/** Signed with the right key: only what the claims or header say differs from a good token. */
async function signed(
  claims: { [name: string]: unknown },
  header: { alg: string; typ?: string } = HEADER,
  key: JWK = privateJwk,
) {
  return new SignJWT(claims).setProtectedHeader(header).sign(await importJWK(key, 'ES256'));
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const verify = (token: string) => verifier.verify(`Bearer ${token}`);
const problem = (name: string) => ({ verified: false, problem: name });

describe('a sandbox token', () => {
  it('names role, office, and the site or person it is bound to', async () => {
    expect(await verify(await issue(PROSECUTOR, 60))).toEqual({
      verified: true,
      actor: { id: 'jaksa-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
    });
    const site = { sub: 's-1', role: 'SITE_SUPERVISOR', office: 'dinkes-medan', site: 'puskesmas' } as const;
    expect(await verify(await issue(site, 60))).toMatchObject({ actor: { id: 's-1', site: 'puskesmas' } });
    const person = { sub: 'o-1', role: 'PERSON', office: 'kejari-medan', person: 'person-1' } as const;
    expect(await verify(await issue(person, 60))).toMatchObject({ actor: { id: 'o-1', person: 'person-1' } });
  });

  it('carries no person for a role that has no journey of its own', async () => {
    const token = await signed({ ...goodClaims(), person: 'person-1' });
    expect(await verify(token)).toEqual({
      verified: true,
      actor: { id: 'jaksa-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
    });
  });

  it('is issued to nobody that no verifier would accept', async () => {
    await expect(issue({ ...PROSECUTOR, role: 'SYSTEM' as never }, 60)).rejects.toThrow('ROLE_RESERVED');
    await expect(issue({ ...PROSECUTOR, role: 'KING' as never }, 60)).rejects.toThrow('ROLE_UNKNOWN');
    await expect(issue({ ...PROSECUTOR, office: '' }, 60)).rejects.toThrow('OFFICE_MISSING');
    await expect(issue({ ...PROSECUTOR, role: 'SITE_SUPERVISOR' }, 60)).rejects.toThrow('SITE_MISSING');
    await expect(issue({ ...PROSECUTOR, role: 'PERSON' }, 60)).rejects.toThrow('PERSON_MISSING');
    await expect(issue(PROSECUTOR, 0)).rejects.toThrow(RangeError);
    await expect(issue(PROSECUTOR, Number.NaN)).rejects.toThrow(RangeError);
    await expect(issue(PROSECUTOR, 31 * 24 * 3_600)).rejects.toThrow(RangeError);
  });

  it('holds within the clock tolerance of 30 s and no longer', async () => {
    const expired = (seconds: number) => ({ ...goodClaims(), iat: now() - 90, exp: now() - seconds });
    expect(await verify(await signed(expired(10)))).toMatchObject({ verified: true });
    expect(await verify(await signed(expired(60)))).toEqual(problem('TOKEN_EXPIRED'));
    const early = (seconds: number) => ({ ...goodClaims(), nbf: now() + seconds });
    expect(await verify(await signed(early(10)))).toMatchObject({ verified: true });
    expect(await verify(await signed(early(60)))).toEqual(problem('TOKEN_NOT_YET_VALID'));
  });
});

describe('a forged token', () => {
  it('without signature is refused', async () => {
    const [, payload, signature] = (await issue(PROSECUTOR, 60)).split('.');
    for (const alg of ['none', 'None', 'NONE', '']) {
      const header = base64url({ alg, typ: HEADER.typ });
      expect(await verify(`${header}.${payload}.`)).toMatchObject({ verified: false });
      expect(await verify(`${header}.${payload}.${signature}`)).toMatchObject({ verified: false });
    }
    const header = base64url({ alg: 'none', typ: HEADER.typ });
    expect(await verify(`${header}.${payload}.`)).toEqual(problem('ALGORITHM_REFUSED'));
  });

  it('signed by HMAC with the public key as secret is refused', async () => {
    const input = `${base64url({ alg: 'HS256', typ: HEADER.typ })}.${base64url(goodClaims())}`;
    for (const secret of [JSON.stringify(publicJwk), publicJwk.x!, Buffer.from(publicJwk.x!, 'base64url')]) {
      const mac = createHmac('sha256', secret).update(input).digest('base64url');
      expect(await verify(`${input}.${mac}`)).toEqual(problem('ALGORITHM_REFUSED'));
    }
  });

  it('signed by another key is refused, also if it brings that key along', async () => {
    const other = await generateSandboxKey();
    const header = { ...HEADER, jwk: { ...other, d: undefined }, kid: publicJwk.kid };
    expect(await verify(await signed(goodClaims(), HEADER, other))).toEqual(problem('SIGNATURE_INVALID'));
    expect(await verify(await signed(goodClaims(), header, other))).toEqual(problem('SIGNATURE_INVALID'));
  });

  it('with one changed claim is refused', async () => {
    const [header, , signature] = (await issue(PROSECUTOR, 60)).split('.');
    const changed = base64url({ ...goodClaims(), role: 'AUDITOR' });
    expect(await verify(`${header}.${changed}.${signature}`)).toEqual(problem('SIGNATURE_INVALID'));
  });
});

describe('a token signed by the right key', () => {
  const wrong: [string, { [name: string]: unknown }][] = [
    ['ISSUER_UNKNOWN', { iss: 'https://login.example' }],
    ['CLAIM_MISSING', { iss: undefined }],
    ['AUDIENCE_WRONG', { aud: 'another' }],
    ['CLAIM_MISSING', { aud: undefined }],
    ['CLAIM_MISSING', { exp: undefined }],
    ['CLAIM_MISSING', { iat: undefined }],
    ['CLAIM_MISSING', { sub: undefined }],
    ['TOKEN_MALFORMED', { exp: 'tomorrow' }],
    ['SUBJECT_INVALID', { sub: '' }],
    ['SUBJECT_INVALID', { sub: 'Siti Aminah' }],
    ['SUBJECT_INVALID', { sub: '1271014703960001' }],
    ['ROLE_RESERVED', { role: 'SYSTEM' }],
    ['ROLE_RESERVED', { role: ['AUDITOR', 'SYSTEM'] }],
    ['ROLE_UNKNOWN', { role: 'KING' }],
    ['ROLE_UNKNOWN', { role: 'constructor' }],
    ['ROLE_UNKNOWN', { role: 'auditor' }],
    ['ROLE_MISSING', { role: undefined }],
    ['ROLE_MISSING', { role: 7 }],
    ['ROLE_AMBIGUOUS', { role: ['AUDITOR', 'EXECUTING_PROSECUTOR'] }],
    ['OFFICE_MISSING', { office: undefined }],
    ['OFFICE_MISSING', { office: '' }],
    ['OFFICE_MISSING', { office: ['kejari-medan'] }],
    ['SITE_MISSING', { role: 'SITE_SUPERVISOR' }],
    ['PERSON_MISSING', { role: 'PERSON' }],
  ];

  it.each(wrong)('is refused as %s with %o', async (name, claims) => {
    expect(await verify(await signed({ ...goodClaims(), ...claims }))).toEqual(problem(name));
  });

  it('is refused if it is of another kind', async () => {
    expect(await verify(await signed(goodClaims(), { alg: 'ES256', typ: 'JWT' }))).toMatchObject({
      verified: false,
    });
    expect(await verify(await signed(goodClaims(), { alg: 'ES256' }))).toMatchObject({ verified: false });
  });
});

describe('the header', () => {
  it.each([
    ['TOKEN_MISSING', undefined],
    ['TOKEN_MISSING', ''],
    ['TOKEN_MALFORMED', 'Bearer'],
    ['TOKEN_MALFORMED', 'Bearer '],
    ['TOKEN_MALFORMED', 'Basic dXNlcjpwYXNz'],
    ['TOKEN_MALFORMED', 'Bearer a.b.c, Bearer d.e.f'],
    ['TOKEN_MALFORMED', 'Bearer not-a-token'],
    ['TOKEN_MALFORMED', 'Bearer a.b.c'],
    ['TOKEN_MALFORMED', `Bearer ${'a'.repeat(10_000)}`],
  ])('is answered with %s', async (name, header) => {
    expect(await verifier.verify(header)).toEqual(problem(name));
  });
});

describe('outside a sandbox', () => {
  it('the built-in issuer neither issues nor is trusted', async () => {
    const outside = { inSandbox: false };
    await expect(createSandboxIssuer(privateJwk, outside)).rejects.toThrow(SandboxOnly);
    await expect(createVerifier({ sandbox: { publicJwk } }, outside)).rejects.toThrow(SandboxOnly);
    const oidc = { issuer: 'titian-sandbox', audience: 'titian', jwksUri: 'https://login.example/jwks' };
    await expect(createVerifier({ oidc }, outside)).rejects.toThrow(SandboxOnly);
  });
});

describe('the key file', () => {
  it('is made once, is closed to others, and serves again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'titian-key-'));
    try {
      const file = join(folder, 'keys', 'sandbox.jwk');
      const [first, second] = await Promise.all([
        createSandboxIssuer({ file }, inSandbox),
        createSandboxIssuer({ file }, inSandbox),
      ]);
      const third = await createSandboxIssuer({ file }, inSandbox);
      expect(new Set([first, second, third].map(({ publicJwk: { kid } }) => kid)).size).toBe(1);
      expect(statSync(file).mode & 0o077).toBe(0);
      expect(first.publicJwk).not.toHaveProperty('d');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('with a key of another kind is refused', async () => {
    await expect(createSandboxIssuer({ kty: 'oct', k: 'c2VjcmV0' }, inSandbox)).rejects.toThrow(TypeError);
  });
});
