/** Carries the leaves into the tiles, from where the tiles end. Doing a part of it again changes nothing. */
import { readLeafPlaces } from '../ledger/leaf-places.ts';
import { entryBytes, leafHash } from '../transparency/entry.ts';
import { GrowingTree } from '../transparency/growing-tree.ts';
import type { HashReader } from '../transparency/hash-reader.ts';
import { tileWidth } from '../transparency/tile-layout.ts';
import { TILE_HEIGHT, TILE_WIDTH } from '../transparency/tile-path.ts';
import { hashesOf, putTiles, type Queryable, readTile, type StoredTile, tiledSize } from './tile-store.ts';

/** Leaves in one statement: bounds memory, and what a killed sealer does again. */
const LEAVES_PER_STEP = 8_192;

/** @returns how many leaves were added. */
export async function growTiles(database: Queryable, until: number): Promise<number> {
  const begin = await tiledSize(database);
  if (begin >= until) return 0;
  const tree = GrowingTree.fromEdge(await edgeAt(begin, hashesOf(database, begin)));
  const open = new OpenTiles(await partialTiles(database, begin));
  for (let from = begin; from < until; from += LEAVES_PER_STEP) {
    const to = Math.min(from + LEAVES_PER_STEP, until);
    for (const entry of await readLeafPlaces(database, from, to)) {
      tree.append(leafHash(entryBytes(entry)), (level, index, hash) => {
        if (level % TILE_HEIGHT === 0) open.add(level / TILE_HEIGHT, index, hash);
      });
    }
    await putTiles(database, open.takeChanged());
  }
  return until - begin;
}

/** The complete subtrees of a tree, the widest first: all that it takes to let it grow. */
export async function edgeAt(size: number, read: HashReader): Promise<{ size: number; roots: string[] }> {
  const roots: string[] = [];
  let begin = 0;
  for (let level = Math.floor(Math.log2(Math.max(size, 1))); level >= 0; level -= 1) {
    if (size - begin < 2 ** level) continue;
    roots.push((await read(level, begin / 2 ** level)).toString('hex'));
    begin += 2 ** level;
  }
  return { size, roots };
}

async function partialTiles(database: Queryable, size: number): Promise<StoredTile[]> {
  const tiles: StoredTile[] = [];
  for (let level = 0, hashes = size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const index = Math.floor(hashes / TILE_WIDTH);
    const width = tileWidth(level, index, size);
    if (width > 0) tiles.push({ level, index, hashes: await readTile(database, { level, index, width }) });
  }
  return tiles;
}

/** The last tile of each level, and those that were filled since they were last written. */
class OpenTiles {
  readonly #last = new Map<number, { index: number; hashes: Buffer[] }>();
  #changed = new Map<string, StoredTile>();

  constructor(partial: readonly StoredTile[]) {
    for (const { level, index, hashes } of partial) this.#last.set(level, { index, hashes: [hashes] });
  }

  add(level: number, place: number, hash: Buffer): void {
    const index = Math.floor(place / TILE_WIDTH);
    let tile = this.#last.get(level);
    if (tile?.index !== index) {
      this.#keep(level);
      tile = { index, hashes: [] };
      this.#last.set(level, tile);
    }
    tile.hashes.push(hash);
    this.#touched.add(level);
  }

  readonly #touched = new Set<number>();

  #keep(level: number): void {
    const tile = this.#last.get(level);
    if (tile === undefined || !this.#touched.delete(level)) return;
    const hashes = Buffer.concat(tile.hashes);
    tile.hashes = [hashes];
    this.#changed.set(`${level}/${tile.index}`, { level, index: tile.index, hashes });
  }

  takeChanged(): StoredTile[] {
    for (const level of [...this.#touched]) this.#keep(level);
    const changed = [...this.#changed.values()];
    this.#changed = new Map();
    return changed;
  }
}
