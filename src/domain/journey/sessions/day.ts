/** What a person's day already holds, over all cases and sites: the limit counts per person (L-22). */
import { addDays, dateOf, instantMilliseconds, momentOf, wallClockSeconds } from '../../time/index.ts';
import type { LocalDate, LocalDateTime, Zone } from '../../time/moment.ts';
import type { JourneyState, Session } from '../state.ts';
import type { Span } from './parts.ts';
import { LONGEST_SESSION_SECONDS, secondsWithin, workedSpans } from './parts.ts';

const sessionsOf = (state: JourneyState): Session[] => Object.values(state.sessions);

/** Minutes credited to the person on a local date, across all cases and sites (I-1). */
export const creditedOn = (state: JourneyState, date: LocalDate): number =>
  sessionsOf(state).reduce((sum, session) => sum + (session.credited[date] ?? 0), 0);

/** Minutes worked on a local date, credited or not; of one case only where it is named. */
export const workedOn = (state: JourneyState, date: LocalDate, caseId?: string): number =>
  sessionsOf(state)
    .filter((session) => session.status !== 'VOID' && session.caseId === (caseId ?? session.caseId))
    .flatMap((session) => session.parts)
    .reduce((sum, part) => sum + (part.date === date ? part.minutes : 0), 0);

/**
 * Further apart than this by their local dates, sessions can neither overlap nor share 24 hours: a day for
 * the window, a day for one still open, and one because the dates may be those of two zones.
 */
const NEARBY_DAYS = 3;

/** Sessions near enough in date to matter. A life has hundreds, and reading clock times is what costs. */
function nearby(state: JourneyState, { start, end }: Pick<Placed, 'start' | 'end'>): Session[] {
  const from = addDays(dateOf(start), -NEARBY_DAYS);
  const until = addDays(dateOf(end ?? start), NEARBY_DAYS);
  return sessionsOf(state).filter(
    (other) => dateOf(other.start) <= until && dateOf(other.end ?? other.start) >= from,
  );
}

/** Seconds since 1970 in UTC: sites lie in three zones, so only absolute times can be compared. */
const absolute = (seconds: number, zone: Zone, reading: LocalDateTime): number =>
  seconds + instantMilliseconds(momentOf(reading, zone).at) / 1000 - wallClockSeconds(reading);

interface Placed {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime | null;
  readonly zone: Zone;
}

const startsAt = ({ start, zone }: Placed): number => instantMilliseconds(momentOf(start, zone).at) / 1000;

/** A person who is still checked in occupies `openSeconds`. */
function occupied(placed: Placed, openSeconds: number): Span {
  const from = startsAt(placed);
  if (placed.end === null) return { from, to: from + openSeconds };
  return { from, to: startsAt({ ...placed, start: placed.end }) };
}

/**
 * A session of the person that shares time with this one, on absolute instants (S07). Touching sessions
 * share none. For an entry by hand an open session keeps its place for a day, after which it can only be
 * a forgotten check-out; a device is judged by what is known to have been worked, and whoever checks out
 * last is judged whole. Training is entered per date without clock times, so it cannot overlap.
 */
export const overlapping = (
  state: JourneyState,
  placed: Placed,
  exceptSessionId?: string,
): Session | undefined =>
  nearby(state, placed).find(
    (other) => other.sessionId !== exceptSessionId && shareTime(placed, other, LONGEST_SESSION_SECONDS),
  );

function shareTime(placed: Placed, other: Session, openSeconds: number): boolean {
  if (other.status === 'VOID' || other.kind === 'TRAINING') return false;
  const span = occupied(placed, 1);
  const taken = occupied(other, openSeconds);
  return taken.from < span.to && span.from < taken.to;
}

const isSetAside = ({ notCredited }: Session): boolean =>
  notCredited.some(({ reason }) => reason === 'OVERLAP');

/**
 * Another session that is known to have been worked at the same time and that stands: one that was itself
 * set aside for an overlap speaks against nobody.
 */
export const doubled = (state: JourneyState, session: Session): Session | undefined =>
  session.end === null || session.kind === 'TRAINING'
    ? undefined
    : nearby(state, session).find(
        (other) =>
          other.sessionId !== session.sessionId && !isSetAside(other) && shareTime(session, other, 0),
      );

const DAY_SECONDS = 24 * 3600;

/**
 * Most net minutes in any 24 hours that touch the given session, which is one of the state's (L-06: a
 * warning, never a refusal).
 * A maximum is always reached by a window that begins where a stretch of work begins.
 */
export function busiestRollingDayMinutes(
  state: JourneyState,
  session: Session,
  breakThresholdMinutes: number,
): number {
  const spansOf = (of: Session): Span[] => {
    if (of.end === null) return [];
    return workedSpans({ start: of.start, end: of.end, breaks: of.breaks }, breakThresholdMinutes).map(
      ({ from, to }) => ({ from: absolute(from, of.zone, of.start), to: absolute(to, of.zone, of.start) }),
    );
  };
  const own = spansOf(session);
  const first = own[0];
  const last = own.at(-1);
  if (first === undefined || last === undefined) return 0;
  const all = nearby(state, session)
    .filter((other) => other.status !== 'VOID' && other.kind === 'WORK')
    .flatMap(spansOf)
    .filter((span) => span.to > first.from - DAY_SECONDS && span.from < last.to + DAY_SECONDS);
  const most = all
    .filter((span) => span.from < last.to && span.from + DAY_SECONDS > first.from)
    .map((span) => secondsWithin(all, { from: span.from, to: span.from + DAY_SECONDS }))
    .reduce((left, right) => Math.max(left, right), 0);
  return Math.floor(most / 60);
}
