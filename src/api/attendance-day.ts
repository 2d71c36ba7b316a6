/**
 * One date at one site, read off the states of those who are placed there: who is expected, who came, what still
 * waits for the site's word. Pure. Nothing here tells why anybody comes (G-08), nor what they do elsewhere.
 */
import { minutesLeft } from '../domain/journey/completion.ts';
import { currentSitesOf, wasPlacedOn } from '../domain/journey/placement.ts';
import { EXECUTION_STAGES } from '../domain/journey/stage-moves.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../domain/journey/state.ts';
import { addDays, dateOf, dayOfWeek } from '../domain/time/index.ts';
import type { LocalDate } from '../domain/time/moment.ts';
import type {
  AttendanceOfPerson,
  AttendanceRow,
  AttendanceState,
  AttendedSession,
  PlannedSlot,
} from './attendance-view.ts';

/** How far back the page of a day looks for what was forgotten: the site has two days to speak (I.7). */
const LOOKS_BACK_DAYS = 2;

export function attendanceOf(
  state: JourneyState,
  siteId: string,
  date: LocalDate,
  isOpen: (date: LocalDate) => boolean,
): AttendanceOfPerson {
  const here = Object.values(state.cases).filter((found) => currentSitesOf(found).includes(siteId));
  const ofSite = Object.values(state.sessions).filter(
    (session) => session.siteId === siteId && session.kind === 'WORK' && session.status !== 'VOID',
  );
  const taken = here.filter(takesSessions);
  return {
    rows: here.flatMap((found) => rowOf(found, ofSite, siteId, date, isOpen)),
    toConfirm: taken.flatMap(({ caseId }) =>
      ofSite
        .filter((session) => session.caseId === caseId && waitsForSite(session, date))
        .map((session) => ({ caseId, ...sessionView(session) })),
    ),
    missing: taken.flatMap((found) =>
      daysBefore(date).flatMap((day) => {
        const planned = plannedOn(found, siteId, day, isOpen);
        const isMissing = planned.length > 0 && outcomeOn(found, ofSite, day) === undefined;
        return isMissing ? [{ caseId: found.caseId, date: day, planned }] : [];
      }),
    ),
  };
}

const takesSessions = ({ stage, completionMinuted }: CommunityServiceCase): boolean =>
  EXECUTION_STAGES.includes(stage) || (stage === 'COMPLETED' && !completionMinuted);

const daysBefore = (date: LocalDate): LocalDate[] =>
  Array.from({ length: LOOKS_BACK_DAYS }, (_, back) => addDays(date, back - LOOKS_BACK_DAYS));

/** An open one of an earlier date is a forgotten check-out. */
const waitsForSite = (session: Session, date: LocalDate): boolean =>
  dateOf(session.start) < date &&
  (session.status === 'OPEN' ||
    (session.status === 'RECORDED' &&
      (session.confirmation.confirmBy !== null ||
        session.confirmation.escalateAt !== null ||
        dateOf(session.start) >= addDays(date, -LOOKS_BACK_DAYS))));

function plannedOn(
  found: CommunityServiceCase,
  siteId: string,
  date: LocalDate,
  isOpen: (date: LocalDate) => boolean,
): PlannedSlot[] {
  const { plan, execution } = found;
  if (plan === null || plan.siteId !== siteId || date < plan.from || !isOpen(date)) return [];
  // Of the days before they were sent here the site has nothing to say.
  if (!wasPlacedOn(found, siteId, date)) return [];
  const ends = execution?.windowEndsAt?.date;
  if (ends !== undefined && date > ends) return [];
  return plan.slots
    .filter(({ weekday }) => weekday === dayOfWeek(date))
    .map(({ start, end, breakMinutes }) => ({ start, end, breakMinutes }));
}

/** What is recorded of a date; undefined: nothing. */
function outcomeOn(
  found: CommunityServiceCase,
  ofSite: readonly Session[],
  date: LocalDate,
): AttendanceState | undefined {
  const sessions = ofSite.filter(({ caseId, start }) => caseId === found.caseId && dateOf(start) === date);
  if (sessions.some(({ status }) => status === 'OPEN')) return 'HERE';
  if (sessions.length > 0) return 'LEFT';
  if (found.excused.includes(date)) return 'EXCUSED';
  return found.noShows.includes(date) ? 'ABSENT' : undefined;
}

function rowOf(
  found: CommunityServiceCase,
  ofSite: readonly Session[],
  siteId: string,
  date: LocalDate,
  isOpen: (date: LocalDate) => boolean,
): AttendanceRow[] {
  const { caseId } = found;
  const planned = plannedOn(found, siteId, date, isOpen);
  const outcome = outcomeOn(found, ofSite, date);
  const waits = found.stage === 'PLANNED' && planned.length > 0;
  if (outcome === undefined && !waits && !takesSessions(found)) return [];
  const expected = planned.length > 0 ? 'EXPECTED' : 'NOT_PLANNED';
  return [
    {
      caseId,
      state: outcome ?? (waits ? 'NOT_STARTED' : expected),
      planned,
      sessions: ofSite
        .filter((session) => session.caseId === caseId && dateOf(session.start) === date)
        .map(sessionView),
      minutesLeft: found.orderedMinutes === null ? null : minutesLeft(found),
    },
  ];
}

const sessionView = (session: Session): AttendedSession => ({
  sessionId: session.sessionId,
  start: session.start,
  end: session.end,
  status: session.status,
  minutes: session.parts.reduce((sum, { minutes }) => sum + minutes, 0),
  creditedMinutes: Object.values(session.credited).reduce((sum, minutes) => sum + minutes, 0),
  notCredited: session.notCredited.map(({ minutes, reason }) => ({ minutes, reason })),
  confirmBy: session.confirmation.confirmBy?.at ?? session.confirmation.escalateAt?.at ?? null,
});
