/**
 * Assessors of the present attempt: assigned by the LSP, stepping back, replaced (D-04, D-09).
 *
 * No stage moves: without a lead assessor no test is scheduled, consented to or taken. Where a day is set,
 * the assignment takes a place on the assessor's day, and gives it back with the assessor.
 */
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type Evolvers, firstRefusal, today } from '../handlers.ts';
import { dayFull, releaseDays, takeDays } from './assessor-days.ts';
import { requireSeparation } from './duties.ts';
import { assessorFact, requireFit } from './impartiality.ts';
import { isAssigned, onAssessment } from './on-assessment.ts';
import type { AssessmentStage } from './stage-moves.ts';
import { changeAssessment, presentAttempt, withAttempt } from './state.ts';

/** Before a test, before a re-assessment, and after a conflict. */
const ASSIGNABLE: readonly AssessmentStage[] = [
  ...(['VERIFIED', 'SCHEDULED', 'CONSENTED', 'REMEDIAL', 'RE_ASSESSMENT', 'FROZEN'] as const),
];

export const assessorHandlers: CommandHandlers<'assign-assessor' | 'recuse-assessor'> = {
  'assign-assessor': onAssessment({ stages: ASSIGNABLE }, (found, { data }, context, state) => {
    const { assessmentId, assessorId, role } = data;
    const { assessors, test } = presentAttempt(found);
    const assessor = assessorFact(assessorId, context);
    if (assessor === undefined) return refuseWith('ASSESSOR_UNKNOWN', { assessorId });
    if (assessors.some((one) => one.assessorId === assessorId)) return refuseWith('ALREADY_DONE', {});
    if (role === 'LEAD' && assessors.some((one) => one.role === 'LEAD')) {
      return refuseWith('ASSESSOR_LEAD_TAKEN', {});
    }
    const { accountId } = assessor;
    const assigned = { assessorId, accountId, role };
    const on = test?.on ?? today(context, found.zone);
    const refused = firstRefusal(
      requireFit(state, found, assessor, on, context),
      accountId === null ? undefined : requireSeparation(found, 'ASSESS', [accountId]),
      test === null ? undefined : dayFull([assigned], test.on, context),
    );
    if (refused !== undefined) return refused;
    return accepted([{ type: 'AssessorAssigned', data: { assessmentId, ...assigned } }], {
      claims: test === null ? [] : takeDays(found, [assigned], test.on, context),
    });
  }),

  'recuse-assessor': onAssessment({ stages: ASSIGNABLE }, (found, { data, actor }) => {
    const { assessors } = presentAttempt(found);
    const assigned = assessors.filter(({ assessorId }) => assessorId === data.assessorId);
    if (assigned.length === 0) return refuseWith('ASSESSOR_UNKNOWN', { assessorId: data.assessorId });
    // Nobody steps back for a colleague.
    if (actor.role === 'ASSESSOR' && !isAssigned(assigned, actor)) return refuseWith('NOT_THE_ASSESSOR', {});
    return accepted([{ type: 'AssessorRecused', data }], { claims: releaseDays(found, assigned) });
  }),
};

export const assessorEvolvers: Evolvers<'AssessorAssigned' | 'AssessorRecused'> = {
  AssessorAssigned: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => {
      const { assessmentId: _id, ...assigned } = data;
      return withAttempt(found, { assessors: [...presentAttempt(found).assessors, assigned] });
    }),
  AssessorRecused: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) =>
      withAttempt(found, {
        assessors: presentAttempt(found).assessors.filter(({ assessorId }) => assessorId !== data.assessorId),
      }),
    ),
};
