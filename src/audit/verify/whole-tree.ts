/** Joins the stretches to one tree, and holds it against everything that was ever signed for it. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { GrowingTree } from '../../transparency/growing-tree.ts';
import { HASH_BYTES, nodeHash } from '../../transparency/merkle.ts';
import { TILE_HEIGHT, TILE_WIDTH } from '../../transparency/tile-path.ts';
import type { Anchor } from './anchors.ts';
import { LEAVES_PER_STRETCH, type SizeInStretch, type Stretch } from './jobs.ts';

const STRETCH_HEIGHT = Math.log2(LEAVES_PER_STRETCH);

export interface UpperTiles {
  readonly tiles: ReadonlyMap<string, Buffer>;
  /** Leaves that a checkpoint covers, seen at once with the tiles. */
  readonly sealed: number;
}

export const NO_UPPER_TILES: UpperTiles = { tiles: new Map(), sealed: 0 };

interface Signed {
  readonly size: number;
  readonly signedAt: string;
}

export class WholeTree {
  readonly #anchors: readonly Anchor[];
  readonly #upper: UpperTiles;
  readonly #report: Report;
  /** Its leaves are the roots of stretches. */
  readonly #stretches = new GrowingTree();
  /** Came before those that stand in front of them. */
  readonly #waiting = new Map<number, Stretch>();
  #leaves = 0;
  #fits: Signed | undefined;
  #broken: { readonly checkpoint: Signed; later: number } | undefined;
  #last: Signed | undefined;
  #published: Signed | undefined;
  #waitsSince: string | undefined;

  constructor(anchors: readonly Anchor[], upper: UpperTiles, report: Report) {
    this.#anchors = anchors;
    this.#upper = upper;
    this.#report = report;
  }

  take(stretch: Stretch): void {
    this.#waiting.set(stretch.from, stretch);
    for (let next = this.#waiting.get(this.#leaves); next !== undefined; ) {
      this.#waiting.delete(next.from);
      for (const size of next.sizes) this.#size(size);
      this.#leaves += next.leaves;
      if (next.leaves === LEAVES_PER_STRETCH) this.#append(Buffer.from(next.root, 'hex'));
      next = next.leaves === 0 ? undefined : this.#waiting.get(this.#leaves);
    }
  }

  #append(root: Buffer): void {
    this.#stretches.append(root, (level, index, hash) => {
      const tileLevel = (level + STRETCH_HEIGHT) / TILE_HEIGHT;
      if (!Number.isInteger(tileLevel)) return;
      const tile = `${tileLevel}/${Math.floor(index / TILE_WIDTH)}`;
      const at = (index % TILE_WIDTH) * HASH_BYTES;
      const kept = this.#upper.tiles.get(tile)?.subarray(at, at + HASH_BYTES);
      if (kept?.length !== HASH_BYTES || kept.equals(hash)) return;
      const position = index * TILE_WIDTH ** tileLevel;
      const explanation = `tile ${tile} is not made of the tiles beneath it, from leaf ${position} on`;
      this.#report({ problem: 'TREE_DIFFERS', entry: 'tile', position, explanation });
    });
  }

  #size({ size, hash, checkpointRoot, signedAt = '', published = false }: SizeInStretch): void {
    // RFC 6962: what is left of the right edge is joined from the right.
    const edge = this.#stretches.edge().roots.map((left) => Buffer.from(left, 'hex'));
    const root = edge.reduceRight<Buffer>((right, left) => nodeHash(left, right), Buffer.from(hash, 'hex'));
    if (checkpointRoot !== undefined) {
      const checkpoint = { size, signedAt };
      this.#last = checkpoint;
      if (checkpointRoot !== root.toString('hex')) {
        if (this.#broken === undefined) this.#broken = { checkpoint, later: 0 };
        else this.#broken.later += 1;
      } else if (this.#broken === undefined) {
        this.#fits = checkpoint;
        if (published) this.#published = checkpoint;
        this.#waitsSince = published ? undefined : (this.#waitsSince ?? signedAt);
      }
    }
    for (const anchor of this.#anchors) {
      if (anchor.size === size && !anchor.root.equals(root)) this.#forked(anchor);
    }
  }

  #forked({ source, size }: Anchor): void {
    const explanation =
      `${source} vouches for another tree of ${size} leaves than the first ${size} that are here: ` +
      'the record was rewritten, or two of it exist';
    this.#report({ problem: 'FORKED', entry: 'checkpoint', position: size, explanation });
  }

  /**
   * To be called after the last stretch.
   *
   * @param complete whether all stretches came: otherwise nobody knows how many leaves there are, and only what is
   * broken before the first missing one is told.
   */
  end(complete: boolean): TreeSeen {
    if (this.#broken !== undefined) {
      const { checkpoint, later } = this.#broken;
      const begin = this.#fits?.size ?? 0;
      const after =
        ['', '; nor does the checkpoint after it'][later] ?? `; nor do the ${later} checkpoints after it`;
      const explanation =
        `the checkpoint of ${checkpoint.size} leaves, signed at ${checkpoint.signedAt}, does not fit the leaves that ` +
        `are there: what was changed lies among leaves ${begin} to ${checkpoint.size - 1}${after}`;
      const position = checkpoint.size;
      this.#report({ problem: 'TREE_DIFFERS', entry: 'checkpoint', position, explanation });
    }
    if (complete) {
      this.#rolledBack();
      this.#missingTiles();
    }
    return {
      ...{ leaves: this.#leaves, fits: this.#broken === undefined },
      ...(this.#last && { lastCheckpoint: this.#last }),
      ...(this.#published && { lastPublished: this.#published }),
      ...(this.#waitsSince === undefined ? {} : { waitsSince: this.#waitsSince }),
    };
  }

  #rolledBack(): void {
    for (const { source, size, at } of this.#anchors) {
      if (size <= this.#leaves) continue;
      const when = at === undefined ? '' : ` at ${at}`;
      const explanation =
        `${source} vouches${when} for a tree of ${size} leaves, and there are ${this.#leaves}: ` +
        'the database was put back to an older state, or its newest rows were cut off';
      this.#report({ problem: 'ROLLED_BACK', entry: 'checkpoint', position: size, explanation });
    }
  }

  /** A tile holds one hash for each full tile beneath it. */
  #missingTiles(): void {
    const sealed = Math.min(this.#upper.sealed, this.#leaves);
    for (
      let level = 2, hashes = hashesAt(level, sealed);
      hashes > 0;
      level += 1, hashes = hashesAt(level, sealed)
    ) {
      for (let index = 0; index * TILE_WIDTH < hashes; index += 1) {
        const tile = `${level}/${index}`;
        const wanted = Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH);
        const kept = (this.#upper.tiles.get(tile)?.length ?? 0) / HASH_BYTES;
        if (kept >= wanted) continue;
        const position = index * TILE_WIDTH ** (level + 1);
        const explanation = `tile ${tile} is missing or has ${kept} of ${wanted} hashes, although a checkpoint covers it`;
        this.#report({ problem: 'TREE_DIFFERS', entry: 'tile', position, explanation });
      }
    }
  }
}

const hashesAt = (level: number, leaves: number): number => Math.floor(leaves / TILE_WIDTH ** level);

export interface TreeSeen {
  readonly leaves: number;
  /** Whether each checkpoint fits the leaves. */
  readonly fits: boolean;
  readonly lastCheckpoint?: Signed;
  /** The last that enough witnesses have signed, and that fits. */
  readonly lastPublished?: Signed;
  /** When the first checkpoint after that one was signed, where one waits for witnesses. */
  readonly waitsSince?: string;
}

/** Tiles above those of a stretch: one for each 16 million leaves. */
export async function readUpperTiles(client: pg.PoolClient): Promise<UpperTiles> {
  const { rows } = await client.query<{ level: number; tile_index: number; hashes: Buffer; sealed: number }>(
    `SELECT t.level, t.tile_index, t.hashes, s.sealed
     FROM (SELECT coalesce(max(size), 0) AS sealed FROM seal.checkpoint) s LEFT JOIN seal.tile t ON t.level >= 2`,
  );
  const kept = rows.filter(({ level }) => level !== null);
  return {
    tiles: new Map(kept.map(({ level, tile_index: index, hashes }) => [`${level}/${index}`, hashes])),
    sealed: rows[0]!.sealed,
  };
}
