/**
 * Breach (art. 85(7)): what the law lets a decision do, and nothing more (I-5).
 *
 * RUNNING | HELD | REPEAT -- BreachReviewOpened --> REVIEW, by the window's end, by the third warning
 * letter, by a reported new offence, or by the prosecutor. From there, by a decision document:
 *   BreachReviewClosed --> back where it came from (CONTINUE), after the window only with a new one
 *   RepeatOrdered --> REPEAT, with a window of its own (85(7)(a))
 *   ReplacedPrisonOrdered, LinkedCaseOpened --> CONVERTED (85(7)(b))
 *   ReplacedFineOrdered --> CONVERTED (85(7)(c)); unpaid, it can still become prison
 * and ObligationCompleted --> COMPLETED, where work proved late fills the total (L-32).
 *
 * In REVIEW the probation counsellor's opinion is due in a week and the decision is chased every two.
 * The numbers of a decision are those of its document; the proportional part is shown beside them as
 * advice that binds nobody (L-03, L-04, S14).
 */
import type { DecideContext, Warning } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { warn } from '../law/warnings.ts';
import { endOfDay, windowEnd } from '../time/index.ts';
import { repeatOf } from './breach-evolve.ts';
import { isPastWindow, reviewOpened, windowReplaced } from './breach-review.ts';
import type { JourneyCommands, ReplacedPenalty } from './commands.ts';
import { measureOpen, minutesLeft, obligationCompleted } from './completion.ts';
import { notBefore } from './dates.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  type CommandHandlers,
  firstRefusal,
  happenedOn,
  type JourneyDecision,
  onCase,
  requireDocument,
} from './handlers.ts';
import { nextCaseId, OPEN } from './ruling.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState, Stage } from './state.ts';
import { windowChanged } from './window.ts';

const REVIEWABLE: readonly Stage[] = ['RUNNING', 'HELD', 'REPEAT'];
const REPORTABLE: readonly Stage[] = [...OPEN, 'CONVERTED', 'COMPLETED'];

type BreachDecision = JourneyCommands['record-breach-decision'];
type Outcome<Kind extends BreachDecision['outcome']> = Extract<BreachDecision, { outcome: Kind }>;

/** L-04: the part of the replaced penalty for the hours not done, rounded down in the person's favour. */
export function advisoryPart(found: CommunityServiceCase, kind: ReplacedPenalty['kind']): number | null {
  const { replaced, orderedMinutes } = found;
  if (replaced?.kind !== kind || orderedMinutes === null || orderedMinutes === 0) return null;
  const whole = replaced.kind === 'PRISON' ? replaced.days : replaced.rupiah;
  return Math.floor((whole * Math.min(minutesLeft(found), orderedMinutes)) / orderedMinutes);
}

/**
 * After the window only a document can give a new one (L-05). Without it nothing could be credited, so
 * the decision is refused and the review goes on to be chased.
 */
function continued(
  found: CommunityServiceCase,
  { windowEndsOn }: Outcome<'CONTINUE'>,
  context: DecideContext,
): JourneyDecision {
  const { caseId, zone, execution } = found;
  const closed: JourneyEvent = { type: 'BreachReviewClosed', data: { caseId } };
  if (windowEndsOn === undefined) {
    return isPastWindow(found)
      ? refuseWith('WINDOW_CLOSED', { caseId, windowEnd: execution?.windowEndsAt?.date ?? '' })
      : accepted([closed]);
  }
  const refused = notBefore('windowEndsOn', windowEndsOn, happenedOn(context, zone));
  if (refused !== undefined) return refused;
  const after = { ...found, stage: found.review?.from ?? 'RUNNING', review: null };
  return accepted([closed, ...windowReplaced(after, 'DOCUMENT', endOfDay(windowEndsOn, zone), context)]);
}

/** "All or part" is at most all: nobody may add hours to what the court ordered (I-5). */
function repeated(
  state: JourneyState,
  found: CommunityServiceCase,
  { repeatHours, windowEndsOn }: Outcome<'REPEAT'>,
  context: DecideContext,
): JourneyDecision {
  const { caseId, zone, orderedMinutes } = found;
  const maximum = Math.floor((orderedMinutes ?? 0) / 60);
  if (!Number.isInteger(repeatHours) || repeatHours < 1 || repeatHours > maximum) {
    return refuseWith('HOURS_RANGE', { hours: repeatHours, minimum: 1, maximum });
  }
  const decidedOn = happenedOn(context, zone);
  const refused = notBefore('windowEndsOn', windowEndsOn ?? decidedOn, decidedOn);
  if (refused !== undefined) return refused;
  const windowEndsAt =
    windowEndsOn === undefined
      ? windowEnd(decidedOn, context.policy<number>('repeat_window_days', decidedOn), zone)
      : endOfDay(windowEndsOn, zone);
  const { creditedMinutes } = found;
  const data = { caseId, repeatMinutes: repeatHours * 60, creditedMinutes, windowEndsAt };
  const after = {
    ...found,
    stage: 'REPEAT',
    review: null,
    repeat: repeatOf(state, data, decidedOn),
  } as const;
  const completion = measureOpen(found) ? [] : obligationCompleted(after, creditedMinutes, context);
  const window =
    completion.length > 0
      ? windowChanged(after, 'REPEAT', windowEndsAt, context)
      : windowReplaced(after, 'REPEAT', windowEndsAt, context);
  return accepted([{ type: 'RepeatOrdered', data }, ...window, ...completion]);
}

/**
 * Art. 85(7)(b) and (c): "all or part" of what was replaced. The number of the document is stored as it
 * is (I-6, S14); one that goes beyond, or names another penalty, is shown.
 */
function penaltyWarnings(found: CommunityServiceCase, ordered: ReplacedPenalty): Warning[] {
  const { replaced } = found;
  // An unpaid fine may still become prison: then there is no length to compare with.
  if (replaced === null || (found.stage === 'CONVERTED' && replaced.kind === 'FINE')) return [];
  const [actual, limit] = [amountOf(ordered), amountOf(replaced)];
  const beyond = ordered.kind !== replaced.kind || actual > limit;
  return beyond
    ? [
        warn('BREACH_DECISION_ANOMALY', {
          actual: `${ordered.kind} ${actual}`,
          limit: `${replaced.kind} ${limit}`,
        }),
      ]
    : [];
}

const amountOf = (penalty: ReplacedPenalty): number =>
  penalty.kind === 'PRISON' ? penalty.days : penalty.rupiah;

function imprisoned(
  state: JourneyState,
  found: CommunityServiceCase,
  { prisonDays, facility }: Outcome<'REPLACED_PRISON'>,
  context: DecideContext,
): JourneyDecision {
  const { caseId } = found;
  const advisoryDays = advisoryPart(found, 'PRISON');
  return accepted(
    [
      { type: 'ReplacedPrisonOrdered', data: { caseId, prisonDays, advisoryDays, facility } },
      {
        type: 'LinkedCaseOpened',
        data: { caseId, linkedCaseId: nextCaseId(state), route: 'PRISON', facility, days: prisonDays },
      },
    ],
    {
      claims: releasePlan(state, found, context),
      warnings: penaltyWarnings(found, { kind: 'PRISON', days: prisonDays }),
    },
  );
}

function fined(
  state: JourneyState,
  found: CommunityServiceCase,
  { rupiah, payBy }: Outcome<'REPLACED_FINE'>,
  context: DecideContext,
): JourneyDecision {
  const { caseId, zone } = found;
  const refused = notBefore('payBy', payBy, happenedOn(context, zone));
  if (refused !== undefined) return refused;
  const event: JourneyEvent = {
    type: 'ReplacedFineOrdered',
    data: { caseId, rupiah, advisoryRupiah: advisoryPart(found, 'FINE'), payBy: endOfDay(payBy, zone) },
  };
  return accepted([event], {
    claims: releasePlan(state, found, context),
    warnings: penaltyWarnings(found, { kind: 'FINE', rupiah }),
  });
}

export const breachHandlers: CommandHandlers<
  | 'issue-warning-letter'
  | 'open-breach-review'
  | 'report-new-offence'
  | 'record-breach-opinion'
  | 'record-breach-decision'
> = {
  'issue-warning-letter': onCase({ stages: EXECUTION_STAGES }, (found, { data }, context) => {
    const { caseId, stage, warningLetters, zone } = found;
    if (data.number <= warningLetters) return refuseWith('ALREADY_DONE', { number: data.number });
    if (data.number > warningLetters + 1) {
      return refuseWith('WRONG_STAGE', { caseId, stage, allowed: `warning letter ${warningLetters + 1}` });
    }
    const on = happenedOn(context, zone);
    const opens = data.number >= context.policy<number>('warning_letters_before_review', on);
    return accepted([
      { type: 'WarningLetterIssued', data },
      ...(opens && stage !== 'REVIEW' ? [reviewOpened(found, 'THIRD_WARNING', on, context)] : []),
    ]);
  }),

  'open-breach-review': onCase({ stages: REVIEWABLE }, (found, { data }, context) =>
    accepted([reviewOpened(found, 'PROSECUTOR', happenedOn(context, found.zone), context, data.note)]),
  ),

  /** A new offence is no breach of itself: the review lets the prosecutor decide (I.6b). */
  'report-new-offence': onCase({ stages: REPORTABLE }, (found, { data }, context) =>
    accepted([
      { type: 'NewOffenceReported', data },
      ...(REVIEWABLE.includes(found.stage)
        ? [reviewOpened(found, 'NEW_OFFENCE', happenedOn(context, found.zone), context)]
        : []),
    ]),
  ),

  'record-breach-opinion': onCase({ stages: ['REVIEW'] }, (_found, { data }) =>
    accepted([{ type: 'BreachOpinionRecorded', data }]),
  ),

  'record-breach-decision': onCase({ stages: ['REVIEW', 'CONVERTED'] }, (found, command, context, state) => {
    const { data } = command;
    const refused = firstRefusal(
      requireDocument(command, 'decision on the breach'),
      notBefore('occurredAt', happenedOn(context, found.zone), found.review?.openedOn),
    );
    if (refused !== undefined) return refused;
    // Art. 85(7)(c): only an unpaid fine can still become prison once the case is converted.
    const unpaid = found.fine !== null && found.fine.rupiah > 0 && data.outcome === 'REPLACED_PRISON';
    if (found.stage === 'CONVERTED' && !unpaid) {
      const { caseId, stage } = found;
      return refuseWith('WRONG_STAGE', { caseId, stage, allowed: 'REVIEW' });
    }
    switch (data.outcome) {
      case 'CONTINUE':
        return continued(found, data, context);
      case 'REPEAT':
        return repeated(state, found, data, context);
      case 'REPLACED_PRISON':
        return imprisoned(state, found, data, context);
      case 'REPLACED_FINE':
        return fined(state, found, data, context);
    }
  }),
};
