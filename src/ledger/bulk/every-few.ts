/** Streams folded or decided before others get their turn: a few milliseconds of work. */
const FEW = 8;

/**
 * A chunk is half a second of work for some: a worker that did it in one go would keep the single commands of
 * others waiting that long. Called before each piece of it, lets what has come in meanwhile go first.
 */
export function everyFew(few: number = FEW): () => Promise<void> {
  let count = 0;
  return async () => {
    count += 1;
    if (count % few === 0) await new Promise((resolve) => setImmediate(resolve));
  };
}
