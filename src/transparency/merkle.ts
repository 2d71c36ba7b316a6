/** The Merkle tree of RFC 6962, section 2.1, over SHA-256. Sizes and indices are safe integers. */
import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;

/** RFC 6962, 2.1: the hash of an empty list is the hash of the empty string. */
export const emptyRoot = (): Buffer => createHash('sha256').digest();

/** An inner node: hashed under 0x01, so that it never passes for a leaf. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
    throw new RangeError('A node of the tree is made of two hashes of 32 bytes');
  const bytes = Buffer.allocUnsafe(1 + 2 * HASH_BYTES);
  bytes[0] = NODE_PREFIX;
  bytes.set(left, 1);
  bytes.set(right, 1 + HASH_BYTES);
  return createHash('sha256').update(bytes).digest();
}

/** @returns the largest power of two below `length`, where RFC 6962 splits a list; `length` is at least 2 */
export function splitPoint(length: number): number {
  let power = 1;
  while (power * 2 < length) power *= 2;
  return power;
}

/** @throws RangeError unless `value` is a whole number from 0 on that JavaScript counts exactly */
export function requireCount(what: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${what} cannot be ${value}`);
}

const NODE_PREFIX = 1;
