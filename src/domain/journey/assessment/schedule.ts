/**
 * The day and the place of the test, the agreement before it, and adjustments (D-04, D-05).
 *
 * VERIFIED | FROZEN -- AssessmentScheduled --> SCHEDULED -- AssessmentConsented (AK.01) --> CONSENTED
 * SCHEDULED | CONSENTED -- AssessmentScheduled --> SCHEDULED: another day, agreed to anew
 * SCHEDULED | CONSENTED -- AssessmentPostponed --> VERIFIED: the day falls away
 */
import type { DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate } from '../../time/moment.ts';
import { notBefore, notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  today,
} from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { dayFull, releaseDays, takeDays } from './assessor-days.ts';
import { heldDays } from './ending.ts';
import { requireAllFit, requireLead } from './impartiality.ts';
import { onAssessment } from './on-assessment.ts';
import { BEFORE_TEST, movedBy, stagesOf, TEST_AHEAD } from './stage-moves.ts';
import { type Assessment, changeAssessment, presentAttempt, withAttempt } from './state.ts';
import type { TestPlace } from './terms.ts';

const requirePlace = ({ placeId, verified }: TestPlace): Refused | undefined =>
  verified ? undefined : refuseWith('TEST_PLACE_NOT_VERIFIED', { placeId });

/** All that must hold for a test on that day: time since remedial training began, place, lead, licences and conflicts, room on their days. */
export function requireTestDay(
  state: JourneyState,
  found: Assessment,
  on: LocalDate,
  testPlace: TestPlace,
  context: DecideContext,
): Refused | undefined {
  const { assessors, notBefore: earliest } = presentAttempt(found);
  return firstRefusal(
    earliest !== null && on < earliest ? refuseWith('RETEST_TOO_EARLY', { date: earliest }) : undefined,
    requirePlace(testPlace),
    notBefore('on', on, found.requestedOn),
    requireLead(assessors),
    requireAllFit(state, found, assessors, on, context),
    dayFull(assessors, on, context),
  );
}

export const scheduleHandlers: CommandHandlers<
  'schedule-test' | 'postpone-test' | 'agree-adjustment' | 'sign-consent'
> = {
  'schedule-test': onAssessment(
    { stages: stagesOf('AssessmentScheduled') },
    (found, { data }, context, state) => {
      const { on, testPlace } = data;
      const { assessors, test } = presentAttempt(found);
      const refused = requireTestDay(state, found, on, testPlace, context);
      if (refused !== undefined) return refused;
      if (test?.on === on && test.testPlace.placeId === testPlace.placeId && !found.placeToConfirm) {
        return refuseWith('ALREADY_DONE', {});
      }
      return accepted([{ type: 'AssessmentScheduled', data }], {
        claims: [...releaseDays(found, assessors, on), ...takeDays(found, assessors, on, context)],
      });
    },
  ),
  'postpone-test': onAssessment({ stages: TEST_AHEAD }, (found, { data }, context) => {
    const { test } = presentAttempt(found);
    const from = test?.on ?? today(context, found.zone);
    return accepted([{ type: 'AssessmentPostponed', data: { ...data, from } }], { claims: heldDays(found) });
  }),
  'agree-adjustment': onAssessment(
    { stages: [...BEFORE_TEST, 'REMEDIAL', 'RE_ASSESSMENT', 'FROZEN'] },
    (found, { data }) =>
      JSON.stringify(found.adjustments) === JSON.stringify(data.adjustments)
        ? refuseWith('ALREADY_DONE', {})
        : accepted([{ type: 'AdjustmentAgreed', data }]),
  ),
  'sign-consent': onAssessment({ stages: ['SCHEDULED'] }, (found, { data }, context) => {
    const { assessors } = presentAttempt(found);
    const refused = firstRefusal(
      requireLead(assessors),
      notInFuture(data.signedOn, found.zone, context),
      notBefore('signedOn', data.signedOn, found.requestedOn),
    );
    return refused ?? accepted([{ type: 'AssessmentConsented', data }]);
  }),
};

export const scheduleEvolvers: Evolvers<
  | 'AssessmentScheduled'
  | 'AssessmentPostponed'
  | 'TestPlaceReplanDue'
  | 'AdjustmentAgreed'
  | 'AssessmentConsented'
> = {
  AssessmentScheduled: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AssessmentScheduled', found),
      ...withAttempt(found, { test: { on: data.on, testPlace: data.testPlace } }),
      placeToConfirm: false,
    })),
  AssessmentPostponed: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AssessmentPostponed', found),
      ...withAttempt(found, { test: null }),
      placeToConfirm: false,
    })),
  TestPlaceReplanDue: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ placeToConfirm: true })),
  AdjustmentAgreed: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ adjustments: data.adjustments })),
  AssessmentConsented: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => movedBy('AssessmentConsented', found)),
};
