/** One run: start everything, let people work while parts die, let it settle, and look. */
import { setTimeout as delay } from 'node:timers/promises';
import { addDays } from '../../src/domain/time/index.ts';
import { type ChaosFindings, examineLedger, headOf, unfinished } from './checks.ts';
import { ChaosClient } from './client.ts';
import { createDice } from './dice.ts';
import { commit, type Fault, planFaults } from './faults.ts';
import type { ChaosOptions } from './options.ts';
import {
  bringToFinal,
  bringToWork,
  lastWord,
  type Person,
  REGISTRAR,
  SITES,
  siteOrder,
  startOfWorld,
  todayOf,
  watcherFinalOn,
  workOneSession,
} from './persons.ts';
import { ChaosSystem } from './system.ts';

export interface ChaosReport extends ChaosFindings {
  readonly seed: number;
  readonly seconds: number;
  readonly journeys: number;
  readonly faults: readonly string[];
  readonly deaths: ChaosSystem['deaths'];
  readonly attemptsMost: number;
  readonly slowestMs: number;
  readonly shellsBehind: readonly string[];
}

/** Worlds whose day ends at different times of the run, with some quiet persons in each. */
const WATCHERS_PER_WORLD = 3;
const SECONDS_BETWEEN_ENDS = 10;
const FIRST_END_SECONDS = 12;
/** One person is entered at a desk, not in a loop: a short pause between sessions. */
const PAUSE_MS = [20, 400] as const;
/** After the last fault: the sweep looks once a minute, and a deadline may wait for it. */
const SETTLE_LIMIT_MS = 100_000;
const ANSWER_LIMIT_MS = 90_000;
const KEEP_AWAKE_MS = 60_000;

export async function runChaos(
  options: ChaosOptions,
  folder: string,
  tell: (line: string) => void,
  onStarted: (system: ChaosSystem) => void = () => undefined,
): Promise<ChaosReport> {
  const dice = createDice(options.seed);
  tell('starting Postgres, Temporal, a worker and an API');
  // Time limits of requests and children that run apart do not keep Node going by themselves.
  const awake = setInterval(() => undefined, KEEP_AWAKE_MS);
  try {
    const system = await ChaosSystem.start(folder);
    onStarted(system);
    try {
      return await torment(system, options, dice, tell);
    } finally {
      await system.stop();
    }
  } finally {
    clearInterval(awake);
  }
}

async function torment(
  system: ChaosSystem,
  options: ChaosOptions,
  dice: ReturnType<typeof createDice>,
  tell: (line: string) => void,
): Promise<ChaosReport> {
  await system.ready();
  const client = new ChaosClient(system.apiAddress);
  const run = options.seed.toString(36);
  const today = todayOf(new Date());
  for (const siteId of SITES) await client.send(siteOrder(run, siteId, today), Date.now() + ANSWER_LIMIT_MS);

  const faultsEnd = Date.now() + options.seconds * 1_000;
  const lastAnswer = faultsEnd + ANSWER_LIMIT_MS;
  const workers = makeWorkers(run, options.journeys, today);
  const watchers = await makeWatchers(client, run, options.seconds, today);
  tell(`${workers.length} persons at work, ${watchers.length} waiting for the end of their day`);
  const work = Promise.all([
    ...workers.map(async (person) => {
      await bringToWork(client, person, lastAnswer);
      while (Date.now() < faultsEnd) {
        await workOneSession(client, person, lastAnswer);
        await delay(dice.between(...PAUSE_MS));
      }
    }),
    ...watchers.map((person) => bringToFinal(client, person, watcherFinalOn(person.today), lastAnswer)),
  ]);
  const faults: string[] = [];
  const meet = async (fault: Fault): Promise<void> => {
    const what = await commit(system, fault, faultsEnd);
    faults.push(what);
    tell(`${what}; ${client.acknowledged.length} answers so far`);
  };
  const torment = (async () => {
    const loseAt = faultsEnd - options.seconds * 500;
    let lost = !options.loseTemporal;
    for (const { pauseMs, fault } of planFaults(dice)) {
      if (Date.now() + pauseMs >= faultsEnd) break;
      await delay(pauseMs);
      const chosen = !lost && Date.now() > loseAt ? ({ kind: 'lose-temporal' } as const) : fault;
      if (chosen.kind === 'lose-temporal') lost = true;
      await meet(chosen);
    }
    // However little time there was: this one is part of every run.
    if (!lost) await meet({ kind: 'lose-temporal' });
  })();
  await Promise.all([work, torment]);

  tell('faults are over: waiting until nothing is left to do');
  await system.ready();
  await settle(system);
  const people = [...workers, ...watchers];
  const shellsBehind: string[] = [];
  for (const person of people) {
    const { version } = await lastWord(client, person, Date.now() + ANSWER_LIMIT_MS);
    const head = await headOf(system.appUrl, person.personId);
    if (version !== head) shellsBehind.push(`${person.name}: answers ${version}, the ledger has ${head}`);
  }
  const findings = await examineLedger(system.appUrl, client.acknowledged, people);
  return {
    ...findings,
    ...options,
    faults,
    deaths: system.deaths,
    attemptsMost: Math.max(...client.acknowledged.map(({ attempts }) => attempts)),
    slowestMs: Math.max(...client.acknowledged.map(({ tookMs }) => tookMs)),
    shellsBehind,
  };
}

function makeWorkers(run: string, count: number, today: string): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `c${run}-w${index}`,
    world: 'live',
    today,
    siteId: SITES[index % SITES.length]!,
    personId: '',
    sessions: 0,
  }));
}

/** Their worlds run as fast as the real one; each stands so late in its day that the day ends during the run. */
async function makeWatchers(
  client: ChaosClient,
  run: string,
  seconds: number,
  today: string,
): Promise<Person[]> {
  const worlds = Math.max(1, Math.floor((seconds - FIRST_END_SECONDS) / SECONDS_BETWEEN_ENDS));
  const watchers: Person[] = [];
  for (let index = 0; index < worlds; index += 1) {
    const world = `chaos-${run}-${index}`;
    const date = addDays(today, -index);
    const endsIn = FIRST_END_SECONDS + index * SECONDS_BETWEEN_ENDS;
    const startsAt = startOfWorld(date, endsIn);
    await client.post('/api/v1/sandbox/worlds', REGISTRAR, { id: world, startsAt });
    for (let ordinal = 0; ordinal < WATCHERS_PER_WORLD; ordinal += 1) {
      const name = `c${run}-t${index}-${ordinal}`;
      watchers.push({ name, world, today: date, siteId: SITES[0], personId: '', sessions: 0 });
    }
  }
  return watchers;
}

/** Deadlines that fell due are waited for, as long as the sweep may take: after that they are missed. */
async function settle(system: ChaosSystem): Promise<void> {
  const giveUpAt = Date.now() + SETTLE_LIMIT_MS;
  while ((await unfinished(system.appUrl)) > 0 && Date.now() < giveUpAt) await delay(500);
}
