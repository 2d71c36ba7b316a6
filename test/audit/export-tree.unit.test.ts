import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { HeadsTree } from '../../src/audit/export/heads-tree.ts';
import { LeafIndexes } from '../../src/audit/export/leaf-indexes.ts';
import { missingRanges, type Range } from '../../src/audit/export/missing-ranges.ts';

const sha = (...parts: Buffer[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const leaf = (index: number): Buffer => sha(Buffer.from(`leaf ${index}`));
const node = (left: Buffer, right: Buffer): Buffer => sha(Buffer.of(1), left, right);

/** RFC 6962, 2.1, word for word: the largest power of two below the length. */
function treeHash(from: number, to: number): Buffer {
  if (to - from === 1) return leaf(from);
  const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return node(treeHash(from, middle), treeHash(middle, to));
}

/** What a reader does with a bundle: leaves that are there, and given hashes; everything must be used. */
function rootFrom(leaves: ReadonlySet<number>, given: Map<string, Buffer>, from: number, to: number): Buffer {
  const name = `${from}-${to}`;
  const known = given.get(name);
  if (known !== undefined) {
    given.delete(name);
    return known;
  }
  if (to - from === 1) {
    if (!leaves.has(from)) throw new Error(`leaf ${from} is missing`);
    return leaf(from);
  }
  const middle = from + 2 ** Math.floor(Math.log2(to - from - 1));
  return node(rootFrom(leaves, given, from, middle), rootFrom(leaves, given, middle, to));
}

/** Every way to choose leaves for small trees; a few spread ones for large. */
function choices(): { size: number; leaves: number[] }[] {
  const small = [1, 2, 3, 5, 8, 9].flatMap((size) =>
    Array.from({ length: 2 ** size }, (_, bits) => ({
      size,
      leaves: Array.from({ length: size }, (_none, place) => place).filter((place) => bits & (1 << place)),
    })),
  );
  const large = [255, 256, 257, 1_000].flatMap((size) =>
    [1, 7, 100].map((step) => ({
      size,
      leaves: Array.from({ length: Math.ceil(size / step) }, (_, place) => place * step),
    })),
  );
  return [...small, ...large, { size: 1_000, leaves: [999] }, { size: 1_000, leaves: [] }];
}

const named = ({ from, to }: Range): string => `${from}-${to}`;

describe('hashes beside the leaves of a bundle', () => {
  it('suffice for the root, and none of them is too many', () => {
    for (const { size, leaves } of choices()) {
      const ranges = [...missingRanges(leaves, size)];
      const given = new Map(ranges.map((range) => [named(range), treeHash(range.from, range.to)]));
      expect(rootFrom(new Set(leaves), given, 0, size)).toEqual(treeHash(0, size));
      expect([...given.keys()], `of ${leaves} in ${size}`).toEqual([]);
    }
  });

  it('are at most as many as leaves times the height', () => {
    const leaves = [5, 70_000, 900_000];
    expect([...missingRanges(leaves, 1_000_000)].length).toBeLessThanOrEqual(3 * 20);
    expect([...missingRanges([], 1_000_000)]).toEqual([{ from: 0, to: 1_000_000 }]);
    expect([...missingRanges([], 0)]).toEqual([]);
  });

  it('come out the same where the tree goes by entry by entry', () => {
    for (const { size, leaves } of choices()) {
      const tree = new HeadsTree();
      const ours = new Set(leaves);
      for (let index = 0; index < size; index += 1)
        expect(tree.add(leaf(index), ours.has(index))).toBe(index);
      const expected = [...missingRanges(leaves, size)].map(({ from, to }) => ({
        ...{ from, to },
        hash: treeHash(from, to),
      }));
      expect(tree.beside()).toEqual(expected);
    }
  });
});

describe('the leaves of a bundle', () => {
  it('come back in order, each once', () => {
    const leaves = new LeafIndexes();
    for (let index = 3_000; index > 0; index -= 1) leaves.add(index % 1_500);
    expect(leaves.count).toBe(3_000);
    expect([...leaves.sorted()]).toEqual(Array.from({ length: 1_500 }, (_, index) => index));
  });
});
