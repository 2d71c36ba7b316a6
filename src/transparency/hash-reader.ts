/** Hashes of a tree that stands elsewhere, read subtree by subtree. */
import { emptyRoot, nodeHash, requireCount, splitPoint } from './merkle.ts';

/**
 * Reads the root of a complete subtree: that of leaves `index` · 2^level to (`index` + 1) · 2^level − 1. Level 0
 * is the leaf hashes.
 */
export type HashReader = (level: number, index: number) => Promise<Buffer>;

/** Leaves `from` to `to` − 1. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/**
 * MTH(D[from:to]) of RFC 6962. Where the range is a node of the tree, also an uneven one of the right edge, that
 * takes a few reads; any other range is answered rightly too, at worst from its single leaves.
 */
export async function rangeHash(from: number, to: number, reader: HashReader): Promise<Buffer> {
  requireCount('The begin of a range', from);
  requireCount('The end of a range', to);
  if (to < from) throw new RangeError(`A range cannot end at ${to} and begin at ${from}`);
  if (to === from) return emptyRoot();
  return hashOf(from, to, reader);
}

/** The same for several ranges, in their order. */
export const rangeHashes = (ranges: readonly LeafRange[], reader: HashReader): Promise<Buffer[]> =>
  Promise.all(ranges.map(({ from, to }) => rangeHash(from, to, reader)));

/** A reader of leaf hashes that are all at hand. */
export function listHashReader(leafHashes: readonly Buffer[]): HashReader {
  const read: HashReader = async (level, index) => {
    const leaf = leafHashes[index];
    if (level === 0 && leaf !== undefined) return leaf;
    if (level === 0) throw new RangeError(`There is no leaf ${index}: the list has ${leafHashes.length}`);
    return nodeHash(await read(level - 1, index * 2), await read(level - 1, index * 2 + 1));
  };
  return read;
}

async function hashOf(from: number, to: number, reader: HashReader): Promise<Buffer> {
  const width = to - from;
  const level = Math.log2(width);
  // Math.log2 is exact for powers of two; for others near them the second condition decides.
  if (Number.isInteger(level) && 2 ** level === width && from % width === 0)
    return reader(level, from / width);
  const middle = from + splitPoint(width);
  return nodeHash(await hashOf(from, middle, reader), await hashOf(middle, to, reader));
}
