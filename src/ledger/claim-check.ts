/** Follows what decisions did to one claim key of one world, as `ledger.change_claims` does. No database here. */
import type { ClaimChange } from '../domain/decider.ts';

export interface ClaimHold {
  readonly holder: string;
  /** Stream of the decision that took it. */
  readonly stream: string;
}

export interface ClaimTotal {
  readonly taken: number;
  readonly limit: number;
}

export class ClaimCheck {
  #alone: ClaimHold | undefined;
  readonly #places = new Map<string, ClaimHold>();
  #limit: number | undefined;

  /**
   * In the order of the leaves; `limit` counts for a place only. A claim that was not to be had leaves no decision that asks for it; where one
   * does, the row of whoever came first was taken away, and it is that one who should still stand there.
   */
  follow(kind: ClaimChange['kind'], { holder, stream }: ClaimHold, limit: number): void {
    if (kind === 'take') this.#alone ??= { holder, stream };
    else if (kind === 'take-place') {
      this.#limit ??= Math.max(limit, 0);
      if (this.#places.has(holder)) return;
      this.#places.set(holder, { holder, stream });
      this.#limit = limit;
    } else {
      if (this.#alone?.holder === holder) this.#alone = undefined;
      this.#places.delete(holder);
    }
  }

  /** Who should hold the key alone. */
  get alone(): ClaimHold | undefined {
    return this.#alone;
  }

  /** Who should hold a place, by holder. */
  get places(): ReadonlyMap<string, ClaimHold> {
    return this.#places;
  }

  /** Absent where no place was ever asked for. */
  get total(): ClaimTotal | undefined {
    return this.#limit === undefined ? undefined : { taken: this.#places.size, limit: this.#limit };
  }
}
