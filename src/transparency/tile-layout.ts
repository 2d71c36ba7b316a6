/** Which tiles a tree has. */
import { requireCount } from './merkle.ts';
import { TILE_WIDTH, type Tile } from './tile-path.ts';

export interface HashTile extends Tile {
  readonly level: number;
}

/** All tiles of hashes of a tree, level by level; the last one of a level may be partial. */
export const tilesOfTree = (size: number): Generator<HashTile> => tilesBetween(0, size);

/** Those that a tree of `size` leaves has and the one of `oldSize` had not, or not as wide. */
export function* tilesBetween(oldSize: number, size: number): Generator<HashTile> {
  requireCount('The size of a tree', oldSize);
  requireCount('The size of a tree', size);
  for (let level = 0, span = 1; span <= size; level += 1, span *= TILE_WIDTH) {
    const before = Math.floor(oldSize / span);
    const now = Math.floor(size / span);
    if (now <= before) continue;
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < now; index += 1)
      yield { level, index, width: Math.min(TILE_WIDTH, now - index * TILE_WIDTH) };
  }
}

/** The bundles of entries of a tree: they lie as the tiles of level 0 do. */
export function* entryBundlesBetween(oldSize: number, size: number): Generator<Tile> {
  for (const tile of tilesBetween(oldSize, size)) {
    if (tile.level > 0) return;
    yield { ...tile, level: 'entries' };
  }
}

/** @returns the width of that tile in a tree of `size` leaves; 0 where it has none */
export function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}
