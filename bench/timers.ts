/**
 * Section: many deadlines, each of a journey of its own, and how late they fire: all due at one instant, as the law's
 * days end, and spread over one minute.
 */
import type pg from 'pg';
import type { Actor, JsonObject, SourceDocument } from '../src/domain/decider.ts';
import { journeyDecider } from '../src/domain/journey/decider.ts';
import { addDays, endOfDay, momentAt } from '../src/domain/time/index.ts';
import { createPool } from '../src/ledger/pool.ts';
import { createWorlds, type World } from '../src/sandbox/worlds.ts';
import { requestHashOf } from './fixture.ts';
import { percentile, runAll } from './load.ts';
import { FactShelf, Past, recordPast } from './past.ts';
import { gatewayOf, type Stage, type StartedWorker, settled, startWorkerOn } from './stage.ts';

const STAFF: Actor = { id: 'bench-staff', role: 'PIDUM_STAFF', office: 'kejari-medan' };
/** Policy `execution_due_days` as the registers start with it. */
const EXECUTION_DUE_DAYS = 7;
/** Until the world's day ends: each journey is recorded and its run begun by then. */
const LEAD_MS = { least: 10_000, each: 60 } as const;
const GIVE_UP_MS = 300_000;
/** The sweep would hide how late timers are; it looks once a minute, and is one way to be on time. */
const DEADLINE = 'execution-due';

export interface TimersResult {
  readonly timers: number;
  readonly atOnce: Lateness;
  readonly inOneMinute: Lateness;
}

/** Seconds from the instant they were due to the commit of their firing. */
export interface Lateness {
  readonly p50: number;
  readonly p99: number;
  readonly latest: number;
  /** Between the begin of the last of their runs and the first that was due; below zero they were not ready. */
  readonly spareSeconds: number;
}

/** Spread over a minute; a small run over less, at the same rate or below. */
const spreadSeconds = (timers: number): number => Math.min(60, Math.ceil(timers / 10));

export async function measureTimers(stage: Stage): Promise<TimersResult> {
  const { timers } = stage.options.sizes;
  const worker = await startWorkerOn(stage, 'product');
  const pool = createPool(stage.servers.appUrl, { connections: 2 });
  try {
    const atOnce = await latenessOf(stage, pool, worker, 1);
    const inOneMinute = await latenessOf(stage, pool, worker, spreadSeconds(timers));
    return { timers, atOnce, inOneMinute };
  } finally {
    await worker.stop();
    await pool.end();
  }
}

interface DayEnd {
  readonly world: World;
  /** On the real clock, in milliseconds since the epoch. */
  readonly dueAt: number;
  readonly streams: readonly string[];
}

/** @param days worlds whose day ends, a second apart; each has its share of the journeys. */
async function latenessOf(
  stage: Stage,
  pool: pg.Pool,
  { taskQueue }: StartedWorker,
  days: number,
): Promise<Lateness> {
  const { ledger, tell } = stage;
  const count = stage.options.sizes.timers;
  const leadMs = LEAD_MS.least + count * LEAD_MS.each;
  tell(`${count} persons whose time to execute ends in ${(leadMs / 1000).toFixed(0)} s, in ${days} worlds`);
  const run = requestHashOf(`timers ${performance.now()}`).slice(0, 12);
  const date = momentAt(new Date().toISOString(), 'WIB').date;
  const dayEndsAt = Date.parse(endOfDay(date, 'WIB').at);
  const firstDueAt = Date.now() + leadMs;
  const past = await waitingFor(stage, new Date(dayEndsAt - leadMs - 60_000).toISOString());
  const ends: DayEnd[] = [];
  for (let day = 0; day < days; day += 1) {
    const dueAt = firstDueAt + day * 1_000;
    const startsAt = new Date(dayEndsAt - (dueAt - Date.now())).toISOString();
    const world = await createWorlds(pool).create(`bench-${run}-${day}`, startsAt);
    const share = Math.floor(((day + 1) * count) / days) - Math.floor((day * count) / days);
    const streams = Array.from({ length: share }, (_, place) => `journey/p${run}d${day}n${place}`);
    ends.push({ world, dueAt, streams });
  }
  const each = ends.flatMap(({ world, streams }) => streams.map((stream) => ({ world, stream })));
  const kind = journeyDecider.kind;
  await runAll(each, 8, ({ stream, world: { id, clockOffsetMs } }) =>
    recordPast(ledger, { stream, kind, world: id, clockOffsetMs, events: past }),
  );
  const gateway = gatewayOf(stage, taskQueue);
  await runAll(each, 8, ({ stream, world: { id, clockOffsetMs } }) =>
    gateway.wake(stream, id, clockOffsetMs),
  );
  const spareSeconds = (firstDueAt - Date.now()) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ends.at(-1)!.dueAt - Date.now())));
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    const lateness = await firings(
      pool,
      each.map(({ stream }) => stream),
    );
    if (lateness.length >= count) {
      await settled(stage);
      const [p50, p99] = [percentile(lateness, 0.5), percentile(lateness, 0.99)];
      tell(`timers: p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s`);
      return { p50, p99, latest: Math.max(...lateness), spareSeconds };
    }
    if (Date.now() > giveUpAt) throw new Error(`${lateness.length} of ${count} timers have fired`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function firings(pool: pg.Pool, streams: readonly string[]): Promise<number[]> {
  const { rows } = await pool.query<{ late: number }>(
    `SELECT extract(epoch FROM e.committed_at + w.clock_offset_ms * interval '1 millisecond'
         - (e.body::jsonb #>> '{dueAt,at}')::timestamptz)::float8 AS late
     FROM ledger.event e JOIN ledger.stream s USING (stream_id) JOIN sandbox.world w ON w.id = s.world
     WHERE e.stream_id = ANY ($1) AND e.type = 'DeadlineFired' AND e.body::jsonb ->> 'kind' = $2`,
    [streams, DEADLINE],
  );
  return rows.map(({ late }) => late);
}

/** A final ruling whose time to execute ends with the day. */
async function waitingFor({ ledger, fixture }: Stage, now: string) {
  const past = new Past(journeyDecider, 'timer', new FactShelf(ledger));
  const [registered, ruled] = fixture.opening(fixture.newJourney());
  const today = momentAt(now, 'WIB').date;
  const finalOn = addDays(today, -EXECUTION_DUE_DAYS);
  const rulingDate = addDays(finalOn, -8);
  const paper = (kind: string, date: string): SourceDocument => ({ kind, number: 'CONTOH/1', date });
  await past.does(now, { name: 'register-person', data: registered!.data, actor: STAFF });
  const ruling = { ...(ruled!.data as JsonObject), rulingDate, caseNumberIndex: requestHashOf(now) };
  const petikan = paper('Petikan putusan', rulingDate);
  await past.does(now, { name: 'register-ruling', data: ruling, actor: STAFF, document: petikan });
  const final = { name: 'record-ruling-final', data: { caseId: 'c1', finalOn }, actor: STAFF };
  await past.does(now, { ...final, document: paper('Surat inkracht', finalOn) });
  return past.events;
}
