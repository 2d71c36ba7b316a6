/**
 * Reads that fold every life of a world: lists, samples, sums. One at a time in one process, and the last answers are
 * kept, since the record up to a leaf never changes: a second page costs nothing.
 */
import type { FastifyReply } from 'fastify';
import { createTurns } from './turns.ts';

/** Each may be some ten thousand rows. */
const ANSWERS_KEPT = 8;
/** A large world takes about this long. */
const RETRY_AFTER_SECONDS = 10;

export interface Question {
  readonly leaf: number;
  readonly [part: string]: unknown;
}

export interface WholeRecordReads {
  /**
   * @param question everything that the answer depends on, with the leaf.
   * @throws RequestRefused AUDIT_BUSY while another is computed.
   */
  answer<Answer extends object>(
    reply: FastifyReply,
    question: Question,
    compute: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer>;
}

export function createWholeRecordReads(): WholeRecordReads {
  const turns = createTurns(1, RETRY_AFTER_SECONDS);
  const kept = new Map<string, object>();
  return {
    async answer<Answer extends object>(
      reply: FastifyReply,
      question: Question,
      compute: (signal: AbortSignal) => Promise<Answer>,
    ): Promise<Answer> {
      const key = JSON.stringify(question);
      const known = kept.get(key) as Answer | undefined;
      const answer = known ?? (await turns.run(reply, compute));
      // The one asked for last stands last; the first goes first.
      kept.delete(key);
      kept.set(key, answer);
      for (const oldest of kept.keys()) {
        if (kept.size <= ANSWERS_KEPT) break;
        kept.delete(oldest);
      }
      return answer;
    },
  };
}
