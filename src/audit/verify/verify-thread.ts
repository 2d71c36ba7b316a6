/** A thread that reads one part of the record after another, with a connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { createReaderPool } from '../../ledger/pool.ts';
import type { Counts, Job, JobOutcome } from './jobs.ts';
import { runJob } from './run-job.ts';

export interface ThreadData {
  readonly url: string;
  readonly role?: string;
}

export type ThreadAnswer =
  | { readonly progress: Counts }
  | { readonly outcome: JobOutcome }
  | { readonly failure: string };

const { url, role } = workerData as ThreadData;
const pool = createReaderPool(url, role === undefined ? {} : { role });
const tell = (answer: ThreadAnswer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (job: Job | 'end') => {
  if (job === 'end') {
    void pool.end().then(() => parentPort?.close());
    return;
  }
  runJob(pool, job, (progress) => tell({ progress })).then(
    (outcome) => tell({ outcome }),
    (error: unknown) => tell({ failure: (error as Error).message }),
  );
});
