/** Asks one witness for its cosignature, `add-checkpoint` of `c2sp.org/tlog-witness`. */
import { parseCheckpoint, parseCount } from '../transparency/checkpoint.ts';
import type { HashReader } from '../transparency/hash-reader.ts';
import { NoteProblem } from '../transparency/note-problem.ts';
import { formatSignature, parseNote, parseSignatures } from '../transparency/note-text.ts';
import { consistencyProof } from '../transparency/proofs.ts';
import { verifySignature } from '../transparency/signed-note.ts';
import type { TrustedWitness } from '../transparency/trust-policy.ts';
import { formatAddCheckpoint } from '../transparency/witness-request.ts';
import { readAnswer } from './read-answer.ts';

export type WitnessAnswer =
  /** A signature line without its line feed; verified. */
  | { readonly outcome: 'cosigned'; readonly line: string }
  /** It has signed a larger tree of this log. */
  | { readonly outcome: 'ahead'; readonly size: number }
  /** It saw another tree: what this log says and what it has signed cannot both be. */
  | { readonly outcome: 'contradicted'; readonly sentence: string }
  /** Not now: not reached, or an answer that makes no sense. To be tried again. */
  | { readonly outcome: 'failed'; readonly sentence: string };

/** Checkpoints that others submit meanwhile make the size wrong again; more often than this is no coincidence. */
const ATTEMPTS = 3;
const LONGEST_ANSWER_BYTES = 100_000;

export interface Submission {
  /** The checkpoint as the log signed it. */
  readonly note: string;
  readonly hashes: HashReader;
  /** Size of the tree that the witness signed last, as far as is known. */
  readonly signedSize: number;
  readonly timeoutMs: number;
}

export async function askWitness(witness: TrustedWitness, submission: Submission): Promise<WitnessAnswer> {
  const { text } = parseNote(submission.note);
  const { size } = parseCheckpoint(text);
  let oldSize = Math.min(submission.signedSize, size);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const answer = await post(witness, submission, oldSize, size);
    if (typeof answer === 'string') return failed(witness, answer);
    const { status, body } = answer;
    if (status === 200) return cosignatureIn(body, text, witness);
    if (status === 422) return contradicted(witness, oldSize, size);
    const signed = status === 409 ? parseCount(body.replace(/\n$/, '')) : undefined;
    if (signed !== undefined && signed > size) return { outcome: 'ahead', size: signed };
    // It stands where it was asked from, or its size is that of this tree: it is the root that does not agree.
    if (status === 409 && oldSize > 0 && (signed === oldSize || oldSize === size))
      return contradicted(witness, oldSize, size);
    if (signed === undefined) return failed(witness, `it answered ${status}`);
    oldSize = signed;
  }
  return failed(witness, 'it named another size each time');
}

async function post(
  witness: TrustedWitness,
  { note, hashes, timeoutMs }: Submission,
  oldSize: number,
  size: number,
): Promise<{ status: number; body: string } | string> {
  const proof = await consistencyProof(oldSize, size, hashes);
  try {
    const response = await fetch(`${(witness.url ?? '').replace(/\/$/, '')}/add-checkpoint`, {
      method: 'POST',
      body: formatAddCheckpoint({ oldSize, proof, checkpoint: note }),
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const body = await readAnswer(response, LONGEST_ANSWER_BYTES);
    if (body === undefined) return 'its answer is too long';
    return { status: response.status, body: body.toString('utf8') };
  } catch (error) {
    return error instanceof Error && error.name === 'TimeoutError'
      ? 'it did not answer in time'
      : 'it was not reached';
  }
}

/** Signatures of keys that the policy does not name are passed over, as the specification says. */
function cosignatureIn(body: string, text: string, witness: TrustedWitness): WitnessAnswer {
  try {
    const { key } = witness;
    const signature = parseSignatures(body).find(({ name, id }) => name === key.name && id === key.id);
    if (signature === undefined) return failed(witness, 'it did not sign with the key that the policy names');
    verifySignature(text, key, signature);
    return { outcome: 'cosigned', line: formatSignature(signature).trimEnd() };
  } catch (error) {
    if (error instanceof NoteProblem) return failed(witness, 'what it signed is not this checkpoint');
    throw error;
  }
}

const failed = ({ name }: TrustedWitness, why: string): WitnessAnswer => ({
  outcome: 'failed',
  sentence: `witness ${name}: ${why}`,
});

const contradicted = ({ name }: TrustedWitness, oldSize: number, size: number): WitnessAnswer => ({
  outcome: 'contradicted',
  sentence:
    `witness ${name} has signed another tree of ${oldSize} leaves than the first ${oldSize} of the ${size} ` +
    'that this log has now',
});
