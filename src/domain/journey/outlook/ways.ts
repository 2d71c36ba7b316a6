/**
 * What would bring a case home in time: a further day a week, longer days, or another schedule. Never more than
 * the daily limit of the law and what the ruling itself says of a day and a week (art. 85(5), 85(9)).
 */
import type { LocalDate } from '../../time/moment.ts';
import type { Slot } from '../commands.ts';
import { daysUntilDone, type PlannedDay } from '../plan.ts';
import { weekdayMinutes } from '../slots.ts';

export type Way =
  /** The days of now, and these besides. */
  | {
      readonly kind: 'ADD_DAYS';
      readonly weekdays: readonly number[];
      readonly minutesPerDay: number;
      readonly completesOn: LocalDate;
    }
  /** The days of now, each so long. */
  | { readonly kind: 'LONGER_DAYS'; readonly minutesPerDay: number; readonly completesOn: LocalDate }
  /** Another schedule: any days, so many a week. */
  | {
      readonly kind: 'SCHEDULE';
      readonly daysPerWeek: number;
      readonly minutesPerDay: number;
      readonly completesOn: LocalDate;
    };

export interface WaysAsked {
  readonly left: number;
  /** Empty where there is no schedule. */
  readonly slots: readonly Slot[];
  /** Weekdays on which the place takes people. */
  readonly openWeekdays: readonly number[];
  /** Most minutes on a day: the law's, or the ruling's where it says less. */
  readonly mostPerDay: number;
  /** Most days a week that the ruling allows; 7 where it is silent. */
  readonly mostDays: number;
  readonly count: (slots: readonly Slot[]) => readonly PlannedDay[];
}

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;
const STEP_MINUTES = 30;
/** Half of a working day: the usual length where people have work and families. */
const HALF_DAY_MINUTES = 240;

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A slot without a break: only its length and its date matter here. */
const slotOf = (weekday: number, minutes: number): Slot => ({
  weekday: weekday as Slot['weekday'],
  start: '08:00',
  end: clock(8 * 60 + minutes),
  breakMinutes: 0,
});

const doneOn = ({ count, left }: WaysAsked, slots: readonly Slot[]): LocalDate | undefined =>
  daysUntilDone(count(slots), left)?.at(-1)?.date;

function addedDays(asked: WaysAsked): Way | undefined {
  const { slots, openWeekdays, mostPerDay, mostDays } = asked;
  const used = WEEK.filter((weekday) => weekdayMinutes(slots, weekday) > 0);
  const free = openWeekdays.filter((weekday) => !used.includes(weekday as 1));
  const most = Math.max(0, ...used.map((weekday) => weekdayMinutes(slots, weekday)));
  const minutesPerDay = Math.min(most, mostPerDay);
  if (minutesPerDay === 0) return undefined;
  for (let more = 1; more <= Math.min(free.length, mostDays - used.length); more += 1) {
    const weekdays = free.slice(0, more);
    const done = doneOn(asked, [...slots, ...weekdays.map((weekday) => slotOf(weekday, minutesPerDay))]);
    if (done !== undefined) return { kind: 'ADD_DAYS', weekdays, minutesPerDay, completesOn: done };
  }
  return undefined;
}

function longerDays(asked: WaysAsked): Way | undefined {
  const { slots, mostPerDay } = asked;
  const used = WEEK.filter((weekday) => weekdayMinutes(slots, weekday) > 0);
  const most = Math.max(0, ...used.map((weekday) => weekdayMinutes(slots, weekday)));
  if (most === 0) return undefined;
  const first = (Math.floor(most / STEP_MINUTES) + 1) * STEP_MINUTES;
  for (let minutes = first; minutes <= mostPerDay; minutes += STEP_MINUTES) {
    const done = doneOn(
      asked,
      used.map((weekday) => slotOf(weekday, minutes)),
    );
    if (done !== undefined) return { kind: 'LONGER_DAYS', minutesPerDay: minutes, completesOn: done };
  }
  return undefined;
}

/** The fewest days a week that suffice at this length. */
function schedule(asked: WaysAsked, minutesPerDay: number): Way | undefined {
  const { openWeekdays, mostDays } = asked;
  for (let days = 1; days <= Math.min(openWeekdays.length, mostDays); days += 1) {
    const done = doneOn(
      asked,
      openWeekdays.slice(0, days).map((weekday) => slotOf(weekday, minutesPerDay)),
    );
    if (done !== undefined) return { kind: 'SCHEDULE', daysPerWeek: days, minutesPerDay, completesOn: done };
  }
  return undefined;
}

const isThere = <Found>(found: Found | undefined): found is Found => found !== undefined;

/** Where a schedule falls short: the smallest changes. Without one: what schedules would do. */
export function waysHome(asked: WaysAsked): readonly Way[] {
  if (asked.left === 0) return [];
  const changed = asked.slots.length === 0 ? [] : [addedDays(asked), longerDays(asked)].filter(isThere);
  if (changed.length > 0) return changed;
  const lengths = [...new Set([Math.min(HALF_DAY_MINUTES, asked.mostPerDay), asked.mostPerDay])];
  return lengths.map((minutes) => schedule(asked, minutes)).filter(isThere);
}
