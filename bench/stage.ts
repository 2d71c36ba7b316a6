/** What every section works with: the servers, a ledger, the fixture, and workers of either kind. */

import type { Command } from '../src/domain/decider.ts';
import type { RunLength } from '../src/domain/run-length.ts';
import type { EntityGateway } from '../src/gateway/temporal-gateway.ts';
import { createTemporalGateway } from '../src/gateway/temporal-gateway.ts';
import type { Ledger } from '../src/ledger/ledger.ts';
import { runLengthOf, type WorkerTuning, workerTuning } from '../workers/tuning.ts';
import type { Fixture, Journey } from './fixture.ts';
import type { BenchOptions } from './options.ts';
import type { BenchServers } from './servers.ts';
import { startWorkerProcess, type WorkerHandle } from './worker-handle.ts';
import type { WorkerOrder } from './worker-process.ts';

export interface Stage {
  readonly options: BenchOptions;
  readonly servers: BenchServers;
  readonly ledger: Ledger;
  readonly fixture: Fixture;
  /** Shown while the run goes on. */
  readonly tell: (line: string) => void;
}

export interface StartedWorker extends WorkerHandle {
  readonly taskQueue: string;
}

let queues = 0;

export function tuningOf(stage: Stage): WorkerTuning {
  return { ...workerTuning, ...(stage.options.tuning as Partial<WorkerTuning>) };
}

export async function startWorkerOn(
  stage: Stage,
  kind: WorkerOrder['kind'],
  tuning: Partial<WorkerTuning> = {},
): Promise<StartedWorker> {
  queues += 1;
  const taskQueue = `bench-${kind}-${process.pid}-${queues}`;
  const { servers, options } = stage;
  const order: WorkerOrder = {
    kind,
    temporalAddress: servers.temporalAddress,
    namespace: servers.namespace,
    taskQueue,
    databaseUrl: servers.appUrl,
    tuning: { ...options.tuning, ...tuning },
  };
  const profile = kind === 'product' ? options.profileFolder : undefined;
  return { taskQueue, ...(await startWorkerProcess(order, profile)) };
}

export function gatewayOf(stage: Stage, taskQueue: string, length: Partial<RunLength> = {}): EntityGateway {
  const { client } = stage.servers;
  return createTemporalGateway({ client, taskQueue, ...runLengthOf(tuningOf(stage)), ...length });
}

/** Sends a command the way the API does, and insists that it was accepted. */
export async function sendAccepted(
  stage: Stage,
  gateway: EntityGateway,
  journey: Journey,
  command: Command,
): Promise<void> {
  const answer = await gateway.send(journey.stream, 'live', await stage.fixture.envelope(journey, command));
  if (answer.outcome !== 'accepted') {
    throw new Error(
      `${command.name} of ${journey.stream}: ${JSON.stringify(answer.refusal ?? answer.outcome)}`,
    );
  }
}

/** Waits until everything committed has its leaf, so that one section's tail does not slow the next. */
export async function settled(stage: Stage): Promise<void> {
  while ((await stage.ledger.sequenceLeaves()) > 0);
}
