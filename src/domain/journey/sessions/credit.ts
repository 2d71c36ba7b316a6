/**
 * The one place where worked minutes become credited or not credited. Every way in (entry, device,
 * training, confirmation, prosecutor's decision, correction) comes through here, so the limits of
 * art. 85(4) and (5) are kept in one place.
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { momentOf } from '../../time/index.ts';
import type { LocalDate, Moment } from '../../time/moment.ts';
import { minutesLeft } from '../completion.ts';
import type { NotCreditedReason } from '../events.ts';
import type { Refused } from '../handlers.ts';
import type { CommunityServiceCase, JourneyState, Session } from '../state.ts';
import { creditedOn, doubled, workedOn } from './day.ts';
import type { Draft } from './draft.ts';
import { post } from './draft.ts';

/** Minutes of one session and date that ask to be credited. */
export interface Claim {
  readonly session: Session;
  readonly date: LocalDate;
  readonly minutes: number;
  /** They stood as not credited for this reason before. */
  readonly insteadOf?: NotCreditedReason;
  /** When they were worked; absent where they count only by what happened later. */
  readonly workedAt?: Moment;
}

export const dailyLimit = (context: DecideContext, date: LocalDate): number =>
  context.policy<number>('daily_limit_minutes', date);

const isHeldOn = (obligation: CommunityServiceCase, date: LocalDate): boolean =>
  obligation.heldPeriods.some(({ from, to }) => from <= date && (to === null || date < to));

/**
 * I-3: after the window, between two windows, and before a repeat that was ordered meanwhile. The
 * decision settled the old window, so that work of it is the prosecutor's to credit, not the system's.
 */
const isOutsideWindow = ({ execution, repeat }: CommunityServiceCase, date: LocalDate): boolean => {
  if (execution === null || execution.windowEndsAt === null) return false;
  if (date > execution.windowEndsAt.date || (repeat !== null && date < repeat.from)) return true;
  return execution.windowGaps.some(({ from, to }) => from <= date && date < to);
};

/**
 * Why minutes of a work date cannot count at all, whatever the limits leave; judged by the date of the
 * work at the site, never by the date of the entry (S24, S25, L-32).
 */
export function barrierTo(
  state: JourneyState,
  obligation: CommunityServiceCase,
  session: Pick<Session, 'kind' | 'status'>,
  date: LocalDate,
  context: DecideContext,
): NotCreditedReason | undefined {
  if (state.diedOn !== null && date > state.diedOn) return 'WORK_AFTER_DEATH';
  if (session.kind === 'TRAINING' && obligation.hourCreditPolicy !== 'TRAINING_COUNTS') {
    return 'TRAINING_NOT_COUNTED';
  }
  const { execution } = obligation;
  if (execution === null || date < execution.startedOn) return 'NOT_STARTED';
  if (isHeldOn(obligation, date)) return 'CASE_ON_HOLD';
  const { windowEndsAt } = execution;
  if (windowEndsAt === null) return undefined;
  if (isOutsideWindow(obligation, date)) return 'WINDOW_CLOSED';
  const provedLate = context.now > windowEndsAt.at;
  return provedLate && session.status === 'RECORDED' ? 'AWAITING_CONFIRMATION' : undefined;
}

/**
 * Credits minutes that nothing bars: as many as the day (I-1) and the ordered total (I-2) leave. The
 * rest is recorded as not credited with its reason.
 */
export function creditWithinLimits(draft: Draft, context: DecideContext, claim: Claim): Draft {
  const { session, date, minutes, insteadOf, workedAt } = claim;
  const dated = workedAt === undefined ? {} : { occurredAt: workedAt };
  const { sessionId, caseId, kind } = session;
  const obligation = draft.state.cases[caseId] as CommunityServiceCase;
  const fitsDay = Math.min(minutes, Math.max(0, dailyLimit(context, date) - creditedOn(draft.state, date)));
  const credited = Math.min(fitsDay, minutesLeft(obligation));
  const origin = insteadOf === undefined ? {} : { insteadOf };
  let result = draft;
  if (credited > 0) {
    const data = { sessionId, caseId, date, minutes: credited, kind, ...origin };
    result = post(result, context, { type: 'MinutesCredited', data, ...dated });
  }
  const rest = [
    ['DAILY_LIMIT', minutes - fitsDay],
    ['ORDERED_TOTAL_REACHED', fitsDay - credited],
  ] as const;
  for (const [reason, left] of rest) {
    if (left === 0 || reason === insteadOf) continue;
    const data = { sessionId, caseId, date, minutes: left, reason, ...origin };
    result = post(result, context, { type: 'MinutesNotCredited', data, ...dated });
  }
  return result;
}

/**
 * Credits what a newly recorded session brings. A manual entry over the day's limit is refused whole,
 * because it is a typing error or an abuse; a device cannot be refused, so its surplus is stored and
 * the site flagged (S04), and time that the person worked elsewhere is stored without credit (S07).
 */
export function creditSession(draft: Draft, context: DecideContext, session: Session): Draft | Refused {
  let result = draft;
  for (const { date, minutes, end } of session.parts) {
    if (minutes === 0) continue;
    const occurredAt = momentOf(end, session.zone);
    const { sessionId, caseId } = session;
    const obligation = result.state.cases[caseId] as CommunityServiceCase;
    const barred = barrierTo(result.state, obligation, session, date, context);
    const reason = barred ?? (doubled(result.state, session) === undefined ? undefined : 'OVERLAP');
    if (reason !== undefined) {
      const data = { sessionId, caseId, date, minutes, reason };
      result = post(result, context, { type: 'MinutesNotCredited', data, occurredAt });
      continue;
    }
    const limit = dailyLimit(context, date);
    const left = Math.max(0, limit - creditedOn(result.state, date));
    if (session.source === 'MANUAL' && minutes > left) {
      return refuseWith('DAILY_LIMIT', { date, minutesLeft: left, left, limit });
    }
    result = creditWithinLimits(result, context, { session, date, minutes, workedAt: occurredAt });
    const actualMinutes = workedOn(result.state, date);
    if (session.source === 'DEVICE' && actualMinutes > limit) {
      const data = { sessionId, caseId, siteId: session.siteId, date, actualMinutes };
      result = post(result, context, { type: 'OverworkFlagged', data, occurredAt });
    }
  }
  return result;
}

/** Credits, within the limits, what a session holds as not credited for one of these reasons. */
export function creditAgain(
  draft: Draft,
  context: DecideContext,
  sessionId: string,
  reasons: readonly NotCreditedReason[],
): Draft {
  const session = draft.state.sessions[sessionId] as Session;
  const { diedOn } = draft.state;
  return session.notCredited
    .filter(({ date, reason }) => reasons.includes(reason) && (diedOn === null || date <= diedOn))
    .reduce((result, { date, minutes, reason }) => {
      return creditWithinLimits(result, context, { session, date, minutes, insteadOf: reason });
    }, draft);
}

/** L-32: what waited for the site's word counts now, unless another window or a hold bars it meanwhile. */
export function creditConfirmed(draft: Draft, context: DecideContext, sessionId: string): Draft {
  const session = draft.state.sessions[sessionId] as Session;
  const obligation = draft.state.cases[session.caseId] as CommunityServiceCase;
  const insteadOf = 'AWAITING_CONFIRMATION';
  return session.notCredited
    .filter(({ reason }) => reason === insteadOf)
    .reduce((result, { date, minutes }) => {
      const reason = barrierTo(result.state, obligation, session, date, context);
      if (reason === undefined) {
        return creditWithinLimits(result, context, { session, date, minutes, insteadOf });
      }
      const data = { sessionId, caseId: session.caseId, date, minutes, reason, insteadOf } as const;
      return post(result, context, { type: 'MinutesNotCredited', data });
    }, draft);
}

/** Takes back all that a session was credited with. */
export function withdraw(
  draft: Draft,
  context: DecideContext,
  session: Session,
  reason: NotCreditedReason,
): Draft {
  const { sessionId, caseId } = session;
  return Object.entries(session.credited)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .reduce((result, [date, minutes]) => {
      const data = { sessionId, caseId, date, minutes, reason };
      return post(result, context, { type: 'CreditWithdrawn', data });
    }, draft);
}

const LIMITS: readonly NotCreditedReason[] = ['DAILY_LIMIT', 'ORDERED_TOTAL_REACHED'];

/**
 * Once a wrong entry is taken back, minutes that only a limit or that very entry had kept out count as if
 * it had never been: oldest entry first.
 */
export function creditWhatNowFits(draft: Draft, context: DecideContext): Draft {
  const waiting = Object.values(draft.state.sessions)
    .filter((session) => session.status !== 'VOID' && session.status !== 'DISPUTED')
    .sort((left, right) => left.version - right.version);
  let result = draft;
  for (const session of waiting) {
    for (const { date, minutes, reason } of session.notCredited) {
      const obligation = result.state.cases[session.caseId] as CommunityServiceCase;
      const cleared = reason === 'OVERLAP' && doubled(result.state, session) === undefined;
      if (!cleared && !LIMITS.includes(reason)) continue;
      if (obligation.stage === 'CLOSED' || obligation.stage === 'VOID') continue;
      const left = dailyLimit(context, date) - creditedOn(result.state, date);
      const fits = Math.min(minutes, left, minutesLeft(obligation));
      if (fits <= 0) continue;
      result = creditWithinLimits(result, context, { session, date, minutes: fits, insteadOf: reason });
    }
  }
  return result;
}
