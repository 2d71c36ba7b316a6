/**
 * The waiting list of a programme, and how a referral ends (I.4).
 *
 * ASSESSED -- PutOnWaitingList --> WAITING: a place is offered at each batch, and the place in the list ends
 * after some months, with a notice before
 * WAITING -- WaitingListExpired --> ASSESSED
 * ENROLLED -- PutOnWaitingList --> WAITING: its class was cancelled
 * any open stage -- ReferralClosed --> CLOSED
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import type { JourneyEvent } from '../events.ts';
import { accepted, type CommandHandlers, type Evolvers, happenedOn } from '../handlers.ts';
import { retentionEndOf } from '../retention.ts';
import type { ReferralCommands } from './commands.ts';
import { onReferral } from './on-referral.ts';
import { moveReferral, OPEN_REFERRAL_STAGES } from './stage-moves.ts';
import { changeReferral, type ReferralCase } from './state.ts';

/** How long the record is kept from then on is the same as for every case (G-10, L-21). */
export function closed(
  found: ReferralCase,
  reason: ReferralCommands['close-referral']['reason'],
  context: DecideContext,
): JourneyEvent {
  const retentionEndsAt = retentionEndOf(found, context);
  return { type: 'ReferralClosed', data: { caseId: found.caseId, reason, retentionEndsAt } };
}

/** A place in the list of a programme, from now on. */
export function listed(
  { caseId, zone }: ReferralCase,
  programmeId: string,
  context: DecideContext,
): JourneyEvent {
  const on = happenedOn(context, zone);
  const days = context.policy<number>('waiting_list_days', on);
  const notice = context.policy<number>('waiting_list_notice_days', on);
  const expiresAt = endOfDay(addDays(on, days), zone);
  const noticeAt = endOfDay(addDays(on, days - notice), zone);
  return { type: 'PutOnWaitingList', data: { caseId, programmeId, noticeAt, expiresAt } };
}

export const waitingHandlers: CommandHandlers<
  'put-on-waiting-list' | 'record-place-offer' | 'close-referral'
> = {
  'put-on-waiting-list': onReferral({ stages: ['ASSESSED'] }, (found, { data }, context) =>
    accepted([listed(found, data.programmeId, context)]),
  ),
  'record-place-offer': onReferral({ stages: ['WAITING'] }, (_found, { data }) =>
    accepted([{ type: 'PlaceOffered', data }]),
  ),
  'close-referral': onReferral(
    { stages: OPEN_REFERRAL_STAGES, afterDeath: true },
    (found, { data }, context, state) => {
      if ((data.reason === 'DEATH') !== (state.diedOn !== null)) {
        return refuseWith('CLOSING_REASON_UNFIT', { reason: data.reason });
      }
      return accepted([closed(found, data.reason, context)]);
    },
  ),
};

export const waitingEvolvers: Evolvers<
  | 'PutOnWaitingList'
  | 'PlaceOffered'
  | 'WaitingListExpiryNoticed'
  | 'WaitingListExpired'
  | 'ReferralEnrolled'
  | 'ReferralClosed'
  | 'ReferralRetentionEnded'
> = {
  PutOnWaitingList: (state, { data: { caseId, programmeId, noticeAt, expiresAt } }) =>
    changeReferral(state, caseId, (found) => ({
      ...moveReferral(found, 'WAITING'),
      waiting: { programmeId, noticeAt, expiresAt },
    })),
  // What was offered and declined leaves the place in the list as it was.
  PlaceOffered: (state) => state,
  WaitingListExpiryNoticed: (state, { data }) =>
    changeReferral(state, data.caseId, ({ waiting }) => ({
      waiting: waiting && { ...waiting, noticeAt: null },
    })),
  WaitingListExpired: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => ({ ...moveReferral(found, 'ASSESSED'), waiting: null })),
  ReferralEnrolled: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => ({ ...moveReferral(found, 'ENROLLED'), waiting: null })),
  ReferralClosed: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => ({
      ...moveReferral(found, 'CLOSED'),
      answerDueAt: null,
      waiting: null,
      accommodations: found.accommodations.map((one) => ({ ...one, readyBy: null })),
      closedReason: data.reason,
      retentionEndsAt: data.retentionEndsAt,
    })),
  ReferralRetentionEnded: (state, { data }) =>
    changeReferral(state, data.caseId, () => ({ retentionEndsAt: null })),
};
