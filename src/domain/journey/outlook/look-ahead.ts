/** Counts the outlook of one case from the state and the registers. */
import type { DecideContext } from '../../decider.ts';
import { isYearLoaded } from '../../registers/calendar.ts';
import { daysBetween } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { minutesLeft, targetMinutes } from '../completion.ts';
import { laterOf } from '../dates.ts';
import { neededPerWeek } from '../pace.ts';
import { daysUntilDone } from '../plan.ts';
import { creditedOn } from '../sessions/day.ts';
import { weekdayMinutes, weeklyMinutes } from '../slots.ts';
import type { CommunityServiceCase, JourneyState } from '../state.ts';
import { windowEndOf } from '../window.ts';
import { type DaysAsked, daysOf, lastStart, takenByOthers } from './days.ts';
import type { Outlook, OutlookKind, Place, Rhythm } from './outlook.ts';
import { waysHome } from './ways.ts';

export type LookAhead = Pick<DecideContext, 'policy'> & {
  /** The local date at the case. */
  readonly asOf: LocalDate;
  /** Places of work by the id of the site, of all cases that have one. */
  readonly places: ReadonlyMap<string, Place>;
};

/** Policies that an outlook reads. */
export const OUTLOOK_POLICIES = ['daily_limit_minutes', 'window_days'] as const;

const OVER: readonly CommunityServiceCase['stage'][] = ['CONVERTED', 'COMPLETED', 'CLOSED', 'VOID'];

function rhythmOf({ plan }: CommunityServiceCase, limit: number): Rhythm | null {
  if (plan === null) return null;
  const minutes = [1, 2, 3, 4, 5, 6, 7].map(
    (weekday) => [weekday, weekdayMinutes(plan.slots, weekday)] as const,
  );
  const used = minutes.filter(([, planned]) => planned > 0);
  const lengths = new Set(used.map(([, planned]) => planned));
  return {
    weekdays: used.map(([weekday]) => weekday),
    minutesPerWeek: weeklyMinutes(plan.slots, limit),
    minutesPerDay: lengths.size === 1 ? (used[0]?.[1] ?? null) : null,
    fullWeekdays: used.filter(([, planned]) => planned >= limit).map(([weekday]) => weekday),
  };
}

/** Last day of the window; before the start, as a start by the schedule would have it. */
function windowEndsOn(found: CommunityServiceCase, look: LookAhead): LocalDate | null {
  const { execution, plan } = found;
  if (execution !== null) return execution.windowEndsAt?.date ?? null;
  return plan === null ? null : windowEndOf(found, plan.from, look).date;
}

/** Undefined where no hours are ordered: a training measure has its own count (S19). */
export function outlookOf(
  state: JourneyState,
  found: CommunityServiceCase,
  look: LookAhead,
): Outlook | undefined {
  if (found.orderedMinutes === null) return undefined;
  const { asOf, places } = look;
  const limit = look.policy<number>('daily_limit_minutes', asOf);
  const isOver = OVER.includes(found.stage) || state.diedOn !== null;
  const left = minutesLeft(found);
  const endsOn = windowEndsOn(found, look);
  const daysLeft = endsOn === null ? null : Math.max(0, daysBetween(asOf, endsOn));
  const base = {
    ...{ caseId: found.caseId, stage: found.stage, asOf, minutesLeft: left },
    targetMinutes: targetMinutes(found),
    creditedMinutes: found.creditedMinutes,
    creditedToday: creditedOn(state, asOf),
    dailyLimitMinutes: limit,
    minutesLeftToday: Math.max(0, limit - creditedOn(state, asOf)),
    startedOn: found.execution?.startedOn ?? null,
    windowEndsOn: endsOn,
    daysLeft,
    neededPerWeek: daysLeft === null || isOver ? null : neededPerWeek(left, daysLeft),
    rhythm: rhythmOf(found, limit),
  };
  const nothing = {
    ...{ completesOn: null, minutesShort: 0, ahead: [], sharedDays: 0, hold: null, restartBy: null },
    ...{ ways: [], beyondReach: false, yearsWithoutHolidays: [] },
  };
  if (left === 0 || isOver) return { ...base, ...nothing, kind: 'DONE' };
  if (endsOn !== null && (asOf > endsOn || found.execution?.windowEnded === true)) {
    return { ...base, ...nothing, kind: 'WINDOW_ENDED', minutesShort: left };
  }
  const siteId = found.plan?.siteId ?? found.site?.siteId;
  const place = siteId === undefined ? undefined : places.get(siteId);
  if (endsOn === null || place === undefined) return { ...base, ...nothing, kind: 'NO_PLAN' };
  return { ...base, ...ahead({ state, found, look, limit, left, endsOn, place }) };
}

interface Counted {
  readonly state: JourneyState;
  readonly found: CommunityServiceCase;
  readonly look: LookAhead;
  readonly limit: number;
  readonly left: number;
  readonly endsOn: LocalDate;
  readonly place: Place;
}

function ahead({ state, found, look, limit, left, endsOn, place }: Counted) {
  const { asOf, places } = look;
  const taken = takenByOthers(state, found.caseId, places, asOf, limit);
  const until = found.hold?.resumeAt?.date ?? null;
  // A schedule cannot fill days that are over, nor days of a hold whose end is known.
  const from = [found.plan?.from ?? asOf, until ?? asOf, asOf].reduce(laterOf);
  const asked: DaysAsked = { state, found, place, limit, asOf, from, until: endsOn, taken };
  const slots = found.plan?.slots ?? [];
  const days = daysOf(slots, asked);
  const needed = daysUntilDone(days, left);
  const planned = days.reduce((sum, { minutes }) => sum + minutes, 0);
  const kind: OutlookKind = found.plan === null ? 'NO_PLAN' : needed === undefined ? 'SHORT' : 'ON_TIME';
  const mostPerDay = Math.min(limit, found.hoursPerDay === null ? limit : found.hoursPerDay * 60);
  const ways =
    needed !== undefined
      ? []
      : waysHome({
          ...{ left, slots, mostPerDay, mostDays: found.daysPerWeek ?? 7 },
          openWeekdays: place.site.openWeekdays,
          count: (other) => daysOf(other, asked),
        });
  const counted = needed ?? days;
  return {
    kind,
    completesOn: needed?.at(-1)?.date ?? null,
    minutesShort: needed === undefined ? Math.max(0, left - planned) : 0,
    ahead: counted,
    sharedDays: counted.filter(({ date }) => taken.has(date)).length,
    hold: found.hold === null ? null : { until },
    restartBy: found.hold === null ? null : lastStart(days, left),
    ways,
    beyondReach: needed === undefined && ways.length === 0,
    yearsWithoutHolidays: [...new Set(counted.map(({ date }) => Number(date.slice(0, 4))))].filter(
      (year) => !isYearLoaded(place.calendar, year),
    ),
  };
}
