/** The tiles of the log's tree, as they lie in the database. */
import type pg from 'pg';
import type { HashReader } from '../transparency/hash-reader.ts';
import { HASH_BYTES } from '../transparency/merkle.ts';
import type { HashTile } from '../transparency/tile-layout.ts';
import { tileHashReader } from '../transparency/tile-reader.ts';

export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface StoredTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
}

/** A tile that should be there is not, or is too short. */
export class TileMissing extends Error {
  override readonly name = 'TileMissing';
}

/** How many leaf hashes stand in tiles: never fewer than the last checkpoint covers. */
export async function tiledSize(database: Queryable): Promise<number> {
  const { rows } = await database.query<{ size: number }>(
    `SELECT tile_index * 256 + octet_length(hashes) / 32 AS size FROM seal.tile
     WHERE level = 0 ORDER BY tile_index DESC LIMIT 1`,
  );
  return rows[0]?.size ?? 0;
}

/** @throws TileMissing */
export async function readTile(database: Queryable, { level, index, width }: HashTile): Promise<Buffer> {
  const { rows } = await database.query<{ hashes: Buffer }>(
    'SELECT hashes FROM seal.tile WHERE level = $1 AND tile_index = $2',
    [level, index],
  );
  const hashes = rows[0]?.hashes.subarray(0, width * HASH_BYTES);
  if (hashes?.length !== width * HASH_BYTES) {
    throw new TileMissing(`tile ${level}/${index} of the log is missing or shorter than ${width} hashes`);
  }
  return hashes;
}

/** Subtree hashes of the tree of `size` leaves. */
export const hashesOf = (database: Queryable, size: number): HashReader =>
  tileHashReader((tile) => readTile(database, tile), size);

export async function putTiles(database: Queryable, tiles: readonly StoredTile[]): Promise<void> {
  await database.query('SELECT seal.put_tiles($1::smallint[], $2::bigint[], $3::bytea[])', [
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ hashes }) => hashes),
  ]);
}
