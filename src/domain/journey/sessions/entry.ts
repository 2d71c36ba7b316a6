/**
 * From an entry to a recorded session: what manual entries, check-outs and corrections have in common.
 */
import type { DecideContext, Warning } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { warn } from '../../law/warnings.ts';
import {
  addDays,
  dateOf,
  daysBetween,
  isAhead,
  localDateTimeOf,
  momentAt,
  momentOf,
} from '../../time/index.ts';
import type { LocalDate, LocalDateTime, Moment, Zone } from '../../time/moment.ts';
import type { Part } from '../events.ts';
import type { Refused } from '../handlers.ts';
import { today } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';
import { busiestRollingDayMinutes, overlapping, workedOn } from './day.ts';
import type { TimesProblem, WorkedTimes } from './parts.ts';
import { partsOf, timesProblem, totalMinutes } from './parts.ts';
import { SITE_PEOPLE } from './place.ts';

/** A session at a place, not yet recorded. */
export interface Placed extends WorkedTimes {
  readonly siteId: string;
  readonly zone: Zone;
}

/** A policy is asked for the date of work, but never for a day before the execution could begin. */
export const policyDate = (obligation: CommunityServiceCase, date: LocalDate): LocalDate => {
  const started = obligation.execution?.startedOn;
  return started !== undefined && date < started ? started : date;
};

const refuseTimes = (problem: TimesProblem, { start, end }: WorkedTimes): Refused => {
  switch (problem) {
    case 'IN_FUTURE':
      return refuseWith('DATE_IN_FUTURE', { date: dateOf(end), problem });
    case 'LONGER_THAN_A_DAY':
    case 'BEFORE_RULING':
      return refuseWith('DATE_IMPLAUSIBLE', { date: dateOf(start), field: 'start', problem });
    case 'BREAK_END_NOT_AFTER_START':
    case 'BREAK_OUTSIDE_SESSION':
    case 'BREAKS_OVERLAP':
      return refuseWith('MALFORMED', { field: 'breaks', problem });
    default:
      return refuseWith('MALFORMED', { field: 'end', problem });
  }
};

/** Net minutes per date, or why the times cannot be true. */
export function workedParts(
  obligation: CommunityServiceCase,
  placed: Placed,
  context: DecideContext,
): readonly Part[] | Refused {
  const problem = timesProblem(placed);
  if (problem !== undefined) return refuseTimes(problem, placed);
  const { start, end, zone } = placed;
  if (isInFuture(end, zone, context)) return refuseTimes('IN_FUTURE', placed);
  if (dateOf(start) < obligation.rulingDate) return refuseTimes('BEFORE_RULING', placed);
  const threshold = context.policy<number>('break_uncredited_minutes', policyDate(obligation, dateOf(start)));
  const parts = partsOf(placed, threshold);
  return totalMinutes(parts) === 0 ? refuseTimes('NO_FULL_MINUTE', placed) : parts;
}

export const isInFuture = (reading: LocalDateTime, zone: Zone, context: DecideContext): boolean =>
  isAhead(momentOf(reading, zone).at, context.now);

/** S07: both sessions are named, so that the list of refused overlaps leads to both sites. */
export function requireFreeTime(
  state: JourneyState,
  placed: { siteId: string; zone: Zone; start: LocalDateTime; end: LocalDateTime | null },
  exceptSessionId?: string,
): Refused | undefined {
  const other = overlapping(state, placed, exceptSessionId);
  return other && refuseOverlap(placed, other);
}

export const refuseOverlap = (
  { start, siteId }: Pick<Session, 'start' | 'siteId'>,
  other: Session,
): Refused =>
  refuseWith('OVERLAP', {
    date: dateOf(start),
    siteId,
    otherSiteId: other.siteId,
    otherSessionId: other.sessionId,
  });

/**
 * When the site is chased to confirm and when that is escalated (I.7), counted from the end of the
 * session; from now where the entry itself came later than that. The site's own entry needs neither.
 */
export function confirmationOf(
  obligation: CommunityServiceCase,
  end: LocalDateTime,
  zone: Zone,
  context: DecideContext,
): { readonly confirmBy: Moment | null; readonly escalateAt: Moment | null } {
  const bySite = SITE_PEOPLE.some((role) => role === context.command.actor.role);
  if (bySite) return { confirmBy: null, escalateAt: null };
  const on = policyDate(obligation, dateOf(end));
  const after = (days: number): Moment => {
    const due = momentOf(`${addDays(dateOf(end), days)}${end.slice(10)}`, zone);
    if (due.at > context.now) return due;
    const now = localDateTimeOf(momentAt(context.now, zone));
    return momentOf(`${addDays(dateOf(now), days)}${now.slice(10)}`, zone);
  };
  return {
    confirmBy: after(context.policy<number>('session_confirmation_days', on)),
    escalateAt: after(context.policy<number>('session_escalation_days', on)),
  };
}

/** What a person should look at in a recorded session (never a reason to refuse it). */
export function warningsOn(
  state: JourneyState,
  obligation: CommunityServiceCase,
  session: Session,
  context: DecideContext,
): Warning[] {
  const last = session.parts.at(-1);
  if (last === undefined) return [];
  const on = policyDate(obligation, last.date);
  const warnings: Warning[] = [];
  const days = daysBetween(last.date, today(context, session.zone));
  if (days > context.policy<number>('late_recorded_days', on)) warnings.push(warn('LATE_RECORDED', { days }));
  const afterDeath = session.parts.find((part) => state.diedOn !== null && part.date > state.diedOn);
  if (afterDeath !== undefined) warnings.push(warn('WORK_AFTER_DEATH', { date: afterDeath.date }));
  const threshold = context.policy<number>('break_uncredited_minutes', on);
  const limit = context.policy<number>('rolling_day_warning_minutes', on);
  const minutes = busiestRollingDayMinutes(state, session, threshold);
  if (minutes > limit) warnings.push(warn('ROLLING_DAY_EXCEEDED', { minutes, limit }));
  return [...warnings, ...rulingHoursWarnings(state, obligation, session)];
}

/** Beyond the ruling's own hours per day: credited within the law's limit, and shown. */
function rulingHoursWarnings(
  state: JourneyState,
  { caseId, hoursPerDay }: CommunityServiceCase,
  session: Session,
): Warning[] {
  if (hoursPerDay === null || session.kind === 'TRAINING') return [];
  const limit = hoursPerDay * 60;
  return session.parts.flatMap(({ date }) => {
    const minutes = workedOn(state, date, caseId);
    return minutes > limit ? [warn('RULING_HOURS_EXCEEDED', { date, minutes, limit })] : [];
  });
}
