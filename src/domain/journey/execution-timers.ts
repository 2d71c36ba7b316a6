/**
 * What execution waits for: the end of the window, warnings before it, the weekly pace check, and the
 * date to resume. The window's end is 23:59:59 of its last day; the review it may open begins with the
 * next local day (S02), whenever the timer fires (S25).
 */
import type { WantedDeadline } from '../decider.ts';
import { addDays, momentAt, startOfDay } from '../time/index.ts';
import { reviewOpened } from './breach-review.ts';
import { minutesLeft } from './completion.ts';
import { caseOf, type DeadlinesOf, type FiringHandlers, standingCases } from './handlers.ts';
import { paceChecked } from './pace.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase, Stage } from './state.ts';
import { warningMoment } from './window.ts';

const WARNED: readonly Stage[] = ['RUNNING', 'HELD', 'REPEAT'];
const WORKING: readonly Stage[] = ['RUNNING', 'REPEAT'];

function windowDeadlines(found: CommunityServiceCase): WantedDeadline[] {
  const { caseId: subject, stage, execution, orderedMinutes } = found;
  if (execution?.windowEndsAt == null || execution.windowEnded || orderedMinutes === null) return [];
  const { windowEndsAt, pendingWarnings, nextPaceCheckAt } = execution;
  const wanted: WantedDeadline[] = [{ kind: 'window-end', subject, dueAt: windowEndsAt }];
  const point = pendingWarnings[0];
  if (WARNED.includes(stage) && point !== undefined && minutesLeft(found) > 0) {
    wanted.push({ kind: 'window-warning', subject, dueAt: warningMoment(windowEndsAt, point) });
  }
  if (WORKING.includes(stage) && nextPaceCheckAt !== null) {
    wanted.push({ kind: 'pace-check', subject, dueAt: nextPaceCheckAt });
  }
  return wanted;
}

export const executionDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap((found) => {
    if (!EXECUTION_STAGES.includes(found.stage)) return [];
    const { caseId: subject, stage, hold, orderedMinutes, measure } = found;
    if (orderedMinutes === null && measure === null) return [];
    const resume: WantedDeadline[] =
      stage === 'HELD' && hold?.resumeAt != null
        ? [{ kind: 'suspension-resume', subject, dueAt: hold.resumeAt }]
        : [];
    return [...windowDeadlines(found), ...resume];
  });

export const executionFirings: FiringHandlers = {
  'window-end': (state, { subject, dueAt }, context) => {
    const found = caseOf(state, subject);
    if (found === undefined) return [];
    const minutesShort = minutesLeft(found);
    const nextDay = startOfDay(addDays(dueAt.date, 1), dueAt.zone);
    const review =
      minutesShort > 0 && found.stage !== 'REVIEW'
        ? [{ ...reviewOpened(found, 'WINDOW_ENDED', nextDay.date, context), occurredAt: nextDay }]
        : [];
    return [{ type: 'WindowEnded', data: { caseId: subject, minutesShort } }, ...review];
  },

  /** Points that passed meanwhile are raised as one (I.1). */
  'window-warning': (state, { subject, dueAt }, context) => {
    const found = caseOf(state, subject);
    const windowEndsAt = found?.execution?.windowEndsAt;
    if (found === undefined || windowEndsAt == null) return [];
    const points = (found.execution?.pendingWarnings ?? []).filter((point) => {
      const { at } = warningMoment(windowEndsAt, point);
      return at <= dueAt.at || at <= context.now;
    });
    return [
      {
        type: 'WindowWarningRaised',
        data: { caseId: subject, points, minutesLeft: minutesLeft(found) },
        occurredAt: momentAt(context.now, found.zone),
      },
    ];
  },

  'pace-check': (state, { subject }, context) => {
    const found = caseOf(state, subject);
    return found === undefined ? [] : paceChecked(found, context);
  },

  'suspension-resume': (_state, { subject }) => [{ type: 'SuspensionResumeDue', data: { caseId: subject } }],
};
