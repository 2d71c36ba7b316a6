import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntries, encodeEntries } from '../../src/transparency/entry-bundle.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { rangeHash } from '../../src/transparency/hash-reader.ts';
import { consistencyProof, inclusionProof } from '../../src/transparency/proofs.ts';
import {
  entryBundlesBetween,
  type HashTile,
  tilesBetween,
  tilesOfTree,
} from '../../src/transparency/tile-layout.ts';
import { parseTilePath, type Tile, tilePath } from '../../src/transparency/tile-path.ts';
import { tileHashReader } from '../../src/transparency/tile-reader.ts';
import { numberedEntries, numberedLeaves, readerOf } from './numbered-leaves.ts';

const SIZE = 66_000;
const leaves = numberedLeaves(SIZE);
const direct = readerOf(leaves);

/** The bytes of a tile, by its definition. */
const tileBytes = async ({ level, index, width }: HashTile): Promise<Buffer> =>
  Buffer.concat(
    await Promise.all(Array.from({ length: width }, (_, place) => direct(level * 8, index * 256 + place))),
  );

describe('the path of a tile', () => {
  it.each<[Tile, string]>([
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 2, index: 67, width: 1 }, 'tile/2/067.p/1'],
    [{ level: 63, index: 1000, width: 255 }, 'tile/63/x001/000.p/255'],
    [{ level: 'entries', index: 12_345, width: 17 }, 'tile/entries/x012/345.p/17'],
  ])('of %j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/0000',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/000/',
    '/tile/0/000',
    'tile/0/../000',
    'tile/data/000',
    'tile/0/x999/x999/x999/x999/x999/999',
    'tile/0/000\n',
  ])('is not %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('is read back as it was written', () => {
    const anyTile = fc.record({
      level: fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 })),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(anyTile, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
  });
});

describe('the tiles of a tree', () => {
  it('of 70,000 leaves are those of the example in the specification', () => {
    const tiles = [...tilesOfTree(70_000)];
    const full = (level: number) => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
    expect([full(0), full(1), full(2)]).toEqual([273, 1, 0]);
    expect(tiles.filter(({ width }) => width < 256).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
  });

  it('of no leaf are none, and a tree that did not grow has no new ones', () => {
    expect([...tilesOfTree(0)]).toEqual([]);
    expect([...tilesBetween(257, 257)]).toEqual([]);
  });

  it('have a bundle of entries for each tile of level 0', () => {
    expect([...entryBundlesBetween(255, 513)].map(tilePath)).toEqual([
      'tile/entries/000',
      'tile/entries/001',
      'tile/entries/002.p/1',
    ]);
  });
});

describe('a tree read from its tiles', () => {
  it.each([1, 2, 255, 256, 257, 512, 65_535, 65_536, 65_537, SIZE])(
    'of %i leaves has its root',
    async (size) => {
      const root = treeHash(leaves.slice(0, size));
      expect(await rangeHash(0, size, tileHashReader(tileBytes, size))).toEqual(root);
    },
  );

  it('asks only for tiles that it has, and gives the same proofs', async () => {
    const size = 65_537 + 300;
    const own = new Set([...tilesOfTree(size)].map(tilePath));
    const asked: string[] = [];
    const reader = tileHashReader(async (tile) => {
      asked.push(tilePath(tile));
      return tileBytes(tile);
    }, size);
    for (const index of [0, 255, 256, 65_535, 65_536, size - 1]) {
      expect(await inclusionProof(index, size, reader)).toEqual(await inclusionProof(index, size, direct));
      expect(await consistencyProof(index, size, reader)).toEqual(
        await consistencyProof(index, size, direct),
      );
    }
    expect(asked.filter((path) => !own.has(path))).toEqual([]);
    // The cache: each once.
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('takes a wider tile of the same place, and none that is too short or torn', async () => {
    const root = await rangeHash(
      0,
      300,
      tileHashReader((tile) => tileBytes({ ...tile, width: 256 }), 300),
    );
    expect(root).toEqual(treeHash(leaves.slice(0, 300)));
    const short = tileHashReader(async () => Buffer.alloc(32 * 43), 300);
    await expect(short(0, 299)).rejects.toThrow('tile/0/001.p/44 has 1376 bytes and should have 1408');
    const torn = tileHashReader(async () => Buffer.alloc(32 * 44 + 1), 300);
    await expect(torn(0, 299)).rejects.toThrow('has 1409 bytes');
  });

  it('asks again for a tile that could not be read', async () => {
    let reads = 0;
    const reader = tileHashReader(async (tile) => {
      reads += 1;
      if (reads === 1) throw new Error('the disk is away');
      return tileBytes(tile);
    }, 5);
    await expect(reader(0, 1)).rejects.toThrow('the disk is away');
    expect(await reader(0, 1)).toEqual(leaves[1]);
  });

  it('has no subtree beyond its size', async () => {
    const reader = tileHashReader(tileBytes, 5);
    await expect(reader(1, 2)).rejects.toThrow('A tree of 5 leaves has no subtree 2 of level 1');
    await expect(reader(0, -1)).rejects.toThrow('no subtree -1');
  });
});

describe('a bundle of entries', () => {
  it('is each entry after its length', () => {
    const bundle = encodeEntries([Buffer.from('ab'), Buffer.alloc(0), Buffer.from('c')]);
    expect(bundle.toString('hex')).toBe('000261620000000163');
    expect(decodeEntries(bundle).map(String)).toEqual(['ab', '', 'c']);
  });

  it('is read back as it was written', () => {
    const entries = numberedEntries(256);
    expect(decodeEntries(encodeEntries(entries))).toEqual(entries);
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 })), (any) => {
        const back = decodeEntries(encodeEntries(any));
        expect(back.map((entry) => [...entry])).toEqual(any.map((entry) => [...entry]));
      }),
    );
  });

  it('is refused where it is cut off, and holds no entry of 64 KiB', () => {
    const bundle = encodeEntries([Buffer.from('abc')]);
    for (let end = 1; end < bundle.length; end += 1)
      expect(() => decodeEntries(bundle.subarray(0, end))).toThrow(`ends within its entry 0, at byte ${end}`);
    expect(() => encodeEntries([Buffer.alloc(65_536)])).toThrow('does not fit');
  });
});
