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
/** Runs begun at the same time while nothing is due yet. */
const BEGUN_TOGETHER = 8;
/** Of those that show how long beginning takes today, and how much longer all of them may take than these. */
const TRIED = 0.05;
const SLACK = 3;
const LEAD_LEAST_MS = 10_000;
const GIVE_UP_MS = 300_000;
/** What a final ruling waits for. */
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
    const tried = Math.ceil(timers * TRIED);
    const trying = { days: 1, count: tried, leadMs: 600_000 };
    const startedAt = performance.now();
    await begin(stage, pool, worker, trying);
    const leadMs = LEAD_LEAST_MS + ((performance.now() - startedAt) / tried) * timers * SLACK;
    const atOnce = await latenessOf(stage, pool, worker, { days: 1, count: timers, leadMs });
    const days = spreadSeconds(timers);
    const inOneMinute = await latenessOf(stage, pool, worker, { days, count: timers, leadMs });
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

interface TimersPlan {
  /** Worlds whose day ends, a second apart; each has its share of the journeys. */
  readonly days: number;
  readonly count: number;
  /** Until the first of them ends. */
  readonly leadMs: number;
}

/** Journeys whose runs are held by the worker, each waiting for the end of its world's day. */
async function begin(
  stage: Stage,
  pool: pg.Pool,
  { taskQueue }: StartedWorker,
  { days, count, leadMs }: TimersPlan,
): Promise<readonly DayEnd[]> {
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
  const gateway = gatewayOf(stage, taskQueue);
  const each = ends.flatMap(({ world, streams }) => streams.map((stream) => ({ world, stream })));
  await runAll(each, BEGUN_TOGETHER, async ({ stream, world: { id, clockOffsetMs } }) => {
    const kind = journeyDecider.kind;
    await recordPast(stage.ledger, { stream, kind, world: id, clockOffsetMs, events: past });
    const data = { caseId: 'c1', kind: 'Catatan', number: 'CONTOH/1', date };
    const command = { commandId: `${stream}/begin`, name: 'attach-document', data, actor: STAFF };
    const requestHash = requestHashOf(command.commandId);
    const answer = await gateway.send(stream, id, { command, requestHash, facts: [], clockOffsetMs });
    if (answer.outcome !== 'accepted') throw new Error(`${stream}: ${JSON.stringify(answer.refusal)}`);
  });
  return ends;
}

async function latenessOf(
  stage: Stage,
  pool: pg.Pool,
  worker: StartedWorker,
  plan: TimersPlan,
): Promise<Lateness> {
  const { count, days, leadMs } = plan;
  stage.tell(`${count} deadlines, the first in ${(leadMs / 1000).toFixed(0)} s, over ${days} s`);
  const ends = await begin(stage, pool, worker, plan);
  const spareSeconds = (ends[0]!.dueAt - Date.now()) / 1_000;
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, ends.at(-1)!.dueAt - Date.now())));
  const streams = ends.flatMap((end) => end.streams);
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    const lateness = await firings(pool, streams);
    if (lateness.length >= count) {
      await settled(stage);
      const [p50, p99] = [percentile(lateness, 0.5), percentile(lateness, 0.99)];
      const spare = `begun ${spareSeconds.toFixed(0)} s before`;
      stage.tell(`timers: p50 ${p50.toFixed(1)} s, p99 ${p99.toFixed(1)} s; ${spare}`);
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
