/** Whether a witness cosigns: the checks of `c2sp.org/tlog-witness`, in their order, without a disk. */
import { openCheckpoint, parseCheckpoint } from '../src/transparency/checkpoint.ts';
import { emptyRoot } from '../src/transparency/merkle.ts';
import { NoteProblem } from '../src/transparency/note-problem.ts';
import { formatNote, parseNote } from '../src/transparency/note-text.ts';
import type { VerifierKey } from '../src/transparency/verifier-key.ts';
import { verifyConsistency } from '../src/transparency/verify-proofs.ts';
import { type AddCheckpoint, parseAddCheckpoint } from '../src/transparency/witness-request.ts';
import type { EvidenceKind } from './evidence.ts';
import type { KnownCheckpoint } from './state-folder.ts';

/** A request whose checkpoint a known log has signed. */
export interface SignedRequest extends Omit<AddCheckpoint, 'checkpoint'> {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
  /** The text that was signed. */
  readonly text: string;
  /** The note with the signatures of the log only. */
  readonly note: string;
}

export interface Refusal {
  /** The HTTP status that the specification gives it. */
  readonly status: 400 | 403 | 404 | 409 | 422;
  readonly sentence: string;
  readonly evidence?: EvidenceKind;
}

/** Reads a request and verifies that a known log has signed its checkpoint. */
export function readRequest(body: Uint8Array, logs: readonly VerifierKey[]): SignedRequest | Refusal {
  try {
    const { oldSize, proof, checkpoint: note } = parseAddCheckpoint(body);
    const { origin, size, root } = parseCheckpoint(parseNote(note).text);
    const keys = logs.filter(({ name }) => name === origin);
    if (keys.length === 0) return { status: 404, sentence: 'This witness does not know that log.' };
    const { text, verified } = openCheckpoint(note, keys);
    const signatures = verified.map(({ signature }) => signature);
    return { oldSize, proof, origin, size, root, text, note: formatNote({ text, signatures }) };
  } catch (error) {
    if (error instanceof NoteProblem)
      return { status: error.fault === 'malformed' ? 400 : 403, sentence: error.message };
    if (error instanceof RangeError) return { status: 400, sentence: error.message };
    throw error;
  }
}

/**
 * @param latest what was cosigned last for that log
 * @returns `undefined` if there is nothing against it
 */
export function findRefusal(
  request: SignedRequest,
  latest: KnownCheckpoint | undefined,
): Refusal | undefined {
  const known = latest?.checkpoint ?? { size: 0, root: emptyRoot() };
  const { oldSize, size, root, proof } = request;
  // Whatever else is wrong with the request: two signed roots of one size are kept as evidence.
  const isFork = size === known.size && !root.equals(known.root);
  const evidence = isFork ? 'fork' : size < known.size ? 'older' : undefined;
  if (oldSize > size) return refusal(400, 'The old size is larger than that of the checkpoint.', evidence);
  if (oldSize !== known.size) return refusal(409, String(known.size), evidence);
  if (size === 0 && !root.equals(emptyRoot()))
    return refusal(422, 'A checkpoint of size 0 has the root of the empty tree.', 'fork');
  if (isFork) return refusal(422, 'Another root of this size was cosigned before.', 'fork');
  if (verifyConsistency({ oldSize, oldRoot: known.root, size, root, proof })) return undefined;
  return refusal(
    422,
    'The proof does not show that the log has only grown.',
    oldSize === 0 ? undefined : 'unproven',
  );
}

const refusal = (
  status: Refusal['status'],
  sentence: string,
  evidence: EvidenceKind | undefined,
): Refusal => ({
  status,
  sentence,
  ...(evidence && { evidence }),
});
