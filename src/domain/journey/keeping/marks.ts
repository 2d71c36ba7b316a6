/**
 * Marks that are of the human and not of one record: a legal hold and the hiding from operational screens
 * (G-10, G-11). At a merge either yes is a yes for both; taken apart, each has its own again.
 */
import type { KeepingState } from './state.ts';

export type Marks = Pick<KeepingState, 'legalHold' | 'hidden'>;

/** What a record without any mark carries; also one that was carried before marks were. */
export const NO_MARKS: Marks = { legalHold: false, hidden: false };

export const marksOf = ({ legalHold, hidden }: Marks): Marks => ({ legalHold, hidden });

export const eitherYes = (mine: Marks, theirs: Marks): Marks => ({
  legalHold: mine.legalHold || theirs.legalHold,
  hidden: mine.hidden || theirs.hidden,
});

/** As a record had them; what was placed or lifted since the merge was so for both. */
export const marksBack = (own: Marks, atMerge: Marks, now: Marks): Marks => ({
  legalHold: now.legalHold === atMerge.legalHold ? own.legalHold : now.legalHold,
  hidden: now.hidden === atMerge.hidden ? own.hidden : now.hidden,
});
