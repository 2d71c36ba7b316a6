/** Who reads the parts of a verification: this thread, or several beside it. */
import { Worker } from 'node:worker_threads';
import { createReaderPool } from '../../ledger/pool.ts';
import { type Counts, type Job, type JobOutcome, noCounts } from './jobs.ts';
import { runJob } from './run-job.ts';
import type { ThreadAnswer, ThreadData } from './verify-thread.ts';

export interface JobRunner {
  /** @param onProgress told what this job has counted so far. */
  run(job: Job, onProgress: (counts: Counts) => void): Promise<JobOutcome>;
  close(): Promise<void>;
}

const START = new URL('./thread-start.mjs', import.meta.url);
/** The same file among the sources and among what was built from them. */
const PROGRAM = new URL(
  import.meta.url.endsWith('.ts') ? './verify-thread.ts' : './verify-thread.js',
  import.meta.url,
).href;

/**
 * @param threads 0: this thread reads itself.
 * @param program what a thread runs; another one in tests of threads that die.
 */
export function createRunners(database: ThreadData, threads: number, program = PROGRAM): JobRunner[] {
  if (threads === 0) return [inThisThread(database)];
  return Array.from({ length: threads }, () => inOwnThread(database, program));
}

function inThisThread({ url, role }: ThreadData): JobRunner {
  const pool = createReaderPool(url, role === undefined ? {} : { role });
  return { run: (job, onProgress) => runJob(pool, job, onProgress), close: () => pool.end() };
}

function inOwnThread(database: ThreadData, program: string): JobRunner {
  const thread = new Worker(START, { workerData: { ...database, program }, execArgv: [] });
  let dead: Error | undefined;
  thread.on('error', (error) => {
    dead = error;
  });
  // Before the listeners of any job: also a thread that goes without an error answers no more.
  thread.on('exit', () => {
    dead ??= new Error('a thread of the verification ended by itself');
  });
  return {
    run: (job, onProgress) =>
      new Promise((resolve, reject) => {
        if (dead !== undefined) return reject(dead);
        const end = (settle: () => void): void => {
          thread.off('message', hear);
          thread.off('exit', died);
          settle();
        };
        const died = () => end(() => reject(dead));
        const hear = (answer: ThreadAnswer): void => {
          if ('progress' in answer) onProgress(answer.progress);
          else if ('outcome' in answer) end(() => resolve(answer.outcome));
          else end(() => reject(new Error(answer.failure)));
        };
        thread.on('message', hear);
        thread.on('exit', died);
        thread.postMessage(job);
      }),
    async close() {
      if (dead !== undefined) return;
      const ended = new Promise((resolve) => thread.once('exit', resolve));
      thread.postMessage('end');
      await ended;
    },
  };
}

/** Counts of what is done and what is under way, over all runners. */
export class Tally {
  readonly #done = noCounts();
  readonly #running = new Map<JobRunner, Counts>();

  progress(runner: JobRunner, counts: Counts): void {
    this.#running.set(runner, counts);
  }

  done(runner: JobRunner, counts: Partial<Counts>): void {
    this.#running.delete(runner);
    add(this.#done, counts);
  }

  add(counts: Partial<Counts>): void {
    add(this.#done, counts);
  }

  now(): Counts {
    const sum = { ...this.#done };
    for (const counts of this.#running.values()) add(sum, counts);
    return sum;
  }
}

function add(sum: Counts, counts: Partial<Counts>): void {
  for (const [name, count] of Object.entries(counts)) sum[name as keyof Counts] += count;
}
