/** One session of a class: who has which mark, and which commands a sent grid stands for. Pure. */

import { addDays } from '../../domain/time/index.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import {
  ATTENDANCE_OUTCOME_CODES,
  type AttendanceOutcome,
  countsAs,
} from '../../domain/training-class/attendance-outcomes.ts';
import type { Mark } from '../../domain/training-class/commands.ts';
import { sessionKey, sessionsOn } from '../../domain/training-class/timetable.ts';
import type { ClassView } from './class-view.ts';

export interface GridSession {
  readonly date: LocalDate;
  /** `HH:MM`. */
  readonly start: string;
  readonly jp: number;
}

export const sessionsOf = (view: ClassView, date: LocalDate): readonly GridSession[] =>
  sessionsOn(view, date)
    .map(({ start, jp }) => ({ date, start, jp }))
    .sort((one, other) => (one.start < other.start ? -1 : 1));

/** How far one looks for the neighbouring day of a class: longer than any holiday. */
const FAR_DAYS = 60;

/** The nearest date with a session in that direction, the date itself left out. */
export function nextClassDay(view: ClassView, from: LocalDate, step: 1 | -1): LocalDate | undefined {
  for (let days = 1; days <= FAR_DAYS; days += 1) {
    const date = addDays(from, days * step);
    if (sessionsOf(view, date).length > 0) return date;
  }
  return undefined;
}

/** Today, or the last day of the class before it, or its first. */
export const usualDate = (view: ClassView, today: LocalDate): LocalDate =>
  sessionsOf(view, today).length > 0
    ? today
    : (nextClassDay(view, today, -1) ?? nextClassDay(view, view.startsOn, 1) ?? view.startsOn);

/** Names of the fields of one seat. */
export const outcomeField = (enrolmentId: string): string => `outcome.${enrolmentId}`;
/** The mark that stood there when the page was made; '' where none did. */
export const wasField = (enrolmentId: string): string => `was.${enrolmentId}`;
export const jpField = (enrolmentId: string): string => `jp.${enrolmentId}`;
/** The outcome of everybody who has none of their own. */
export const ALL_FIELD = 'all';

const isOutcome = (text: string): text is AttendanceOutcome =>
  (ATTENDANCE_OUTCOME_CODES as readonly string[]).includes(text);

export interface GridCommands {
  /** Everybody who was not marked yet, in one sheet. */
  readonly marks: readonly Mark[];
  /** Marks that stand and are another now. */
  readonly corrections: readonly Mark[];
  /** Seats whose hours are no number within the session. */
  readonly wrongJp: readonly string[];
  /** Seats that another desk marked since the page was made: nothing is recorded over what nobody here has seen. */
  readonly overtaken: readonly string[];
}

/** @param field text of a field by its name. */
export function commandsOf(
  view: ClassView,
  session: GridSession,
  field: (name: string) => string,
): GridCommands {
  const key = sessionKey(session.date, session.start);
  const all = field(ALL_FIELD);
  const marks: Mark[] = [];
  const corrections: Mark[] = [];
  const wrongJp: string[] = [];
  const overtaken: string[] = [];
  for (const { enrolmentId, status } of view.seats) {
    if (status !== 'ACTIVE') continue;
    const own = field(outcomeField(enrolmentId));
    const before = view.sheets[enrolmentId]?.[key];
    const was = field(wasField(enrolmentId));
    if (isOutcome(own) && own !== was && before !== undefined && before.outcome !== was) {
      if (before.outcome !== own) overtaken.push(enrolmentId);
      continue;
    }
    // Left as the page showed it: whatever stands there by now stays.
    if (isOutcome(own) && own === was && before?.outcome !== was) continue;
    const outcome = isOutcome(own) ? own : before === undefined && isOutcome(all) ? all : undefined;
    if (outcome === undefined) continue;
    const jp = hoursOf(field(jpField(enrolmentId)), outcome, session.jp);
    if (jp === 'wrong') {
      wrongJp.push(enrolmentId);
      continue;
    }
    const mark: Mark = { enrolmentId, outcome, ...(jp === undefined ? {} : { jp }) };
    if (before === undefined) marks.push(mark);
    else if (before.outcome !== outcome || (jp !== undefined && jp !== before.jp)) corrections.push(mark);
  }
  return { marks, corrections, wrongJp, overtaken };
}

/** Absent: the whole session. An absence has none to tell. */
function hoursOf(text: string, outcome: AttendanceOutcome, most: number): number | undefined | 'wrong' {
  if (text.trim() === '' || countsAs(outcome) === 'MISSED') return undefined;
  const jp = Number(text);
  return Number.isInteger(jp) && jp >= 0 && jp <= most ? jp : 'wrong';
}
