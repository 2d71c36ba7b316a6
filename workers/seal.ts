/**
 * Seals the log and brings its checkpoints to the witnesses. What may not be signed, what is gone, and what fails
 * again and again is an alarm, told once a minute.
 */
import type { Logger } from 'pino';
import type { SealedLog, SealStatus } from '../src/seal/sealed-log.ts';
import { isTampering } from '../src/seal/tampering.ts';

export interface SealMetrics {
  seal(status: SealStatus): void;
  sealAlarm(alarming: boolean): void;
}

const REMIND_MS = 60_000;
/** Whatever it is: a log that is not sealed for so many rounds protects nothing. */
const MOST_FAILED_ROUNDS = 5;

/** One round. It is never followed at once: what waits for a checkpoint waits for its time. */
export function sealRound(
  log: Pick<SealedLog, 'sealer' | 'status'>,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: SealMetrics },
): () => Promise<boolean> {
  let told: { sentence: string; at: number } | undefined;
  let failedRounds = 0;

  function alarm(sentence: string): void {
    metrics.sealAlarm(true);
    if (told?.sentence === sentence && Date.now() - told.at < REMIND_MS) return;
    told = { sentence, at: Date.now() };
    logger.error({ alarm: 'seal' }, sentence);
  }

  return async () => {
    const { sealer } = log;
    if (sealer === undefined) return false;
    const failure = await failureOf(async () => {
      await sealer.sealIfDue();
      await sealer.publisher.publish();
    });
    // Whatever happened: how far sealing is behind is what somebody looks at then.
    const unseen = await failureOf(async () => metrics.seal(await log.status()));
    const error = failure ?? unseen;
    failedRounds = error === undefined ? 0 : failedRounds + 1;
    const sentence = sealer.problem() ?? (isTampering(error) ? error.message : undefined);
    if (sentence !== undefined) alarm(sentence);
    else if (failedRounds >= MOST_FAILED_ROUNDS)
      alarm(`the log was not sealed in the last ${MOST_FAILED_ROUNDS} rounds: ${error!.message}`);
    else if (error === undefined) metrics.sealAlarm(false);
    if (error !== undefined && !isTampering(error)) throw error;
    return false;
  };
}

async function failureOf(work: () => Promise<void>): Promise<Error | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  }
}
