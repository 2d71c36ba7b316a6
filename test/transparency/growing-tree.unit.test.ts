import { describe, expect, it } from 'vitest';
import { GrowingTree, treeHash } from '../../src/transparency/growing-tree.ts';
import { listHashReader } from '../../src/transparency/hash-reader.ts';
import { nodeHash } from '../../src/transparency/merkle.ts';
import { numberedLeaves } from './numbered-leaves.ts';

const leaves = numberedLeaves(100);

describe('a growing tree', () => {
  it('goes on from its edge as if it had never stopped', () => {
    for (let size = 0; size <= 100; size += 1) {
      const before = new GrowingTree();
      for (const leaf of leaves.slice(0, size)) before.append(leaf);
      const after = GrowingTree.fromEdge(JSON.parse(JSON.stringify(before.edge())));
      expect(after.size).toBe(size);
      for (const leaf of leaves.slice(size)) after.append(leaf);
      expect(after.root()).toEqual(treeHash(leaves));
    }
  });

  it('tells of each subtree when it is complete', async () => {
    const tree = new GrowingTree();
    const told: [string, Buffer][] = [];
    for (const leaf of leaves.slice(0, 6))
      tree.append(leaf, (level, index, hash) => told.push([`${level}/${index}`, hash]));
    expect(told.map(([place]) => place)).toEqual(
      ['0/0', '0/1', '1/0', '0/2', '0/3', '1/1', '2/0', '0/4', '0/5', '1/2'], // in the order of their completion
    );
    const read = listHashReader(leaves);
    for (const [place, hash] of told) {
      const [level, index] = place.split('/').map(Number);
      expect(hash).toEqual(await read(level!, index!));
    }
  });

  it('does not change with the bytes that it was given', () => {
    const leaf = Buffer.from(leaves[0]!);
    const tree = new GrowingTree();
    tree.append(leaf);
    leaf.fill(0);
    expect(tree.root()).toEqual(leaves[0]);
  });

  it('takes no edge that no tree has', () => {
    const root = leaves[0]!.toString('hex');
    for (const edge of [
      { size: 1, roots: [] },
      { size: 3, roots: [root] },
      { size: 4, roots: [root, root] },
      { size: 1, roots: [root.toUpperCase()] },
      { size: 1, roots: [root.slice(2)] },
    ])
      expect(() => GrowingTree.fromEdge(edge)).toThrow('are not the edge of a tree');
    expect(() => GrowingTree.fromEdge({ size: -1, roots: [] })).toThrow('cannot be -1');
  });

  it('takes no hash of another length', () => {
    expect(() => new GrowingTree().append(Buffer.alloc(31))).toThrow('32 bytes');
    expect(() => nodeHash(Buffer.alloc(32), Buffer.alloc(33))).toThrow('32 bytes');
  });
});

describe('a list of leaf hashes', () => {
  it('has no subtree beyond its end', async () => {
    await expect(listHashReader(leaves.slice(0, 3))(1, 1)).rejects.toThrow(
      'There is no leaf 3: the list has 3',
    );
  });
});
