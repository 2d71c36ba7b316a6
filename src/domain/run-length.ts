/**
 * When a run has been long enough. A journey that the worker no longer holds is replayed from the start of
 * its run, so commands that come apart want short runs; commands that follow each other find the journey
 * held, and pay for every new run instead. Figures: docs/decisions/0003-run-length-and-cache.md.
 */
export interface RunLength {
  /** Commands of a run whose last one came after a pause. */
  readonly commandsPerRun: number;
  /** Commands of a run without a pause. Absent in runs begun before there were such. */
  readonly commandsPerBusyRun?: number;
  /** What counts as a pause, in milliseconds: about as long as a busy worker holds a journey. */
  readonly pauseMs?: number;
}

/**
 * As far ahead as a run stays open for a deadline, in milliseconds: a closed case waits ten years for the end of
 * its retention. The sweep wakes for later ones.
 */
export const WAITED_FOR_MS = 30 * 86_400_000;

/** @param sinceLastMs between the last command and the one before it. */
export function isLongEnough(length: RunLength, commands: number, sinceLastMs: number): boolean {
  const { commandsPerRun, commandsPerBusyRun = commandsPerRun, pauseMs = 0 } = length;
  return commands >= (sinceLastMs >= pauseMs ? commandsPerRun : commandsPerBusyRun);
}
