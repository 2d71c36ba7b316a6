/** One run: start everything, let people work while parts die, wait a bounded time, look, and ask once more. */
import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { createReaderPool } from '../../src/ledger/pool.ts';
import { blackout, type Stage } from './blackout.ts';
import { type CertificateFindings, examineCertificates } from './certificates.ts';
import { type ChaosFindings, examineLedger } from './checks.ts';
import { type Acknowledged, ChaosClient } from './client.ts';
import { createDice } from './dice.ts';
import { commit, planFaults, planned } from './faults.ts';
import { type LastWords, lastWords } from './last-words.ts';
import { examineNotices, type NoticeFindings, noticesSettled } from './notices.ts';
import type { ChaosOptions } from './options.ts';
import { type AtTheDoor, gather, keepBusy } from './people.ts';
import { momentReading, SITES, siteOrder, todayOf } from './persons.ts';
import { askToBeTold, type Receivers, startReceivers } from './receivers.ts';
import { examineSeats, type SeatFindings } from './seats.ts';
import { examineSheets, type SheetFindings } from './sheets.ts';
import { ChaosSystem } from './system.ts';
import { CATCH_UP_SECONDS, lookAtTime, type TimeKept, unfinished } from './time-kept.ts';
import { wholeWay } from './whole-way.ts';

export interface ChaosReport extends ChaosFindings, TimeKept, LastWords, ChaosOptions {
  readonly faults: readonly string[];
  readonly deaths: ChaosSystem['deaths'];
  readonly attemptsMost: number;
  readonly slowestMs: number;
  /** Commands asked again and again, up to the end, without an answer. */
  readonly unanswered: readonly string[];
  /** What was still to do when the time for settling was over. */
  readonly unsettled: readonly string[];
  readonly settledSeconds: number;
  readonly longestOutageSeconds: number;
  /** No deadline that was armed in time may fire later than this after it was due. */
  readonly latenessLimitSeconds: number;
  /** Commands sent before or during the long outage, sent again, and answered after it. */
  readonly answeredAfterLongOutage: number;
  readonly seats: SeatFindings;
  readonly certificates: CertificateFindings;
  readonly sheets: SheetFindings;
  readonly notices: NoticeFindings;
}

/** After the last fault: a deadline may wait for the sweep, and the sweep for its turn. */
const SETTLE_LIMIT_MS = (CATCH_UP_SECONDS + 25) * 1_000;
const ANSWER_LIMIT_MS = 90_000;
/** The planned faults may take this much longer than the time: on a busy machine a part needs a minute to start. */
const OVERRUN_MS = 300_000;
const KEEP_AWAKE_MS = 60_000;

export async function runChaos(
  options: ChaosOptions,
  folder: string,
  tell: (line: string) => void,
  onStarted: (system: ChaosSystem) => void = () => undefined,
): Promise<ChaosReport> {
  tell('starting Postgres, Temporal, a worker and an API');
  // Time limits of requests and children that run apart do not keep Node going by themselves.
  const awake = setInterval(() => undefined, KEEP_AWAKE_MS);
  try {
    const receivers = await startReceivers(folder, options.long ? options.seconds / 3 : 0);
    try {
      const system = await ChaosSystem.start(folder, receivers.mailUrl);
      onStarted(system);
      try {
        return await runOn(system, receivers, options, tell);
      } finally {
        await system.stop();
      }
    } finally {
      await receivers.stop();
    }
  } finally {
    clearInterval(awake);
  }
}

async function runOn(
  system: ChaosSystem,
  receivers: Receivers,
  options: ChaosOptions,
  tell: (line: string) => void,
): Promise<ChaosReport> {
  await system.ready();
  const client = new ChaosClient(system.apiAddress);
  const run = options.seed.toString(36);
  const today = todayOf(new Date());
  for (const siteId of SITES) await client.send(siteOrder(run, siteId, today), Date.now() + ANSWER_LIMIT_MS);

  const begun = new Date();
  // The day's digest goes out while parts still die: on the minute, some time before the end.
  const digestAt = momentReading(new Date(begun.getTime() + (options.seconds * 1_000) / 2 + 30_000));
  await askToBeTold(client, run, { today, digestAt }, receivers, Date.now() + ANSWER_LIMIT_MS);

  const startedAt = Date.now();
  const people = await gather(client, run, options, today);
  const { workers, watchers, leavers } = people;
  tell(
    `${workers.length} persons at work, ${watchers.length} waiting for their day's end, ${leavers.length} leaving`,
  );
  const door = new Set<AtTheDoor>();
  let isOver = false;
  const tormented = torment(system, options, startedAt, { client, door }, (what) =>
    tell(`${what}; ${client.acknowledged.length} answers so far`),
  ).finally(() => {
    isOver = true;
  });
  const plan = {
    seed: options.seed,
    isOver: () => isOver,
    lastAnswer: startedAt + options.seconds * 1_000 + OVERRUN_MS + ANSWER_LIMIT_MS,
  };
  const way = wholeWay(client, system, { ...options, ...plan, run, today, startedAt });
  const [unanswered, faults, { sheets, gaveUp }] = await Promise.all([
    keepBusy(client, people, plan, door),
    tormented,
    way,
  ]);

  tell('faults are over: waiting until nothing is left to do');
  const pool = createReaderPool(system.appUrl);
  // The servers are stopped under it at the end.
  pool.on('error', () => undefined);
  try {
    await system.ready();
    // The last day must be over before it can be asked who missed its end.
    await delay(Math.max(...leavers.map(({ endsAt }) => endsAt)) + 1_000 - Date.now());
    const settlingFrom = Date.now();
    const unsettled = await settle(pool);
    const settledSeconds = (Date.now() - settlingFrom) / 1_000;
    for (const what of unsettled) tell(`not settled after ${settledSeconds.toFixed(0)} s: ${what}`);
    const time = await lookAtTime(pool);
    const longestOutageSeconds = system.outages.longestSeconds();
    tell('time is looked at: a last word to everybody');
    const everybody = [...workers, ...watchers, ...leavers.map(({ person }) => person)];
    const isTold = await noticesSettled(pool);
    const words = await lastWords(system, client, pool, everybody);
    return {
      ...(await examineLedger(pool, client.acknowledged, client.abandoned)),
      ...time,
      ...words,
      ...options,
      faults: faults.map(({ what }) => what),
      deaths: system.deaths,
      attemptsMost: Math.max(...client.acknowledged.map(({ attempts }) => attempts)),
      slowestMs: Math.max(...client.acknowledged.map(({ tookMs }) => tookMs)),
      unanswered: [...unanswered, ...gaveUp],
      unsettled,
      seats: await examineSeats(pool),
      certificates: await examineCertificates(pool),
      sheets: await examineSheets(pool, sheets),
      notices: await examineNotices(pool, receivers.received(), isTold),
      settledSeconds,
      longestOutageSeconds,
      latenessLimitSeconds: longestOutageSeconds + CATCH_UP_SECONDS,
      answeredAfterLongOutage: answeredAfter(client.acknowledged, faults.find(({ long }) => long)?.endedAt),
    };
  } finally {
    await pool.end();
  }
}

interface Done {
  readonly what: string;
  readonly long: boolean;
  readonly endedAt: number;
}

/** Begins with the first planned fault, and ends with the time, but not before every planned one was done. */
async function torment(
  system: ChaosSystem,
  { seed, long, seconds }: ChaosOptions,
  startedAt: number,
  stage: Stage,
  tell: (what: string) => void,
): Promise<Done[]> {
  const dice = createDice(seed);
  const moment = (part: number): number => startedAt + part * seconds * 1_000;
  const due = planned(dice, long);
  const done: Done[] = [];
  await delay(moment(due[0]?.from ?? 0) - Date.now());
  for (const { pauseMs, afterReady, fault } of planFaults(dice)) {
    if (afterReady) await system.ready();
    const isTimeOver = Date.now() + pauseMs >= moment(1);
    if (isTimeOver && due.length === 0) return done;
    if (done.length > 0) await delay(pauseMs);
    const isDue = isTimeOver || (due[0] !== undefined && Date.now() >= moment(due[0].from));
    const chosen = (isDue ? due.shift()?.fault : undefined) ?? fault;
    const what =
      chosen.kind === 'blackout' ? await blackout(system, chosen, stage) : await commit(system, chosen);
    done.push({ what, long: chosen.kind === 'long-outage', endedAt: Date.now() });
    tell(what);
  }
  return done;
}

/** Waits for what is due and for messages, as long as the sweep may take; answers what is left then. */
async function settle(pool: pg.Pool): Promise<string[]> {
  const giveUpAt = Date.now() + SETTLE_LIMIT_MS;
  for (;;) {
    const left = await unfinished(pool);
    if (left.length === 0 || Date.now() > giveUpAt) return left;
    await delay(500);
  }
}

const answeredAfter = (acknowledged: readonly Acknowledged[], endedAt: number | undefined): number =>
  endedAt === undefined
    ? 0
    : acknowledged.filter(
        ({ sentAt, tookMs, attempts }) => attempts > 1 && sentAt < endedAt && sentAt + tookMs > endedAt,
      ).length;
