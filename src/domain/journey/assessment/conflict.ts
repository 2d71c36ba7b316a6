/**
 * A conflict of interest that came to light (D-09, S39).
 *
 * Before this assessor judged anything: AssessorRecused, and the LSP assigns another.
 * After it: every stage -- AssessorConflictFound --> FROZEN. The attempts this assessor judged are kept as
 * void, a new one begins for what is no longer shown, and another assessor judges it. A certificate that
 * rests on it is asked to freeze itself for review; what becomes of it the LSP decides.
 */
import { refuseWith } from '../../law/refusals.ts';
import { notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, type Evolvers } from '../handlers.ts';
import { releaseDays } from './assessor-days.ts';
import { certificateInForce, freezeForReview } from './held.ts';
import { onAssessment } from './on-assessment.ts';
import { movedBy, stagesOf } from './stage-moves.ts';
import { type Assessment, changeAssessment, newAttempt, presentAttempt, unitsToShow } from './state.ts';

const hasJudged = ({ attempts }: Assessment, assessorId: string): boolean =>
  attempts.some(
    (attempt) =>
      attempt.takenOn !== null &&
      attempt.void === null &&
      attempt.assessors.some((one) => one.assessorId === assessorId),
  );

export const conflictHandlers: CommandHandlers<'report-assessor-conflict'> = {
  'report-assessor-conflict': onAssessment(
    { stages: [...stagesOf('AssessorConflictFound'), 'FROZEN'], afterDeath: true },
    (found, { data }, context, state) => {
      const { assessmentId, assessorId, foundOn, ground, note } = data;
      const refused = notInFuture(foundOn, found.zone, context);
      if (refused !== undefined) return refused;
      const { assessors } = presentAttempt(found);
      const present = assessors.filter((one) => one.assessorId === assessorId);
      if (hasJudged(found, assessorId)) {
        if (found.stage === 'FROZEN') return refuseWith('ALREADY_DONE', {});
        const certificate = certificateInForce(state, found);
        const certificateId = certificate?.certificateId ?? null;
        const noted = note === undefined ? {} : { note };
        return accepted(
          [
            {
              type: 'AssessorConflictFound',
              data: { assessmentId, assessorId, ground, foundOn, ...noted, certificateId },
            },
          ],
          {
            claims: releaseDays(found, assessors),
            messages: certificate === undefined ? [] : [freezeForReview(certificate, foundOn)],
          },
        );
      }
      if (present.length === 0) return refuseWith('ASSESSOR_UNKNOWN', { assessorId });
      return accepted([{ type: 'AssessorRecused', data: { assessmentId, assessorId, reason: 'CONFLICT' } }], {
        claims: releaseDays(found, present),
      });
    },
  ),
};

export const conflictEvolvers: Evolvers<'AssessorConflictFound'> = {
  AssessorConflictFound: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => {
      const attempts = found.attempts
        // One that was planned and not held is of no account any more.
        .filter((attempt) => attempt.takenOn !== null)
        .map((attempt) =>
          attempt.assessors.some(({ assessorId }) => assessorId === data.assessorId)
            ? { ...attempt, void: data.ground }
            : attempt,
        );
      return {
        ...movedBy('AssessorConflictFound', found),
        attempts: [...attempts, newAttempt('REPLACEMENT', unitsToShow({ ...found, attempts }))],
        ...{ reportDueAt: null, plenaryDueAt: null, appealDecisionDueAt: null, retestOpenAt: null },
        appeal: { until: null, ended: false, used: false },
      };
    }),
};
