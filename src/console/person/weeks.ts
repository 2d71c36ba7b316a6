/** Sessions by week, the newest first, and their sums. Pure. */
import type { Session } from '../../domain/journey/state.ts';
import { addDays, dayOfWeek } from '../../domain/time/local-date.ts';
import type { LocalDate } from '../../domain/time/moment.ts';

export interface SessionWeek {
  readonly monday: LocalDate;
  readonly sessions: readonly Session[];
  readonly credited: number;
  readonly notCredited: number;
}

const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - dayOfWeek(date));

export const creditedIn = ({ credited }: Session): number =>
  Object.values(credited).reduce((sum, minutes) => sum + minutes, 0);

export const notCreditedIn = ({ notCredited }: Session): number =>
  notCredited.reduce((sum, { minutes }) => sum + minutes, 0);

export const workedIn = ({ parts }: Session): number => parts.reduce((sum, { minutes }) => sum + minutes, 0);

const counts = ({ status }: Session): boolean => status !== 'VOID';

export const sumOf = (sessions: readonly Session[], minutes: (session: Session) => number): number =>
  sessions.filter(counts).reduce((sum, session) => sum + minutes(session), 0);

export function weeksOf(sessions: readonly Session[]): readonly SessionWeek[] {
  const weeks = new Map<LocalDate, Session[]>();
  for (const session of sessions) {
    const monday = mondayOf(session.start.slice(0, 10));
    weeks.set(monday, [...(weeks.get(monday) ?? []), session]);
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([monday, ofWeek]) => ({
      monday,
      sessions: ofWeek.sort((a, b) => (a.start < b.start ? -1 : 1)),
      credited: sumOf(ofWeek, creditedIn),
      notCredited: sumOf(ofWeek, notCreditedIn),
    }));
}
