import { createPrivateKey, type KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

export const privateKeyOf = (seed: Buffer): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: 'der', type: 'pkcs8' });

/** A key of a test: the same for the same number. */
export const testKey = (number: number): KeyObject => privateKeyOf(Buffer.alloc(32, number));
