/** What a log sends to a witness, `c2sp.org/tlog-witness`: body of `add-checkpoint`. */
import { decodeBase64 } from './base64.ts';
import { parseCount } from './checkpoint.ts';
import { HASH_BYTES, requireCount } from './merkle.ts';
import { decodeUtf8 } from './utf8.ts';

export interface AddCheckpoint {
  /** Size of the tree that the witness cosigned last; 0 if none. */
  readonly oldSize: number;
  /** Consistency proof from there to the checkpoint. */
  readonly proof: readonly Buffer[];
  /** The checkpoint as a signed note, verbatim. */
  readonly checkpoint: string;
}

/** A tree of 2^63 leaves needs no more. */
export const MOST_PROOF_LINES = 63;

/** @throws RangeError for a proof that is too long */
export function formatAddCheckpoint({ oldSize, proof, checkpoint }: AddCheckpoint): string {
  requireCount('The size of a tree', oldSize);
  if (proof.length > MOST_PROOF_LINES)
    throw new RangeError(`A consistency proof has at most ${MOST_PROOF_LINES} hashes`);
  return `old ${oldSize}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${checkpoint}`;
}

/**
 * The note itself is not looked into.
 *
 * @throws RangeError with a sentence that says what is wrong
 */
export function parseAddCheckpoint(body: Uint8Array | string): AddCheckpoint {
  const text = decodeUtf8(body);
  if (text === undefined) throw new RangeError('The request is not UTF-8.');
  const split = text.indexOf('\n\n');
  if (split === -1) throw new RangeError('No empty line parts the proof from the checkpoint.');
  const [first, ...lines] = text.slice(0, split).split('\n');
  const oldSize = first!.startsWith(OLD) ? parseCount(first!.slice(OLD.length)) : undefined;
  if (oldSize === undefined) throw new RangeError('The first line should be "old" and a tree size.');
  if (lines.length > MOST_PROOF_LINES)
    throw new RangeError(`The proof has ${lines.length} lines; ${MOST_PROOF_LINES} are the most.`);
  return { oldSize, proof: lines.map(parseHashLine), checkpoint: text.slice(split + 2) };
}

/** @throws RangeError unless the line is one hash in base64 */
export function parseHashLine(line: string): Buffer {
  const hash = decodeBase64(line);
  if (hash?.length !== HASH_BYTES)
    throw new RangeError('A line of the proof is no hash of 32 bytes in base64.');
  return hash;
}

const OLD = 'old ';
