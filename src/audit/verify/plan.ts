/** Cuts the record into parts that several readers can take; the longest ones first. */
import type pg from 'pg';
import { type Job, LEAVES_PER_STRETCH } from './jobs.ts';

const STREAMS_PER_JOB = 1_000;
const NUMBERS_PER_JOB = 50_000;

export interface Plan {
  readonly jobs: readonly Job[];
  readonly streams: number;
  /** Leaves there were when the plan was made. */
  readonly leaves: number;
}

export interface PlanOptions {
  readonly full: boolean;
  /** Sizes at which the root of the tree is asked for, beside those of checkpoints. */
  readonly sizes: readonly number[];
  readonly policy?: string;
}

export async function planJobs(client: pg.ClientBase, options: PlanOptions): Promise<Plan> {
  const { rows } = await client.query<{ streams: number; leaves: number; accesses: number; notes: number }>(
    // Counted, not the highest number: one row that somebody put in far beyond would make a plan without end.
    `SELECT (SELECT count(*) FROM ledger.stream) AS streams, (SELECT count(*) FROM ledger.leaf) AS leaves,
       (SELECT count(*) FROM access.log) AS accesses, (SELECT count(*) FROM ledger.note) AS notes`,
  );
  const { streams, leaves, accesses, notes } = rows[0]!;
  const whole: Job[] = options.full
    ? [{ kind: 'heads' }, { kind: 'claims' }, { kind: 'archives' }, { kind: 'vault' }]
    : [];
  const jobs = [
    ...whole,
    ...leafJobs(leaves, options),
    ...(await streamJobs(client, options.full)),
    ...numbered('access', accesses),
    ...numbered('note', notes),
  ];
  return { jobs, streams, leaves };
}

function leafJobs(leaves: number, { full, sizes, policy }: PlanOptions): Job[] {
  const stretches = Math.max(1, Math.ceil(leaves / LEAVES_PER_STRETCH));
  return Array.from({ length: stretches }, (_, place): Job => {
    const from = place * LEAVES_PER_STRETCH;
    const last = place === stretches - 1;
    const within = sizes.filter((size) => size > from && (last || size <= from + LEAVES_PER_STRETCH));
    return { kind: 'leaves', from, last, sizes: within, full, ...(policy === undefined ? {} : { policy }) };
  });
}

/** The last one has no end: rows whose stream is gone are met wherever they stand. */
async function streamJobs(client: pg.ClientBase, full: boolean): Promise<Job[]> {
  const { rows } = await client.query<{ stream_id: string }>(
    `SELECT stream_id FROM (SELECT stream_id, row_number() OVER (ORDER BY stream_id) AS place FROM ledger.stream) s
     WHERE place % ${STREAMS_PER_JOB} = 0 ORDER BY stream_id`,
  );
  const ends = rows.map((row) => row.stream_id);
  const begins = ['', ...ends];
  return begins.map((after, place): Job => {
    const last = ends[place];
    return { kind: 'streams', after, full, ...(last === undefined ? {} : { last }) };
  });
}

/** The last one has no end: numbers have holes where something was rolled back. */
function numbered(kind: 'access' | 'note', rows: number): Job[] {
  const jobs = Math.max(1, Math.ceil(rows / NUMBERS_PER_JOB));
  return Array.from({ length: jobs }, (_, place): Job => {
    const after = place * NUMBERS_PER_JOB;
    return place === jobs - 1 ? { kind, after } : { kind, after, last: after + NUMBERS_PER_JOB };
  });
}
