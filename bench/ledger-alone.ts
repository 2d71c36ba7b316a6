/** Section 4: the ledger without Temporal, beside the same rows inserted plainly, and proving it all. */
import { Kysely, PostgresDialect, sql } from 'kysely';
import type pg from 'pg';
import type { RecordInput } from '../src/domain/envelope.ts';
import { createPool, createReaderPool } from '../src/ledger/pool.ts';
import type { LedgerTables } from '../src/ledger/tables.ts';
import { verifyLedger } from '../src/ledger/verify.ts';
import { type LoadResult, percentile, runCallers } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { type Stage, settled } from './stage.ts';

const IN_FLIGHT_APPENDS = 10;
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
function appendAll({ ledger }: Stage, decided: RecordInput[][]): Promise<LoadResult> {
  const callers = Array.from({ length: IN_FLIGHT_APPENDS }, (_, caller) => caller);
  const share = APPENDS_PER_ROUND / decided.length;
  return runCallers(callers, async (caller, measured) => {
    for (let turn = 0; turn < share * JOURNEYS_PER_CALLER; turn += 1) {
      const journey = decided[caller * JOURNEYS_PER_CALLER + (turn % JOURNEYS_PER_CALLER)]!;
      const input = journey.shift()!;
      await measured(async () => {
        const { status } = await ledger.record(input);
        if (status !== 'recorded') throw new Error(`an append was answered with ${status}`);
      });
    }
  });
}

/** Copies of the ledger's tables with their indexes and checks, without its functions and triggers. */
const PLAIN_TABLES = ['stream', 'event', 'decision', 'pending_leaf'] as const;

export async function measureLedger(stage: Stage): Promise<LedgerResult> {
  const journeys = stage.fixture.newJourneys(IN_FLIGHT_APPENDS * JOURNEYS_PER_CALLER);
  const wanted = journeys.map((journey) => ({ journey, sessions: 1 }));
  const recorders = await prepareJourneys(stage.ledger, stage.fixture, wanted);
  const { rounds } = stage.options;
  stage.tell('deciding sessions beforehand');
  const decided = await Promise.all(
    recorders.map((recorder) => recorder.decideSessions((rounds * APPENDS_PER_ROUND) / recorders.length)),
  );
  const plain = await openPlain(stage);
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
    const [record, plainly] = [median(records), median(plains)];
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

function median(results: readonly LoadResult[]): LoadResult {
  const of = (value: (result: LoadResult) => number): number => percentile(results.map(value), 0.5);
  return {
    perSecond: of(({ perSecond }) => perSecond),
    count: results.reduce((sum, { count }) => sum + count, 0),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
  };
}

type PlainTables = {
  [Name in keyof LedgerTables as Name extends `ledger.${infer Table}`
    ? `bench_plain.${Table}`
    : never]: LedgerTables[Name];
};

/** A stream row updated, and one event, one decision and one queue row inserted, in one transaction. */
async function openPlain(stage: Stage) {
  const pool: pg.Pool = createPool(stage.servers.ownerUrl, { connections: IN_FLIGHT_APPENDS });
  const database = new Kysely<PlainTables>({ dialect: new PostgresDialect({ pool }) });
  await sql`DROP SCHEMA IF EXISTS bench_plain CASCADE`.execute(database);
  await sql`CREATE SCHEMA bench_plain`.execute(database);
  for (const table of PLAIN_TABLES) {
    await sql`CREATE TABLE ${sql.id('bench_plain', table)} (LIKE ${sql.id('ledger', table)} INCLUDING ALL)`.execute(
      database,
    );
  }
  const hash = Buffer.alloc(32, 7);
  for (let caller = 0; caller < IN_FLIGHT_APPENDS; caller += 1) {
    await sql`INSERT INTO bench_plain.stream (stream_id, kind, world, head_hash, decision_head_hash)
      VALUES (${`journey/${caller}`}, 'journey', 'live', ${hash}, ${hash})`.execute(database);
  }
  const sample = await sampleRows(stage);
  const versions = Array.from({ length: IN_FLIGHT_APPENDS }, () => 0);
  async function insert(caller: number): Promise<void> {
    const stream = `journey/${caller}`;
    const version = versions[caller]! + 1;
    versions[caller] = version;
    await database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('bench_plain.stream')
        .set({ head_version: version * 2, head_hash: hash, decision_count: version })
        .where('stream_id', '=', stream)
        .execute();
      await transaction
        .insertInto('bench_plain.event')
        .values(
          sample.events.map((event, index) => ({
            ...event,
            stream_id: stream,
            version: version * 2 - 1 + index,
            event_id: `${stream}/${version}/${index}`,
          })),
        )
        .execute();
      await transaction
        .insertInto('bench_plain.decision')
        .values({
          ...sample.decision,
          stream_id: stream,
          sequence: version,
          command_id: `${stream}/${version}`,
        })
        .execute();
      await sql`INSERT INTO bench_plain.pending_leaf (stream_id, decision_sequence, first_version, last_version)
          VALUES (${stream}, ${version}, ${version * 2 - 1}, ${version * 2})`.execute(transaction);
    });
  }
  return {
    insertAll(count: number): Promise<LoadResult> {
      const callers = Array.from({ length: IN_FLIGHT_APPENDS }, (_, caller) => caller);
      return runCallers(callers, async (caller, measured) => {
        for (let turn = 0; turn < count / IN_FLIGHT_APPENDS; turn += 1) await measured(() => insert(caller));
      });
    },
    async close(): Promise<void> {
      await sql`DROP SCHEMA bench_plain CASCADE`.execute(database);
      await database.destroy();
    },
  };
}

/** Rows of a session as the ledger itself wrote them: SessionRecorded and MinutesCredited. */
async function sampleRows(stage: Stage) {
  const pool = createPool(stage.servers.appUrl, { connections: 1 });
  const database = new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const decision = await database
      .selectFrom('ledger.decision')
      .selectAll()
      .where('name', '=', 'record-session')
      .where('outcome', '=', 'accepted')
      .limit(1)
      .executeTakeFirstOrThrow();
    const events = await database
      .selectFrom('ledger.event')
      .selectAll()
      .where('stream_id', '=', decision.stream_id)
      .where('version', '>=', decision.first_version)
      .where('version', '<=', decision.last_version)
      .orderBy('version')
      .limit(2)
      .execute();
    return { decision, events };
  } finally {
    await database.destroy();
  }
}
