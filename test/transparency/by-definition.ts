/**
 * RFC 6962, section 2.1, told as it stands there: slow, and written without the code that it is compared with.
 */
import { createHash } from 'node:crypto';

export interface TreeByDefinition {
  /** MTH(D[from:to]) */
  root(from: number, to: number): Buffer;
  /** PATH(m, D[from:to]), with `leaf` counted from the list's begin */
  path(leaf: number, from: number, to: number): Buffer[];
  /** PROOF(m, D[0:n]) */
  proof(old: number, size: number): Buffer[];
}

export function treeByDefinition(entries: readonly Buffer[]): TreeByDefinition {
  const known = new Map<string, Buffer>();
  const sha256 = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest();

  const root = (from: number, to: number): Buffer => {
    const name = `${from}:${to}`;
    const found = known.get(name);
    if (found !== undefined) return found;
    const k = from + largestPowerBelow(to - from);
    const hash =
      to === from
        ? sha256()
        : to - from === 1
          ? sha256(Buffer.of(0), entries[from]!)
          : sha256(Buffer.of(1), root(from, k), root(k, to));
    known.set(name, hash);
    return hash;
  };

  const path = (leaf: number, from: number, to: number): Buffer[] => {
    if (to - from === 1) return [];
    const k = from + largestPowerBelow(to - from);
    return leaf < k ? [...path(leaf, from, k), root(k, to)] : [...path(leaf, k, to), root(from, k)];
  };

  const subproof = (old: number, from: number, to: number, isWhole: boolean): Buffer[] => {
    if (old === to) return isWhole ? [] : [root(from, to)];
    const k = from + largestPowerBelow(to - from);
    return old <= k
      ? [...subproof(old, from, k, isWhole), root(k, to)]
      : [...subproof(old, k, to, false), root(from, k)];
  };

  return { root, path, proof: (old, size) => subproof(old, 0, size, true) };
}

/** "k is the largest power of two smaller than n", from the binary digits of n − 1. */
const largestPowerBelow = (n: number): number => (n < 2 ? 0 : 2 ** ((n - 1).toString(2).length - 1));
