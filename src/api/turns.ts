/** Reads that cost a core for seconds take turns: whoever comes while all are taken is told when to ask again. */
import { finished } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { requestRefused } from './problem.ts';

export interface Turns {
  /**
   * Runs the work in a turn of its own and gives the turn back when it ends.
   *
   * @param work is handed a signal that ends it once the client is gone.
   * @throws RequestRefused AUDIT_BUSY
   */
  run<Answer>(reply: FastifyReply, work: (signal: AbortSignal) => Promise<Answer>): Promise<Answer>;
  /**
   * A turn that lasts until the answer was sent to its last byte, or broke off.
   *
   * @throws RequestRefused AUDIT_BUSY
   */
  untilSent(reply: FastifyReply): void;
}

/** @param retryAfterSeconds about as long as one such read takes. */
export function createTurns(most: number, retryAfterSeconds: number): Turns {
  let taken = 0;
  const take = (): (() => void) => {
    if (taken >= most) throw requestRefused('AUDIT_BUSY', { retryAfterSeconds });
    taken += 1;
    return () => {
      taken -= 1;
    };
  };
  return {
    untilSent({ raw }) {
      finished(raw, take());
    },
    async run(reply, work) {
      const giveBack = take();
      try {
        return await work(untilGone(reply));
      } finally {
        giveBack();
      }
    },
  };
}

function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  // Nobody reads this answer; it must not stand in the log as a fault of ours.
  finished(raw, (error) => (error ? gone.abort(requestRefused('UNAVAILABLE', {})) : undefined));
  return gone.signal;
}
