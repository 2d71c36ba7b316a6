/**
 * Checks on day 90, 180 and 365 after work began (E-07; practice of programmes, no duty: L-28).
 *
 * RetentionCheckDue is a task for the placement officer. Its result is RETAINED, LOST, or UNREACHABLE
 * after three tries without an answer in fourteen days. A gap between jobs of up to thirty days counts
 * as retained. A lapsed certificate is a flag and changes no result (S45).
 */
import type { DecideContext } from '../../decider.ts';
import type { PolicyValue } from '../../law/policy-catalogue.ts';
import { refuseWith } from '../../law/refusals.ts';
import { daysBetween } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { notBefore, notInFuture } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import {
  accepted,
  type CommandHandlers,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  firstRefusal,
  isRefusal,
} from '../handlers.ts';
import type { EmploymentCommands, RecordedResult } from './commands.ts';
import type { PlacementFlag } from './events.ts';
import { on } from './on-job-seeker.ts';
import { placementFor, requireRunning } from './placements.ts';
import { changePlacement, type Placement } from './state.ts';

/** Tries that are remembered: more than any rule counts together. */
const MOST_TRIES = 20;

type Check = EmploymentCommands['record-retention-check'];

/** Working now, and never longer without work than the rule allows. */
const resultOf = (data: Check, { longestGapDays }: Placement, context: DecideContext): RecordedResult => {
  const most = context.policy<PolicyValue<'retention_gap_days'>>('retention_gap_days', data.checkedOn);
  const gap = Math.max(data.gapDays, longestGapDays);
  return data.working && gap <= most ? 'RETAINED' : 'LOST';
};

const flagsOf = ({ flags }: Placement): PlacementFlag[] => [...new Set(flags.map(({ flag }) => flag))];

/** Tries without an answer that count together: this one and those in the days before it. */
const triesBefore = (unanswered: readonly LocalDate[], date: LocalDate, withinDays: number): number =>
  unanswered.filter((earlier) => Math.abs(daysBetween(earlier, date)) < withinDays).length + 1;

/** The earliest check that came due and has no result. */
const overdueCheck = ({ checks }: Placement, date: LocalDate) =>
  checks.find(({ on, result, cancelled }) => on <= date && result === null && !cancelled);

export const checkHandlers: CommandHandlers<'record-retention-check' | 'record-contact-attempt'> = {
  'record-retention-check': (state, { data }, context) => {
    const found = placementFor(state, data.placementId, context);
    if (isRefusal(found)) return found;
    const { placementId, day, checkedOn, sameEmployer, wageBand, relevantToCertificate, proof } = data;
    const check = found.checks.find((other) => other.day === day);
    const refused = firstRefusal(
      requireRunning(found),
      check === undefined || check.cancelled ? refuseWith('CHECK_UNKNOWN', { placementId, day }) : undefined,
      notInFuture(checkedOn, found.zone, context),
      check !== undefined && checkedOn < check.on
        ? refuseWith('CHECK_TOO_EARLY', { day, date: check.on })
        : undefined,
      // A person who was not found, or was between jobs, may be asked again; who was retained was.
      check?.result === 'RETAINED' ? refuseWith('ALREADY_DONE', {}) : undefined,
    );
    if (refused !== undefined) return refused;
    return accepted([
      on(checkedOn, state, context, {
        type: 'RetentionChecked',
        data: {
          ...{ placementId, day, checkedOn, result: resultOf(data, found, context) },
          ...{ sameEmployer, gapDays: data.gapDays, wageBand, relevantToCertificate, proof },
          flags: flagsOf(found),
        },
      }),
    ]);
  },
  'record-contact-attempt': (state, { data }, context) => {
    const found = placementFor(state, data.placementId, context);
    if (isRefusal(found)) return found;
    const { attemptedOn, reached } = data;
    const refused = firstRefusal(
      requireRunning(found),
      notInFuture(attemptedOn, found.zone, context),
      notBefore('attemptedOn', attemptedOn, found.startedOn),
    );
    if (refused !== undefined) return refused;
    const attempted: JourneyEvent = { type: 'ContactAttempted', data };
    if (reached) return accepted([on(attemptedOn, state, context, attempted)]);
    const most = context.policy<PolicyValue<'contact_attempts'>>('contact_attempts', attemptedOn);
    const within = context.policy<PolicyValue<'contact_attempts_days'>>('contact_attempts_days', attemptedOn);
    const lost = triesBefore(found.unanswered, attemptedOn, within) >= most;
    return accepted([
      on(attemptedOn, state, context, attempted),
      ...(lost ? unreachable(found, attemptedOn) : []),
    ]);
  },
};

const unreachable = (found: Placement, date: LocalDate): JourneyEvent[] => {
  const { placementId } = found;
  const check = overdueCheck(found, date);
  const nothing = { sameEmployer: null, gapDays: null, wageBand: null, relevantToCertificate: null };
  return [
    { type: 'ContactLost', data: { placementId, on: date } },
    ...(check === undefined
      ? []
      : ([
          {
            type: 'RetentionChecked',
            data: {
              ...{ placementId, day: check.day, checkedOn: date, result: 'UNREACHABLE', ...nothing },
              ...{ proof: null, flags: flagsOf(found) },
            },
          },
        ] satisfies JourneyEvent[])),
  ];
};

const changeCheck = (
  { checks }: Placement,
  day: number,
  change: Partial<Placement['checks'][number]>,
): Pick<Placement, 'checks'> => ({
  checks: checks.map((check) => (check.day === day ? { ...check, ...change } : check)),
});

export const checkEvolvers: Evolvers<
  'RetentionCheckDue' | 'RetentionChecked' | 'ContactAttempted' | 'ContactLost'
> = {
  RetentionCheckDue: (state, { data: { placementId, day } }) =>
    changePlacement(state, placementId, (found) => changeCheck(found, day, { dueAt: null })),
  RetentionChecked: (state, { data: { placementId, day, result } }) =>
    changePlacement(state, placementId, (found) => changeCheck(found, day, { dueAt: null, result })),
  ContactAttempted: (state, { data: { placementId, attemptedOn, reached } }) =>
    changePlacement(state, placementId, ({ unanswered }) => ({
      unanswered: reached ? [] : [...unanswered, attemptedOn].slice(-MOST_TRIES),
    })),
  // The next three tries count anew.
  ContactLost: (state, { data: { placementId } }) =>
    changePlacement(state, placementId, () => ({ unanswered: [] })),
};

export const checkDeadlines: DeadlinesOf = ({ employment }) =>
  Object.values(employment.placements).flatMap(({ placementId, checks, ended }) =>
    ended !== null
      ? []
      : checks.flatMap(({ day, dueAt }) =>
          dueAt === null ? [] : [{ kind: 'retention-check', subject: `${placementId}/${day}`, dueAt }],
        ),
  );

export const checkFirings: FiringHandlers = {
  'retention-check': (_state, { subject }) => {
    const [placementId = '', day = ''] = subject.split('/');
    return [{ type: 'RetentionCheckDue', data: { placementId, day: Number(day) } }];
  },
};
