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
import { readSignedTree, type SignedTree, withLock, writeSignedTree } from './signed-tree-file.ts';

/** The tree that was asked for contradicts what this key has signed. An alarm, not a fault to be tried again. */
export class SigningRefused extends Error {
  override readonly name = 'SigningRefused';
}

export interface LogSigner {
  readonly key: VerifierKey;
  /** Name of the log, and of its key. */
  readonly origin: string;
  /** @throws SigningRefused unless a tree of that many leaves may be the successor of what was signed last. */
  refuseSmaller(size: number): Promise<void>;
  /**
   * The checkpoint of a tree, a signed note.
   *
   * @param hashes of that tree, for the proof that nothing before it changed.
   * @param continues whether checkpoints of this log are there: then what was signed last must be known.
   * @throws SigningRefused
   */
  sign(tree: SignedTree, hashes: HashReader, continues: boolean): Promise<string>;
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

    async refuseSmaller(size) {
      const last = await readSignedTree(file, origin);
      if (last !== undefined && size < last.size) throw smaller(origin, size, last.size);
    },

    sign: (tree, hashes, continues) =>
      withLock(file, async () => {
        const last = await readSignedTree(file, origin);
        if (last === undefined && continues) {
          throw new SigningRefused(
            `the log ${origin} has checkpoints, and the file ${file} that says what its key signed last is gone: ` +
              'put it back before anything is signed',
          );
        }
        if (last !== undefined) await requireSuccessor(origin, last, tree, hashes);
        if (last === undefined || last.size < tree.size) await writeSignedTree(file, origin, tree);
        return signNote(formatCheckpoint({ origin, ...tree }), [signer]);
      }),

    signBundle(text) {
      if (!text.startsWith(`${origin}/bundle\n`)) throw new RangeError('This is not the end of a bundle');
      return formatSignature(signer.sign(text)).trimEnd();
    },
  };
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
