import { hkdfSync } from 'node:crypto';
import { KEY_BYTES } from './authenticated-cipher.ts';

/**
 * The key above all keys, in versions so that it can be changed: `active` wraps new data keys, older
 * versions still open what they wrapped. It lives outside the database.
 */
export interface MasterKeyRing {
  readonly active: number;
  /**
   * Version from which blind indexes and request hashes are derived. It stays what it was when the
   * active version moves on: another one would hide every NIK already indexed.
   */
  readonly lookup: number;
  readonly keys: ReadonlyMap<number, Buffer>;
}

export class MasterKeyProblem extends Error {
  override readonly name = 'MasterKeyProblem';
}

/** A ring with one key, version 1. */
export function singleMasterKey(bytes: Uint8Array): MasterKeyRing {
  return masterKeyRing(new Map([[1, bytes]]), 1, 1);
}

/** @throws MasterKeyProblem if a key is not 32 bytes, or the active or lookup version is missing. */
export function masterKeyRing(
  keys: ReadonlyMap<number, Uint8Array>,
  active: number,
  lookup: number,
): MasterKeyRing {
  const copies = new Map<number, Buffer>();
  for (const [version, bytes] of keys) {
    if (!Number.isSafeInteger(version) || version < 1) throw new MasterKeyProblem('a version is 1, 2, 3 ...');
    if (bytes.length !== KEY_BYTES) throw new MasterKeyProblem(`a master key has ${KEY_BYTES} bytes`);
    copies.set(version, Buffer.from(bytes));
  }
  for (const version of [active, lookup]) {
    if (!copies.has(version)) throw new MasterKeyProblem(`master key version ${version} is missing`);
  }
  return { active, lookup, keys: copies };
}

/**
 * Reads `1:<base64url>` or, after a rotation, `1:<base64url>,2:<base64url>`: the last one is active,
 * the first one is the lookup key and is kept for good.
 */
export function parseMasterKeys(text: string): MasterKeyRing {
  const keys = new Map<number, Buffer>();
  for (const part of text.trim().split(',')) {
    const match = /^([1-9][0-9]{0,5}):([A-Za-z0-9_-]{43}=?)$/.exec(part.trim());
    if (match === null)
      throw new MasterKeyProblem('master keys are written <version>:<32 bytes in base64url>');
    keys.set(Number(match[1]), Buffer.from(match[2]!, 'base64url'));
  }
  const versions = [...keys.keys()].sort((a, b) => a - b);
  return masterKeyRing(keys, versions.at(-1)!, versions[0]!);
}

/** What a master key is used for. Each use has a key of its own, so that none says anything of another. */
export type DerivedUse =
  | 'wrap'
  | 'request-hash'
  | 'blind-index/nik'
  | 'blind-index/case-number'
  | 'blind-index/name'
  | 'fingerprint'
  /** Signs the half-hour tokens of people who opened their page with a code. */
  | 'page-code-token'
  /** Seals the half-filled forms of the console. */
  | 'draft';

export function deriveKey(ring: MasterKeyRing, version: number, use: DerivedUse): Buffer {
  const key = ring.keys.get(version);
  if (key === undefined) throw new MasterKeyProblem(`master key version ${version} is missing`);
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), `titian/vault/v1/${use}`, KEY_BYTES));
}
