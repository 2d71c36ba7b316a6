/** Seeded randomness: the same seed chooses the same faults. */
export interface Dice {
  /** At least `low`, below `high`. */
  between(low: number, high: number): number;
  whole(low: number, high: number): number;
  one<Item>(items: readonly Item[]): Item;
}

/** Mulberry32: small, and good enough to choose whom to kill. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (low: number, high: number): number => low + next() * (high - low);
  const whole = (low: number, high: number): number => Math.floor(between(low, high));
  return { between, whole, one: (items) => items[whole(0, items.length)]! };
}
