/**
 * An assessment that comes to no decision.
 *
 * any stage without a decision -- AssessmentCancelled --> CANCELLED: withdrawn, or by an event of I.6b
 * before any decision -- AssessmentVoided --> VOID: entered in error
 *
 * Before a test another LSP may go on with it: AssessmentHandedOver leaves the stage, and the assessors,
 * who are those of the old LSP, are gone.
 */
import type { ClaimChange } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { OfficeFact, SchemeFact } from '../../registers/facts.ts';
import { accepted, type CommandHandlers, type Evolvers } from '../handlers.ts';
import { releaseDays } from './assessor-days.ts';
import { onAssessment } from './on-assessment.ts';
import { BEFORE_TEST, movedBy, TEST_AHEAD } from './stage-moves.ts';
import { type Assessment, changeAssessment, presentAttempt, withAttempt } from './state.ts';

/** What an assessment holds of others' limits. */
export const heldDays = (found: Assessment): ClaimChange[] =>
  releaseDays(found, presentAttempt(found).assessors);

/** What the person may still take back: nothing is tested, or the next test is not held yet. */
const CANCELLABLE = [...BEFORE_TEST, 'REMEDIAL', 'FROZEN'] as const;

const VOIDABLE = [...BEFORE_TEST, 'TAKEN', 'RECOMMENDED', 'REVIEWED'] as const;

export const endingHandlers: CommandHandlers<
  'cancel-assessment' | 'void-assessment' | 'hand-over-assessment'
> = {
  'cancel-assessment': onAssessment({ stages: CANCELLABLE }, (found, { data, actor }) => {
    // A person takes an application back; every other reason is the LSP's to say.
    if (actor.role === 'PERSON' && data.reason !== 'WITHDRAWN_BY_PERSON') {
      return refuseWith('NOT_PERMITTED', { role: actor.role });
    }
    return accepted([{ type: 'AssessmentCancelled', data }], { claims: heldDays(found) });
  }),
  'void-assessment': onAssessment({ stages: VOIDABLE, afterDeath: true }, (found, { data }) => {
    // What was decided once stays on record: it is corrected by an appeal or a conflict, not by voiding.
    const decided = found.attempts.some(({ results }) => results !== null);
    return decided
      ? refuseWith('ASSESSMENT_DECIDED', {})
      : accepted([{ type: 'AssessmentVoided', data }], { claims: heldDays(found) });
  }),
  'hand-over-assessment': onAssessment({ stages: BEFORE_TEST }, (found, { data }, context) => {
    const { assessmentId, certificationBody } = data;
    const { certificationBody: from, schemeId } = found;
    if (certificationBody === from) return refuseWith('ALREADY_DONE', {});
    if (context.fact<OfficeFact>(`office/${certificationBody}`) === undefined) {
      return refuseWith('OFFICE_UNKNOWN', { officeId: certificationBody });
    }
    const scheme = context.fact<SchemeFact>(`scheme/${schemeId}`);
    if (scheme?.certificationBodies.includes(certificationBody) !== true) {
      return refuseWith('SCHEME_NOT_OF_BODY', { schemeId, certificationBody });
    }
    const postponed = TEST_AHEAD.includes(found.stage)
      ? [
          {
            type: 'AssessmentPostponed' as const,
            data: { assessmentId, reason: 'OTHER' as const, from: presentAttempt(found).test?.on ?? '' },
          },
        ]
      : [];
    return accepted(
      [...postponed, { type: 'AssessmentHandedOver', data: { assessmentId, from, certificationBody } }],
      { claims: heldDays(found) },
    );
  }),
};

export const endingEvolvers: Evolvers<'AssessmentCancelled' | 'AssessmentVoided' | 'AssessmentHandedOver'> = {
  AssessmentCancelled: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => movedBy('AssessmentCancelled', found)),
  AssessmentVoided: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => movedBy('AssessmentVoided', found)),
  AssessmentHandedOver: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      certificationBody: data.certificationBody,
      ...withAttempt(found, { assessors: [] }),
    })),
};
