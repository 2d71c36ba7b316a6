/** Where tiles stand, by `c2sp.org/tlog-tiles`: `tile/<level>/<index>[.p/<width>]`. */

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;

/** Levels of the tree that one level of tiles spans. */
export const TILE_HEIGHT = 8;

export interface Tile {
  /** 0 holds leaf hashes, each level above the roots of full tiles below; `entries` the entries themselves. */
  readonly level: number | 'entries';
  readonly index: number;
  /** 1 to 256; below 256 the tile is partial. */
  readonly width: number;
}

/** @throws RangeError for a tile that no tree has */
export function tilePath({ level, index, width }: Tile): string {
  if (level !== 'entries' && !isWhole(level, 0, HIGHEST_LEVEL))
    throw new RangeError(`There is no tile level ${level}`);
  if (!isWhole(index, 0, Number.MAX_SAFE_INTEGER)) throw new RangeError(`There is no tile ${index}`);
  if (!isWhole(width, 1, TILE_WIDTH)) throw new RangeError(`A tile cannot be ${width} wide`);
  const partial = width === TILE_WIDTH ? '' : `.p/${width}`;
  return `tile/${level}/${indexPath(index)}${partial}`;
}

/** @returns `undefined` unless the path is spelt exactly as the specification says */
export function parseTilePath(path: string): Tile | undefined {
  const found = PATH.exec(path);
  if (found === null) return undefined;
  const tile: Tile = {
    level: found[1] === 'entries' ? 'entries' : Number(found[1]),
    index: Number(found[2]!.replace(/\/?x?/g, '')),
    width: found[3] === undefined ? TILE_WIDTH : Number(found[3]),
  };
  try {
    return tilePath(tile) === path ? tile : undefined;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** 1234067 → `x001/x234/067`: no path is both a file and a folder. */
function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g)!;
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

const HIGHEST_LEVEL = 63;
// Six groups of three digits hold every safe integer.
const PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,5}\d{3})(?:\.p\/(\d{1,3}))?$/;

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
