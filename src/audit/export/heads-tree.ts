/** The tree of heads as its entries come by, in memory of its height: what some of them need beside them. */
import { nodeHash } from '../../transparency/merkle.ts';

export interface HashedRange {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly hash: Buffer;
}

/** A complete subtree; without a hash where an entry of the bundle is in it. */
interface Subtree {
  readonly from: number;
  readonly to: number;
  readonly hash: Buffer | null;
}

export class HeadsTree {
  readonly #edge: Subtree[] = [];
  readonly #beside: HashedRange[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @param ours whether the bundle holds this entry itself; answers the entry's place in the tree. */
  add(leaf: Buffer, ours: boolean): number {
    const index = this.#size;
    this.#size += 1;
    let subtree: Subtree = { from: index, to: this.#size, hash: ours ? null : leaf };
    // As many subtrees are complete now as the size ends in zeros, written in twos.
    for (let left = this.#size; left % 2 === 0; left /= 2) subtree = this.#join(this.#edge.pop()!, subtree);
    this.#edge.push(subtree);
    return index;
  }

  /** The subtrees that hold none of the bundle's entries, from left to right. Call it once, at the end. */
  beside(): HashedRange[] {
    let right = this.#edge.pop();
    while (right !== undefined && this.#edge.length > 0) right = this.#join(this.#edge.pop()!, right);
    if (right !== undefined) this.#setAside(right);
    return this.#beside.sort((a, b) => a.from - b.from);
  }

  #join(left: Subtree, right: Subtree): Subtree {
    const { from } = left;
    const { to } = right;
    if (left.hash !== null && right.hash !== null) return { from, to, hash: nodeHash(left.hash, right.hash) };
    this.#setAside(left);
    this.#setAside(right);
    return { from, to, hash: null };
  }

  #setAside({ from, to, hash }: Subtree): void {
    if (hash !== null) this.#beside.push({ from, to, hash });
  }
}
