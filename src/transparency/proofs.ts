/** Making the proofs of RFC 6962: first which ranges of leaves they are made of, then their hashes. */
import { type HashReader, type LeafRange, rangeHashes } from './hash-reader.ts';
import { requireCount, splitPoint } from './merkle.ts';

/**
 * RFC 6962, 2.1.1: that leaf `index` stands in the tree of `size` leaves; the leaf's sibling first.
 *
 * @throws RangeError if there is no such leaf
 */
export async function inclusionProof(index: number, size: number, reader: HashReader): Promise<Buffer[]> {
  return rangeHashes(inclusionRanges(index, size), reader);
}

/**
 * RFC 6962, 2.1.2: that the tree of `size` leaves begins with that of `oldSize`. Empty from size 0 and where the
 * sizes are the same: then there is nothing to prove.
 *
 * @throws RangeError if `oldSize` is larger
 */
export async function consistencyProof(oldSize: number, size: number, reader: HashReader): Promise<Buffer[]> {
  return rangeHashes(consistencyRanges(oldSize, size), reader);
}

/** The ranges whose hashes are the inclusion proof, in its order. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  requireCount('The index of a leaf', index);
  requireCount('The size of a tree', size);
  if (index >= size) throw new RangeError(`A tree of ${size} leaves has no leaf ${index}`);
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    ranges.push(index < middle ? { from: middle, to } : { from, to: middle });
    [from, to] = index < middle ? [from, middle] : [middle, to];
  }
  return ranges.reverse();
}

/** The ranges whose hashes are the consistency proof, in its order. */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  requireCount('The size of a tree', oldSize);
  requireCount('The size of a tree', size);
  if (oldSize > size) throw new RangeError(`A tree of ${size} leaves holds no tree of ${oldSize}`);
  if (oldSize === 0 || oldSize === size) return [];
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to !== oldSize) {
    const middle = from + splitPoint(to - from);
    ranges.push(oldSize <= middle ? { from: middle, to } : { from, to: middle });
    [from, to] = oldSize <= middle ? [from, middle] : [middle, to];
  }
  // The old tree as a whole is what the verifier has already.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}
