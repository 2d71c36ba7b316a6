/**
 * Reads one stretch of the log's tree: leaf hashes from the leaves as they lie there now, compared with the tiles,
 * and the tree hash at each size that something was signed for. That each leaf is its row's is seen elsewhere.
 */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import type { LeafTable } from '../../ledger/tables.ts';
import { inSnapshot } from '../../ledger/verify.ts';
import { entryBytes, leafHash } from '../../transparency/entry.ts';
import { GrowingTree } from '../../transparency/growing-tree.ts';
import { HASH_BYTES } from '../../transparency/merkle.ts';
import { TILE_HEIGHT, TILE_WIDTH } from '../../transparency/tile-path.ts';
import { checkpointsIn, type SignedSize, sealedLeaves } from './checkpoint-notes.ts';
import { type Counts, LEAVES_PER_STRETCH, type LeavesJob, type SizeInStretch, type Stretch } from './jobs.ts';

const LEAVES_PER_READ = 8_192;
/** Leaves of one stretch that something else may stand in for: as many as a stretch has. */
const HOLES_FILLED_MAX = LEAVES_PER_STRETCH;

type Leaf = Pick<LeafTable, 'leaf_index' | 'entry' | 'stream_id' | 'position' | 'hash'>;

export function readLeaves(
  client: pg.PoolClient,
  job: LeavesJob,
  counts: Counts,
  report: Report,
  onProgress: () => void,
): Promise<Stretch> {
  // One view of leaves, tiles and checkpoints: sealing goes on meanwhile.
  return inSnapshot(client, async () => {
    const to = job.last ? Number.MAX_SAFE_INTEGER : job.from + LEAVES_PER_STRETCH;
    const signed = await checkpointsIn(client, { ...job, to }, counts, report);
    const sealed = await sealedLeaves(client);
    const tiles = job.full ? await TilesOfStretch.read(client, job.from, to) : undefined;
    const walk = new StretchWalk(job.from, new Sizes(job.sizes, signed), { tiles, sealed }, report);
    for (let more = true, from = job.from; more && from < to; ) {
      const { rows } = await client.query<Leaf>(
        `SELECT leaf_index, entry, stream_id, position, hash FROM ledger.leaf
         WHERE leaf_index >= $1 AND leaf_index < $2 ORDER BY leaf_index LIMIT ${LEAVES_PER_READ}`,
        [from, to],
      );
      for (const row of rows) walk.leaf(row);
      counts.leaves += rows.length;
      onProgress();
      more = rows.length === LEAVES_PER_READ && !walk.torn;
      from = (rows.at(-1)?.leaf_index ?? from) + 1;
    }
    if (job.last) await leavesBeyond(client, report);
    counts.tiles += tiles?.count ?? 0;
    return walk.end(job.last ? undefined : to, signed);
  });
}

/** Numbers that this program cannot count to; nobody gave them. */
async function leavesBeyond(client: pg.PoolClient, report: Report): Promise<void> {
  const { rows } = await client.query<{ leaf: string }>(
    'SELECT min(leaf_index)::text AS leaf FROM ledger.leaf WHERE leaf_index >= $1 HAVING count(*) > 0',
    [Number.MAX_SAFE_INTEGER],
  );
  for (const { leaf } of rows) {
    const explanation = `leaves from ${leaf} on have numbers that were never given`;
    report({ problem: 'GAP', entry: 'leaf', explanation });
  }
}

class StretchWalk {
  readonly #from: number;
  readonly #tree = new GrowingTree();
  readonly #sizes: Sizes;
  readonly #tiles: TilesOfStretch | undefined;
  /** Leaves that the largest checkpoint covers. */
  readonly #sealed: number;
  readonly #report: Report;
  #filled = 0;
  /** More is missing than can be stood in for: what lies behind the hole is in no tree. */
  torn = false;

  constructor(
    from: number,
    sizes: Sizes,
    { tiles, sealed }: { tiles: TilesOfStretch | undefined; sealed: number },
    report: Report,
  ) {
    this.#from = from;
    this.#sizes = sizes;
    this.#tiles = tiles;
    this.#sealed = sealed;
    this.#report = report;
  }

  get #next(): number {
    return this.#from + this.#tree.size;
  }

  leaf(row: Leaf): void {
    if (this.torn) return;
    if (row.leaf_index > this.#next) this.#hole(row.leaf_index);
    if (this.torn) return;
    const { entry: kind, stream_id: stream, position } = row;
    const hash = leafHash(entryBytes({ kind, stream, position, hash: row.hash.toString('hex') }));
    this.#tiles?.compareLeaf(row, hash);
    this.#append(hash);
  }

  #hole(until: number): void {
    const explanation = `leaf ${this.#next} is missing before leaf ${until}`;
    this.#report({ problem: 'GAP', entry: 'leaf', position: this.#next, explanation });
    this.#filled += until - this.#next;
    if (this.#filled > HOLES_FILLED_MAX) {
      this.torn = true;
      return;
    }
    // What the tile says stands in for it, so that what follows can still be judged.
    while (this.#next < until) this.#append(this.#tiles?.leaf(this.#next) ?? Buffer.alloc(HASH_BYTES));
  }

  #append(hash: Buffer): void {
    this.#tree.append(hash, (level, index, subtree) => {
      if (level === TILE_HEIGHT) this.#tiles?.compareSubtree(this.#from, index, subtree);
    });
    this.#sizes.reached(this.#next, this.#tree);
  }

  end(to: number | undefined, signed: readonly SignedSize[]): Stretch {
    if (to !== undefined && this.#next < to && !this.torn) this.#hole(to);
    const size = this.#next;
    this.#tiles?.end(this.#from, size, Math.min(size, this.#sealed), this.#report);
    for (const beyond of signed.filter((checkpoint) => checkpoint.size > size)) {
      const explanation =
        `the checkpoint of ${beyond.size} leaves was signed at ${beyond.signedAt}, and there are ${size} leaves: ` +
        'the newest ones were cut off, or an older database was put back';
      this.#report({ problem: 'ROLLED_BACK', entry: 'checkpoint', position: beyond.size, explanation });
    }
    const root = this.#tree.root().toString('hex');
    return { from: this.#from, leaves: this.#tree.size, root, sizes: this.#sizes.all };
  }
}

/** Takes the tree hash at each size that is asked for. */
class Sizes {
  readonly all: SizeInStretch[] = [];
  readonly #wanted = new Set<number>();
  readonly #signed: ReadonlyMap<number, SignedSize>;

  constructor(sizes: readonly number[], signed: readonly SignedSize[]) {
    this.#signed = new Map(signed.map((checkpoint) => [checkpoint.size, checkpoint]));
    for (const size of [...sizes, ...this.#signed.keys()]) this.#wanted.add(size);
  }

  reached(size: number, tree: GrowingTree): void {
    if (!this.#wanted.has(size)) return;
    const signed = this.#signed.get(size);
    this.all.push({
      ...{ size, hash: tree.root().toString('hex') },
      ...(signed && { checkpointRoot: signed.root, signedAt: signed.signedAt, published: signed.published }),
    });
  }
}

/** Tiles of the two lowest levels over one stretch; those above are looked at over the whole tree. */
class TilesOfStretch {
  readonly #tiles: ReadonlyMap<string, Buffer>;
  #first: { readonly leaf: Leaf; count: number } | undefined;
  #subtree: number | undefined;

  private constructor(tiles: ReadonlyMap<string, Buffer>) {
    this.#tiles = tiles;
  }

  static async read(client: pg.PoolClient, from: number, to: number): Promise<TilesOfStretch> {
    const { rows } = await client.query<{ level: number; tile_index: number; hashes: Buffer }>(
      `SELECT level, tile_index, hashes FROM seal.tile
       WHERE (level = 0 AND tile_index >= $1::bigint / 256 AND tile_index < ($2::bigint - 1) / 256 + 1)
         OR (level = 1 AND tile_index = $1::bigint / 65536)`,
      [from, to],
    );
    return new TilesOfStretch(new Map(rows.map((row) => [`${row.level}/${row.tile_index}`, row.hashes])));
  }

  get count(): number {
    return this.#tiles.size;
  }

  leaf(index: number): Buffer | undefined {
    return this.#hash(0, index);
  }

  #hash(level: number, index: number): Buffer | undefined {
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    const hash = this.#tiles.get(`${level}/${Math.floor(index / TILE_WIDTH)}`)?.subarray(at, at + HASH_BYTES);
    return hash?.length === HASH_BYTES ? hash : undefined;
  }

  compareLeaf(leaf: Leaf, hash: Buffer): void {
    if (this.#hash(0, leaf.leaf_index)?.equals(hash) !== false) return;
    if (this.#first === undefined) this.#first = { leaf, count: 1 };
    else this.#first.count += 1;
  }

  compareSubtree(from: number, index: number, hash: Buffer): void {
    const tile = from / TILE_WIDTH + index;
    if (this.#hash(1, tile)?.equals(hash) === false) this.#subtree ??= tile;
  }

  /** @param sealed leaves that the last checkpoint covers: their tiles must be there */
  end(from: number, size: number, sealed: number, report: Report): void {
    const found = (position: number, explanation: string, stream?: string) =>
      report({
        ...{ problem: 'TREE_DIFFERS', entry: 'tile', position, explanation },
        ...(stream === undefined ? {} : { stream }),
      });
    if (this.#first !== undefined) {
      const { leaf, count } = this.#first;
      const { leaf_index: index, entry, stream_id: stream, position } = leaf;
      const others = count === 1 ? '' : `; so are ${count - 1} of the leaves after it`;
      const isRow = entry === 'event' || entry === 'decision';
      const row = isRow ? `${entry} ${position} of ${stream}` : `${entry} ${position}`;
      const told = `leaf ${index}, ${row}, is not the leaf that tile 0/${Math.floor(index / TILE_WIDTH)} was made of`;
      found(index, told + others, isRow ? stream : undefined);
    } else if (this.#subtree !== undefined) {
      const tile = `tile 1/${Math.floor(this.#subtree / TILE_WIDTH)}`;
      found(this.#subtree * TILE_WIDTH, `${tile} is not made of tile 0/${this.#subtree}`);
    }
    const explanation = this.#missingTile(from, sealed) ?? this.#missingAbove(from, sealed);
    if (explanation !== undefined) found(from, explanation);
    const longest = Math.max(0, ...[...this.#tiles].map(([name, hashes]) => endOf(name, hashes)));
    if (longest > size) {
      const told = `the tiles hold ${longest} leaves, and there are ${size}: the newest ones were cut off`;
      report({ problem: 'ROLLED_BACK', entry: 'tile', position: size, explanation: told });
    }
  }

  #missingTile(from: number, sealed: number): string | undefined {
    for (let first = from; first < sealed; first += TILE_WIDTH) {
      const tile = `0/${first / TILE_WIDTH}`;
      const hashes = (this.#tiles.get(tile)?.length ?? 0) / HASH_BYTES;
      if (hashes < Math.min(TILE_WIDTH, sealed - first))
        return `tile ${tile} is missing or ends before leaf ${first + hashes}, although a checkpoint covers it`;
    }
    return undefined;
  }

  /** The tile above holds one hash for each full tile of the stretch. */
  #missingAbove(from: number, sealed: number): string | undefined {
    const wanted = Math.min(TILE_WIDTH, Math.floor(Math.max(0, sealed - from) / TILE_WIDTH));
    const tile = `1/${from / LEAVES_PER_STRETCH}`;
    const hashes = (this.#tiles.get(tile)?.length ?? 0) / HASH_BYTES;
    if (hashes >= wanted) return undefined;
    return `tile ${tile} is missing or has ${hashes} of ${wanted} hashes, although a checkpoint covers it`;
  }
}

/** How many leaves there are up to the end of a tile of level 0. */
const endOf = (name: string, hashes: Buffer): number =>
  name.startsWith('0/') ? Number(name.slice(2)) * TILE_WIDTH + hashes.length / HASH_BYTES : 0;
