/**
 * Proves that the whole record is as it was recorded: chains and what stands beside them, the tree over them with
 * everything that was signed for it, lists, vault and archived evidence. Reads only; writing goes on.
 *
 * What it cannot know by itself is what nobody outside holds: whoever owns database and signing key can make
 * another record that is whole. Then a witness, a checkpoint kept elsewhere, or the signer's own memory says so.
 */
import { availableParallelism } from 'node:os';
import type pg from 'pg';
import { createReaderPool } from '../../ledger/pool.ts';
import { verifyBuilds } from '../../ledger/verify-runs.ts';
import { parseTrustPolicy } from '../../transparency/trust-policy.ts';
import { type Anchor, type Anchors, gatherAnchors, readSealedHere, type SealedHere } from './anchors.ts';
import { FactsSeen } from './fact-versions.ts';
import { FindingList } from './finding-list.ts';
import { checkGuards } from './guards.ts';
import { createRunners, type JobRunner, Tally } from './job-runners.ts';
import { type Job, type JobOutcome, noCounts } from './jobs.ts';
import { BuildsSeen } from './kept-builds.ts';
import { StrayRows } from './list-check.ts';
import { checkListCursors } from './list-cursors.ts';
import { type Plan, planJobs } from './plan.ts';
import { rate, rowsOf, type VerifyProgress, type VerifyReport } from './report.ts';
import { NO_UPPER_TILES, readUpperTiles, type TreeSeen, WholeTree } from './whole-tree.ts';

export interface VerifyRecordOptions {
  readonly database: { readonly url: string; readonly role?: string };
  /** Chains, and the last checkpoint, only. */
  readonly quick?: boolean;
  /** Threads that read, 1 to 8; one for each core if not given. 0: no thread is begun, as for a small record. */
  readonly threads?: number;
  /** Name of the log; without it, nobody outside is asked. */
  readonly origin?: string;
  /** Trust policy as text: whose signatures count. Without it none is looked at. */
  readonly policy?: string;
  /** Whether the policy's witnesses are asked which tree they know. */
  readonly askWitnesses?: boolean;
  /** Files with checkpoints that somebody kept. */
  readonly against?: readonly string[];
  /** Where the signer keeps what it signed last. */
  readonly signedTreeFile?: string;
  readonly onProgress?: (progress: VerifyProgress) => void;
  /** Ends the verification early: it is unfinished then. */
  readonly signal?: AbortSignal;
}

const THREADS_MAX = 8;
/** Witnesses may be away for a while; longer, and nobody outside knows of what was recorded since. */
const COSIGNED_WITHIN_MS = 24 * 3_600_000;
/** Below this a thread takes longer to begin than all the reading. */
const LEAVES_FOR_THREADS = 20_000;

export async function verifyRecord(options: VerifyRecordOptions): Promise<VerifyReport> {
  const { url, role } = options.database;
  // Under the application's own name: whoever watches the sessions is not told when to put things back.
  const pool = createReaderPool(url, role === undefined ? {} : { role });
  try {
    const client = await pool.connect();
    try {
      // Asked before the leaves are read, and after what is cosigned here: each side knows by then what it should.
      const outside = await anchorsOf(options, await readSealedHere(client));
      return await new Verification(client, options, outside).run();
    } finally {
      client.release();
    }
  } finally {
    await pool.end();
  }
}

async function anchorsOf(options: VerifyRecordOptions, here: SealedHere): Promise<Anchors> {
  const { origin, policy, askWitnesses = false, against = [], signedTreeFile } = options;
  if (origin === undefined) {
    const missing = against.map(
      (file) => `the checkpoint in ${file}: this installation has no log to compare`,
    );
    return { anchors: [], missing, findings: [] };
  }
  return gatherAnchors({
    ...{ origin, askWitnesses, files: against, here },
    ...(policy === undefined ? {} : { policy: parseTrustPolicy(policy) }),
    ...(signedTreeFile === undefined ? {} : { signedTreeFile }),
  });
}

class Verification {
  readonly #client: pg.PoolClient;
  readonly #options: VerifyRecordOptions;
  readonly #anchors: readonly Anchor[];
  readonly #full: boolean;
  readonly #startedAt = performance.now();
  readonly #findings = new FindingList();
  readonly #facts = new FactsSeen();
  readonly #builds = new BuildsSeen();
  readonly #strays = new StrayRows();
  readonly #tally = new Tally();
  readonly #remarks = new Set<string>();
  readonly #unfinished: string[];

  constructor(client: pg.PoolClient, options: VerifyRecordOptions, { anchors, missing, findings }: Anchors) {
    this.#client = client;
    this.#options = options;
    this.#anchors = anchors;
    this.#full = options.quick !== true;
    this.#unfinished = [...missing];
    this.#findings.addAll(findings);
  }

  async run(): Promise<VerifyReport> {
    const report = this.#findings.add.bind(this.#findings);
    const { policy } = this.#options;
    const plan = await planJobs(this.#client, {
      ...{ full: this.#full, sizes: this.#anchors.map(({ size }) => size) },
      ...(policy === undefined ? {} : { policy }),
    });
    if (this.#full) await this.#strays.begin(this.#client);
    const upperTiles = this.#full ? await readUpperTiles(this.#client) : NO_UPPER_TILES;
    const tree = new WholeTree(this.#anchors, upperTiles, report);
    const runners = createRunners(this.#options.database, threadsFor(this.#options.threads, plan.leaves));
    let unread: ReadonlySet<Job['kind']>;
    try {
      unread = await this.#runAll(plan, runners, tree);
    } finally {
      await Promise.all(runners.map((runner) => runner.close()));
    }
    await this.#checkAcross(!unread.has('streams'));
    // One part that cannot be read hides no other: the tree needs its leaves only.
    const seen = tree.end(!unread.has('leaves'));
    this.#judgeSeal(seen);
    return this.#report(seen, runners.length);
  }

  /** @returns the kinds of parts of which not everything was read. */
  async #runAll(
    plan: Plan,
    runners: readonly JobRunner[],
    tree: WholeTree,
  ): Promise<ReadonlySet<Job['kind']>> {
    const waiting = [...plan.jobs];
    const unread = new Set<Job['kind']>();
    const { signal, onProgress } = this.#options;
    const tell = () => onProgress?.(this.#progress(plan));
    const take = async (runner: JobRunner): Promise<void> => {
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        if (signal?.aborted === true) {
          unread.add(job.kind);
          continue;
        }
        try {
          const outcome = await runner.run(job, (counts) => {
            this.#tally.progress(runner, counts);
            tell();
          });
          this.#tally.done(runner, outcome.counts);
          this.#take(outcome, tree);
        } catch (error) {
          this.#tally.done(runner, {});
          unread.add(job.kind);
          this.#unfinished.push(`${nameOf(job)}: ${(error as Error).message}`);
        }
        tell();
      }
    };
    await Promise.all(runners.map(take));
    if (signal?.aborted === true) this.#unfinished.push('the verification was called off');
    return unread;
  }

  /**
   * What lies across the parts. What decisions set and name needs all streams; the rest is told as far as it was seen.
   */
  async #checkAcross(allStreams: boolean): Promise<void> {
    const report = this.#findings.add.bind(this.#findings);
    const client = this.#client;
    const check = async (what: string, work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        this.#unfinished.push(`${what}: ${(error as Error).message}`);
      }
    };
    const counts = noCounts();
    if (allStreams) await check('the facts', () => this.#facts.check(client, this.#full, counts, report));
    this.#tally.add(counts);
    await check('the guards of the database', () => checkGuards(client, report));
    await check('the workflow bundles', () => verifyBuilds(client, report));
    if (!this.#full) return;
    await check('the builds', () =>
      this.#builds.check(client, report, (remark) => this.#remarks.add(remark)),
    );
    if (allStreams) await check('the lists', () => this.#strays.check(client, report));
    await check('the cursors of the lists', async () => {
      this.#unfinished.push(...(await checkListCursors(client, report)));
    });
  }

  #take({ findings, findingsTotal, remarks, stretch, streams }: JobOutcome, tree: WholeTree): void {
    this.#findings.addAll(findings, findingsTotal);
    for (const remark of remarks) this.#remarks.add(remark);
    if (stretch !== undefined) tree.take(stretch);
    if (streams === undefined) return;
    this.#facts.take(streams);
    this.#builds.take(streams.builds);
    this.#strays.take(streams.opaqueIds);
  }

  /** "Intact" means anchored as the trust policy demands: what nobody outside vouches for is unfinished. */
  #judgeSeal({ leaves, fits, lastCheckpoint, lastPublished, waitsSince }: TreeSeen): void {
    const { policy } = this.#options;
    if (policy === undefined) {
      if (lastCheckpoint !== undefined)
        this.#remarks.add('Signatures were not looked at: no trust policy says whose count.');
      return;
    }
    const quorum = parseTrustPolicy(policy).quorum !== undefined;
    if (lastPublished === undefined) {
      if (quorum && fits && leaves > 0)
        this.#unfinished.push(
          'no checkpoint is cosigned as the trust policy demands: nobody outside vouches',
        );
      return;
    }
    if (waitsSince === undefined) return;
    const { size, signedAt } = lastPublished;
    const told = `the last checkpoint with all cosignatures has ${size} leaves, of ${signedAt}`;
    if (Date.now() - Date.parse(waitsSince) > COSIGNED_WITHIN_MS)
      this.#unfinished.push(`${told}; those after it wait since ${waitsSince}`);
    else this.#remarks.add(`${told.replace('the', 'The')}.`);
  }

  get #seconds(): number {
    return (performance.now() - this.#startedAt) / 1000;
  }

  #progress({ leaves }: Plan): VerifyProgress {
    const counts = this.#tally.now();
    // Each leaf is read twice: as its row, and in the tree.
    const share = Math.min(1, (rowsOf(counts) + counts.leaves) / Math.max(1, 2 * leaves));
    return { ...counts, share, findings: this.#findings.total, perSecond: rate(counts, this.#seconds) };
  }

  #report(tree: TreeSeen, threads: number): VerifyReport {
    const counts = this.#tally.now();
    const findings = this.#findings.total;
    const outcome = findings > 0 ? 'findings' : this.#unfinished.length > 0 ? 'unfinished' : 'intact';
    return {
      ...counts,
      ...{ outcome, intact: outcome === 'intact', quick: !this.#full },
      ...{ findings, list: this.#findings.sorted() },
      ...{ remarks: [...this.#remarks].sort(), unfinished: this.#unfinished },
      ...{ tree, anchors: this.#anchors.length, threads },
      ...{ seconds: this.#seconds, perSecond: rate(counts, this.#seconds) },
    };
  }
}

function threadsFor(asked: number | undefined, leaves: number): number {
  if (asked !== undefined) return Math.max(0, Math.min(THREADS_MAX, Math.floor(asked)));
  return leaves < LEAVES_FOR_THREADS ? 0 : Math.min(THREADS_MAX, availableParallelism());
}

function nameOf(job: Job): string {
  switch (job.kind) {
    case 'streams':
      return `streams after "${job.after}"`;
    case 'leaves':
      return `leaves from ${job.from}`;
    case 'access':
    case 'note':
      return `${job.kind} rows after ${job.after}`;
    default:
      return `the ${job.kind}`;
  }
}
