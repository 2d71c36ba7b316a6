/** The social entrance: referrals, consents, needs and accommodation, the waiting list (C-10, E-10, I.4). */
import type { WantedDeadline } from '../../decider.ts';
import type { Moment } from '../../time/moment.ts';
import type { FiringHandlers } from '../handlers.ts';
import type { JourneyPart } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { accommodationEvolvers, accommodationHandlers } from './accommodation.ts';
import type { AccommodationCode, ReferralCommands } from './commands.ts';
import { consentEvolvers, consentHandlers } from './consent.ts';
import type { ReferralEvents } from './events.ts';
import { letterEvolvers, letterHandlers } from './letter.ts';
import { receivingEvolvers, receivingHandlers } from './receiving.ts';
import { OPEN_REFERRAL_STAGES } from './stage-moves.ts';
import { closed, waitingEvolvers, waitingHandlers } from './waiting.ts';

const at = (kind: string, subject: string, dueAt: Moment | null | undefined): WantedDeadline[] =>
  dueAt === null || dueAt === undefined ? [] : [{ kind, subject, dueAt }];

const referralDeadlines = (state: JourneyState): readonly WantedDeadline[] =>
  Object.values(state.referral.cases).flatMap(({ caseId, answerDueAt, accommodations, waiting }) => [
    ...at('referral-answer', caseId, answerDueAt),
    ...accommodations.flatMap(({ code, readyBy }) => at('accommodation-ready', `${caseId}/${code}`, readyBy)),
    ...at('waiting-list-notice', caseId, waiting?.noticeAt),
    ...at('waiting-list-end', caseId, waiting?.expiresAt),
  ]);

/** The retention clock runs on after a death (I-10), and with others while the person lives. */
const retentionDeadlines = (state: JourneyState): readonly WantedDeadline[] =>
  Object.values(state.referral.cases).flatMap(({ caseId, retentionEndsAt }) =>
    at('referral-retention-end', caseId, retentionEndsAt),
  );

const firings: FiringHandlers = {
  'referral-answer': (_state, { subject }) => [{ type: 'ReferralAnswerOverdue', data: { caseId: subject } }],
  'accommodation-ready': (_state, { subject }) => {
    const [caseId = '', code = ''] = subject.split('/');
    return [{ type: 'AccommodationOverdue', data: { caseId, code: code as AccommodationCode } }];
  },
  'waiting-list-notice': (_state, { subject }) => [
    { type: 'WaitingListExpiryNoticed', data: { caseId: subject } },
  ],
  'waiting-list-end': (_state, { subject }) => [{ type: 'WaitingListExpired', data: { caseId: subject } }],
  'referral-retention-end': (_state, { subject }) => [
    { type: 'ReferralRetentionEnded', data: { caseId: subject } },
  ],
};

/** Referrals whose person now sits in a class: those of the centre that trains, if any; else all that wait. */
const enrolledAt = (state: JourneyState) =>
  Object.values(state.referral.cases).filter(({ stage }) => stage === 'ASSESSED' || stage === 'WAITING');

export const referralPart: JourneyPart<keyof ReferralCommands, keyof ReferralEvents> = {
  handlers: {
    ...receivingHandlers,
    ...consentHandlers,
    ...accommodationHandlers,
    ...waitingHandlers,
    ...letterHandlers,
  },
  evolvers: {
    ...receivingEvolvers,
    ...consentEvolvers,
    ...accommodationEvolvers,
    ...waitingEvolvers,
    ...letterEvolvers,
  },
  firings,
  deadlines: (state) => [...referralDeadlines(state), ...retentionDeadlines(state)],
  deadlinesAfterDeath: retentionDeadlines,
  reactions: {
    EnrolmentStarted: (state) => ({
      events: enrolledAt(state).map(({ caseId }) => ({ type: 'ReferralEnrolled', data: { caseId } })),
    }),
    ConsentWithdrawn: (state, { data }, context) => {
      if (data.purpose !== 'TRAINING_REFERRAL' || !data.stopsTraining) return undefined;
      return {
        events: Object.values(state.referral.cases)
          .filter(({ stage }) => OPEN_REFERRAL_STAGES.includes(stage))
          .map((found) => closed(found, 'WITHDREW', context)),
      };
    },
  },
};
