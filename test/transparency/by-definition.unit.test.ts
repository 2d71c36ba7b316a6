import { describe, expect, it } from 'vitest';
import { GrowingTree } from '../../src/transparency/growing-tree.ts';
import { rangeHash } from '../../src/transparency/hash-reader.ts';
import { consistencyProof, inclusionProof } from '../../src/transparency/proofs.ts';
import { verifyConsistency, verifyInclusion } from '../../src/transparency/verify-proofs.ts';
import { treeByDefinition } from './by-definition.ts';
import { hex, numberedEntries, numberedLeaves, readerOf } from './numbered-leaves.ts';

const LARGEST = 300;
const leaves = numberedLeaves(LARGEST);
const reader = readerOf(leaves);
const byDefinition = treeByDefinition(numberedEntries(LARGEST));
const roots = Array.from({ length: LARGEST + 1 }, (_, size) => byDefinition.root(0, size));

describe('every tree to 300 leaves, by the definitions of RFC 6962', () => {
  it('has the defined root after each leaf', () => {
    const tree = new GrowingTree();
    const seen = [tree.root()];
    for (const leaf of leaves) {
      tree.append(leaf);
      seen.push(tree.root());
    }
    expect(hex(seen)).toEqual(hex(roots));
  });

  it('proves each of its leaves, as defined', async () => {
    let proofs = 0;
    for (let size = 1; size <= LARGEST; size += 1) {
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof(index, size, reader);
        const claim = { leafHash: leaves[index]!, index, size, root: roots[size]!, proof };
        if (!sameList(proof, byDefinition.path(index, 0, size)) || !verifyInclusion(claim))
          expect.fail(`leaf ${index} of ${size}`);
        proofs += 1;
      }
    }
    expect(proofs).toBe(45_150);
  });

  it('proves that it begins with each smaller one, as defined', async () => {
    let proofs = 0;
    for (let size = 1; size <= LARGEST; size += 1) {
      for (let oldSize = 1; oldSize <= size; oldSize += 1) {
        const proof = await consistencyProof(oldSize, size, reader);
        const claim = { oldSize, oldRoot: roots[oldSize]!, size, root: roots[size]!, proof };
        if (!sameList(proof, byDefinition.proof(oldSize, size)) || !verifyConsistency(claim))
          expect.fail(`${oldSize} in ${size}`);
        proofs += 1;
      }
    }
    expect(proofs).toBe(45_150);
  });

  it('hashes any range of leaves as the list that it is', async () => {
    for (let from = 0; from <= 130; from += 1) {
      for (let to = from; to <= 130; to += 1) {
        const hash = await rangeHash(from, to, reader);
        if (!hash.equals(byDefinition.root(from, to))) expect.fail(`${from} to ${to}`);
      }
    }
    await expect(rangeHash(3, 2, reader)).rejects.toThrow('A range cannot end at 2 and begin at 3');
  });
});

const sameList = (one: readonly Buffer[], other: readonly Buffer[]): boolean =>
  one.length === other.length && one.every((hash, place) => hash.equals(other[place]!));
