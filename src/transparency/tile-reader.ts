/** Subtree hashes out of tiles. */
import { treeHash } from './growing-tree.ts';
import type { HashReader } from './hash-reader.ts';
import { HASH_BYTES } from './merkle.ts';
import { type HashTile, tileWidth } from './tile-layout.ts';
import { TILE_HEIGHT, TILE_WIDTH, tilePath } from './tile-path.ts';

/** Reads the bytes of a tile. A wider one of the same place serves as well: it begins with the same hashes. */
export type TileReader = (tile: HashTile) => Promise<Uint8Array>;

/**
 * @param treeSize subtrees beyond it are a RangeError; and no tile is asked for that this tree does not have
 * @throws Error (when reading) for a tile that is too short or is no sequence of hashes
 */
export function tileHashReader(readTile: TileReader, treeSize: number): HashReader {
  const cache = new Map<string, Promise<Uint8Array>>();

  const cached = (tile: HashTile): Promise<Uint8Array> => {
    const path = tilePath(tile);
    const known = cache.get(path);
    if (known !== undefined) {
      // The map keeps the order of use: the first is what was needed longest ago.
      cache.delete(path);
      cache.set(path, known);
      return known;
    }
    const read = readWhole(readTile, tile, path);
    cache.set(path, read);
    // A tile that could not be read is asked for again the next time.
    read.catch(() => cache.delete(path));
    if (cache.size > CACHED_TILES) cache.delete(cache.keys().next().value!);
    return read;
  };

  return async (level, index) => {
    if (!isSubtree(level, index, treeSize))
      throw new RangeError(`A tree of ${treeSize} leaves has no subtree ${index} of level ${level}`);
    const tileLevel = Math.floor(level / TILE_HEIGHT);
    const hashes = 2 ** (level % TILE_HEIGHT);
    const first = index * hashes;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const width = tileWidth(tileLevel, tileIndex, treeSize);
    const bytes = await cached({ level: tileLevel, index: tileIndex, width });
    const offset = first - tileIndex * TILE_WIDTH;
    return treeHash(
      Array.from({ length: hashes }, (_, place) =>
        bytes.subarray((offset + place) * HASH_BYTES, (offset + place + 1) * HASH_BYTES),
      ),
    );
  };
}

/** 64 tiles are half a megabyte: more than the path from a leaf to the root of any tree needs. */
const CACHED_TILES = 64;

async function readWhole(readTile: TileReader, tile: HashTile, path: string): Promise<Uint8Array> {
  const bytes = await readTile(tile);
  if (bytes.length % HASH_BYTES !== 0 || bytes.length < tile.width * HASH_BYTES)
    throw new Error(`${path} has ${bytes.length} bytes and should have ${tile.width * HASH_BYTES}`);
  return bytes;
}

const isSubtree = (level: number, index: number, treeSize: number): boolean =>
  Number.isSafeInteger(level) &&
  Number.isSafeInteger(index) &&
  level >= 0 &&
  index >= 0 &&
  (index + 1) * 2 ** level <= treeSize;
