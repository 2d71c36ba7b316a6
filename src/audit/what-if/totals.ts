/** What a draft would have come to, in numbers: over all streams, and per office. */
import type { TriedStream } from './try-draft.ts';

export interface Totals {
  readonly streams: number;
  readonly decisions: number;
  readonly same: number;
  readonly different: number;
  readonly notReplayable: number;
  /** Decisions that the draft itself would have made otherwise; those that only follow are counted apart. */
  readonly refusedNow: number;
  readonly acceptedNow: number;
  readonly otherwise: number;
  readonly followed: number;
  readonly casesEarlier: number;
  readonly casesLater: number;
  /** Done on record and not in the drafted life, and the other way round. */
  readonly casesNotDone: number;
  readonly casesDone: number;
  readonly noLongerLate: number;
  readonly newlyLate: number;
}

export const NO_TOTALS: Totals = {
  ...{ streams: 0, decisions: 0, same: 0, different: 0, notReplayable: 0 },
  ...{ refusedNow: 0, acceptedNow: 0, otherwise: 0, followed: 0 },
  ...{ casesEarlier: 0, casesLater: 0, casesNotDone: 0, casesDone: 0, noLongerLate: 0, newlyLate: 0 },
};

export const addTotals = (one: Totals, other: Totals): Totals =>
  Object.fromEntries(
    (Object.keys(one) as (keyof Totals)[]).map((name) => [name, one[name] + other[name]]),
  ) as unknown as Totals;

const count = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => items.filter(is).length;

export function totalsOf(tried: TriedStream): Totals {
  const { outcome, decisions, differences, cases, late } = tried;
  const own = differences.filter(({ followsFrom }) => followsFrom === null);
  const done = cases.map(({ completedOn }) => completedOn);
  const both = (is: (recorded: string, drafted: string) => boolean): number =>
    count(done, ({ recorded, drafted }) => recorded !== null && drafted !== null && is(recorded, drafted));
  const refusedNow = count(own, ({ kind }) => kind === 'refused now');
  const acceptedNow = count(own, ({ kind }) => kind === 'accepted now');
  return {
    ...{ streams: 1, decisions, refusedNow, acceptedNow },
    same: outcome === 'same' ? 1 : 0,
    different: outcome === 'different' ? 1 : 0,
    notReplayable: outcome === 'not replayable' ? 1 : 0,
    otherwise: own.length - refusedNow - acceptedNow,
    followed: differences.length - own.length,
    casesEarlier: both((recorded, drafted) => drafted < recorded),
    casesLater: both((recorded, drafted) => drafted > recorded),
    casesNotDone: count(done, ({ recorded, drafted }) => recorded !== null && drafted === null),
    casesDone: count(done, ({ recorded, drafted }) => recorded === null && drafted !== null),
    noLongerLate: late.recorded.length,
    newlyLate: late.drafted.length,
  };
}

/** Offices in the order of their names. */
export function totalsByOffice(all: Iterable<TriedStream>): { readonly [office: string]: Totals } {
  const sums = new Map<string, Totals>();
  for (const tried of all) {
    sums.set(tried.office, addTotals(sums.get(tried.office) ?? NO_TOTALS, totalsOf(tried)));
  }
  return Object.fromEntries([...sums].sort(([one], [other]) => (one < other ? -1 : 1)));
}
