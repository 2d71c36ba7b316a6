/** What a part that has started leaves behind. */
export interface StartedPart {
  /** A few words for the progress line: where it listens, what it found. */
  readonly detail?: string;
  /** Ends the part in order; absent if there is nothing to end. */
  stop?(): Promise<void>;
}

/** One thing that Titian consists of, started after those before it in the list and ended before them. */
export interface Part {
  readonly name: string;
  start(): Promise<StartedPart>;
}

/** Told how the parts come and go. */
export interface PartsReporter {
  starting(name: string): void;
  started(name: string, detail: string, tookMs: number): void;
  stopping(name: string): void;
  /** A part that failed to stop does not keep the others from stopping. */
  stopFailed(name: string, error: Error): void;
}

/** Parts that are running. */
export interface RunningParts {
  /** Ends all parts, the last started first. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Starts the parts one after another. If one fails, or `signal` calls it off, those already started are ended
 * again before the error is thrown.
 */
export async function startParts(
  parts: readonly Part[],
  reporter: PartsReporter,
  signal: AbortSignal,
): Promise<RunningParts> {
  const running: { name: string; stop(): Promise<void> }[] = [];
  const stopAll = async () => {
    for (let last = running.pop(); last !== undefined; last = running.pop()) {
      reporter.stopping(last.name);
      try {
        await last.stop();
      } catch (error) {
        reporter.stopFailed(last.name, error as Error);
      }
    }
  };
  try {
    for (const part of parts) {
      signal.throwIfAborted();
      reporter.starting(part.name);
      const beganAt = performance.now();
      const started = await part.start();
      if (started.stop !== undefined) running.push({ name: part.name, stop: () => started.stop!() });
      reporter.started(part.name, started.detail ?? '', performance.now() - beganAt);
    }
    signal.throwIfAborted();
  } catch (error) {
    await stopAll();
    throw error;
  }
  let stopped: Promise<void> | undefined;
  return {
    stop() {
      stopped ??= stopAll();
      return stopped;
    },
  };
}
