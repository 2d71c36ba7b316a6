/** The one timer of an entity. */
import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '../src/domain/time/moment.ts';

export class Alarm {
  readonly #ring: () => void;
  #set: { readonly dueAt: Instant; readonly scope: CancellationScope } | undefined;

  /** @param ring called when it goes off; never after it was set anew or cancelled. */
  constructor(ring: () => void) {
    this.#ring = ring;
  }

  /** What it is set for; undefined when it is not set. */
  get dueAt(): Instant | undefined {
    return this.#set?.dueAt;
  }

  set(dueAt: Instant, milliseconds: number): void {
    this.cancel();
    const scope = new CancellationScope();
    const set = { dueAt, scope };
    this.#set = set;
    scope
      .run(() => sleep(milliseconds))
      .then(
        () => {
          if (this.#set !== set) return;
          this.#set = undefined;
          this.#ring();
        },
        (error) => {
          if (!isCancellation(error)) throw error;
        },
      );
  }

  cancel(): void {
    this.#set?.scope.cancel();
    this.#set = undefined;
  }
}
