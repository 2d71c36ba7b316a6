/** Seals the log and brings its checkpoints to the witnesses; what may not be signed is an alarm, once a minute. */
import type { Logger } from 'pino';
import type { SealedLog, SealStatus } from '../src/seal/sealed-log.ts';
import { SigningRefused } from '../src/seal/signer.ts';

export interface SealMetrics {
  seal(status: SealStatus): void;
  sealAlarm(alarming: boolean): void;
}

const REMIND_MS = 60_000;

/** One round. It is never followed at once: what waits for a checkpoint waits for its time. */
export function sealRound(
  log: Pick<SealedLog, 'sealer' | 'status'>,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: SealMetrics },
): () => Promise<boolean> {
  let told: { sentence: string; at: number } | undefined;

  function alarm(sentence: string): void {
    metrics.sealAlarm(true);
    if (told?.sentence === sentence && Date.now() - told.at < REMIND_MS) return;
    told = { sentence, at: Date.now() };
    logger.error({ alarm: 'seal' }, sentence);
  }

  return async () => {
    const { sealer } = log;
    if (sealer === undefined) return false;
    try {
      await sealer.sealIfDue();
      await sealer.publisher.publish();
    } catch (error) {
      if (!(error instanceof SigningRefused)) throw error;
    }
    metrics.seal(await log.status());
    const sentence = sealer.problem();
    if (sentence === undefined) metrics.sealAlarm(false);
    else alarm(sentence);
    return false;
  };
}
