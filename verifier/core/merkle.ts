/** The tree of RFC 6962 over SHA-256: leaves, inner nodes, and its two kinds of proof. */
import { sha256 } from '@noble/hashes/sha2.js';
import { joined, sameBytes } from './encodings.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

export const leafHash = (entry: Uint8Array): Uint8Array => sha256(joined(LEAF, entry));

export const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(joined(NODE, left, right));

/** The largest power of two below `length`, which is at least 2: where a tree of that length is split. */
export function splitOf(length: number): number {
  let split = 1;
  while (split * 2 < length) split *= 2;
  return split;
}

/** RFC 9162, 2.1.3.2. Sizes are numbers below 2^53: halved by division, never by a 32-bit shift. */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index >= size) return false;
  let place = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(hash, root);
}

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** RFC 9162, 2.1.4.2: whether the earlier tree is the beginning of the later one. */
export function isConsistent(earlier: TreeHead, later: TreeHead, proof: readonly Uint8Array[]): boolean {
  if (earlier.size > later.size) return false;
  if (earlier.size === later.size) return proof.length === 0 && sameBytes(earlier.root, later.root);
  if (earlier.size === 0) return proof.length === 0 && sameBytes(earlier.root, EMPTY_ROOT);
  let place = earlier.size - 1;
  let last = later.size - 1;
  while (place % 2 === 1) {
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  // A whole power of two is its own first node; any other tree's first node comes with the proof.
  const [first, ...rest] = place === 0 ? [earlier.root, ...proof] : proof;
  if (first === undefined) return false;
  let before = first;
  let after = first;
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      before = nodeHash(hash, before);
      after = nodeHash(hash, after);
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      after = nodeHash(after, hash);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && sameBytes(before, earlier.root) && sameBytes(after, later.root);
}
