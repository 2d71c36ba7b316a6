/**
 * What a person needs in order to take part, planned, provided and confirmed (C-10).
 *
 * CONSENTED | ASSESSED | WAITING | ENROLLED -- NeedsAssessed --> ASSESSED, or the same stage
 * AccommodationPlanned --> AccommodationProvided --> AccommodationConfirmed
 *
 * It must be ready some days before the class begins (I.4); what is not is told, once.
 */
import { refuse } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import { accepted, type CommandHandlers, type Evolvers, happenedOn } from '../handlers.ts';
import type { AccommodationCode } from './commands.ts';
import { CONSENT_ARTICLE } from './consent.ts';
import { onReferral } from './on-referral.ts';
import { moveReferral, type ReferralStage } from './stage-moves.ts';
import { type Accommodation, changeReferral, type ReferralCase } from './state.ts';

const WITH_CONSENT: readonly ReferralStage[] = ['CONSENTED', 'ASSESSED', 'WAITING', 'ENROLLED'];
const ASSESSED: readonly ReferralStage[] = ['ASSESSED', 'WAITING', 'ENROLLED'];

const plannedOf = (found: ReferralCase, code: AccommodationCode): Accommodation | undefined =>
  found.accommodations.find((accommodation) => accommodation.code === code);

export const accommodationHandlers: CommandHandlers<
  'assess-accommodation' | 'plan-accommodation' | 'provide-accommodation' | 'confirm-accommodation'
> = {
  'assess-accommodation': onReferral({ stages: ['REFERRED', ...WITH_CONSENT] }, ({ stage }, { data }) =>
    stage === 'REFERRED'
      ? refuse('CONSENT_MISSING', { purpose: 'TRAINING_REFERRAL' }, CONSENT_ARTICLE)
      : accepted([{ type: 'NeedsAssessed', data }]),
  ),
  'plan-accommodation': onReferral({ stages: ASSESSED }, (found, { data }, context) => {
    const { caseId, code, classStartsOn } = data;
    const planned = plannedOf(found, code);
    if (planned?.classStartsOn === classStartsOn) return refuseWith('ALREADY_DONE', { caseId, code });
    const on = happenedOn(context, found.zone);
    if (classStartsOn <= on) {
      return refuseWith('DATE_IMPLAUSIBLE', { field: 'classStartsOn', date: classStartsOn, earliest: on });
    }
    const days = context.policy<number>('accommodation_ready_days', on);
    const readyBy = endOfDay(addDays(classStartsOn, -days), found.zone);
    return accepted([{ type: 'AccommodationPlanned', data: { ...data, readyBy } }]);
  }),
  'provide-accommodation': onReferral({ stages: ASSESSED }, (found, { data }) => {
    const planned = plannedOf(found, data.code);
    if (planned === undefined) return refuseWith('ACCOMMODATION_NOT_PLANNED', { code: data.code });
    if (planned.status !== 'PLANNED') return refuseWith('ALREADY_DONE', { code: data.code });
    return accepted([{ type: 'AccommodationProvided', data }]);
  }),
  'confirm-accommodation': onReferral({ stages: ASSESSED }, (found, { data }) => {
    const planned = plannedOf(found, data.code);
    if (planned === undefined || planned.status === 'PLANNED') {
      return refuseWith('ACCOMMODATION_NOT_PLANNED', { code: data.code });
    }
    if (planned.status === 'CONFIRMED') return refuseWith('ALREADY_DONE', { code: data.code });
    return accepted([{ type: 'AccommodationConfirmed', data }]);
  }),
};

const withStatus =
  (code: AccommodationCode, change: Partial<Accommodation>) =>
  ({ accommodations }: ReferralCase): Partial<ReferralCase> => ({
    accommodations: accommodations.map((accommodation) =>
      accommodation.code === code ? { ...accommodation, ...change } : accommodation,
    ),
  });

export const accommodationEvolvers: Evolvers<
  | 'NeedsAssessed'
  | 'AccommodationPlanned'
  | 'AccommodationProvided'
  | 'AccommodationConfirmed'
  | 'AccommodationOverdue'
> = {
  NeedsAssessed: (state, { data }) =>
    changeReferral(state, data.caseId, (found) => ({
      ...moveReferral(found, found.stage === 'CONSENTED' ? 'ASSESSED' : found.stage),
      answerDueAt: null,
      needs: data.needs,
    })),
  AccommodationPlanned: (state, { data: { caseId, code, classStartsOn, readyBy } }) =>
    changeReferral(state, caseId, (found) => ({
      accommodations: [
        ...found.accommodations.filter((other) => other.code !== code),
        { code, classStartsOn, readyBy, status: 'PLANNED' as const },
      ],
    })),
  AccommodationProvided: (state, { data: { caseId, code } }) =>
    changeReferral(state, caseId, withStatus(code, { status: 'PROVIDED', readyBy: null })),
  AccommodationConfirmed: (state, { data: { caseId, code } }) =>
    changeReferral(state, caseId, withStatus(code, { status: 'CONFIRMED' })),
  AccommodationOverdue: (state, { data: { caseId, code } }) =>
    changeReferral(state, caseId, withStatus(code, { readyBy: null })),
};
