/** Section 4: the ledger without Temporal, beside the same rows inserted plainly, and proving it all. */
import type { RecordInput } from '../src/domain/envelope.ts';
import { createReaderPool } from '../src/ledger/pool.ts';
import { verifyLedger } from '../src/ledger/verify.ts';
import { type LoadResult, percentile, runCallers } from './load.ts';
import { openPlain } from './plain-rows.ts';
import { prepareJourneys } from './recorder.ts';
import { type Stage, settled } from './stage.ts';

export const IN_FLIGHT_APPENDS = 10;
/** No journey gets so long that its length is what is measured. */
const JOURNEYS_PER_CALLER = 4;
/** A multiple of the journeys. */
const APPENDS_PER_ROUND = 800;

export interface LedgerResult {
  readonly inFlight: number;
  readonly record: LoadResult;
  readonly plain: LoadResult;
  /** Median over the pairs of rounds. */
  readonly ratio: number;
  readonly verifyPerSecond: number;
  readonly verified: number;
}

/** Each caller has journeys of its own: within one journey appends take turns by their versions. */
export function appendAll(
  { ledger }: Stage,
  decided: RecordInput[][],
  appends = APPENDS_PER_ROUND,
): Promise<LoadResult> {
  const callers = Array.from({ length: IN_FLIGHT_APPENDS }, (_, caller) => caller);
  const ownJourneys = decided.length / IN_FLIGHT_APPENDS;
  return runCallers(callers, async (caller, measured) => {
    for (let turn = 0; turn < appends / IN_FLIGHT_APPENDS; turn += 1) {
      const journey = decided[caller * ownJourneys + (turn % ownJourneys)]!;
      const input = journey.shift()!;
      await measured(async () => {
        const { status } = await ledger.record(input);
        if (status !== 'recorded') throw new Error(`an append was answered with ${status}`);
      });
    }
  });
}

/** Of eight hours each, out of at most 240. */
const SESSIONS_PER_JOURNEY = 20;

/** Decided beforehand, so that only the ledger is at work: so many for each round. */
export async function decideAppends(
  stage: Stage,
  rounds: number,
  appends = APPENDS_PER_ROUND,
): Promise<RecordInput[][]> {
  // No journey takes more sessions than its hours last for.
  const needed = Math.ceil((rounds * appends) / SESSIONS_PER_JOURNEY / IN_FLIGHT_APPENDS);
  const journeys = stage.fixture.newJourneys(IN_FLIGHT_APPENDS * Math.max(JOURNEYS_PER_CALLER, needed));
  const wanted = journeys.map((journey) => ({ journey, sessions: 1 }));
  const recorders = await prepareJourneys(stage.ledger, stage.fixture, wanted);
  stage.tell('deciding sessions beforehand');
  return Promise.all(
    recorders.map((recorder) =>
      recorder.decideSessions(Math.ceil((rounds * appends) / recorders.length) + rounds),
    ),
  );
}

export async function measureLedger(stage: Stage): Promise<LedgerResult> {
  const { rounds } = stage.options;
  const decided = await decideAppends(stage, rounds);
  const plain = await openPlain(stage, IN_FLIGHT_APPENDS);
  try {
    const records: LoadResult[] = [];
    const plains: LoadResult[] = [];
    for (let round = 0; round < rounds; round += 1) {
      records.push(await appendAll(stage, decided));
      plains.push(await plain.insertAll(APPENDS_PER_ROUND));
    }
    const ratio = percentile(
      records.map(({ perSecond }, index) => perSecond / plains[index]!.perSecond),
      0.5,
    );
    const [record, plainly] = [medianLoad(records), medianLoad(plains)];
    stage.tell(`ledger: ${record.perSecond.toFixed(0)} appends/s, ${plainly.perSecond.toFixed(0)} plain`);
    await settled(stage);
    const reader = createReaderPool(stage.servers.appUrl);
    const report = await verifyLedger(reader);
    await reader.end();
    if (!report.intact)
      throw new Error(`the ledger is not intact: ${JSON.stringify(report.list.slice(0, 3))}`);
    return {
      inFlight: IN_FLIGHT_APPENDS,
      record,
      plain: plainly,
      ratio,
      verifyPerSecond: report.perSecond,
      verified: report.events + report.decisions,
    };
  } finally {
    await plain.close();
  }
}

export function medianLoad(results: readonly LoadResult[]): LoadResult {
  const of = (value: (result: LoadResult) => number): number => percentile(results.map(value), 0.5);
  return {
    perSecond: of(({ perSecond }) => perSecond),
    count: results.reduce((sum, { count }) => sum + count, 0),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  };
}
