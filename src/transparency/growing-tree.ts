/**
 * The right edge of a Merkle tree that only grows: of millions of leaves it holds no more than the roots of the
 * complete subtrees, at most one for each level, the widest first.
 */
import { emptyRoot, HASH_BYTES, nodeHash, requireCount } from './merkle.ts';

/** What of a tree must be kept to let it grow on; plain JSON. */
export interface TreeEdge {
  readonly size: number;
  /** Roots of the complete subtrees, hex, the widest first: as many as `size` has ones in binary. */
  readonly roots: readonly string[];
}

/** Told of each subtree that an append completes; level 0 is the leaf, `index` counts within the level. */
export type SubtreeCompleted = (level: number, index: number, hash: Buffer) => void;

export class GrowingTree {
  #size = 0;
  readonly #roots: Buffer[] = [];

  /** @throws RangeError for an edge that no tree has */
  static fromEdge({ size, roots }: TreeEdge): GrowingTree {
    requireCount('The size of a tree', size);
    if (roots.length !== onesIn(size) || !roots.every((root) => HASH_HEX.test(root)))
      throw new RangeError(`${roots.length} roots are not the edge of a tree of ${size} leaves`);
    const tree = new GrowingTree();
    tree.#size = size;
    tree.#roots.push(...roots.map((root) => Buffer.from(root, 'hex')));
    return tree;
  }

  get size(): number {
    return this.#size;
  }

  append(leafHash: Uint8Array, completed?: SubtreeCompleted): void {
    if (leafHash.length !== HASH_BYTES) throw new RangeError('A leaf hash has 32 bytes');
    let hash: Buffer = Buffer.from(leafHash);
    completed?.(0, this.#size, hash);
    let index = this.#size;
    // Like a carry in binary counting: each one at the end of the size joins the new subtree.
    for (let level = 1; index % 2 === 1; level += 1) {
      hash = nodeHash(this.#roots.pop()!, hash);
      index = (index - 1) / 2;
      completed?.(level, index, hash);
    }
    this.#roots.push(hash);
    this.#size += 1;
  }

  root(): Buffer {
    const [last, ...wider] = this.#roots.toReversed();
    if (last === undefined) return emptyRoot();
    return wider.reduce((hash, left) => nodeHash(left, hash), last);
  }

  edge(): TreeEdge {
    return { size: this.#size, roots: this.#roots.map((root) => root.toString('hex')) };
  }
}

/** MTH of a list of leaf hashes, in one pass. */
export function treeHash(leafHashes: Iterable<Uint8Array>): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leafHashes) tree.append(leaf);
  return tree.root();
}

const HASH_HEX = /^[0-9a-f]{64}$/;

function onesIn(size: number): number {
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
