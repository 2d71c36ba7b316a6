import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, KEY_BYTES, NONCE_BYTES, TAG_BYTES } from './authenticated-cipher.ts';
import { lengthPrefixed } from './length-prefixed.ts';
import { deriveKey, type MasterKeyRing } from './master-key.ts';
import type { Purpose } from './sealed-text.ts';

/** Whose key it is: a wrapped key moved to another person's row does not open. */
export interface KeyIdentity {
  readonly subject: string;
  readonly purpose: Purpose;
  readonly keyVersion: number;
}

export const newDataKey = (): Buffer => randomBytes(KEY_BYTES);

/** Nonce, ciphertext and tag in one piece of 60 bytes. */
export function wrapKey(ring: MasterKeyRing, masterVersion: number, of: KeyIdentity, key: Buffer): Buffer {
  const sealed = encrypt(deriveKey(ring, masterVersion, 'wrap'), key, wrapContext(masterVersion, of));
  return Buffer.concat([sealed.nonce, sealed.bytes, sealed.tag]);
}

/** @throws Error if the wrapped bytes are not what this master key wrapped for this subject and purpose. */
export function unwrapKey(
  ring: MasterKeyRing,
  masterVersion: number,
  of: KeyIdentity,
  wrapped: Buffer,
): Buffer {
  const sealed = {
    nonce: wrapped.subarray(0, NONCE_BYTES),
    bytes: wrapped.subarray(NONCE_BYTES, wrapped.length - TAG_BYTES),
    tag: wrapped.subarray(wrapped.length - TAG_BYTES),
  };
  const key = decrypt(deriveKey(ring, masterVersion, 'wrap'), sealed, wrapContext(masterVersion, of));
  if (key === undefined) {
    throw new Error(`the ${of.purpose} key of ${of.subject} was not wrapped by master key ${masterVersion}`);
  }
  return key;
}

const wrapContext = (masterVersion: number, of: KeyIdentity): Buffer =>
  lengthPrefixed([
    'titian/data-key/v1',
    String(masterVersion),
    of.subject,
    of.purpose,
    String(of.keyVersion),
  ]);
