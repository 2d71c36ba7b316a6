/**
 * The keys that sign credentials: ES256, each known by the thumbprint of its public half (RFC 7638). The
 * first one signs; all of them are published, so that a credential signed before a rotation still checks.
 * A key is taken out of the file only when the last credential under it has ended.
 */
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

export const ALGORITHM = 'ES256';

export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly alg: typeof ALGORITHM;
  readonly use: 'sig';
  /** The thumbprint. */
  readonly kid: string;
}

export interface SigningKeys {
  /** Newest first: the order of the file. */
  readonly publicKeys: readonly PublicKey[];
  /**
   * Signs as a compact JWS with the headers that Open Badges 3.0 allows and no others.
   * @param kidOf the address at which a public key is found by its thumbprint.
   */
  sign(payload: object, kidOf: (keyId: string) => string): Promise<string>;
}

/** A key file that cannot be used. Its message names no key material. */
export class SigningKeyProblem extends Error {
  override readonly name = 'SigningKeyProblem';
}

/** @throws SigningKeyProblem unless every key is a private EC key on P-256. */
export async function openSigningKeys(privateKeys: readonly JWK[]): Promise<SigningKeys> {
  const publicKeys = await Promise.all(privateKeys.map(publicHalf));
  const [signing] = privateKeys;
  const [current] = publicKeys;
  if (signing === undefined || current === undefined) throw new SigningKeyProblem('there is no key');
  const key = await importJWK(signing, ALGORITHM);
  return {
    publicKeys,
    sign: (payload, kidOf) =>
      new CompactSign(new TextEncoder().encode(JSON.stringify(payload)))
        .setProtectedHeader({ alg: ALGORITHM, kid: kidOf(current.kid), typ: 'JWT' })
        .sign(key),
  };
}

async function publicHalf({ kty, crv, x, y, d }: JWK): Promise<PublicKey> {
  if (kty !== 'EC' || crv !== 'P-256' || x === undefined || y === undefined || d === undefined) {
    throw new SigningKeyProblem('each key must be a private EC key on P-256');
  }
  const kid = await calculateJwkThumbprint({ kty, crv, x, y });
  return { kty: 'EC', crv: 'P-256', x, y, alg: ALGORITHM, use: 'sig', kid };
}

export async function generateSigningKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  return exportJWK(privateKey);
}
