/** What others hold of this log: witnesses, an auditor's file, the signer's own memory. Whoever owns the database does not. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readSignedTree } from '../../seal/signed-tree-file.ts';
import { openCheckpoint } from '../../transparency/checkpoint.ts';
import { NoteProblem } from '../../transparency/note-problem.ts';
import type { TrustedWitness, TrustPolicy } from '../../transparency/trust-policy.ts';

export interface Anchor {
  /** Who says so, as the begin of a sentence. */
  readonly source: string;
  readonly size: number;
  readonly root: Buffer;
  /** When it was cosigned, by the witness's clock. */
  readonly at?: string;
}

export interface AnchorSources {
  readonly origin: string;
  readonly policy?: TrustPolicy;
  /** Whether the policy's witnesses are asked. */
  readonly askWitnesses: boolean;
  /** Checkpoints as signed notes. */
  readonly files: readonly string[];
  /** Where the signer keeps what it signed last. */
  readonly signedTreeFile?: string;
}

export interface Anchors {
  readonly anchors: readonly Anchor[];
  /** What was asked for and not had, in sentences. */
  readonly missing: readonly string[];
}

const ANSWER_WITHIN_MS = 10_000;
const LONGEST_ANSWER_BYTES = 100_000;

export async function gatherAnchors(sources: AnchorSources): Promise<Anchors> {
  const { origin, policy, files, signedTreeFile } = sources;
  const witnesses = sources.askWitnesses ? (policy?.witnesses ?? []) : [];
  const asked = await Promise.all([
    ...witnesses.map((witness) => orWhyNot(() => fromWitness(witness, origin, policy!))),
    ...files.map((file) => orWhyNot(() => fromFile(file, origin, policy))),
    ...(signedTreeFile === undefined ? [] : [orWhyNot(() => fromSigner(signedTreeFile, origin))]),
  ]);
  return {
    anchors: asked.filter((answer): answer is Anchor => typeof answer === 'object'),
    missing: asked.filter((answer): answer is string => typeof answer === 'string'),
  };
}

/** Why somebody's word could not be had. */
class Unanswered extends Error {}

async function orWhyNot(ask: () => Promise<Anchor | undefined>): Promise<Anchor | string | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unanswered) return error.message;
    throw error;
  }
}

/** The monitoring address of `c2sp.org/tlog-witness`: its latest checkpoint of a log. */
async function fromWitness(
  witness: TrustedWitness,
  origin: string,
  policy: TrustPolicy,
): Promise<Anchor | undefined> {
  const { name, url, key } = witness;
  const fail = (why: string) => new Unanswered(`witness ${name} could not be heard: ${why}`);
  if (url === undefined) throw fail('the trust policy gives no address of it');
  const originHash = createHash('sha256').update(origin).digest('hex');
  let note: string;
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/${originHash}/checkpoint`, {
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    // It has not cosigned anything of this log yet.
    if (response.status === 404) return undefined;
    if (!response.ok) throw fail(`it answered ${response.status}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (bytes.length > LONGEST_ANSWER_BYTES) throw fail('its answer is too long');
    note = bytes.toString('utf8');
  } catch (error) {
    if (error instanceof Unanswered) throw error;
    throw fail((error as Error).name === 'TimeoutError' ? 'it did not answer in time' : 'it was not reached');
  }
  const { checkpoint, cosignedAt } = opened(note, origin, { ...policy, witnesses: [witness] }, fail);
  const time = cosignedAt.get(key);
  if (time === undefined) throw fail('what it answered does not bear its own signature');
  const at = new Date(Number(time) * 1000).toISOString();
  return { source: `witness ${name}`, size: checkpoint.size, root: checkpoint.root, at };
}

async function fromFile(file: string, origin: string, policy: TrustPolicy | undefined): Promise<Anchor> {
  const fail = (why: string) => new Unanswered(`the checkpoint in ${file} could not be used: ${why}`);
  let note: string;
  try {
    note = await readFile(file, 'utf8');
  } catch {
    throw fail('the file cannot be read');
  }
  if (policy === undefined) throw fail('no trust policy says by which key it should be signed');
  const { checkpoint } = opened(note, origin, policy, fail);
  return { source: `the checkpoint in ${file}`, size: checkpoint.size, root: checkpoint.root };
}

async function fromSigner(file: string, origin: string): Promise<Anchor | undefined> {
  try {
    const signed = await readSignedTree(file, origin);
    return signed && { source: 'the memory of the log’s own signer', ...signed };
  } catch (error) {
    throw new Unanswered((error as Error).message);
  }
}

function opened(
  note: string,
  origin: string,
  { logs, witnesses }: TrustPolicy,
  fail: (why: string) => Unanswered,
) {
  try {
    const keys = [...logs, ...witnesses].map(({ key }) => key);
    const { checkpoint, verified } = openCheckpoint(note, keys);
    if (checkpoint.origin !== origin) throw fail(`it is of the log ${checkpoint.origin}, not ${origin}`);
    return { checkpoint, cosignedAt: new Map(verified.map(({ key, time }) => [key, time])) };
  } catch (error) {
    if (error instanceof NoteProblem) throw fail(error.message);
    throw error;
  }
}
