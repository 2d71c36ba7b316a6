/** Files sealed like texts, as bytes: a paper names its person on every page. */
import { decrypt, encrypt, NONCE_BYTES, TAG_BYTES } from './authenticated-cipher.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import type { SealPlace } from './seal.ts';
import type { Purpose } from './sealed-text.ts';
import type { Destroyed, SubjectKeys } from './subject-keys.ts';

/** Longest file, in bytes: some hundred pages of a paper. */
export const SEALED_FILE_LIMIT_BYTES = 8_000_000;
const VERSION_BYTES = 4;

export type SealFileResult = { readonly kind: 'sealed'; readonly bytes: Buffer } | Destroyed;

export type UnsealFileResult =
  | { readonly kind: 'file'; readonly bytes: Buffer }
  | Destroyed
  | { readonly kind: 'unreadable'; readonly because: 'key' | 'place' };

/** Key version (4 bytes, big-endian), nonce, tag, ciphertext. */
export async function sealFile(
  keys: SubjectKeys,
  purpose: Purpose,
  place: SealPlace,
  plain: Buffer,
): Promise<SealFileResult> {
  if (plain.length > SEALED_FILE_LIMIT_BYTES) {
    throw new RangeError(`a sealed file has at most ${SEALED_FILE_LIMIT_BYTES} bytes`);
  }
  const key = await keys.obtain(place.subject, purpose);
  if (key.kind === 'destroyed') return key;
  const { nonce, tag, bytes } = encrypt(key.key, plain, context(purpose, key.keyVersion, place));
  const version = Buffer.alloc(VERSION_BYTES);
  version.writeUInt32BE(key.keyVersion);
  return { kind: 'sealed', bytes: Buffer.concat([version, nonce, tag, bytes]) };
}

export async function unsealFile(
  keys: SubjectKeys,
  purpose: Purpose,
  place: SealPlace,
  sealed: Buffer,
): Promise<UnsealFileResult> {
  const key = await keys.find(place.subject, purpose);
  if (key === undefined) return { kind: 'unreadable', because: 'key' };
  if (key.kind === 'destroyed') return key;
  const nonceAt = VERSION_BYTES;
  const tagAt = nonceAt + NONCE_BYTES;
  const bytesAt = tagAt + TAG_BYTES;
  if (sealed.length < bytesAt) return { kind: 'unreadable', because: 'place' };
  const keyVersion = sealed.readUInt32BE(0);
  if (key.keyVersion !== keyVersion) return { kind: 'unreadable', because: 'key' };
  const parts = {
    nonce: sealed.subarray(nonceAt, tagAt),
    tag: sealed.subarray(tagAt, bytesAt),
    bytes: sealed.subarray(bytesAt),
  };
  const plain = decrypt(key.key, parts, context(purpose, keyVersion, place));
  return plain === undefined ? { kind: 'unreadable', because: 'place' } : { kind: 'file', bytes: plain };
}

const context = (purpose: Purpose, keyVersion: number, place: SealPlace): Buffer =>
  lengthPrefixed([
    'titian/sealed-file/v1',
    purpose,
    String(keyVersion),
    place.subject,
    place.commandId,
    place.field,
  ]);
