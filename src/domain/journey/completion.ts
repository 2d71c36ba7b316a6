/**
 * When an obligation is done. Hours are done when the credited minutes reach the target; a court-ordered
 * training is done when the centre says so (S19). The system proposes COMPLETED, the prosecutor signs:
 *
 * RUNNING | HELD | REVIEW | REPEAT -- ObligationCompleted --> COMPLETED -- CompletionMinuted --> COMPLETED
 *
 * Until the signature a chase recurs; after it the case takes no more sessions (S01) and waits for its
 * closure (`closure.ts`).
 */
import type { DecideContext } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { addDays, endOfDay, type LocalDate, type Moment, momentAt } from '../time/index.ts';
import type { CaseId } from './commands.ts';
import type { JourneyEvent } from './events.ts';
import {
  accepted,
  caseOf,
  changeCase,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  onCase,
  standingCases,
  today,
} from './handlers.ts';
import { nextRound } from './recurrence.ts';
import { releasePlan } from './site-places.ts';
import { EXECUTION_STAGES, moveTo } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState } from './state.ts';

/**
 * Credited total at which the hours are done: I-2's upper limit for crediting. After a repeat was
 * ordered (art. 85(7)(a)) it is what stood credited at that decision plus what must be repeated. Earlier
 * work that turns out to be wrong lowers both, because nobody may add hours to the decision (I-5);
 * earlier work that a prosecutor credits later lessens what is left of the repeat.
 */
export const targetMinutes = ({ orderedMinutes, repeat }: CommunityServiceCase): number =>
  repeat === null
    ? (orderedMinutes ?? 0)
    : Math.min(repeat.creditedAtOrder, repeat.creditedBefore) + repeat.minutes;

/** Minutes still to be credited; 0 where no hours are ordered. */
export const minutesLeft = (found: CommunityServiceCase, credited = found.creditedMinutes): number =>
  Math.max(0, targetMinutes(found) - credited);

export const measureOpen = (found: CommunityServiceCase): boolean =>
  found.measure !== null && !found.measure.completed;

/**
 * Events that follow once `creditedAfter` minutes are credited: none while something is left to be done.
 * Ask with a state in which the case is in execution; a reopened case must be folded first.
 */
export function completionEvents(
  state: JourneyState,
  caseId: CaseId,
  creditedAfter: number,
  context: DecideContext,
): JourneyEvent[] {
  const found = caseOf(state, caseId);
  if (found === undefined || !EXECUTION_STAGES.includes(found.stage)) return [];
  if ((found.orderedMinutes === null && found.measure === null) || measureOpen(found)) return [];
  return obligationCompleted(found, creditedAfter, context);
}

/**
 * The same for a case at any stage before COMPLETED, where a document and not work ended the obligation.
 * @param occurredAt when the document took effect; absent = the command's own time.
 */
export function obligationCompleted(
  found: CommunityServiceCase,
  creditedAfter: number,
  context: DecideContext,
  occurredAt?: Moment,
): JourneyEvent[] {
  if (minutesLeft(found, creditedAfter) > 0) return [];
  const { caseId } = found;
  const review: JourneyEvent[] =
    found.stage === 'REVIEW' ? [{ type: 'BreachReviewClosed', data: { caseId } }] : [];
  const completed: JourneyEvent = {
    type: 'ObligationCompleted',
    data: {
      caseId,
      creditedMinutes: creditedAfter,
      surplusMinutes: Math.max(0, creditedAfter - targetMinutes(found)),
      signatureDueAt: signatureDue(found, today(context, found.zone), context),
    },
  };
  return [...review, completed].map((event) => (occurredAt === undefined ? event : { ...event, occurredAt }));
}

const signatureDue = (found: CommunityServiceCase, from: LocalDate, context: DecideContext): Moment =>
  endOfDay(addDays(from, context.policy<number>('signature_chase_days', from)), found.zone);

export const completionHandlers = {
  /** Places at the site that the plan still holds are given back: nobody comes any more. */
  'sign-completion': onCase<'sign-completion'>(
    { stages: ['COMPLETED'] },
    (found, _command, context, state) =>
      found.completionMinuted
        ? refuseWith('ALREADY_DONE', { caseId: found.caseId })
        : accepted([{ type: 'CompletionMinuted', data: { caseId: found.caseId } }], {
            claims: releasePlan(state, found, context),
          }),
  ),
};

export const completionEvolvers: Evolvers<'ObligationCompleted' | 'CompletionMinuted' | 'SignatureChased'> = {
  ObligationCompleted: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'COMPLETED'),
      signatureDueAt: data.signatureDueAt,
      hold: null,
      review: null,
    })),
  CompletionMinuted: (state, { data }) =>
    changeCase(state, data.caseId, () => ({ completionMinuted: true, signatureDueAt: null, plan: null })),
  SignatureChased: (state, { data }) =>
    changeCase(state, data.caseId, () => ({ signatureDueAt: data.nextAt })),
};

export const completionDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap(({ caseId, stage, signatureDueAt }) =>
    stage === 'COMPLETED' && signatureDueAt !== null
      ? [{ kind: 'signature-chase', subject: caseId, dueAt: signatureDueAt }]
      : [],
  );

export const completionFirings: FiringHandlers = {
  /** One chase for any number of missed rounds: the next one lies after now. */
  'signature-chase': (state, { subject, dueAt }, context) => {
    const found = caseOf(state, subject);
    if (found === undefined) return [];
    const nextAt = nextRound(dueAt, context.policy('signature_chase_days', dueAt.date), context.now);
    return [
      {
        type: 'SignatureChased',
        data: { caseId: subject, nextAt },
        occurredAt: momentAt(context.now, found.zone),
      },
    ];
  },
};
