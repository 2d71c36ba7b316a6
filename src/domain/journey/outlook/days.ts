/** The days that a schedule still holds for one case, none of them above what the law lets a person work. */
import type { LocalDate } from '../../time/moment.ts';
import type { Slot } from '../commands.ts';
import { minutesLeft } from '../completion.ts';
import { laterOf } from '../dates.ts';
import { openOn, type PlannedDay, plannedDays } from '../plan.ts';
import type { CommunityServiceCase, JourneyState } from '../state.ts';
import type { Place } from './outlook.ts';

/** Minutes that stand credited for one case on a date. */
const ofCase = (state: JourneyState, caseId: string, date: LocalDate): number =>
  Object.values(state.sessions).reduce(
    (sum, session) => sum + (session.caseId === caseId ? (session.credited[date] ?? 0) : 0),
    0,
  );

export interface DaysAsked {
  readonly state: JourneyState;
  readonly found: CommunityServiceCase;
  readonly place: Place;
  readonly limit: number;
  readonly asOf: LocalDate;
  readonly from: LocalDate;
  readonly until: LocalDate;
  /** What other cases of the person plan, by date. */
  readonly taken: ReadonlyMap<LocalDate, number>;
}

/**
 * Dates and minutes of some slots. What other cases plan for a date comes off the limit, which counts for the
 * person (L-22); of today, what was credited already.
 */
export function daysOf(
  slots: readonly Slot[],
  { state, found, place, limit, asOf, from, until, taken }: DaysAsked,
): PlannedDay[] {
  const { site, calendar } = place;
  return plannedDays(slots, from, until, openOn(site, calendar)).flatMap(({ date, minutes }) => {
    const worked = date === asOf ? ofCase(state, found.caseId, date) : 0;
    const room = limit - (taken.get(date) ?? 0) - worked;
    const counted = Math.min(minutes - worked, room);
    return counted > 0 ? [{ date, minutes: counted }] : [];
  });
}

const PLANNING: readonly CommunityServiceCase['stage'][] = ['PLANNED', 'RUNNING', 'REPEAT'];

/** What the other cases of the person plan or had credited, by date: the limit counts them all together. */
export function takenByOthers(
  state: JourneyState,
  caseId: string,
  places: ReadonlyMap<string, Place>,
  asOf: LocalDate,
  limit: number,
): ReadonlyMap<LocalDate, number> {
  const taken = new Map<LocalDate, number>();
  for (const other of Object.values(state.cases)) {
    if (other.caseId === caseId) continue;
    const today = ofCase(state, other.caseId, asOf);
    if (today > 0) taken.set(asOf, (taken.get(asOf) ?? 0) + today);
    const place = other.plan === null ? undefined : places.get(other.plan.siteId);
    const until = other.execution?.windowEndsAt?.date;
    if (other.plan === null || place === undefined || until === undefined) continue;
    if (!PLANNING.includes(other.stage)) continue;
    let left = minutesLeft(other);
    const days = daysOf(other.plan.slots, {
      ...{ state, found: other, place, limit, asOf, until, taken: new Map() },
      from: laterOf(other.plan.from, asOf),
    });
    for (const { date, minutes } of days) {
      if (left <= 0) break;
      taken.set(date, (taken.get(date) ?? 0) + Math.min(minutes, left));
      left -= minutes;
    }
  }
  return taken;
}

/** The last of these days on which one may begin and still have `left` by their end. */
export function lastStart(days: readonly PlannedDay[], left: number): LocalDate | null {
  let sum = 0;
  for (const { date, minutes } of [...days].reverse()) {
    sum += minutes;
    if (sum >= left) return date;
  }
  return null;
}
