/** How much a worker takes on at a time. Figures and reasons: docs/decisions/0003-run-length-and-cache.md. */
export interface WorkerTuning {
  readonly commandsPerRun: number;
  readonly cachedWorkflowsMax: number;
  readonly workflowTasksMax: number;
  readonly localActivitiesMax: number;
  readonly activitiesMax: number;
  readonly shutdownGraceMs: number;
  readonly relayIdleMs: number;
  readonly sequencerIdleMs: number;
  readonly sweepMs: number;
  readonly archiveMs: number;
}

export const workerTuning: WorkerTuning = {
  commandsPerRun: 8,
  cachedWorkflowsMax: 1_000,
  workflowTasksMax: 40,
  /** No more than the pool has connections: a local activity that waits for one holds a workflow task. */
  localActivitiesMax: 20,
  activitiesMax: 10,
  shutdownGraceMs: 10_000,
  relayIdleMs: 250,
  sequencerIdleMs: 250,
  sweepMs: 60_000,
  archiveMs: 15_000,
};
