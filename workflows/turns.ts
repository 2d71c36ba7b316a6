/** One at a time per entity: a decision is made on the state that the one before left. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs `work` after everything that was asked for before it, whatever became of that. */
  take<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything asked for so far has had its turn. */
  async over(): Promise<void> {
    await this.#last;
  }
}
