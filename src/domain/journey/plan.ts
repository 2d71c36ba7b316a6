/**
 * The schedule: recurring weekly slots, counted out into the dates on which the site is open.
 *
 * ORDERED, with a site -- SchedulePlanned --> PLANNED
 * PLANNED | RUNNING | HELD | REPEAT -- PlanRevised --> same stage
 *
 * A plan must reach the minutes left before the window ends, with at most the daily limit on each date,
 * else it is PLAN_INFEASIBLE (art. 85(5)). It keeps to the hours per day and days per week of the ruling. It takes a place at the site on every date it needs; where a
 * date is full the whole plan is refused and the planner chooses other days.
 */
import type { ClaimChange, DecideContext, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { type CalendarFact, isYearLoaded } from '../registers/calendar.ts';
import { hasAgreementOn, isSiteOpen, type SiteFact } from '../registers/site.ts';
import { addDays, dayOfWeek } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { JourneyCommands, Slot } from './commands.ts';
import { minutesLeft } from './completion.ts';
import { laterOf, notBefore } from './dates.ts';
import type { JourneyEvents } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  isRefusal,
  onCase,
  type Refused,
  today,
} from './handlers.ts';
import { scheduleRefusal } from './ruling-schedule.ts';
import { usableSite } from './site.ts';
import { placeHolder, releasePlan, siteDayKey } from './site-places.ts';
import { slotMinutes, slotsOverlap, weekdayMinutes } from './slots.ts';
import { moveTo } from './stage-moves.ts';
import { planClash } from './training/clashes.ts';
import { windowEndOf } from './window.ts';

type PlanData = JourneyCommands['plan-schedule'];

export interface PlannedDay {
  readonly date: LocalDate;
  readonly minutes: number;
}

/** Dates and minutes of the slots between two dates, where the site is open. A slot belongs to its start. */
export function plannedDays(
  slots: readonly Slot[],
  from: LocalDate,
  until: LocalDate,
  isOpen: (date: LocalDate) => boolean,
): PlannedDay[] {
  const minutes = new Map<LocalDate, number>();
  const add = (date: LocalDate, more: number): void => {
    if (more > 0 && date <= until) minutes.set(date, (minutes.get(date) ?? 0) + more);
  };
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const ofDay = slots.filter(({ weekday }) => weekday === dayOfWeek(date));
    if (ofDay.length === 0 || !isOpen(date)) continue;
    for (const slot of ofDay) {
      const { own, next } = slotMinutes(slot);
      add(date, own);
      add(addDays(date, 1), next);
    }
  }
  return [...minutes]
    .map(([date, total]) => ({ date, minutes: total }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The days a plan needs: up to the one on which it reaches `left`. Undefined when it never does. */
export function daysUntilDone(days: readonly PlannedDay[], left: number): readonly PlannedDay[] | undefined {
  let sum = 0;
  for (const [index, day] of days.entries()) {
    sum += day.minutes;
    if (sum >= left) return days.slice(0, index + 1);
  }
  return left === 0 ? [] : undefined;
}

function slotRefusal({ slots, from }: PlanData, limit: number): Refused | undefined {
  if (slotsOverlap(slots)) return refuseWith('OVERLAP', { date: from });
  for (let offset = 0; offset < 7; offset += 1) {
    const date = addDays(from, offset);
    if (weekdayMinutes(slots, dayOfWeek(date)) > limit) {
      return refuseWith('DAILY_LIMIT', { date, minutesLeft: limit });
    }
  }
  return undefined;
}

/** A year whose holidays nobody loaded yet looks as if it had none. */
const unloadedYears = (calendar: CalendarFact, days: readonly PlannedDay[]): Warning[] =>
  [...new Set(days.map(({ date }) => Number(date.slice(0, 4))))]
    .filter((year) => !isYearLoaded(calendar, year))
    .map((year) => warn('CALENDAR_YEAR_NOT_LOADED', { year, calendarId: calendar.id }));

const fullDate = (context: DecideContext): LocalDate | undefined =>
  context.lostClaims
    .filter(({ key }) => key.startsWith('site-day/'))
    .map(({ key }) => key.slice(-10))
    .sort()[0];

/** Hours with at most two decimals, for people. */
const inHours = (minutes: number): number => Math.round((minutes * 100) / 60) / 100;

/** Whether a plan may put work on a date there. */
export const openOn =
  (site: SiteFact, calendar: CalendarFact) =>
  (date: LocalDate): boolean =>
    isSiteOpen(site, calendar, date) && hasAgreementOn(site, date);

export const planHandlers: CommandHandlers<'plan-schedule'> = {
  'plan-schedule': onCase(
    { stages: ['ORDERED', 'PLANNED', 'RUNNING', 'HELD', 'REPEAT'] },
    (found, { data }, context, state) => {
      const { caseId } = found;
      if (found.site?.siteId !== data.siteId) {
        return refuseWith('SITE_UNKNOWN', { caseId, siteId: data.siteId });
      }
      const site = usableSite(data.siteId, context);
      if (isRefusal(site)) return site;
      const full = fullDate(context);
      if (full !== undefined) return refuseWith('SITE_FULL', { siteId: site.id, date: full });
      const calendar = context.fact<CalendarFact>(`calendar/${site.calendar}`);
      if (calendar === undefined) return refuseWith('CALENDAR_UNKNOWN', { calendarId: site.calendar });
      const refused =
        notBefore('from', data.from, found.execution?.startedOn ?? found.order?.orderedOn) ??
        slotRefusal(data, context.policy<number>('daily_limit_minutes', data.from)) ??
        scheduleRefusal(found, data.slots);
      if (refused !== undefined) return refused;

      const windowEndsAt = found.execution?.windowEndsAt ?? windowEndOf(found, data.from, context);
      // A revised plan cannot fill days that are over.
      const from = found.execution === null ? data.from : laterOf(data.from, today(context, site.zone));
      const days = plannedDays(data.slots, from, windowEndsAt.date, openOn(site, calendar));
      const plannedMinutes = days.reduce((sum, { minutes }) => sum + minutes, 0);
      const left = minutesLeft(found);
      const needed = daysUntilDone(days, left);
      if (needed === undefined) {
        return refuseWith('PLAN_INFEASIBLE', {
          plannedHours: inHours(plannedMinutes),
          hoursLeft: inHours(left),
          windowEnd: windowEndsAt.date,
        });
      }
      const plan: JourneyEvents['SchedulePlanned'] = {
        ...data,
        plannedDays: days.length,
        plannedMinutes,
        completesOn: needed.at(-1)?.date ?? null,
      };
      const keys = needed.map(({ date }) => siteDayKey(site.id, date));
      const taken = keys.map(
        (key): ClaimChange => ({
          kind: 'take-place',
          key,
          holder: placeHolder(state, found),
          limit: site.capacityPerDay,
        }),
      );
      const meets = planClash(state, plan, context);
      const type = found.stage === 'ORDERED' ? 'SchedulePlanned' : 'PlanRevised';
      return accepted([{ type, data: plan }], {
        warnings: [
          ...(data.discussedWithPerson ? [] : [warn('PLAN_NOT_DISCUSSED', {})]),
          ...unloadedYears(calendar, needed),
          ...(meets === undefined ? [] : [warn('PLAN_MEETS_CLASS', { date: meets })]),
        ],
        claims: [...releasePlan(state, found, context, new Set(keys)), ...taken],
      });
    },
  ),
};

export const planEvolvers: Evolvers<'SchedulePlanned' | 'PlanRevised'> = {
  /** Whoever plans has met the person: the first appearance is waited for no longer, whatever comes. */
  SchedulePlanned: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'PLANNED'),
      plan: data,
      order: found.order && { ...found.order, firstAppearanceAt: null },
    })),
  PlanRevised: (state, { data }) => changeCase(state, data.caseId, () => ({ plan: data })),
};
