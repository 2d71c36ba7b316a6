import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import type { Role } from '../domain/decider.ts';
import { OWN_CLAIM_NAMES, readClaims } from './claims.ts';

export const SANDBOX_ISSUER = 'titian-sandbox';
export const SANDBOX_AUDIENCE = 'titian';
export const SANDBOX_ALGORITHM = 'ES256';
/** Marks these tokens, so that one of another kind under the same key is not taken for one. */
export const SANDBOX_TOKEN_TYPE = 'titian-sandbox+jwt';
/** A demonstration of a month; nobody keeps sandbox tokens for longer. */
export const SANDBOX_TTL_LIMIT_SECONDS = 30 * 24 * 3_600;

export interface SandboxIdentity {
  readonly sub: string;
  readonly role: Exclude<Role, 'SYSTEM'>;
  readonly office: string;
  /** Required for a site supervisor. */
  readonly site?: string;
  /** Required for a person: the id of the own journey. */
  readonly person?: string;
}

export interface SandboxIssuer {
  /** What a verifier needs: the public half. */
  readonly publicJwk: JWK;
  /**
   * @param ttlSeconds at most `SANDBOX_TTL_LIMIT_SECONDS`.
   * @throws RangeError for an identity that no verifier would accept, or a life that is too long.
   */
  issueSandboxToken(identity: SandboxIdentity, ttlSeconds: number): Promise<string>;
}

/** The built-in issuer was asked for where real people work. */
export class SandboxOnly extends Error {
  override readonly name = 'SandboxOnly';
  constructor() {
    super('the built-in token issuer works in a sandbox only: configure an OIDC issuer');
  }
}

/**
 * @param key the private key as JWK, or the file that holds it; a file that is missing is made.
 * @throws SandboxOnly outside a sandbox.
 */
export async function createSandboxIssuer(
  key: JWK | { readonly file: string },
  circumstances: { readonly inSandbox: boolean },
): Promise<SandboxIssuer> {
  if (!circumstances.inSandbox) throw new SandboxOnly();
  const privateJwk = 'file' in key ? await loadOrCreateKey(key.file as string) : key;
  const publicJwk = await publicHalf(privateJwk);
  const signingKey = await importJWK(privateJwk, SANDBOX_ALGORITHM);

  return {
    publicJwk,
    async issueSandboxToken(identity, ttlSeconds) {
      if (!(ttlSeconds > 0 && ttlSeconds <= SANDBOX_TTL_LIMIT_SECONDS)) {
        throw new RangeError(`a sandbox token lives 1 to ${SANDBOX_TTL_LIMIT_SECONDS} seconds`);
      }
      const { sub, role, office, site, person } = identity;
      const claims = { role, office, ...(site && { site }), ...(person && { person }) };
      const read = readClaims({ sub, ...claims }, OWN_CLAIM_NAMES);
      if ('problem' in read) throw new RangeError(`no such sandbox identity: ${read.problem}`);
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT(claims)
        .setProtectedHeader({ alg: SANDBOX_ALGORITHM, typ: SANDBOX_TOKEN_TYPE, kid: publicJwk.kid! })
        .setSubject(sub)
        .setIssuer(SANDBOX_ISSUER)
        .setAudience(SANDBOX_AUDIENCE)
        .setIssuedAt(now)
        .setExpirationTime(now + Math.ceil(ttlSeconds))
        .sign(signingKey);
    },
  };
}

async function publicHalf({ kty, crv, x, y }: JWK): Promise<JWK> {
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined) {
    throw new TypeError('the sandbox key is an EC key on P-256');
  }
  const jwk: JWK = { kty, crv, x, y, alg: SANDBOX_ALGORITHM, use: 'sig' };
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}

export async function generateSandboxKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(SANDBOX_ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}

async function loadOrCreateKey(file: string): Promise<JWK> {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Written aside and linked into place: of two processes that start at once, both read the same key.
    const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
    writeFileSync(draft, JSON.stringify(await generateSandboxKey()), { mode: 0o600 });
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as JWK;
}
