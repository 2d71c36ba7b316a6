/**
 * The nearest values on a line of whole numbers for which something holds. Steps double away from where one
 * stands, then the edge is found by halving; so what is told was tried, and the work is bounded.
 */
export interface Stretch {
  /** The value nearest to where one stands. */
  readonly near: number;
  /** The last value in a row for which it holds; undefined where it held as far as was looked. */
  readonly far?: number;
}

export interface Line {
  readonly from: number;
  readonly least: number;
  readonly most: number;
  /** How far to look in one direction. */
  readonly reach: number;
}

type Holds = (value: number) => Promise<boolean>;

/** Halves between a value for which it does not hold and one for which it does. */
async function edge(without: number, having: number, holds: Holds): Promise<number> {
  let [no, yes] = [without, having];
  while (Math.abs(yes - no) > 1) {
    const middle = Math.trunc((no + yes) / 2);
    if (await holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** @param hints values worth trying beside the doubling steps: a limit that a refusal names. */
export async function nearestStretch(
  { from, least, most, reach }: Line,
  direction: 1 | -1,
  hints: readonly number[],
  holds: Holds,
): Promise<Stretch | undefined> {
  const inside = (value: number): boolean =>
    value >= least && value <= most && Math.abs(value - from) <= reach;
  const steps: number[] = [];
  for (let step = 1; inside(from + direction * step); step *= 2) steps.push(from + direction * step);
  const hinted = hints.filter((hint) => (hint - from) * direction > 0 && inside(hint));
  const probes = [...new Set([...steps, ...hinted])].sort((a, b) => (a - b) * direction);
  let last = from;
  for (const probe of probes) {
    if (await holds(probe)) {
      const near = await edge(last, probe, holds);
      return { near, ...(await farEnd(probe, direction, inside, holds)) };
    }
    last = probe;
  }
  return undefined;
}

async function farEnd(
  from: number,
  direction: 1 | -1,
  inside: (value: number) => boolean,
  holds: Holds,
): Promise<{ far?: number }> {
  let last = from;
  for (let step = 1; inside(from + direction * step); step *= 2) {
    const probe = from + direction * step;
    if (!(await holds(probe))) return { far: await edge(probe, last, holds) };
    last = probe;
  }
  return {};
}
