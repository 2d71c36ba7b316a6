/** How a review moves a case, and what it waits for. */
import { type LocalDate, momentAt } from '../time/index.ts';
import { withEntry } from './entries.ts';
import type { JourneyEvents } from './events.ts';
import { heldUntil } from './execution-evolve.ts';
import {
  changeCase,
  type DeadlinesOf,
  type Evolvers,
  type FiringHandlers,
  standingCases,
} from './handlers.ts';
import { nextRound } from './recurrence.ts';
import { moveTo } from './stage-moves.ts';
import type { CommunityServiceCase, JourneyState } from './state.ts';

/** After the letter that opened a review, a case that goes on begins a new series of letters. */
const LETTERS_IN_A_SERIES = 3;

const lettersAfterReview = ({ warningLetters }: CommunityServiceCase): number =>
  warningLetters >= LETTERS_IN_A_SERIES ? 0 : warningLetters;

/** Work of the decision's own day counts toward the repeat, also where it was credited before. */
export function repeatOf(
  state: JourneyState,
  { caseId, repeatMinutes, creditedMinutes }: JourneyEvents['RepeatOrdered'],
  from: LocalDate,
): NonNullable<CommunityServiceCase['repeat']> {
  const since = Object.values(state.sessions)
    .filter((session) => session.caseId === caseId)
    .flatMap(({ credited }) => Object.entries(credited))
    .reduce((sum, [date, minutes]) => sum + (date < from ? 0 : minutes), 0);
  return {
    from,
    minutes: repeatMinutes,
    creditedAtOrder: creditedMinutes,
    creditedBefore: creditedMinutes - since,
  };
}

export const breachEvolvers: Evolvers<
  | 'WarningLetterIssued'
  | 'BreachReviewOpened'
  | 'BreachOpinionOverdue'
  | 'BreachOpinionRecorded'
  | 'BreachDecisionChased'
  | 'BreachReviewClosed'
  | 'RepeatOrdered'
  | 'ReplacedPrisonOrdered'
  | 'ReplacedFineOrdered'
  | 'FinePaymentOverdue'
  | 'LinkedCaseOpened'
  | 'NewOffenceReported'
> = {
  NewOffenceReported: (state) => state,
  WarningLetterIssued: (state, { data: { caseId, number }, version }) =>
    withEntry(
      changeCase(state, caseId, () => ({ warningLetters: number })),
      version,
      'WarningLetterIssued',
      caseId,
      String(number),
    ),
  BreachReviewOpened: (state, { data, occurredAt }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'REVIEW'),
      review: {
        opinionDueAt: data.opinionDueAt,
        decisionChaseAt: data.decisionChaseAt,
        opinion: 'NONE',
        from: found.stage,
        ground: data.ground,
        openedOn: occurredAt.date,
      },
    })),
  BreachOpinionOverdue: (state, { data }) =>
    changeCase(state, data.caseId, ({ review }) => ({ review: review && { ...review, opinionDueAt: null } })),
  BreachOpinionRecorded: (state, { data }) =>
    changeCase(state, data.caseId, ({ review }) => ({
      review: review && {
        ...review,
        opinionDueAt: null,
        opinion: data.lawfulExcuse ? 'LAWFUL_EXCUSE' : 'NO_LAWFUL_EXCUSE',
      },
    })),
  BreachDecisionChased: (state, { data }) =>
    changeCase(state, data.caseId, ({ review }) => ({
      review: review && { ...review, decisionChaseAt: data.nextAt },
    })),
  BreachReviewClosed: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, found.review?.from ?? 'RUNNING'),
      warningLetters: lettersAfterReview(found),
      review: null,
    })),
  /** Its window follows in a WindowChanged. */
  RepeatOrdered: (state, { data, occurredAt }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'REPEAT'),
      ...heldUntil(found, occurredAt.date),
      repeat: repeatOf(state, data, occurredAt.date),
      warningLetters: lettersAfterReview(found),
      review: null,
      hold: null,
    })),
  ReplacedPrisonOrdered: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'CONVERTED'),
      review: null,
      hold: null,
      plan: null,
      fine: null,
    })),
  ReplacedFineOrdered: (state, { data }) =>
    changeCase(state, data.caseId, (found) => ({
      ...moveTo(found, 'CONVERTED'),
      review: null,
      hold: null,
      plan: null,
      fine: { rupiah: data.rupiah, payBy: data.payBy },
    })),
  FinePaymentOverdue: (state, { data }) =>
    changeCase(state, data.caseId, ({ fine }) => ({ fine: fine && { ...fine, payBy: null } })),
  LinkedCaseOpened: (state, { data }) => ({
    ...state,
    caseCount: state.caseCount + 1,
    linkedCases: {
      ...state.linkedCases,
      [data.linkedCaseId]: {
        fromCaseId: data.caseId,
        route: data.route,
        facility: data.facility,
        days: data.days,
      },
    },
  }),
};

export const breachDeadlines: DeadlinesOf = (state) =>
  standingCases(state).flatMap(({ caseId: subject, stage, review, fine, orderedMinutes }) => {
    if (stage === 'CONVERTED' && fine?.payBy != null && fine.rupiah > 0 && orderedMinutes !== null) {
      return [{ kind: 'fine-payment', subject, dueAt: fine.payBy }];
    }
    if (stage !== 'REVIEW' || review === null || orderedMinutes === null) return [];
    const { opinionDueAt, decisionChaseAt, opinion } = review;
    return [
      ...(opinionDueAt !== null && opinion === 'NONE'
        ? [{ kind: 'breach-opinion', subject, dueAt: opinionDueAt }]
        : []),
      ...(decisionChaseAt === null
        ? []
        : [{ kind: 'breach-decision-chase', subject, dueAt: decisionChaseAt }]),
    ];
  });

export const breachFirings: FiringHandlers = {
  'breach-opinion': (_state, { subject }) => [{ type: 'BreachOpinionOverdue', data: { caseId: subject } }],
  'breach-decision-chase': (_state, { subject, dueAt }, context) => {
    const days = context.policy<number>('breach_decision_chase_days', dueAt.date);
    return [
      {
        type: 'BreachDecisionChased',
        data: { caseId: subject, nextAt: nextRound(dueAt, days, context.now) },
        occurredAt: momentAt(context.now, dueAt.zone),
      },
    ];
  },
  'fine-payment': (_state, { subject }) => [{ type: 'FinePaymentOverdue', data: { caseId: subject } }],
};
