/** A piece of work done again and again beside the workers: relay, sweep, sequencer, archive. */
import type { Logger } from 'pino';

export interface Loop {
  readonly name: string;
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  readonly name: string;
  /** Pause after a round that found nothing, in milliseconds. A round that found work is followed at once. */
  readonly idleMs: number;
  readonly logger: Logger;
  /** One bounded round; answers whether there may be more to do. */
  round(): Promise<boolean>;
  onFailure?(): void;
}

/** A failed round is reported and tried again, later each time up to this. */
const FAILURE_PAUSE_MAX_MS = 10_000;

export function startLoop(options: LoopOptions): Loop {
  const { name, idleMs, logger } = options;
  let stopping = false;
  let wake: () => void = () => undefined;
  let failures = 0;
  const rest = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopping) {
      try {
        const more = await options.round();
        failures = 0;
        if (!more && !stopping) await rest(idleMs);
      } catch (error) {
        failures += 1;
        options.onFailure?.();
        logger.error(
          { loop: name, failures, error: error instanceof Error ? error.message : 'unknown' },
          'loop round failed',
        );
        if (!stopping) await rest(Math.min(idleMs * 2 ** Math.min(failures, 10), FAILURE_PAUSE_MAX_MS));
      }
    }
  })();
  return {
    name,
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
