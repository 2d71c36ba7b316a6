/** When which part was away: what lateness is measured against. */

export interface Outage {
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

/** Parts without which no deadline can fire. An API that is away keeps nobody's time from passing. */
const NEEDED = ['postgres', 'temporal', 'worker'];

export class OutageLog {
  readonly #since = new Map<string, number>();
  readonly #outages: Outage[] = [];

  /** Said again while the part is away, it changes nothing. */
  down(part: string): void {
    if (NEEDED.includes(part) && !this.#since.has(part)) this.#since.set(part, Date.now());
  }

  up(part: string): void {
    const from = this.#since.get(part);
    if (from === undefined) return;
    this.#since.delete(part);
    this.#outages.push({ from, to: Date.now() });
  }

  /** The longest time without some part, in seconds; outages that overlap are one. */
  longestSeconds(): number {
    const open = [...this.#since.values()].map((from) => ({ from, to: Date.now() }));
    return longestOf([...this.#outages, ...open]) / 1_000;
  }
}

function longestOf(outages: readonly Outage[]): number {
  let longest = 0;
  let from = 0;
  let to = 0;
  for (const outage of outages.toSorted((one, other) => one.from - other.from)) {
    if (outage.from > to) from = outage.from;
    to = Math.max(to, outage.to);
    longest = Math.max(longest, to - from);
  }
  return longest;
}
