import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../../src/transparency/checkpoint.ts';
import { GrowingTree } from '../../src/transparency/growing-tree.ts';
import { consistencyProof, inclusionProof } from '../../src/transparency/proofs.ts';
import { cosigner, logSigner, openNote, signNote } from '../../src/transparency/signed-note.ts';
import { tilesBetween } from '../../src/transparency/tile-layout.ts';
import { tilePath } from '../../src/transparency/tile-path.ts';
import { formatVerifierKey, parseVerifierKey } from '../../src/transparency/verifier-key.ts';
import { verifyConsistency, verifyInclusion } from '../../src/transparency/verify-proofs.ts';
import { hex, numberedLeaves, readerOf } from './numbered-leaves.ts';
import { privateKeyOf } from './test-keys.ts';

interface Proof {
  from: number;
  size: number;
  hashes: string[];
}

interface Signed {
  seed: string;
  name: string;
  vkey: string;
  text: string;
  note: string;
}

/** Made by Go's golang.org/x/mod/sumdb: test/transparency/golden. */
const golden: {
  roots: Record<string, string>;
  inclusion: Proof[];
  consistency: Proof[];
  tiles: { from: number; size: number; paths: string[] }[];
  note: Signed;
  cosignature: Signed;
} = JSON.parse(readFileSync(join(import.meta.dirname, 'golden', 'vectors.json'), 'utf8'));

const leaves = numberedLeaves(65_537);
const reader = readerOf(leaves);
const bytes = (hash: string) => Buffer.from(hash, 'hex');

describe("Go's trees, tiles and notes", () => {
  const wanted = new Set(
    [...golden.inclusion, ...golden.consistency].flatMap(({ from, size }) => [from, size]),
  );
  for (const size of Object.keys(golden.roots)) wanted.add(Number(size));
  const tree = new GrowingTree();
  const rootAt = new Map([[0, tree.root()]]);
  for (const leaf of leaves) {
    tree.append(leaf);
    if (wanted.has(tree.size)) rootAt.set(tree.size, tree.root());
  }

  it('are 15 trees of 0 to 65,537 leaves', () => {
    expect(Object.keys(golden.roots)).toHaveLength(15);
  });

  it.each(Object.entries(golden.roots))('have at size %s our root', (size, root) => {
    expect(rootAt.get(Number(size))!.toString('hex')).toBe(root);
  });

  it.each(golden.inclusion)('prove leaf $from of $size as we do', async ({ from: index, size, hashes }) => {
    expect(hex(await inclusionProof(index, size, reader))).toEqual(hashes);
    const root = rootAt.get(size)!;
    const proof = hashes.map(bytes);
    expect(verifyInclusion({ leafHash: leaves[index]!, index, size, root, proof })).toBe(true);
  });

  it.each(golden.consistency)('prove $from in $size as we do', async ({ from: oldSize, size, hashes }) => {
    expect(hex(await consistencyProof(oldSize, size, reader))).toEqual(hashes);
    const [oldRoot, root] = [rootAt.get(oldSize)!, rootAt.get(size)!];
    expect(verifyConsistency({ oldSize, oldRoot, size, root, proof: hashes.map(bytes) })).toBe(true);
  });

  it.each(golden.tiles)('grow from $from to $size by the same tiles', ({ from, size, paths }) => {
    expect([...tilesBetween(from, size)].map(tilePath)).toEqual(paths);
  });

  it('bear the same signature of a log', () => {
    const { seed, name, vkey, text, note } = golden.note;
    const signer = logSigner(name, privateKeyOf(bytes(seed)));
    expect(formatVerifierKey(signer.key)).toBe(vkey);
    expect(signNote(text, [signer])).toBe(note);
    expect(openNote(note, [parseVerifierKey(vkey)]).text).toBe(text);
    expect(parseCheckpoint(text).root.toString('hex')).toBe(golden.roots['257']);
  });

  it('bear the same cosignature', () => {
    const { seed, name, vkey, text, note } = golden.cosignature;
    const signer = cosigner(name, privateKeyOf(bytes(seed)), () => 1_767_578_400);
    expect(formatVerifierKey(signer.key)).toBe(vkey);
    expect(signNote(text, [signer])).toBe(note);
    expect(openNote(note, [parseVerifierKey(vkey)]).verified[0]!.time).toBe(1_767_578_400n);
  });
});
