/** A tree's root from some of its leaves and the hashes of all ranges that hold none of them. */
import { EMPTY_ROOT, nodeHash, splitOf } from './merkle.ts';

/** Leaves in the order they came: 40 bytes each, since a large bundle has millions. */
export class LeafStore {
  #indexes = new Float64Array(1_024);
  #hashes = new Uint8Array(32 * 1_024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(index: number, hash: Uint8Array): void {
    if (this.#count === this.#indexes.length) {
      const [indexes, hashes] = [this.#indexes, this.#hashes];
      this.#indexes = new Float64Array(indexes.length * 2);
      this.#hashes = new Uint8Array(hashes.length * 2);
      this.#indexes.set(indexes);
      this.#hashes.set(hashes);
    }
    this.#indexes[this.#count] = index;
    this.#hashes.set(hash, 32 * this.#count);
    this.#count += 1;
  }

  /** By index, ascending. */
  sorted(): SortedLeaves {
    const order = Uint32Array.from({ length: this.#count }, (_, place) => place);
    order.sort((one, other) => this.#indexes[one]! - this.#indexes[other]!);
    return {
      length: this.#count,
      index: (place) => this.#indexes[order[place]!]!,
      hash: (place) => this.#hashes.slice(32 * order[place]!, 32 * order[place]! + 32),
    };
  }
}

export interface SortedLeaves {
  readonly length: number;
  index(place: number): number;
  hash(place: number): Uint8Array;
}

export type Cover =
  | { readonly root: Uint8Array; readonly unused: readonly string[] }
  | { readonly missing: { readonly from: number; readonly to: number } };

export const rangeName = (from: number, to: number): string => `${from}-${to}`;

/**
 * The root of a tree of `size`, every leaf of which is one of `leaves` or in a range of `nodes`.
 *
 * @param leaves each index once, all below `size`.
 * @param nodes hashes by {@link rangeName}.
 */
export function rootOfCover(
  size: number,
  leaves: SortedLeaves,
  nodes: ReadonlyMap<string, Uint8Array>,
): Cover {
  const unused = new Set(nodes.keys());
  let missing: { from: number; to: number } | undefined;
  /** @param first the leaves at places `first` to `last` - 1 are those within. */
  const hashOf = (from: number, to: number, first: number, last: number): Uint8Array => {
    if (missing !== undefined) return EMPTY_ROOT;
    if (first === last) {
      const name = rangeName(from, to);
      const hash = nodes.get(name);
      unused.delete(name);
      if (hash === undefined) missing = { from, to };
      return hash ?? EMPTY_ROOT;
    }
    if (to - from === 1) return leaves.hash(first);
    const middle = from + splitOf(to - from);
    const cut = firstNotBelow(leaves, middle, first, last);
    const left = hashOf(from, middle, first, cut);
    return nodeHash(left, hashOf(middle, to, cut, last));
  };
  const root = size === 0 ? EMPTY_ROOT : hashOf(0, size, 0, leaves.length);
  return missing === undefined ? { root, unused: [...unused] } : { missing };
}

function firstNotBelow(leaves: SortedLeaves, index: number, first: number, last: number): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (leaves.index(middle) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}
