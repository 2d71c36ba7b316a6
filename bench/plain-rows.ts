/**
 * The rows of an accepted command inserted with plain kysely: what the ledger is measured against. Its tables are
 * copies of the ledger's with their indexes and checks, without its functions and triggers.
 */
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import type pg from 'pg';
import { createPool } from '../src/ledger/pool.ts';
import type { LedgerTables } from '../src/ledger/tables.ts';
import { type LoadResult, runCallers } from './load.ts';
import type { Stage } from './stage.ts';

const PLAIN_TABLES = ['stream', 'event', 'decision', 'pending_leaf', 'deadline'] as const;

type PlainTables = {
  [Name in keyof LedgerTables as Name extends `ledger.${infer Table}`
    ? `bench_plain.${Table}`
    : never]: LedgerTables[Name];
};

export interface PlainRows {
  /** One append a transaction, from `inFlight` callers at the same time. */
  insertAll(count: number): Promise<LoadResult>;
  /** Many appends a transaction, with one statement a table: as fast as plain inserts become. */
  insertChunks(count: number, chunk: number): Promise<LoadResult>;
  close(): Promise<void>;
}

/** An append: a stream row updated, its events, deadlines, one decision and one queue row inserted. */
export async function openPlain(
  stage: Stage,
  inFlight: number,
  command = 'record-session',
): Promise<PlainRows> {
  const pool: pg.Pool = createPool(stage.servers.ownerUrl, { connections: inFlight });
  const database = new Kysely<PlainTables>({ dialect: new PostgresDialect({ pool }) });
  await sql`DROP SCHEMA IF EXISTS bench_plain CASCADE`.execute(database);
  await sql`CREATE SCHEMA bench_plain`.execute(database);
  for (const table of PLAIN_TABLES) {
    await sql`CREATE TABLE ${sql.id('bench_plain', table)} (LIKE ${sql.id('ledger', table)} INCLUDING ALL)`.execute(
      database,
    );
  }
  const hash = Buffer.alloc(32, 7);
  const sample = await sampleRows(stage, command);
  const versions = new Map<string, number>();

  async function addStreams(names: readonly string[]): Promise<void> {
    for (const name of names) {
      versions.set(name, 0);
      await sql`INSERT INTO bench_plain.stream (stream_id, kind, world, head_hash, decision_head_hash)
        VALUES (${name}, 'journey', 'live', ${hash}, ${hash})`.execute(database);
    }
  }

  /** The next append of each stream. */
  async function append(transaction: Transaction<PlainTables>, streams: readonly string[]): Promise<void> {
    const each = sample.events.length;
    const appends = streams.map((stream) => {
      const version = versions.get(stream)! + 1;
      versions.set(stream, version);
      return { stream, version, first: (version - 1) * each + 1, last: version * each };
    });
    if (appends.length === 1) {
      const [{ stream, version, last }] = appends as [(typeof appends)[number]];
      await transaction
        .updateTable('bench_plain.stream')
        .set({ head_version: last, head_hash: hash, decision_count: version })
        .where('stream_id', '=', stream)
        .execute();
    } else {
      await sql`UPDATE bench_plain.stream s SET head_version = u.last, head_hash = ${hash}, decision_count = u.version
        FROM jsonb_to_recordset(${JSON.stringify(appends)}::jsonb) AS u (stream text, version bigint, last bigint)
        WHERE s.stream_id = u.stream`.execute(transaction);
    }
    await transaction
      .insertInto('bench_plain.event')
      .values(
        appends.flatMap(({ stream, first }) =>
          sample.events.map((event, index) => ({
            ...event,
            stream_id: stream,
            version: first + index,
            event_id: `${stream}/${first + index}`,
          })),
        ),
      )
      .execute();
    await transaction
      .insertInto('bench_plain.decision')
      .values(
        appends.map(({ stream, version }) => ({
          ...sample.decision,
          stream_id: stream,
          sequence: version,
          command_id: `${stream}/${version}`,
        })),
      )
      .execute();
    if (sample.deadlines.length > 0) {
      await transaction
        .insertInto('bench_plain.deadline')
        .values(
          appends.flatMap(({ stream, version }) =>
            sample.deadlines.map((deadline) => ({
              ...deadline,
              stream_id: stream,
              deadline_id: `${deadline.deadline_id}/${version}`,
            })),
          ),
        )
        .execute();
    }
    await sql`INSERT INTO bench_plain.pending_leaf (stream_id, decision_sequence, first_version, last_version)
      SELECT u.stream, u.version, u.first, u.last
      FROM jsonb_to_recordset(${JSON.stringify(appends)}::jsonb)
        AS u (stream text, version bigint, first bigint, last bigint)`.execute(transaction);
  }

  const callers = Array.from({ length: inFlight }, (_, caller) => `journey/${caller}`);
  await addStreams(callers);
  const chunked: string[] = [];
  return {
    insertAll: (count) =>
      runCallers(callers, async (stream, measured) => {
        for (let turn = 0; turn < count / inFlight; turn += 1) {
          await measured(() =>
            database.transaction().execute((transaction) => append(transaction, [stream])),
          );
        }
      }),
    async insertChunks(count, chunk) {
      const missing = Math.max(chunk - chunked.length, 0);
      const names = Array.from({ length: missing }, (_, place) => `journey/chunk-${chunked.length + place}`);
      await addStreams(names);
      chunked.push(...names);
      const turns = Math.ceil(count / chunk);
      const result = await runCallers([0], async (_caller, measured) => {
        for (let turn = 0; turn < turns; turn += 1) {
          await measured(() =>
            database.transaction().execute((transaction) => append(transaction, chunked.slice(0, chunk))),
          );
        }
      });
      return { ...result, perSecond: result.perSecond * chunk, count: turns * chunk };
    },
    async close() {
      await sql`DROP SCHEMA bench_plain CASCADE`.execute(database);
      await database.destroy();
    },
  };
}

/** Rows of such a command as the ledger itself wrote them: every event of it, and the deadlines it armed. */
async function sampleRows(stage: Stage, command: string) {
  const pool = createPool(stage.servers.appUrl, { connections: 1 });
  const database = new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool }) });
  try {
    const decision = await database
      .selectFrom('ledger.decision')
      .selectAll()
      .where('name', '=', command)
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
      .execute();
    const armed = events.filter(({ type }) => type === 'DeadlineArmed').map(({ body }) => body);
    const deadlines = await database
      .selectFrom('ledger.deadline')
      .selectAll()
      .where('stream_id', '=', decision.stream_id)
      .execute();
    return { decision, events, deadlines: deadlines.slice(0, armed.length) };
  } finally {
    await database.destroy();
  }
}
