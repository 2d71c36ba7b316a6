/** A log of a test: its leaves, and the requests that it sends to its witness. */
import { formatCheckpoint } from '../../src/transparency/checkpoint.ts';
import { leafHash } from '../../src/transparency/entry.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { listHashReader } from '../../src/transparency/hash-reader.ts';
import { consistencyProof } from '../../src/transparency/proofs.ts';
import { logSigner, type NoteSigner, signNote } from '../../src/transparency/signed-note.ts';
import { formatAddCheckpoint } from '../../src/transparency/witness-request.ts';
import { testKey } from '../transparency/test-keys.ts';

export interface TestLog {
  readonly signer: NoteSigner;
  /** The text of its checkpoint. */
  text(size: number): string;
  note(size: number): string;
  proof(oldSize: number, size: number): Promise<Buffer[]>;
  /** What it sends so that the witness goes on from one size to another. */
  request(oldSize: number, size: number): Promise<string>;
}

/** @param history another word, another history of the same log */
export function testLog(origin: string, history = 'one', key = 1): TestLog {
  const signer = logSigner(origin, testKey(key));
  const leaves = Array.from({ length: 40 }, (_, n) => leafHash(Buffer.from(`${history} ${n}`)));
  const reader = listHashReader(leaves);
  const text = (size: number) => formatCheckpoint({ origin, size, root: treeHash(leaves.slice(0, size)) });
  const note = (size: number) => signNote(text(size), [signer]);
  const proof = (oldSize: number, size: number) => consistencyProof(oldSize, size, reader);
  return {
    signer,
    text,
    note,
    proof,
    request: async (oldSize, size) =>
      formatAddCheckpoint({ oldSize, proof: await proof(oldSize, size), checkpoint: note(size) }),
  };
}
