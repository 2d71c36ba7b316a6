import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** AES-256-GCM, the nonce drawn at random: one key seals far fewer than the 2^32 texts that this allows. */
const ALGORITHM = 'aes-256-gcm';
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export interface Ciphertext {
  readonly nonce: Buffer;
  readonly bytes: Buffer;
  readonly tag: Buffer;
}

/** Encrypts and binds to `context`: the same context is needed to open it again. */
export function encrypt(key: Buffer, plain: Buffer, context: Buffer): Ciphertext {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(context);
  const bytes = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { nonce, bytes, tag: cipher.getAuthTag() };
}

/** `undefined` where key, context or bytes are not those of the encryption. */
export function decrypt(key: Buffer, sealed: Ciphertext, context: Buffer): Buffer | undefined {
  if (sealed.nonce.length !== NONCE_BYTES || sealed.tag.length !== TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(context);
  decipher.setAuthTag(sealed.tag);
  const plain = decipher.update(sealed.bytes);
  try {
    // `final` has one failure: the tag does not match.
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
