/**
 * What one journey hands to another when two records turn out to be one human, and back again: everything
 * it holds but its id. Ordinals (`c1`, `s1`, `o1`, `p1`) are given anew on the way, because both records
 * began to count at one; ids made by the server are unique and stay.
 */
import type { JourneyState } from '../state.ts';
import type { Marks } from './marks.ts';

/** `shape` names the form of `state`, so that a later form can read it. */
export interface CarriedJourney {
  readonly shape: number;
  readonly state: CarriedState;
  /** Absent in what was carried before marks were. */
  readonly marks?: Marks;
}

export type CarriedState = Omit<JourneyState, 'personId' | 'keeping'>;

/** Form of what this build carries. Raised together with a change of the state's own form. */
export const CARRIED_SHAPE = 1;

/** How far each kind of ordinal moves. */
export interface Shift {
  readonly c: number;
  readonly s: number;
  readonly o: number;
  readonly p: number;
}

/** Objects whose keys are ordinals, and fields that hold one. */
const KEYED: ReadonlySet<string> = new Set(['cases', 'linkedCases', 'sessions', 'offers', 'placements']);
const NAMING: ReadonlySet<string> = new Set([
  'caseId',
  'fromCaseId',
  'linkedFrom',
  'linkedCaseId',
  'sessionId',
  'offerId',
  'placementId',
]);

const ORDINAL = /^([csop])([1-9]\d*)$/;

const moved = (ordinal: string, shift: Shift): string => {
  const [, letter, number] = ORDINAL.exec(ordinal) ?? [];
  return letter === undefined ? ordinal : `${letter}${Number(number) + shift[letter as keyof Shift]}`;
};

/** The same value with every ordinal moved. */
export function renumbered<Value>(value: Value, shift: Shift, under = ''): Value {
  if (typeof value === 'string') return (NAMING.has(under) ? moved(value, shift) : value) as Value;
  if (Array.isArray(value)) return value.map((item) => renumbered(item, shift, '')) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const renamed = Object.entries(value).map(([key, item]) => [
    // `placements` is an object by ordinal in employment, and a list in a case: a list has no such keys.
    KEYED.has(under) ? moved(key, shift) : key,
    renumbered(item, shift, key),
  ]);
  return Object.fromEntries(renamed) as Value;
}

export const opposite = ({ c, s, o, p }: Shift): Shift => ({ c: -c, s: -s, o: -o, p: -p });

/** The highest ordinal: a merge or its undoing may have left gaps below it. */
const highest = (ordinals: object): number =>
  Math.max(0, ...Object.keys(ordinals).map((ordinal) => Number(ordinal.slice(1))));

/** Ordinals of the other record begin after those that this one has ever given. */
export const shiftPast = ({ caseCount, sessionCount, training, employment }: JourneyState): Shift => ({
  c: caseCount,
  s: sessionCount,
  o: highest(training.offers),
  p: employment.placementCount,
});
