/**
 * The test and what the assessor recommends (AK.02, AK.05).
 *
 * CONSENTED -- AssessmentTaken --> TAKEN -- RecommendationFiled --> RECOMMENDED
 *
 * Only an assessor assigned to the attempt enters either. A test without the adjustments that were asked
 * for was none that counts (AK.07, S41).
 */
import { refuseWith } from '../../law/refusals.ts';
import { addDays, endOfDay } from '../../time/index.ts';
import type { LocalDate } from '../../time/moment.ts';
import { notInFuture } from '../dates.ts';
import {
  accepted,
  type CommandHandlers,
  type Evolvers,
  firstRefusal,
  type Refused,
  today,
} from '../handlers.ts';
import { accommodationNeeds } from '../referral/state.ts';
import type { JourneyState } from '../state.ts';
import { enrolmentOf } from '../training/state.ts';
import { requireSeparation } from './duties.ts';
import { requireAllFit, requireLead } from './impartiality.ts';
import { isAssigned, onAssessment } from './on-assessment.ts';
import { movedBy } from './stage-moves.ts';
import { type Assessment, changeAssessment, presentAttempt, withAttempt } from './state.ts';
import { requirePortfolio, requireUnits } from './units.ts';

/** Adjustments that the application, the training or a referral asked for. */
export function neededAdjustments(state: JourneyState, { needs, basis }: Assessment): string[] {
  const trained = basis.kind === 'TRAINING' ? (enrolmentOf(state, basis.enrolmentId)?.needs ?? []) : [];
  return [...new Set<string>([...needs, ...trained, ...accommodationNeeds(state)])];
}

/** Which of them is given, and how, is agreed between the two: AK.07 must be there (S41). */
export const requireAdjustment = (state: JourneyState, found: Assessment): Refused | undefined =>
  found.adjustments === null && neededAdjustments(state, found).length > 0
    ? refuseWith('ADJUSTMENT_MISSING', {})
    : undefined;

/** A test is held on the day that was set: for that day licences and places were looked at. */
const requireDay = (takenOn: LocalDate, setFor: LocalDate | undefined): Refused | undefined =>
  takenOn === setFor ? undefined : refuseWith('DATE_IMPLAUSIBLE', { field: 'takenOn', date: takenOn });

export const testHandlers: CommandHandlers<'record-test-taken' | 'file-recommendation'> = {
  'record-test-taken': onAssessment({ stages: ['CONSENTED'] }, (found, { data, actor }, context, state) => {
    const { takenOn, evidence } = data;
    const { assessors, test, units } = presentAttempt(found);
    if (!isAssigned(assessors, actor)) return refuseWith('NOT_THE_ASSESSOR', {});
    const refused = firstRefusal(
      requireAdjustment(state, found),
      notInFuture(takenOn, found.zone, context),
      requireDay(takenOn, test?.on),
      requireLead(assessors),
      requireAllFit(state, found, assessors, takenOn, context),
      requireUnits(evidence, units),
      requirePortfolio(found, evidence),
    );
    if (refused !== undefined) return refused;
    const days = context.policy<number>('assessment_report_days', takenOn);
    const reportDueAt = endOfDay(addDays(takenOn, days), found.zone);
    return accepted([{ type: 'AssessmentTaken', data: { ...data, reportDueAt } }]);
  }),
  'file-recommendation': onAssessment({ stages: ['TAKEN'] }, (found, { data, actor }, context) => {
    const { assessors, units } = presentAttempt(found);
    if (!isAssigned(assessors, actor)) return refuseWith('NOT_THE_ASSESSOR', {});
    const refused = firstRefusal(
      requireUnits(data.results, units),
      requireSeparation(found, 'ASSESS', [actor.id]),
    );
    if (refused !== undefined) return refused;
    const filedOn = today(context, found.zone);
    const days = context.policy<number>('plenary_days', filedOn);
    const plenaryDueAt = endOfDay(addDays(filedOn, days), found.zone);
    return accepted([{ type: 'RecommendationFiled', data: { ...data, plenaryDueAt } }]);
  }),
};

export const testEvolvers: Evolvers<'AssessmentTaken' | 'RecommendationFiled' | 'RecommendationOverdue'> = {
  AssessmentTaken: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('AssessmentTaken', found),
      ...withAttempt(found, { takenOn: data.takenOn }),
      reportDueAt: data.reportDueAt,
      placeToConfirm: false,
    })),
  RecommendationFiled: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('RecommendationFiled', found),
      ...withAttempt(found, { recommended: data.results }),
      reportDueAt: null,
      plenaryDueAt: data.plenaryDueAt,
    })),
  RecommendationOverdue: (state, { data }) =>
    changeAssessment(state, data.assessmentId, () => ({ reportDueAt: null })),
};
