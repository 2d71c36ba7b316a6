/**
 * Lets many settle loops share one round trip: each asks the ledger to record as if alone, and waits; once all
 * that still run are waiting, their requests go together. No loop knows of the others.
 */
import type { RecordAnswer, RecordInput } from '../../domain/envelope.ts';

interface Waiting {
  readonly input: RecordInput;
  readonly resolve: (answer: RecordAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export class Rounds {
  readonly #send: (inputs: readonly RecordInput[]) => Promise<readonly RecordAnswer[]>;
  #running: number;
  #waiting: Waiting[] = [];

  /** @param send answers in the order of its inputs, which is that in which their loops came to wait. */
  constructor(running: number, send: (inputs: readonly RecordInput[]) => Promise<readonly RecordAnswer[]>) {
    this.#running = running;
    this.#send = send;
  }

  record(input: RecordInput): Promise<RecordAnswer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ input, resolve, reject });
      this.#sendWhenAllWait();
    });
  }

  /** One loop has ended, well or badly, and will record nothing more. */
  leave(): void {
    this.#running -= 1;
    this.#sendWhenAllWait();
  }

  #sendWhenAllWait(): void {
    if (this.#waiting.length === 0 || this.#waiting.length < this.#running) return;
    const round = this.#waiting;
    this.#waiting = [];
    this.#send(round.map(({ input }) => input)).then(
      (answers) => {
        for (const [place, { resolve }] of round.entries()) resolve(answers[place]!);
      },
      (error) => {
        for (const { reject } of round) reject(error);
      },
    );
  }
}
