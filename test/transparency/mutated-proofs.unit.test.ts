import { describe, expect, it } from 'vitest';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { consistencyProof, inclusionProof } from '../../src/transparency/proofs.ts';
import {
  type ConsistencyClaim,
  type InclusionClaim,
  verifyConsistency,
  verifyInclusion,
} from '../../src/transparency/verify-proofs.ts';
import { numberedLeaves, readerOf } from './numbered-leaves.ts';

const leaves = numberedLeaves(70);
const reader = readerOf(leaves);
const rootAt = (size: number) => treeHash(leaves.slice(0, size));

const inclusion = async (index: number, size: number): Promise<InclusionClaim> => ({
  leafHash: leaves[index]!,
  index,
  size,
  root: rootAt(size),
  proof: await inclusionProof(index, size, reader),
});

const consistency = async (oldSize: number, size: number): Promise<ConsistencyClaim> => ({
  oldSize,
  oldRoot: rootAt(oldSize),
  size,
  root: rootAt(size),
  proof: await consistencyProof(oldSize, size, reader),
});

const flipped = (hash: Uint8Array, bit: number): Buffer => {
  const bytes = Buffer.from(hash);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  return bytes;
};

/** The proof with every single bit wrong, one hash less, twice, more, swapped, or of a wrong length. */
function* mutations(proof: readonly Uint8Array[]): Generator<Uint8Array[]> {
  for (const [place, hash] of proof.entries()) {
    for (let bit = 0; bit < 256; bit += 1) yield proof.with(place, flipped(hash, bit)) as Uint8Array[];
    yield proof.toSpliced(place, 1) as Uint8Array[];
    yield proof.toSpliced(place, 0, hash) as Uint8Array[];
    yield proof.with(place, hash.subarray(1)) as Uint8Array[];
    const next = proof[place + 1];
    if (next !== undefined) yield proof.with(place, next).with(place + 1, hash) as Uint8Array[];
  }
  yield [...proof, Buffer.alloc(32)];
  yield [Buffer.alloc(32), ...proof];
}

describe('a proof that was changed', () => {
  it.each([
    [0, 1],
    [0, 7],
    [6, 7],
    [4, 8],
    [64, 65],
    [69, 70],
  ])('no longer shows leaf %i in the tree of %i', async (index, size) => {
    const claim = await inclusion(index, size);
    expect(verifyInclusion(claim)).toBe(true);
    const passing = [...mutations(claim.proof)].filter((proof) => verifyInclusion({ ...claim, proof }));
    expect(passing).toEqual([]);
    for (let bit = 0; bit < 256; bit += 1) {
      expect(verifyInclusion({ ...claim, leafHash: flipped(claim.leafHash, bit) })).toBe(false);
      expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
    }
  });

  it.each([
    [1, 2],
    [3, 7],
    [4, 7],
    [7, 8],
    [64, 65],
    [33, 70],
  ])('no longer shows the tree of %i in that of %i', async (oldSize, size) => {
    const claim = await consistency(oldSize, size);
    expect(verifyConsistency(claim)).toBe(true);
    const passing = [...mutations(claim.proof)].filter((proof) => verifyConsistency({ ...claim, proof }));
    expect(passing).toEqual([]);
    for (let bit = 0; bit < 256; bit += 1) {
      expect(verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot, bit) })).toBe(false);
      expect(verifyConsistency({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
    }
  });

  it('shows a leaf at no other index', async () => {
    const claim = await inclusion(9, 13);
    const found = Array.from({ length: 20 }, (_, index) => verifyInclusion({ ...claim, index }));
    expect(found.flatMap((holds, index) => (holds ? [index] : []))).toEqual([9]);
  });

  it('never shows an inner node as a leaf of a smaller tree', async () => {
    const { proof, root } = await inclusion(0, 8);
    const inner = await reader(1, 0);
    // Only the prefix 0x00 of leaves keeps them apart: the hash itself passes, the entry behind it does not.
    const claim = { leafHash: inner, index: 0, size: 4, root, proof: proof.slice(1) };
    expect(verifyInclusion(claim)).toBe(true);
    expect(verifyInclusion({ ...claim, size: 8 })).toBe(false);
  });
});

describe('a claim that no tree has', () => {
  it('is false instead of an error', async () => {
    const claim = await inclusion(0, 1);
    for (const wrong of [{ index: 1 }, { index: -1 }, { index: 0.5 }, { size: 0 }, { size: 2 ** 53 }])
      expect(verifyInclusion({ ...claim, ...wrong })).toBe(false);
    const grown = await consistency(4, 7);
    for (const wrong of [
      { oldSize: 8 },
      { oldSize: -1 },
      { oldSize: 0 },
      { size: Number.NaN },
      { proof: [] },
    ])
      expect(verifyConsistency({ ...grown, ...wrong })).toBe(false);
  });

  it('is told from the two that need no proof', () => {
    const [empty, one] = [rootAt(0), rootAt(1)];
    const from = (oldSize: number, oldRoot: Buffer, size: number, root: Buffer, proof: Buffer[] = []) =>
      verifyConsistency({ oldSize, oldRoot, size, root, proof });
    expect(from(0, empty, 0, empty)).toBe(true);
    expect(from(0, empty, 1, one)).toBe(true);
    expect(from(1, one, 1, one)).toBe(true);
    expect(from(0, one, 1, one)).toBe(false);
    expect(from(0, one, 0, one)).toBe(false);
    expect(from(0, empty, 1, one, [one])).toBe(false);
    expect(from(1, one, 1, empty)).toBe(false);
    expect(from(1, one, 1, one, [one])).toBe(false);
  });
});

describe('a proof that cannot be made', () => {
  it('is refused with the sizes', async () => {
    await expect(inclusionProof(5, 5, reader)).rejects.toThrow('A tree of 5 leaves has no leaf 5');
    await expect(consistencyProof(6, 5, reader)).rejects.toThrow('A tree of 5 leaves holds no tree of 6');
    await expect(inclusionProof(0.5, 5, reader)).rejects.toThrow('The index of a leaf cannot be 0.5');
  });

  it('is empty where there is nothing to prove', async () => {
    expect(await consistencyProof(0, 5, reader)).toEqual([]);
    expect(await consistencyProof(5, 5, reader)).toEqual([]);
  });
});
