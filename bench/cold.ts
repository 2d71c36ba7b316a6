/** Section 2: journeys that the worker no longer holds, and what a command costs late in a life. */
import type { Journey } from './fixture.ts';
import { type LoadResult, resultOf, runAll, runFor } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, sendAccepted, settled, startWorkerOn, tuningOf } from './stage.ts';

/** Fewer than the journeys below, so that each command finds its journey evicted. */
const CACHE = 16;
const COLD_JOURNEYS = 80;
const COLD_IN_FLIGHT = 8;
const LIFE_JOURNEYS = 6;
/** A cache this small loses a journey almost at once: runs must know it, as they do at a real one's size. */
const COLD_RUNS = { pauseMs: 0 } as const;
/** Commands of a life before the ones measured: setting up takes eight of the first. */
const AGES = [5, 50, 200] as const;

export interface ColdResult extends LoadResult {
  readonly inFlight: number;
  readonly journeys: number;
  readonly cache: number;
}

export async function measureCold(stage: Stage): Promise<ColdResult> {
  const journeys = stage.fixture.newJourneys(COLD_JOURNEYS);
  stage.tell(`preparing ${COLD_JOURNEYS} journeys for a cache of ${CACHE}`);
  await prepareJourneys(
    stage.ledger,
    stage.fixture,
    journeys.map((journey) => ({ journey, sessions: 2 })),
  );
  const worker = await startWorkerOn(stage, 'product', { cachedWorkflowsMax: CACHE });
  try {
    const gateway = gatewayOf(stage, worker.taskQueue, COLD_RUNS);
    const send = (journey: Journey) =>
      sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    // Different journeys stand at different places of their runs, as in a working office.
    const { commandsPerRun } = tuningOf(stage);
    await runAll(journeys, COLD_IN_FLIGHT, async (journey) => {
      const behind = 1 + (journey.ordinal % commandsPerRun);
      for (let count = 0; count < behind; count += 1) await send(journey);
    });
    await settled(stage);
    let next = 0;
    const result = await runFor(stage.options.seconds * 2, COLD_IN_FLIGHT, async () => {
      // In a circle: the one that was used longest ago is the one that is not held.
      next = (next + 1) % journeys.length;
      await send(journeys[next]!);
    });
    stage.tell(`cold: ${result.perSecond.toFixed(0)} sessions/s`);
    return { ...result, inFlight: COLD_IN_FLIGHT, journeys: COLD_JOURNEYS, cache: CACHE };
  } finally {
    await worker.stop();
  }
}

export interface LifeResult {
  /** By how many commands the journey had when the measured ones began. */
  readonly cold: readonly ({ readonly age: number } & LoadResult)[];
  readonly warm: readonly ({ readonly age: number } & LoadResult)[];
  /** p50 of the oldest over the youngest. */
  readonly coldGrowth: number;
  readonly warmGrowth: number;
}

export async function measureLife(stage: Stage): Promise<LifeResult> {
  stage.tell(`preparing lives of ${AGES.join(', ')} commands`);
  const cold = await measureAges(stage, { cachedWorkflowsMax: CACHE / 2 });
  const warm = await measureAges(stage, {});
  const growth = (results: readonly LoadResult[]): number => results.at(-1)!.p50 / results[0]!.p50;
  stage.tell(`life: the 200th command takes ${growth(cold).toFixed(2)} times the 5th (cold)`);
  return { cold, warm, coldGrowth: growth(cold), warmGrowth: growth(warm) };
}

async function measureAges(
  stage: Stage,
  tuning: { cachedWorkflowsMax?: number },
): Promise<({ age: number } & LoadResult)[]> {
  const groups = AGES.map((age) => ({ age, journeys: stage.fixture.newJourneys(LIFE_JOURNEYS) }));
  await prepareJourneys(
    stage.ledger,
    stage.fixture,
    groups.flatMap(({ age, journeys }) => journeys.map((journey) => ({ journey, sessions: age - 1 }))),
  );
  const worker = await startWorkerOn(stage, 'product', tuning);
  try {
    const gateway = gatewayOf(stage, worker.taskQueue, COLD_RUNS);
    const send = (journey: Journey) =>
      sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    await settled(stage);
    const latencies = new Map<number, number[]>(AGES.map((age) => [age, []]));
    const turns = groups.flatMap(({ age, journeys }) => journeys.map((journey) => ({ age, journey })));
    const { commandsPerRun } = tuningOf(stage);
    // The first turn loads from the ledger. The rest pass through a whole run with its snapshot. Ages take turns,
    // one command at a time, so that nothing but the age tells them apart.
    const interleaved = turns.toSorted(
      (a, b) => (a.journey.ordinal % LIFE_JOURNEYS) - (b.journey.ordinal % LIFE_JOURNEYS),
    );
    for (let turn = 0; turn <= commandsPerRun; turn += 1) {
      for (const { age, journey } of interleaved) {
        const sentAt = performance.now();
        await send(journey);
        if (turn > 0) latencies.get(age)!.push(performance.now() - sentAt);
      }
    }
    return AGES.map((age) => {
      const values = latencies.get(age)!;
      return {
        age,
        ...resultOf(
          values,
          values.reduce((sum, value) => sum + value, 0),
        ),
      };
    });
  } finally {
    await worker.stop();
  }
}
