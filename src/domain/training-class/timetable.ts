/** A class's hours: which sessions there are, how long they are, and where two timetables share time (C-17). */
import { addDays, dayOfWeek } from '../time/index.ts';
import type { LocalDate } from '../time/moment.ts';
import type { Timetable } from './fact.ts';

/** C-05: one training hour (JP). The policy `jp_minutes` is for counting; a timetable is drawn in these. */
const MINUTES_PER_JP = 45;

/** A stretch of one local date, in minutes of the day. */
export interface BusyTime {
  readonly from: number;
  readonly to: number;
}

export interface Dates {
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

interface Timed {
  readonly timetable: Timetable;
}

interface Session {
  /** `HH:MM`. */
  readonly start: string;
  readonly jp: number;
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Sessions of one local date, in no order. */
export function sessionsOn({ timetable, startsOn, endsOn }: Timed & Dates, date: LocalDate): Session[] {
  if (date < startsOn || date > endsOn) return [];
  const dated = timetable.dated.filter((session) => session.date === date);
  if (timetable.except.includes(date)) return dated;
  const weekly = timetable.weekly.filter(({ weekday }) => weekday === dayOfWeek(date));
  const starts = new Set(dated.map(({ start }) => start));
  return [...dated, ...weekly.filter(({ start }) => !starts.has(start))];
}

export const sessionAt = (plan: Timed & Dates, date: LocalDate, slot: string): Session | undefined =>
  sessionsOn(plan, date).find(({ start }) => start === slot);

/** How a sheet names a session. */
export const sessionKey = (date: LocalDate, slot: string): string => `${date}T${slot}`;

export const busyTimes = (plan: Timed & Dates, date: LocalDate): BusyTime[] =>
  sessionsOn(plan, date).map(({ start, jp }) => {
    const from = minutesOf(start);
    return { from, to: from + jp * MINUTES_PER_JP };
  });

export const shareTime = (some: readonly BusyTime[], others: readonly BusyTime[]): boolean =>
  some.some(({ from, to }) => others.some((other) => from < other.to && other.from < to));

const later = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? other : one);
const earlier = (one: LocalDate, other: LocalDate): LocalDate => (one < other ? one : other);

/** First date on which both want the person at the same time; undefined where there is none. */
export function firstClash(
  one: Dates & { busyOn(date: LocalDate): readonly BusyTime[] },
  other: Dates & { busyOn(date: LocalDate): readonly BusyTime[] },
  from: LocalDate,
): LocalDate | undefined {
  const until = earlier(one.endsOn, other.endsOn);
  const begin = later(from, later(one.startsOn, other.startsOn));
  for (let date = begin; date <= until; date = addDays(date, 1)) {
    if (shareTime(one.busyOn(date), other.busyOn(date))) return date;
  }
  return undefined;
}

export const overlapsItself = ({ timetable }: Timed): boolean => {
  const spans = timetable.weekly.map(({ weekday, start, jp }) => {
    const from = weekday * 24 * 60 + minutesOf(start);
    return { from, to: from + jp * MINUTES_PER_JP };
  });
  return spans.some((span, index) => shareTime([span], spans.slice(index + 1)));
};

function allSessions(plan: Timed & Dates): Session[] {
  const sessions: Session[] = [];
  for (let date = plan.startsOn; date <= plan.endsOn; date = addDays(date, 1)) {
    sessions.push(...sessionsOn(plan, date));
  }
  return sessions;
}

/** All training hours between first and last day. */
export const plannedJp = (plan: Timed & Dates): number =>
  allSessions(plan).reduce((sum, { jp }) => sum + jp, 0);

export const countSessions = (plan: Timed & Dates): number => allSessions(plan).length;
