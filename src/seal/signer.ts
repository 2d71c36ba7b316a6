/**
 * The log's own signature. It vouches for one history only: before a tree is signed, it must be proven to begin
 * with the tree that was signed last, and that tree's successor is on the disk before its signature leaves.
 */
import type { KeyObject } from 'node:crypto';
import { formatCheckpoint } from '../transparency/checkpoint.ts';
import type { HashReader } from '../transparency/hash-reader.ts';
import { formatSignature } from '../transparency/note-text.ts';
import { consistencyProof } from '../transparency/proofs.ts';
import { logSigner, signNote } from '../transparency/signed-note.ts';
import type { VerifierKey } from '../transparency/verifier-key.ts';
import { verifyConsistency } from '../transparency/verify-proofs.ts';
import { withFencedFile } from './fenced-file.ts';
import { readSignedTree, type SignedTree, signedTreeText } from './signed-tree-file.ts';
import { SigningRefused } from './signing-refused.ts';

export interface LogSigner {
  readonly key: VerifierKey;
  /** Name of the log, and of its key. */
  readonly origin: string;
  /**
   * @param kept the last checkpoint of this log that is kept.
   * @throws SigningRefused unless a tree of that many leaves may follow, and the file knows what the key signed last.
   */
  refuseSmaller(size: number, kept: SignedTree | undefined): Promise<void>;
  /**
   * The checkpoint of a tree, a signed note.
   *
   * @param hashes of that tree, for the proof that nothing before it changed.
   * @param kept the last checkpoint of this log that is kept: the file must know it or a later one.
   * @throws SigningRefused, LockLost
   */
  sign(tree: SignedTree, hashes: HashReader, kept: SignedTree | undefined): Promise<string>;
  /**
   * The signature line under a bundle, without its line feed.
   *
   * @throws RangeError for a text that does not begin as that of a bundle does: no checkpoint is signed this way.
   */
  signBundle(text: string): string;
}

/** @param file where it is kept what was signed last. */
export function createLogSigner(origin: string, privateKey: KeyObject, file: string): LogSigner {
  const signer = logSigner(origin, privateKey);
  return {
    key: signer.key,
    origin,

    async refuseSmaller(size, kept) {
      const last = await readSignedTree(file, origin);
      requireCurrent(file, origin, last, kept);
      if (last !== undefined && size < last.size) throw smaller(origin, size, last.size);
    },

    sign: (tree, hashes, kept) =>
      withFencedFile(file, async (replace) => {
        const last = await readSignedTree(file, origin);
        requireCurrent(file, origin, last, kept);
        // What is kept as well: somebody who may write files can write this one.
        for (const earlier of [last, kept])
          if (earlier !== undefined) await requireSuccessor(origin, earlier, tree, hashes);
        if (last === undefined || last.size < tree.size) replace(signedTreeText(origin, tree));
        return signNote(formatCheckpoint({ origin, ...tree }), [signer]);
      }),

    signBundle(text) {
      if (!text.startsWith(`${origin}/bundle\n`)) throw new RangeError('This is not the end of a bundle');
      return formatSignature(signer.sign(text)).trimEnd();
    },
  };
}

/** The file is written before the checkpoint is kept: it is never behind, unless it was lost or an older one put back. */
function requireCurrent(
  file: string,
  origin: string,
  last: SignedTree | undefined,
  kept: SignedTree | undefined,
): void {
  if (kept === undefined) return;
  if (last === undefined)
    throw new SigningRefused(
      `the log ${origin} has checkpoints, and the file ${file} that says what its key signed last is gone: ` +
        'put it back before anything is signed',
    );
  if (last.size < kept.size)
    throw new SigningRefused(
      `the file ${file} says that the key of the log ${origin} signed ${last.size} leaves last, and a checkpoint ` +
        `of ${kept.size} is kept: an older file was put back. Nothing is signed until the newest one is there again`,
    );
  if (last.size === kept.size && !last.root.equals(kept.root))
    throw new SigningRefused(
      `the file ${file} and the checkpoint that is kept name two trees of ${kept.size} leaves of the log ${origin}: ` +
        'one of them was changed. Nothing is signed until it is as it was',
    );
}

async function requireSuccessor(
  origin: string,
  last: SignedTree,
  { size, root }: SignedTree,
  hashes: HashReader,
): Promise<void> {
  if (size < last.size) throw smaller(origin, size, last.size);
  const proof = await consistencyProof(last.size, size, hashes);
  if (verifyConsistency({ oldSize: last.size, oldRoot: last.root, size, root, proof })) return;
  throw new SigningRefused(
    `the first ${last.size} leaves of the log ${origin} are not those that were signed: ` +
      'the ledger was changed, or an older one was put back and went on. Nothing is signed until it is as it was',
  );
}

const smaller = (origin: string, size: number, signed: number): SigningRefused =>
  new SigningRefused(
    `the log ${origin} has ${size} leaves and its key has signed ${signed}: ` +
      'an older ledger was put back, or leaves were removed. Nothing is signed until they are there again',
  );
