/** A closed loop: so many callers, each sending its next request when it has the answer to the last. */

export interface LoadResult {
  readonly perSecond: number;
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** Runs `request` from `callers` callers for `seconds`; `request` gets the caller's number. */
export async function runFor(
  seconds: number,
  callers: number,
  request: (caller: number) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() < endsAt) {
        const sentAt = performance.now();
        await request(caller);
        latencies.push(performance.now() - sentAt);
      }
    }),
  );
  return resultOf(latencies, performance.now() - startedAt);
}

/** Does all of `items`, at most `together` at a time. */
export async function runAll<Item>(
  items: readonly Item[],
  together: number,
  work: (item: Item) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let next = 0;
  const workers = Array.from({ length: Math.min(together, items.length) }, async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) {
      const sentAt = performance.now();
      await work(item);
      latencies.push(performance.now() - sentAt);
    }
  });
  await Promise.all(workers);
  return resultOf(latencies, performance.now() - startedAt);
}

/** Callers that each do their own list of things, one after another; `measured` takes the time of one. */
export async function runCallers<Caller>(
  callers: readonly Caller[],
  work: (caller: Caller, measured: (request: () => Promise<void>) => Promise<void>) => Promise<void>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  await Promise.all(
    callers.map((caller) =>
      work(caller, async (request) => {
        const sentAt = performance.now();
        await request();
        latencies.push(performance.now() - sentAt);
      }),
    ),
  );
  return resultOf(latencies, performance.now() - startedAt);
}

export function resultOf(latencies: readonly number[], tookMs: number): LoadResult {
  return {
    perSecond: (latencies.length * 1000) / tookMs,
    count: latencies.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Lowest, middle and highest of several rounds. */
export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export const spreadOf = (values: readonly number[]): Spread => ({
  low: Math.min(...values),
  middle: percentile(values, 0.5),
  high: Math.max(...values),
});
