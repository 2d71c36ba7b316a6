/**
 * A higher court changes the ruling: total and window are replaced, credited minutes stay (I.6b).
 *
 * Lowered to what is already done, the case is completed from the date of that ruling and the surplus
 * is noted without any compensation (L-31, S21). Nothing left to execute: nothing is waited for, and the
 * prosecutor closes the case. Raised after completion, it stands again; where the window is over and the
 * new ruling states no period, it is under review at once, because nothing could be credited (L-05).
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { windowEnd } from '../time/index.ts';
import { reviewIfPastWindow, windowReplaced } from './breach-review.ts';
import type { JourneyCommands } from './commands.ts';
import { measureOpen, minutesLeft, obligationCompleted } from './completion.ts';
import { effectiveOn, notBefore, notInFuture } from './dates.ts';
import type { JourneyEvent, JourneyEvents } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  changeCase,
  type Evolvers,
  firstRefusal,
  onCase,
  requireDocument,
} from './handlers.ts';
import { hoursRangeOn, withinRange } from './sentence-conditions.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES, moveTo, STAGE_MOVES } from './stage-moves.ts';
import type { CommunityServiceCase, Stage } from './state.ts';
import { windowDaysOf } from './window.ts';

const CHANGEABLE: readonly Stage[] = [
  'REGISTERED',
  'PROFILED',
  'FINAL',
  'ORDERED',
  'PLANNED',
  ...EXECUTION_STAGES,
  'CONVERTED',
  'COMPLETED',
];

/** The case as the new ruling leaves it. A repeat ordered under the old one is part of what it replaces. */
const underNewRuling = (
  found: CommunityServiceCase,
  data: JourneyEvents['RulingChanged'],
): CommunityServiceCase => ({
  ...found,
  orderedMinutes: data.orderedMinutes,
  replaced: data.replaced === undefined ? found.replaced : data.replaced,
  completionDays: data.completionDays ?? found.completionDays,
  hoursPerDay: data.hoursPerDay ?? found.hoursPerDay,
  daysPerWeek: data.daysPerWeek ?? found.daysPerWeek,
  repeat: null,
});

function changedWindow(
  found: CommunityServiceCase,
  { completionDays, orderedHours }: JourneyCommands['change-ruling'],
  context: DecideContext,
): JourneyEvent[] {
  const { execution, zone } = found;
  if (orderedHours === null || execution === null || !EXECUTION_STAGES.includes(found.stage)) return [];
  if (completionDays === undefined) return reviewIfPastWindow(found, context);
  const days = windowDaysOf(completionDays, execution.startedOn, context);
  return windowReplaced(found, 'RULING_CHANGED', windowEnd(execution.startedOn, days, zone), context);
}

export const rulingChangeHandlers: CommandHandlers<'change-ruling'> = {
  'change-ruling': onCase({ stages: CHANGEABLE }, (found, command, context, state) => {
    const { data } = command;
    const refused = firstRefusal(
      requireDocument(command, 'ruling of the higher court'),
      notInFuture(data.decidedOn, found.zone, context),
      notBefore('decidedOn', data.decidedOn, found.rulingDate),
    );
    if (refused !== undefined) return refused;
    const { orderedHours } = data;
    const range = hoursRangeOn(data.decidedOn, context);
    if (orderedHours !== null && !withinRange(orderedHours, range)) {
      return refuseWith('HOURS_RANGE', { hours: orderedHours, ...range });
    }
    const { orderedHours: _hours, ...changes } = data;
    const changed = { ...changes, orderedMinutes: orderedHours === null ? null : orderedHours * 60 };
    const after = underNewRuling(found, changed);
    const at = effectiveOn(data.decidedOn, found.zone, context);
    const completes =
      orderedHours !== null && STAGE_MOVES[found.stage].includes('COMPLETED') && !measureOpen(found);
    const completion = completes ? obligationCompleted(after, found.creditedMinutes, context, at) : [];
    return accepted(
      [
        { type: 'RulingChanged', data: changed, occurredAt: at },
        ...(completion.length > 0 ? completion : changedWindow(standing(after), data, context)),
      ],
      { claims: orderedHours === null || completion.length > 0 ? releasePlan(state, found, context) : [] },
    );
  }),
};

/** The stage to which the change brings a case that is not completed by it. */
const standing = (after: CommunityServiceCase): CommunityServiceCase =>
  after.stage === 'REPEAT' || standsAgain(after) ? { ...after, stage: 'RUNNING' } : after;

const standsAgain = (after: CommunityServiceCase): boolean =>
  after.stage === 'COMPLETED' && after.execution !== null && minutesLeft(after) > 0;

export const rulingChangeEvolvers: Evolvers<'RulingChanged'> = {
  RulingChanged: (state, { data }) =>
    changeCase(state, data.caseId, (found) => {
      const after = underNewRuling(found, data);
      const { stage } = standing(after);
      const signed = standsAgain(after) ? { completionMinuted: false, signatureDueAt: null } : {};
      return { ...after, ...signed, ...moveTo(found, stage) };
    }),
};
