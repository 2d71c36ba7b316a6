/** What does not fit together when two records become one: shown to people, decided by people (I.6b). */
import type { DecideContext } from '../../decider.ts';
import { momentOf } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Session } from '../state.ts';
import type { CarriedState } from './carried.ts';
import type { KeepingEvents } from './events.ts';

type Merged = KeepingEvents['PersonMerged'];

/** The 8-hour day counts per person (L-22): dates on which both together are over it. */
export function daysOverLimit(joined: CarriedState, context: DecideContext): Merged['daysOverLimit'] {
  const minutes = new Map<LocalDate, number>();
  for (const { credited, toward } of Object.values(joined.sessions)) {
    if (toward === 'MEASURE') continue;
    for (const [date, credit] of Object.entries(credited)) {
      minutes.set(date, (minutes.get(date) ?? 0) + credit);
    }
  }
  return [...minutes]
    .filter(([date, total]) => total > context.policy<number>('daily_limit_minutes', date))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([date, total]) => ({ date, minutes: total }));
}

const COUNTED: ReadonlySet<Session['status']> = new Set(['OPEN', 'RECORDED', 'CONFIRMED', 'DECIDED']);

const interval = ({ start, end, zone }: Session): readonly [string, string] | undefined =>
  end === null ? undefined : [momentOf(start, zone).at, momentOf(end, zone).at];

/** @param mine sessions of the record that stays. @param theirs of the other, with their new ids. */
export function overlapsBetween(mine: readonly Session[], theirs: readonly Session[]): Merged['overlaps'] {
  return mine.flatMap((one) => {
    const own = COUNTED.has(one.status) ? interval(one) : undefined;
    if (own === undefined) return [];
    return theirs.flatMap((other) => {
      const foreign = COUNTED.has(other.status) ? interval(other) : undefined;
      const over = foreign !== undefined && own[0] < foreign[1] && foreign[0] < own[1];
      return over ? [{ sessionId: one.sessionId, otherSessionId: other.sessionId }] : [];
    });
  });
}

/** The same scheme, the same body and the same day of the test: one test told twice. */
export function sameTests(mine: CarriedState, theirs: CarriedState): Merged['sameTests'] {
  const testsOf = (state: CarriedState) =>
    Object.values(state.assessment.assessments).flatMap(
      ({ assessmentId, schemeId, certificationBody, attempts }) =>
        attempts.flatMap(({ takenOn }) =>
          takenOn === null ? [] : [{ assessmentId, key: `${certificationBody}/${schemeId}/${takenOn}` }],
        ),
    );
  const own = testsOf(mine);
  return testsOf(theirs).flatMap(({ assessmentId, key }) => {
    const same = own.find((test) => test.key === key);
    return same === undefined ? [] : [{ assessmentId, countsAs: same.assessmentId }];
  });
}
