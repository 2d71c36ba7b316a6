/** Points of a small chart: when a thing happened, to the right; when it was recorded, upwards. */
import type { Entry } from './answers.ts';

export interface ChartPoint {
  readonly version: number;
  readonly decision: number;
  readonly type: string;
  readonly x: number;
  readonly y: number;
}

export interface Chart {
  readonly points: readonly ChartPoint[];
  readonly x: (instant: string) => number;
  readonly y: (instant: string) => number;
  readonly first: string;
  readonly last: string;
}

export const CHART = { width: 640, height: 300, left: 24, right: 16, top: 16, bottom: 28 } as const;

/** Undefined where nothing happened: there is nothing to draw. */
export function chartOf(entries: readonly Entry[]): Chart | undefined {
  const events = entries.flatMap(({ decision, events: own }) =>
    own.map(({ version, type, occurredAt, recordedAt }) => ({
      version,
      decision,
      type,
      at: occurredAt.at,
      recordedAt,
    })),
  );
  const times = events.flatMap(({ at, recordedAt }) => [at, recordedAt]).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const begin = Date.parse(first);
  // One single moment still has a width to be drawn in.
  const span = Math.max(1, Date.parse(last) - begin);
  const share = (instant: string): number => Math.min(1, Math.max(0, (Date.parse(instant) - begin) / span));
  const x = (instant: string): number =>
    round(CHART.left + share(instant) * (CHART.width - CHART.left - CHART.right));
  const y = (instant: string): number =>
    round(CHART.height - CHART.bottom - share(instant) * (CHART.height - CHART.top - CHART.bottom));
  const points = events.map(({ version, decision, type, at, recordedAt }) => ({
    ...{ version, decision, type, x: x(at), y: y(recordedAt) },
  }));
  return { points, x, y, first, last };
}

const round = (value: number): number => Math.round(value * 10) / 10;
