/** Which hashes a stranger needs beside some leaves to come to the root of the tree (RFC 6962, 2.1). */

export interface Range {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

interface Open extends Range {
  /** The leaves within it: places `first` to `last` - 1 of the sorted list. */
  readonly first: number;
  readonly last: number;
}

/**
 * The largest subtrees of a tree of `size` that hold none of the leaves, from left to right: at most
 * k log n of them for k leaves, and none where every leaf is there.
 *
 * @param leaves ascending, each once, all below `size`.
 */
export function* missingRanges(leaves: ArrayLike<number>, size: number): Generator<Range> {
  const open: Open[] = size === 0 ? [] : [{ from: 0, to: size, first: 0, last: leaves.length }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { from, to, first, last } = next;
    if (first === last) {
      yield { from, to };
      continue;
    }
    // A leaf of the file, or nothing but leaves of the file.
    if (last - first === to - from) continue;
    const middle = from + largestPowerBelow(to - from);
    const cut = firstNotBelow(leaves, middle, first, last);
    open.push({ from: middle, to, first: cut, last }, { from, to: middle, first, last: cut });
  }
}

/** The largest power of two smaller than `length`, where a tree of two leaves or more is split. */
function largestPowerBelow(length: number): number {
  let power = 1;
  while (power * 2 < length) power *= 2;
  return power;
}

function firstNotBelow(leaves: ArrayLike<number>, index: number, first: number, last: number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (leaves[middle]! < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
