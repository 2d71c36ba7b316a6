/** Section 1: sessions recorded on warm journeys, beside an empty update, in turns. */
import { WithStartWorkflowOperation } from '@temporalio/client';
import { empty, emptyUpdate } from './empty-workflow.ts';
import type { Journey } from './fixture.ts';
import { type LoadResult, percentile, runAll, runFor } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, type StartedWorker, sendAccepted, settled, startWorkerOn } from './stage.ts';

export const IN_FLIGHT = 40;

export interface WarmResult {
  readonly inFlight: number;
  readonly session: LoadResult;
  readonly empty: LoadResult;
  /** Of each pair of neighbouring rounds: sessions per second over empty updates per second. */
  readonly ratios: readonly number[];
  readonly ratio: number;
  /** CPU time of the worker process per command, in milliseconds. */
  readonly workerCpuMs: { readonly session: number; readonly empty: number };
}

export async function measureWarm(
  stage: Stage,
  product: StartedWorker,
): Promise<{ result: WarmResult; journeys: readonly Journey[] }> {
  const journeys = stage.fixture.newJourneys(IN_FLIGHT);
  stage.tell('preparing 40 journeys');
  await prepareJourneys(
    stage.ledger,
    stage.fixture,
    journeys.map((journey) => ({ journey, sessions: 0 })),
  );
  const gateway = gatewayOf(stage, product.taskQueue);
  const emptyWorker = await startWorkerOn(stage, 'empty');
  try {
    const empties = await startEmpties(stage, emptyWorker);
    const recordSession = async (caller: number): Promise<void> => {
      const journey = journeys[caller]!;
      await sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    };
    stage.tell('warming up');
    await runFor(2, IN_FLIGHT, recordSession);
    await runFor(1, IN_FLIGHT, empties);

    const sessions: LoadResult[] = [];
    const nothings: LoadResult[] = [];
    const cpu = { session: 0, empty: 0 };
    const { seconds, rounds } = stage.options;
    for (let round = 1; round <= rounds; round += 1) {
      await settled(stage);
      const before = (await product.state()).cpuMicroseconds;
      sessions.push(await runFor(seconds, IN_FLIGHT, recordSession));
      cpu.session += (await product.state()).cpuMicroseconds - before;
      await settled(stage);
      const emptyBefore = (await emptyWorker.state()).cpuMicroseconds;
      nothings.push(await runFor(seconds, IN_FLIGHT, empties));
      cpu.empty += (await emptyWorker.state()).cpuMicroseconds - emptyBefore;
      const pair = [sessions.at(-1)!, nothings.at(-1)!].map(({ perSecond }) => perSecond.toFixed(0));
      stage.tell(`warm round ${round} of ${rounds}: ${pair[0]} sessions/s, ${pair[1]} empty updates/s`);
    }
    const ratios = sessions.map(({ perSecond }, index) => perSecond / nothings[index]!.perSecond);
    const session = together(sessions);
    const empty = together(nothings);
    return {
      journeys,
      result: {
        inFlight: IN_FLIGHT,
        session,
        empty,
        ratios,
        ratio: percentile(ratios, 0.5),
        workerCpuMs: {
          session: cpu.session / 1000 / session.count,
          empty: cpu.empty / 1000 / empty.count,
        },
      },
    };
  } finally {
    await emptyWorker.stop();
  }
}

async function startEmpties(
  stage: Stage,
  { taskQueue }: StartedWorker,
): Promise<(caller: number) => Promise<void>> {
  const { client } = stage.servers;
  const ids = Array.from({ length: IN_FLIGHT }, (_, index) => `${taskQueue}/${index}`);
  await runAll(ids, IN_FLIGHT, async (workflowId) => {
    const startWorkflowOperation = new WithStartWorkflowOperation(empty, {
      workflowId,
      taskQueue,
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    await client.workflow.executeUpdateWithStart(emptyUpdate, { startWorkflowOperation });
  });
  return async (caller) => {
    await client.workflow.getHandle(ids[caller]!).executeUpdate(emptyUpdate);
  };
}

/** Rates and percentiles of several rounds: the median round, so that one disturbed round does not count. */
function together(results: readonly LoadResult[]): LoadResult {
  const median = (of: (result: LoadResult) => number): number => percentile(results.map(of), 0.5);
  return {
    perSecond: median(({ perSecond }) => perSecond),
    count: results.reduce((sum, { count }) => sum + count, 0),
    p50: median(({ p50 }) => p50),
    p99: median(({ p99 }) => p99),
  };
}
