/** How much a worker takes on at a time. Figures and reasons: docs/decisions/0003-run-length-and-cache.md. */
import type { RunLength } from '../src/domain/run-length.ts';

export interface WorkerTuning extends Required<RunLength> {
  /** Journeys whose workflow is held in memory; any other is replayed for its next command. */
  readonly cachedWorkflowsMax: number;
  readonly workflowTasksMax: number;
  /** Requests for workflow tasks that wait at the server at the same time. */
  readonly workflowTaskPollsMax: number;
  /** After a worker died, how long a task waits for it before any other worker may take it. */
  readonly stickyTimeoutMs: number;
  /** Frames of a stack in workflow code: the SDK takes one for every promise made there. */
  readonly workflowStackFrames: number;
  readonly localActivitiesMax: number;
  readonly activitiesMax: number;
  readonly shutdownGraceMs: number;
  readonly relayIdleMs: number;
  readonly sequencerIdleMs: number;
  readonly sweepMs: number;
  readonly noticesIdleMs: number;
  readonly sealIdleMs: number;
  readonly archiveMs: number;
  /** Lines of a sheet in one transaction: more are faster, and keep single commands waiting for longer. */
  readonly sheetChunk: number;
  /** Such transactions at the same time: two keep a worker and Postgres both busy. */
  readonly sheetLanes: number;
}

export const workerTuning: WorkerTuning = {
  commandsPerRun: 8,
  commandsPerBusyRun: 32,
  pauseMs: 10_000,
  cachedWorkflowsMax: 1_000,
  workflowTasksMax: 40,
  workflowTaskPollsMax: 10,
  stickyTimeoutMs: 3_000,
  workflowStackFrames: 0,
  /** No more than the pool has connections: a local activity that waits for one holds a workflow task. */
  localActivitiesMax: 20,
  activitiesMax: 10,
  shutdownGraceMs: 10_000,
  relayIdleMs: 250,
  sequencerIdleMs: 250,
  sweepMs: 60_000,
  /** Nobody reads a notice within a second: this keeps a quiet system quiet. */
  noticesIdleMs: 1_000,
  /** How often it is asked whether a checkpoint is due. */
  sealIdleMs: 1_000,
  archiveMs: 15_000,
  sheetChunk: 50,
  sheetLanes: 2,
};

/** The part that a run is told as it starts. */
export const runLengthOf = ({ commandsPerRun, commandsPerBusyRun, pauseMs }: WorkerTuning): RunLength => ({
  commandsPerRun,
  commandsPerBusyRun,
  pauseMs,
});
