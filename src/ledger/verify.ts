/**
 * Proves that the ledger is as it was recorded: recomputes every hash of every chain, and compares with the
 * chains what is kept beside them (heads, deadlines, messages, facts, claims, runs, leaves). Reads only; writing
 * goes on.
 *
 * What it cannot know by itself: whether rows younger than the last leaf, with all their traces, were cut off
 * by someone who owns the server. Signed checkpoints held elsewhere are for that. And what stands in no chain:
 * a message's place in the queue and its answer, and the hash of an archived history or bundle.
 */
import type pg from 'pg';
import type { Finding } from './findings.ts';
import { verifyAccesses, verifyNotes } from './verify-beside-streams.ts';
import { verifyClaims } from './verify-claims.ts';
import { type FactsBySetting, verifyFacts } from './verify-facts.ts';
import { verifyLeafNumbers } from './verify-leaves.ts';
import { type PageOutcome, verifyPage } from './verify-page.ts';
import { verifyBuilds } from './verify-runs.ts';

/** A ledger that is broken everywhere needs no longer list. */
const FINDINGS_MAX = 1_000;

export interface VerifyProgress {
  readonly streams: number;
  /** Streams there were when the walk began. */
  readonly streamsTotal: number;
  readonly events: number;
  readonly decisions: number;
  readonly leaves: number;
  readonly findings: number;
  /** Events and decisions per second so far. */
  readonly perSecond: number;
}

export interface VerifyReport extends VerifyProgress {
  readonly intact: boolean;
  readonly seconds: number;
  /** In the order of the walk, at most 1,000. */
  readonly list: readonly Finding[];
  /** The first event, in the order of the walk, that something is wrong with. */
  readonly firstBadEvent?: Finding;
}

export interface VerifyOptions {
  readonly onProgress?: (progress: VerifyProgress) => void;
  readonly onFinding?: (finding: Finding) => void;
}

/** @param pool made by `createReaderPool`: the walk takes longer than a command may. */
export async function verifyLedger(pool: pg.Pool, options: VerifyOptions = {}): Promise<VerifyReport> {
  const startedAt = performance.now();
  const counts = { streams: 0, streamsTotal: 0, events: 0, decisions: 0, leaves: 0, findings: 0 };
  const list: Finding[] = [];
  let firstBadEvent: Finding | undefined;
  const report = (finding: Finding) => {
    counts.findings += 1;
    if (list.length < FINDINGS_MAX) list.push(finding);
    if (finding.entry === 'event') firstBadEvent ??= finding;
    options.onFinding?.(finding);
  };
  const seconds = () => (performance.now() - startedAt) / 1000;
  const progress = (): VerifyProgress => ({
    ...counts,
    perSecond: Math.round((counts.events + counts.decisions) / Math.max(seconds(), 0.001)),
  });

  const client = await pool.connect();
  try {
    const facts: FactsBySetting = new Map();
    const total = await client.query<{ total: number }>('SELECT count(*) AS total FROM ledger.stream');
    counts.streamsTotal = total.rows[0]!.total;
    for (let after: string | undefined = ''; after !== undefined; ) {
      const page: PageOutcome = await inSnapshot(client, () =>
        verifyPage(client, { after: after!, last: undefined }, facts, report),
      );
      counts.streams += page.streams;
      counts.events += page.events;
      counts.decisions += page.decisions;
      options.onProgress?.(progress());
      after = page.next;
    }
    await verifyLeafNumbers(client, report, (count) => {
      counts.leaves += count;
      options.onProgress?.(progress());
    });
    await eachPage(client, (after) => verifyAccesses(client, after, report));
    await eachPage(client, (after) => verifyNotes(client, after, report));
    await verifyFacts(client, facts, report);
    await inSnapshot(client, () => verifyClaims(client, report));
    await verifyBuilds(client, report);
  } finally {
    client.release();
  }
  return {
    ...progress(),
    intact: counts.findings === 0,
    seconds: seconds(),
    list,
    ...(firstBadEvent === undefined ? {} : { firstBadEvent }),
  };
}

async function eachPage(
  client: pg.PoolClient,
  verify: (after: number) => Promise<number | undefined>,
): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    after = await inSnapshot(client, () => verify(after!));
  }
}

/** One consistent view of a page, however much is written meanwhile. */
export async function inSnapshot<T>(client: pg.PoolClient, read: () => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    return await read();
  } finally {
    await client.query('ROLLBACK');
  }
}
