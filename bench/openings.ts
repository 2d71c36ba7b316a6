/** Section 3: new cases, what a held journey weighs, and how long histories get. */
import type { Journey } from './fixture.ts';
import { type LoadResult, runAll } from './load.ts';
import { prepareJourneys } from './recorder.ts';
import { gatewayOf, type Stage, type StartedWorker, sendAccepted, settled, startWorkerOn } from './stage.ts';

const OPENING_IN_FLIGHT = 40;
const OPENINGS_PER_SECOND_ASKED = 40;
const MEMORY_JOURNEYS = 160;
const HISTORY_JOURNEYS = 10;

/** A case is a person and a ruling: two commands, the first of which starts the run. */
export async function measureOpenings(stage: Stage, product: StartedWorker): Promise<LoadResult> {
  const gateway = gatewayOf(stage, product.taskQueue);
  await settled(stage);
  const journeys = stage.fixture.newJourneys(Math.round(OPENINGS_PER_SECOND_ASKED * stage.options.seconds));
  const result = await runAll(journeys, OPENING_IN_FLIGHT, async (journey) => {
    for (const command of stage.fixture.opening(journey)) {
      await sendAccepted(stage, gateway, journey, command);
    }
  });
  stage.tell(`openings: ${result.perSecond.toFixed(0)} cases/s`);
  return result;
}

export interface MemoryResult {
  readonly journeys: number;
  readonly kilobytesPerJourney: number;
  readonly workerMegabytes: number;
}

/** Resident memory of a worker before and after it holds so many more journeys. */
export async function measureMemory(stage: Stage): Promise<MemoryResult> {
  const warmUp = stage.fixture.newJourneys(40);
  const measured = stage.fixture.newJourneys(MEMORY_JOURNEYS);
  stage.tell(`preparing ${MEMORY_JOURNEYS} journeys to hold`);
  const wanted = [...warmUp, ...measured].map((journey) => ({ journey, sessions: 2 }));
  await prepareJourneys(stage.ledger, stage.fixture, wanted);
  const worker = await startWorkerOn(stage, 'product');
  try {
    const gateway = gatewayOf(stage, worker.taskQueue);
    const send = (journey: Journey) =>
      sendAccepted(stage, gateway, journey, stage.fixture.nextSession(journey));
    await runAll(warmUp, 20, async (journey) => {
      for (let count = 0; count < 10; count += 1) await send(journey);
    });
    const before = (await worker.state()).residentBytes;
    await runAll(measured, 20, send);
    const after = (await worker.state()).residentBytes;
    const result = {
      journeys: MEMORY_JOURNEYS,
      kilobytesPerJourney: (after - before) / 1024 / MEMORY_JOURNEYS,
      workerMegabytes: after / 1024 / 1024,
    };
    stage.tell(`memory: ${result.kilobytesPerJourney.toFixed(0)} KB per held journey`);
    return result;
  } finally {
    await worker.stop();
  }
}

export interface HistoryResult {
  readonly runs: number;
  readonly commands: number;
  /** All events of whole runs, their start and end included, over their commands. */
  readonly eventsPerCommand: number;
  /** Events from one command to the next inside a run. */
  readonly eventsBetweenCommands: number;
  readonly bytesPerCommand: number;
}

/** Looks at the runs of journeys that section 1 kept busy, the open ones too. */
export async function measureHistories(stage: Stage, journeys: readonly Journey[]): Promise<HistoryResult> {
  const { client, namespace } = stage.servers;
  const totals = { runs: 0, commands: 0, events: 0, steps: 0, between: 0, bytes: 0 };
  for (const { stream } of journeys.slice(0, HISTORY_JOURNEYS)) {
    const { executions } = await client.workflowService.listWorkflowExecutions({
      namespace,
      query: `WorkflowId = "${stream}"`,
      pageSize: 3,
    });
    for (const { execution } of executions ?? []) {
      const { events } = await client.workflow
        .getHandle(stream, execution?.runId ?? undefined)
        .fetchHistory();
      const accepted = (events ?? []).flatMap((event, index) =>
        event.workflowExecutionUpdateAcceptedEventAttributes ? [index] : [],
      );
      // The first command of a run may load the journey and fire what was due: its start's share, not its own.
      const [second, last] = [accepted[1], accepted.at(-1)];
      if (events == null || second === undefined || last === undefined) continue;
      totals.runs += 1;
      totals.commands += accepted.length;
      totals.events += events.length;
      totals.steps += accepted.length - 2;
      totals.between += last - second;
      totals.bytes += JSON.stringify(events).length;
    }
  }
  return {
    runs: totals.runs,
    commands: totals.commands,
    eventsPerCommand: totals.events / totals.commands,
    eventsBetweenCommands: totals.between / totals.steps,
    bytesPerCommand: totals.bytes / totals.commands,
  };
}
