/** The leaves of all rows, and whether with the file's nodes they give the root that was sealed (step 5). */
import { bytesOfHex, hexOf, sameBytes } from './encodings.ts';
import type { FindingCode, Sentence, Step } from './findings.ts';
import type { NodeLine } from './line-types.ts';
import type { Find } from './stream-check.ts';
import { LeafStore, rangeName, rootOfCover, type SortedLeaves } from './tree-cover.ts';

export class TreeCheck {
  readonly #leaves = new LeafStore();
  /** Notes by leaf: several lines may be sealed by one. */
  readonly #notes = new Map<number, string>();
  readonly #nodes = new Map<string, Uint8Array>();
  readonly #lines = new Map<string, number>();

  constructor(
    readonly find: Find,
    /** 5 for the log's tree, 6 for that of heads: the same questions of both. */
    readonly step: Step,
  ) {}

  get rows(): number {
    return this.#leaves.count - this.#notes.size;
  }

  row(index: number, leaf: Uint8Array): void {
    this.#leaves.add(index, leaf);
  }

  note(index: number, leaf: Uint8Array, line: number): void {
    const text = hexOf(leaf);
    const known = this.#notes.get(index);
    if (known === undefined) {
      this.#notes.set(index, text);
      this.#leaves.add(index, leaf);
    } else if (known !== text) {
      this.#say('LEAF_TWICE', twice(index), line);
    }
  }

  node({ from, to, hash }: NodeLine, line: number): void {
    const name = rangeName(from, to);
    if (this.#nodes.has(name)) this.#say('NODE', needless(name), line);
    this.#nodes.set(name, bytesOfHex(hash));
    this.#lines.set(name, line);
  }

  /** @param whole every leaf of this range must be in the file. */
  check(size: number, root: Uint8Array, whole?: { readonly from: number; readonly to: number }): boolean {
    const leaves = this.#leaves.sorted();
    for (let place = 0; place < leaves.length; place += 1) {
      const index = leaves.index(place);
      if (index >= size) {
        this.#say('LEAF_OUTSIDE', {
          id: `Daun nomor ${index} berada di luar pohon, yang memiliki ${size} daun.`,
          en: `Leaf ${index} stands outside of the tree, which has ${size}.`,
        });
        return false;
      }
      if (place > 0 && leaves.index(place - 1) === index) {
        this.#say('LEAF_TWICE', twice(index));
        return false;
      }
    }
    const gap = whole === undefined ? undefined : firstGap(leaves, whole);
    if (gap !== undefined) {
      this.#say('SCOPE', {
        id: `Daun nomor ${gap} termasuk dalam periode berkas ini, tetapi barisnya tidak ada.`,
        en: `Leaf ${gap} belongs to the period of this file, but its row is not there.`,
      });
    }
    return this.#checkRoot(size, root, leaves);
  }

  #checkRoot(size: number, root: Uint8Array, leaves: SortedLeaves): boolean {
    const cover = rootOfCover(size, leaves, this.#nodes);
    if ('missing' in cover) {
      const { from, to } = cover.missing;
      this.#say('NODE', {
        id: `Untuk daun nomor ${from} sampai ${to - 1} tidak ada baris maupun simpul di berkas ini.`,
        en: `For leaves ${from} to ${to - 1} there is neither a row nor a node in this file.`,
      });
      return false;
    }
    for (const name of cover.unused) this.#say('NODE', needless(name), this.#lines.get(name));
    const same = sameBytes(cover.root, root);
    if (!same) {
      this.#say(
        this.step === 5 ? 'ROOT' : 'HEADS_ROOT',
        otherRoot(this.step, hexOf(cover.root), hexOf(root)),
      );
    }
    return same && cover.unused.length === 0;
  }

  #say(code: FindingCode, sentence: Sentence, line?: number): void {
    this.find({ code, step: this.step, ...(line === undefined ? {} : { line }), sentence });
  }
}

function firstGap(
  leaves: SortedLeaves,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined {
  let next = from;
  for (let place = 0; place < leaves.length && next < to; place += 1)
    if (leaves.index(place) === next) next += 1;
  return next < to ? next : undefined;
}

const twice = (index: number): Sentence => ({
  id: `Daun nomor ${index} dipakai oleh dua baris yang berbeda.`,
  en: `Leaf ${index} is used by two different rows.`,
});

const needless = (name: string): Sentence => ({
  id: `Simpul ${name} tidak diperlukan: ia menutupi baris di berkas ini, atau tidak termasuk pohonnya.`,
  en: `Node ${name} is not needed: it covers a row of this file, or does not belong to the tree.`,
});

const otherRoot = (step: Step, computed: string, sealed: string): Sentence =>
  step === 5
    ? {
        id: `Isi berkas tidak sama dengan segel log: akar pohonnya ${computed}, yang disegel ${sealed}. Setidaknya satu baris diubah bersama rantainya, atau sebuah simpul diubah.`,
        en: `The content of the file does not match the log's seal: its tree has the root ${computed}, sealed was ${sealed}. At least one row was changed together with its chain, or a node was.`,
      }
    : {
        id: `Ujung-ujung aliran tidak sama dengan segelnya: akar pohonnya ${computed}, yang disegel ${sealed}.`,
        en: `The heads of the streams do not match their seal: their tree has the root ${computed}, sealed was ${sealed}.`,
      };
