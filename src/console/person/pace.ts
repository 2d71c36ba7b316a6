/** Hours over time: what was credited, what the window needs, and what the schedule still holds. Pure. */
import type { Session } from '../../domain/journey/state.ts';
import { addDays, dayOfWeek, daysBetween } from '../../domain/time/local-date.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import type { OutlookSeen } from './journey-view.ts';

export interface PacePoint {
  readonly date: LocalDate;
  readonly minutes: number;
}

export interface Pace {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly asOf: LocalDate;
  readonly target: number;
  /** Sums of what stands credited, a point for each day with work. */
  readonly done: readonly PacePoint[];
  readonly planned: readonly PacePoint[];
}

type Credited = Pick<Session, 'caseId' | 'credited'>;

/** Sums up to each date. */
function summed(days: readonly PacePoint[], start: number): PacePoint[] {
  let sum = start;
  return days.map(({ date, minutes }) => {
    sum += minutes;
    return { date, minutes: sum };
  });
}

function creditedDays(sessions: readonly Credited[], caseId: string): PacePoint[] {
  const days = new Map<LocalDate, number>();
  for (const session of sessions) {
    if (session.caseId !== caseId) continue;
    for (const [date, minutes] of Object.entries(session.credited)) {
      if (minutes > 0) days.set(date, (days.get(date) ?? 0) + minutes);
    }
  }
  return [...days].map(([date, minutes]) => ({ date, minutes })).sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Undefined before the start, and where no window ends: then there is nothing to keep pace with. */
export function paceOf(outlook: OutlookSeen, sessions: readonly Credited[]): Pace | undefined {
  const { startedOn, windowEndsOn, asOf, targetMinutes, creditedMinutes, ahead, caseId } = outlook;
  if (startedOn === null || windowEndsOn === null || targetMinutes === 0) return undefined;
  const done = summed(creditedDays(sessions, caseId), 0);
  return {
    ...{ from: startedOn, until: windowEndsOn, asOf, target: targetMinutes },
    done: [{ date: startedOn, minutes: 0 }, ...done],
    planned:
      ahead.length === 0 ? [] : [{ date: asOf, minutes: creditedMinutes }, ...summed(ahead, creditedMinutes)],
  };
}

/** What an even pace from the start to the end of the window would have given by a date. */
export function evenPace({ from, until, target }: Pace, date: LocalDate): number {
  const whole = Math.max(1, daysBetween(from, until));
  return Math.round((target * Math.min(whole, Math.max(0, daysBetween(from, date)))) / whole);
}

const lastBy = (points: readonly PacePoint[], date: LocalDate): number | undefined =>
  points.findLast((point) => point.date <= date)?.minutes;

export interface PaceWeek {
  /** Sunday, or the last day of the window. */
  readonly on: LocalDate;
  readonly needed: number;
  /** Null for weeks ahead. */
  readonly done: number | null;
  /** Null for weeks behind, and where there is no schedule. */
  readonly planned: number | null;
}

/** The same week by week, for the table beside the plot. */
export function paceWeeks(pace: Pace): readonly PaceWeek[] {
  const weeks: PaceWeek[] = [];
  const firstSunday = addDays(pace.from, (7 - dayOfWeek(pace.from)) % 7);
  for (let on = firstSunday; ; on = addDays(on, 7)) {
    const date = on < pace.until ? on : pace.until;
    const behind = addDays(date, -6) <= pace.asOf;
    weeks.push({
      on: date,
      needed: evenPace(pace, date),
      done: behind ? (lastBy(pace.done, date) ?? 0) : null,
      planned: date >= pace.asOf && pace.planned.length > 0 ? (lastBy(pace.planned, date) ?? null) : null,
    });
    if (date >= pace.until) return weeks;
  }
}
