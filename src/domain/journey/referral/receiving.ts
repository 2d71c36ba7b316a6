/**
 * A referral comes in and is answered.
 *
 * nothing -- ReferralReceived --> REFERRED, or CONSENTED at once where the person has agreed before
 * REFERRED | CONSENTED | ASSESSED -- ReferralReturned --> RETURNED_TO_REFERRER
 *
 * The centre answers within some days (I.4); not answering is told to both, and changes nothing.
 */
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact } from '../../registers/office.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import type { JourneyEvent } from '../events.ts';
import { accepted, type CommandHandlers, type Evolvers, happenedOn } from '../handlers.ts';
import { retentionEndOf } from '../retention.ts';
import { onReferral } from './on-referral.ts';
import { moveReferral, OPEN_REFERRAL_STAGES } from './stage-moves.ts';
import { changeReferral, consentsTo } from './state.ts';

export const receivingHandlers: CommandHandlers<'receive-referral' | 'return-referral'> = {
  'receive-referral': (state, { data, actor }, context) => {
    if (state.diedOn !== null) return refuseWith('RECORD_OF_DECEASED', { diedOn: state.diedOn });
    const centre = context.fact<OfficeFact>(`office/${data.centre}`);
    if (centre === undefined) return refuseWith('OFFICE_UNKNOWN', { officeId: data.centre });
    if (centre.kind !== 'TRAINING_CENTRE') {
      return refuseWith('NOT_A_TRAINING_CENTRE', { officeId: data.centre });
    }
    const open = Object.values(state.referral.cases).find(
      (found) =>
        found.referrer === actor.office &&
        found.centre === data.centre &&
        OPEN_REFERRAL_STAGES.includes(found.stage),
    );
    if (open !== undefined) return refuseWith('ALREADY_DONE', { caseId: open.caseId });
    const { zone } = centre;
    const on = happenedOn(context, zone);
    const answerDueAt = endOfDay(addDays(on, context.policy<number>('referral_answer_days', on)), zone);
    const caseId = `c${state.caseCount + 1}`;
    const events: JourneyEvent[] = [
      { type: 'ReferralReceived', data: { ...data, caseId, referrer: actor.office, zone, answerDueAt } },
    ];
    if (consentsTo(state, 'TRAINING_REFERRAL')) events.push({ type: 'ReferralConsented', data: { caseId } });
    return accepted(events);
  },
  'return-referral': onReferral(
    { stages: ['REFERRED', 'CONSENTED', 'ASSESSED'] },
    (found, { data }, context) =>
      accepted([
        { type: 'ReferralReturned', data: { ...data, retentionEndsAt: retentionEndOf(found, context) } },
      ]),
  ),
};

export const receivingEvolvers: Evolvers<
  'ReferralReceived' | 'ReferralReturned' | 'ReferralAnswerOverdue' | 'ReferralConsented'
> = {
  ReferralReceived: (state, { data, occurredAt }) => ({
    ...state,
    caseCount: state.caseCount + 1,
    referral: {
      ...state.referral,
      cases: {
        ...state.referral.cases,
        [data.caseId]: {
          caseId: data.caseId,
          stage: 'REFERRED',
          referrer: data.referrer,
          centre: data.centre,
          purpose: data.purpose,
          cohort: data.cohort ?? null,
          zone: data.zone,
          receivedOn: occurredAt.date,
          answerDueAt: data.answerDueAt,
          needs: data.needs,
          accommodations: [],
          waiting: null,
          closedReason: null,
          retentionEndsAt: null,
        },
      },
    },
  }),
  ReferralReturned: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => ({
      ...moveReferral(found, 'RETURNED_TO_REFERRER'),
      answerDueAt: null,
      // The end of the referral, as a closing is: kept as long (G-10).
      retentionEndsAt: data.retentionEndsAt ?? null,
    })),
  ReferralAnswerOverdue: (state, { data }) =>
    changeReferral(state, data.caseId, () => ({ answerDueAt: null })),
  ReferralConsented: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => moveReferral(found, 'CONSENTED')),
};
