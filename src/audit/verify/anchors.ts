/** What others hold of this log: witnesses, an auditor's file, the signer's own memory. Whoever owns the database does not. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type pg from 'pg';
import type { Finding } from '../../ledger/findings.ts';
import { witnessId } from '../../seal/checkpoints.ts';
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
  /** What this database held before anybody was asked. */
  readonly here: SealedHere;
}

/** What stands in the database that somebody outside should know of. */
export interface SealedHere {
  readonly checkpoints: number;
  /** How many cosignatures there are of whom, by name and key as they stand in `seal.cosignature`. */
  readonly cosigned: ReadonlyMap<string, number>;
}

export interface Anchors {
  readonly anchors: readonly Anchor[];
  /** What was asked for and not had, in sentences. */
  readonly missing: readonly string[];
  /** What cannot be unless somebody forgot. */
  readonly findings: readonly Finding[];
}

export async function readSealedHere(client: pg.ClientBase): Promise<SealedHere> {
  const { rows: kept } = await client.query<{ count: number }>('SELECT count(*) FROM seal.checkpoint');
  const { rows } = await client.query<{ witness: string; count: number }>(
    'SELECT witness, count(*) FROM seal.cosignature GROUP BY witness',
  );
  return {
    checkpoints: kept[0]!.count,
    cosigned: new Map(rows.map(({ witness, count }) => [witness, count])),
  };
}

const ANSWER_WITHIN_MS = 10_000;
const LONGEST_ANSWER_BYTES = 100_000;

export async function gatherAnchors(sources: AnchorSources): Promise<Anchors> {
  const { origin, policy, files, signedTreeFile, here } = sources;
  const witnesses = sources.askWitnesses ? (policy?.witnesses ?? []) : [];
  const asked = await Promise.all([
    ...witnesses.map((witness) => orWhyNot(() => fromWitness(witness, origin, policy!, here))),
    ...files.map((file) => orWhyNot(() => fromFile(file, origin, policy))),
    ...(signedTreeFile === undefined ? [] : [orWhyNot(() => fromSigner(signedTreeFile, origin, here))]),
  ]);
  return {
    anchors: asked.filter((answer): answer is Anchor => typeof answer === 'object' && 'root' in answer),
    missing: asked.filter((answer): answer is string => typeof answer === 'string'),
    findings: asked.flatMap((answer) => (answer instanceof Forgotten ? [answer.finding] : [])),
  };
}

/** Why somebody's word could not be had. */
class Unanswered extends Error {}

/** Somebody knows nothing of what this very record says they signed. */
class Forgotten extends Error {
  readonly finding: Finding;

  constructor(explanation: string) {
    super(explanation);
    this.finding = { problem: 'EVIDENCE_MISSING', entry: 'checkpoint', explanation };
  }
}

type Answer = Anchor | Forgotten | string | undefined;

async function orWhyNot(ask: () => Promise<Anchor | undefined>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Unanswered) return error.message;
    if (error instanceof Forgotten) return error;
    throw error;
  }
}

/** The monitoring address of `c2sp.org/tlog-witness`: its latest checkpoint of a log. */
async function fromWitness(
  witness: TrustedWitness,
  origin: string,
  policy: TrustPolicy,
  { checkpoints, cosigned }: SealedHere,
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
    if (response.status === 404) {
      const signed = cosigned.get(witnessId(witness)) ?? 0;
      if (signed > 0) throw new Forgotten(forgotten(name, signed));
      if (checkpoints > 0) throw fail('it has not cosigned anything of this log yet');
      return undefined;
    }
    if (!response.ok) throw fail(`it answered ${response.status}`);
    note = await shortText(response, fail);
  } catch (error) {
    if (error instanceof Unanswered || error instanceof Forgotten) throw error;
    throw fail((error as Error).name === 'TimeoutError' ? 'it did not answer in time' : 'it was not reached');
  }
  const { checkpoint, cosignedAt } = opened(note, origin, { ...policy, witnesses: [witness] }, fail);
  const time = cosignedAt.get(key);
  if (time === undefined) throw fail('what it answered does not bear its own signature');
  const at = new Date(Number(time) * 1000).toISOString();
  return { source: `witness ${name}`, size: checkpoint.size, root: checkpoint.root, at };
}

const forgotten = (witness: string, signed: number): string =>
  `witness ${witness} says that it knows nothing of this log, and ${signed} of its cosignatures are here: ` +
  'it lost its memory, or another answers in its place';

/** Whoever answers without end is not heard to the end. */
async function shortText(response: Response, fail: (why: string) => Unanswered): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop ends the answer.
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER_BYTES) throw fail('its answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
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

async function fromSigner(
  file: string,
  origin: string,
  { checkpoints }: SealedHere,
): Promise<Anchor | undefined> {
  let signed: Awaited<ReturnType<typeof readSignedTree>>;
  try {
    signed = await readSignedTree(file, origin);
  } catch (error) {
    throw new Unanswered((error as Error).message);
  }
  if (signed !== undefined) return { source: 'the memory of the log’s own signer', ...signed };
  if (checkpoints === 0) return undefined;
  throw new Unanswered(
    `the memory of the log’s own signer, ${file}, is gone, and it signed the ${checkpoints} checkpoints that are here`,
  );
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
