/** The social entrance: referrals, consents, needs and accommodation, the waiting list (C-10, E-10, I.4). */
import type { DecideContext, WantedDeadline } from '../../decider.ts';
import type { Moment } from '../../time/moment.ts';
import type { JourneyEvent } from '../events.ts';
import type { FiringHandlers } from '../handlers.ts';
import type { JourneyPart, Reaction } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { type Enrolment, enrolmentOf, OPEN_STAGES, openEnrolments } from '../training/state.ts';
import { accommodationEvolvers, accommodationHandlers } from './accommodation.ts';
import type { AccommodationCode, ReferralCommands } from './commands.ts';
import { consentEvolvers, consentHandlers } from './consent.ts';
import type { ReferralEvents } from './events.ts';
import { letterEvolvers, letterHandlers } from './letter.ts';
import { receivingEvolvers, receivingHandlers } from './receiving.ts';
import { OPEN_REFERRAL_STAGES, type ReferralStage } from './stage-moves.ts';
import { closed, listed, waitingEvolvers, waitingHandlers } from './waiting.ts';

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

/** Referrals to the centre that trains; others wait for their own. */
const referredTo = (state: JourneyState, { centre }: Enrolment, stages: readonly ReferralStage[]) =>
  Object.values(state.referral.cases).filter(
    (found) => found.centre === centre && stages.includes(found.stage),
  );

/** Training has begun there, for the first time or again. */
const enrolled = (state: JourneyState, enrolmentId: string): Reaction | undefined => {
  const enrolment = enrolmentOf(state, enrolmentId);
  if (enrolment?.stage !== 'ACTIVE') return undefined;
  const events = referredTo(state, enrolment, ['ASSESSED', 'WAITING']).map(
    ({ caseId }): JourneyEvent => ({ type: 'ReferralEnrolled', data: { caseId } }),
  );
  return { events };
};

/** Unless another class of that centre trains the person on, who was followed waits again. */
const waitsAgain = (
  state: JourneyState,
  enrolmentId: string,
  context: DecideContext,
): Reaction | undefined => {
  const enrolment = enrolmentOf(state, enrolmentId);
  if (enrolment === undefined || !OPEN_STAGES.includes(enrolment.stage)) return undefined;
  const goesOn = openEnrolments(state).some(
    ({ centre, stage, seat }) =>
      centre === enrolment.centre && (stage === 'ACTIVE' || (stage === 'SUSPENDED' && seat !== 'NONE')),
  );
  if (goesOn) return undefined;
  const { programmeId } = enrolment;
  return {
    events: referredTo(state, enrolment, ['ENROLLED']).map((found) => listed(found, programmeId, context)),
  };
};

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
    EnrolmentStarted: (state, { data }) => enrolled(state, data.enrolmentId),
    EnrolmentResumed: (state, { data }) => enrolled(state, data.enrolmentId),
    ClassCancelled: (state, { data }, context) => waitsAgain(state, data.enrolmentId, context),
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
