/**
 * Two settings of the product's worker beside each other: short rounds in turns, so that whatever else the
 * machine does disturbs both. For finding values for workers/tuning.ts.
 */
import { type LoadResult, percentile, runFor } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, type StartedWorker, sendAccepted, settled, startWorkerOn } from './stage.ts';
import { IN_FLIGHT } from './warm.ts';

const ROUND_SECONDS = 2.5;

interface Side {
  readonly name: string;
  readonly worker: StartedWorker;
  readonly round: () => Promise<LoadResult>;
  readonly results: LoadResult[];
  cpuMs: number;
}

export async function compareTunings(stage: Stage, other: Readonly<Record<string, number>>): Promise<void> {
  const sides = [await sideOf(stage, 'usual', {}), await sideOf(stage, JSON.stringify(other), other)];
  try {
    for (const { round } of sides) await round();
    for (let turn = 0; turn < stage.options.rounds; turn += 1) {
      // Who begins changes, since the first of two finds the machine as the last pair left it.
      for (const side of turn % 2 === 0 ? sides : sides.toReversed()) {
        await settled(stage);
        const before = (await side.worker.state()).cpuMicroseconds;
        side.results.push(await side.round());
        side.cpuMs += ((await side.worker.state()).cpuMicroseconds - before) / 1000;
      }
      stage.tell(
        sides.map(({ name, results }) => `${name} ${results.at(-1)!.perSecond.toFixed(0)}/s`).join('   '),
      );
    }
    const [usual, changed] = sides as [Side, Side];
    const ratios = changed.results.map(({ perSecond }, index) => perSecond / usual.results[index]!.perSecond);
    for (const { name, results, cpuMs } of sides) {
      const rate = percentile(
        results.map(({ perSecond }) => perSecond),
        0.5,
      );
      const count = results.reduce((sum, result) => sum + result.count, 0);
      console.log(`${name}: ${rate.toFixed(1)}/s, worker CPU ${(cpuMs / count).toFixed(2)} ms per command`);
    }
    const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => percentile(ratios, share).toFixed(2));
    console.log(`changed over usual: ${middle} (quartiles ${low} to ${high})`);
  } finally {
    for (const { worker } of sides) await worker.stop();
  }
}

async function sideOf(stage: Stage, name: string, tuning: Readonly<Record<string, number>>): Promise<Side> {
  const journeys = stage.fixture.newJourneys(IN_FLIGHT);
  await prepareJourneys(
    stage.ledger,
    stage.fixture,
    journeys.map((journey) => ({ journey, sessions: 0 })),
  );
  const own = { ...stage, options: { ...stage.options, tuning: { ...stage.options.tuning, ...tuning } } };
  const worker = await startWorkerOn(own, 'product');
  const gateway = gatewayOf(own, worker.taskQueue);
  const round = (): Promise<LoadResult> =>
    runFor(ROUND_SECONDS, IN_FLIGHT, async (caller) => {
      const journey = journeys[caller]!;
      await sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    });
  return { name, worker, round, results: [], cpuMs: 0 };
}
