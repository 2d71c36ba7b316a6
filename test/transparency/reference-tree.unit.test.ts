import { describe, expect, it } from 'vitest';
import { leafHash } from '../../src/transparency/entry.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { listHashReader } from '../../src/transparency/hash-reader.ts';
import { emptyRoot } from '../../src/transparency/merkle.ts';
import { consistencyProof, inclusionProof } from '../../src/transparency/proofs.ts';
import { verifyConsistency, verifyInclusion } from '../../src/transparency/verify-proofs.ts';
import { hex } from './numbered-leaves.ts';

// The eight leaves, roots and proofs that the reference implementation of Certificate Transparency is tested with
// (google/certificate-transparency, merkle tree tests).
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((entry) => leafHash(Buffer.from(entry, 'hex')));

const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const SECOND_LEAF = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7';
const LEAVES_2_AND_3 = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e';
const LEAVES_4_TO_7 = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4';
const FIFTH_LEAF = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b';
const LEAVES_6_AND_7 = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0';
const LEAVES_4_AND_5 = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a';

const INCLUSION: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [0, 8, [SECOND_LEAF, LEAVES_2_AND_3, LEAVES_4_TO_7]],
  [5, 8, [FIFTH_LEAF, LEAVES_6_AND_7, ROOTS[4]!]],
  [2, 3, [ROOTS[2]!]],
  [1, 5, [ROOTS[1]!, LEAVES_2_AND_3, FIFTH_LEAF]],
];

const CONSISTENCY: [oldSize: number, size: number, proof: string[]][] = [
  [1, 1, []],
  [1, 8, [SECOND_LEAF, LEAVES_2_AND_3, LEAVES_4_TO_7]],
  [6, 8, [LEAVES_4_AND_5, LEAVES_6_AND_7, ROOTS[4]!]],
  [2, 5, [LEAVES_2_AND_3, FIFTH_LEAF]],
];

const reader = listHashReader(LEAVES);
const bytes = (hash: string) => Buffer.from(hash, 'hex');

describe('the reference tree of Certificate Transparency', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'has at size $size the root $root',
    ({ size, root }) => {
      expect(treeHash(LEAVES.slice(0, size)).toString('hex')).toBe(root);
    },
  );

  it('is empty under the hash of nothing', () => {
    expect(emptyRoot().toString('hex')).toBe(ROOTS[0]);
  });

  it.each(INCLUSION)('proves leaf %i in the tree of %i leaves', async (index, size, expected) => {
    expect(hex(await inclusionProof(index, size, reader))).toEqual(expected);
    const root = bytes(ROOTS[size]!);
    const proof = expected.map(bytes);
    expect(verifyInclusion({ leafHash: LEAVES[index]!, index, size, root, proof })).toBe(true);
  });

  it.each(CONSISTENCY)(
    'proves that the tree of %i leaves begins that of %i',
    async (oldSize, size, expected) => {
      expect(hex(await consistencyProof(oldSize, size, reader))).toEqual(expected);
      const [oldRoot, root] = [bytes(ROOTS[oldSize]!), bytes(ROOTS[size]!)];
      expect(verifyConsistency({ oldSize, oldRoot, size, root, proof: expected.map(bytes) })).toBe(true);
    },
  );
});
