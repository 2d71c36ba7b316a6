/** A day at a site as the list shows it, with what was noted on this phone and has not arrived yet. Pure. */
import type { AttendanceDay } from '../../api/attendance-view.ts';
import type { Act } from './act.ts';

export type DayPerson = AttendanceDay['people'][number];

const concerns = (act: Act, { personId, caseId }: Pick<DayPerson, 'personId' | 'caseId'>): boolean =>
  act.personId === personId && act.caseId === caseId;

/** The day as it will be once all acts have arrived. */
export const withActs = (day: AttendanceDay, acts: readonly Act[]): AttendanceDay =>
  acts.reduce(afterAct, day);

function afterAct(day: AttendanceDay, act: Act): AttendanceDay {
  const isOther = (row: { readonly sessionId: string; readonly personId: string }): boolean =>
    row.personId !== act.personId || row.sessionId !== act.sessionId;
  return {
    ...day,
    people: day.people.map((row) =>
      act.date === day.date && concerns(act, row) ? personAfter(row, act) : row,
    ),
    toConfirm: act.kind === 'confirm' || act.kind === 'leave' ? day.toConfirm.filter(isOther) : day.toConfirm,
    missing: day.missing.filter(
      (row) =>
        !((act.kind === 'record' || act.kind === 'absent') && act.date === row.date && concerns(act, row)),
    ),
  };
}

function personAfter(row: DayPerson, act: Act): DayPerson {
  switch (act.kind) {
    case 'arrive':
      return { ...row, state: 'HERE', sessions: [...row.sessions, openSession(act)] };
    case 'absent':
      return { ...row, state: 'ABSENT' };
    case 'leave':
      return {
        ...row,
        state: 'LEFT',
        sessions: row.sessions.map((session) =>
          session.end === null ? { ...session, end: act.at ?? session.start, status: 'RECORDED' } : session,
        ),
      };
    case 'record':
      return { ...row, state: 'LEFT' };
    case 'confirm':
      return {
        ...row,
        sessions: row.sessions.map((session) =>
          session.sessionId === act.sessionId ? { ...session, status: 'CONFIRMED' } : session,
        ),
      };
    default:
      return row;
  }
}

const openSession = (act: Act): DayPerson['sessions'][number] => ({
  ...{ sessionId: '', start: act.at ?? `${act.date}T00:00`, end: null, status: 'OPEN' },
  ...{ minutes: 0, creditedMinutes: 0, notCredited: [], confirmBy: null },
});

/** Who comes, and who else is placed here. */
export const expectedPeople = ({ people }: AttendanceDay): readonly DayPerson[] =>
  people.filter(({ state }) => state !== 'NOT_PLANNED');

export const otherPeople = ({ people }: AttendanceDay): readonly DayPerson[] =>
  people.filter(({ state }) => state === 'NOT_PLANNED');
