/** Proof files `.tlog-proof`, `c2sp.org/tlog-proof`: that one entry stands in the log, for checking offline. */
import { decodeBase64 } from './base64.ts';
import { parseCount } from './checkpoint.ts';
import { requireCount } from './merkle.ts';
import type { TrustPolicy } from './trust-policy.ts';
import { judgeCheckpoint, type PolicyVerdict } from './trust-verdict.ts';
import { decodeUtf8 } from './utf8.ts';
import { verifyInclusion } from './verify-proofs.ts';
import { MOST_PROOF_LINES, parseHashLine } from './witness-request.ts';

export interface ProofFile {
  /** What the application adds; nobody vouches for it. */
  readonly extra?: Buffer;
  readonly index: number;
  /** Inclusion proof, the leaf's sibling first. */
  readonly proof: readonly Buffer[];
  /** The checkpoint as a signed note, verbatim. */
  readonly checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';

export function formatProofFile({ extra, index, proof, checkpoint }: ProofFile): string {
  requireCount('The index of a leaf', index);
  return [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${extra.toString('base64')}`]),
    `index ${index}`,
    ...proof.map((hash) => hash.toString('base64')),
    '',
    checkpoint,
  ].join('\n');
}

/** @throws RangeError with a sentence that says what is wrong */
export function parseProofFile(file: Uint8Array | string): ProofFile {
  const text = decodeUtf8(file);
  if (text === undefined) throw new RangeError('The file is not UTF-8.');
  const split = text.indexOf('\n\n');
  if (split === -1) throw new RangeError('No empty line parts the proof from the checkpoint.');
  const lines = text.slice(0, split).split('\n');
  if (lines.shift() !== FIRST_LINE) throw new RangeError(`The file does not begin with ${FIRST_LINE}.`);
  const extra = lines[0]?.startsWith('extra ') ? parseExtra(lines.shift()!) : undefined;
  const index = parseIndex(lines.shift());
  if (lines.length > MOST_PROOF_LINES)
    throw new RangeError(`The proof has ${lines.length} lines; ${MOST_PROOF_LINES} are the most.`);
  const checkpoint = text.slice(split + 2);
  return { ...(extra && { extra }), index, proof: lines.map(parseHashLine), checkpoint };
}

/**
 * Whether the entry with that leaf hash is in the log, as far as the policy believes the checkpoint.
 *
 * @throws RangeError for a file that is no proof file
 */
export function verifyProofFile(
  file: Uint8Array | string,
  leafHash: Uint8Array,
  policy: TrustPolicy,
): PolicyVerdict {
  const { index, proof, checkpoint: note } = parseProofFile(file);
  const verdict = judgeCheckpoint(note, policy);
  if (!verdict.trusted) return verdict;
  const { origin, size, root } = verdict.checkpoint;
  if (verifyInclusion({ leafHash, index, size, root, proof })) return verdict;
  const problem = `The proof does not show this entry at index ${index} of ${origin} at size ${size}.`;
  return { trusted: false, problem };
}

function parseExtra(line: string): Buffer {
  const extra = decodeBase64(line.slice('extra '.length));
  if (extra === undefined) throw new RangeError('The extra data is no base64.');
  return extra;
}

function parseIndex(line: string | undefined): number {
  const index = line?.startsWith('index ') ? parseCount(line.slice('index '.length)) : undefined;
  if (index === undefined) throw new RangeError('The index of the entry is missing or no number.');
  return index;
}
