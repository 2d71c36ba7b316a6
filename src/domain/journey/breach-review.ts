/** How a breach review begins, whoever or whatever opens it. */
import type { DecideContext } from '../decider.ts';
import { addDays, endOfDay } from '../time/index.ts';
import type { LocalDate, Moment, Zone } from '../time/moment.ts';
import type { Sealed } from './commands.ts';
import { minutesLeft } from './completion.ts';
import type { JourneyEvent, JourneyEvents } from './events.ts';
import { today } from './handlers.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase } from './state.ts';
import { windowChanged } from './window.ts';

/**
 * @param on the local date on which the review begins; its service times count from it, or from today
 * where it is entered so late that they would be over.
 */
export const reviewOpened = (
  found: CommunityServiceCase,
  ground: JourneyEvents['BreachReviewOpened']['ground'],
  on: LocalDate,
  context: DecideContext,
  note?: Sealed,
): { type: 'BreachReviewOpened'; data: JourneyEvents['BreachReviewOpened'] } => ({
  type: 'BreachReviewOpened',
  data: {
    caseId: found.caseId,
    ground,
    minutesShort: minutesLeft(found),
    ...(note === undefined ? {} : { note }),
    opinionDueAt: dueAfter(context.policy<number>('breach_opinion_days', on), on, found.zone, context),
    decisionChaseAt: dueAfter(
      context.policy<number>('breach_decision_chase_days', on),
      on,
      found.zone,
      context,
    ),
  },
});

/** A late firing keeps the dates of a punctual one (S25); a late entry gets its full time. */
function dueAfter(days: number, on: LocalDate, zone: Zone, context: DecideContext): Moment {
  const due = endOfDay(addDays(on, days), zone);
  const late = due.at <= context.now && context.command.name !== 'fire-deadline';
  return late ? endOfDay(addDays(today(context, zone), days), zone) : due;
}

/** Hours are left and the window that they needed is over: no work can be credited until a decision. */
export const isPastWindow = (found: CommunityServiceCase): boolean =>
  found.execution?.windowEnded === true && found.orderedMinutes !== null && minutesLeft(found) > 0;

/**
 * A case that becomes short after its window has ended: the end opened its review long ago, or none was
 * needed then, so the command that makes it short opens one. Without it the case would be in execution
 * and wait for nothing.
 */
export const reviewIfPastWindow = (
  found: CommunityServiceCase | undefined,
  context: DecideContext,
): { type: 'BreachReviewOpened'; data: JourneyEvents['BreachReviewOpened'] }[] => {
  if (found === undefined || found.lapsed || !isPastWindow(found)) return [];
  if (!EXECUTION_STAGES.includes(found.stage) || found.stage === 'REVIEW') return [];
  return [reviewOpened(found, 'WINDOW_ENDED', today(context, found.zone), context)];
};

/**
 * The window that a ruling or a decision gives, entered perhaps long after it. One that is over already
 * ends in the same decision: no timer is armed for a moment that has passed, and may have fired before.
 */
export function windowReplaced(
  found: CommunityServiceCase,
  reason: JourneyEvents['WindowChanged']['reason'],
  windowEndsAt: Moment,
  context: DecideContext,
): JourneyEvent[] {
  const changed = windowChanged(found, reason, windowEndsAt, context);
  if (windowEndsAt.at > context.now || found.execution === null) return changed;
  const { caseId } = found;
  const minutesShort = minutesLeft(found);
  const after = { ...found, execution: { ...found.execution, windowEnded: true } };
  return [
    ...changed,
    { type: 'WindowEnded', data: { caseId, minutesShort }, occurredAt: windowEndsAt },
    ...reviewIfPastWindow(after, context),
  ];
}
