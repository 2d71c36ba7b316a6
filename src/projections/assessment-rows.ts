/** From one journey's state to the rows of its assessments. Pure. No row names the person (G-08). */
import type { EntityState } from '../domain/decide.ts';
import { presentAttempt } from '../domain/journey/assessment/state.ts';
import { neededAdjustments } from '../domain/journey/assessment/test.ts';
import { journeyDecider } from '../domain/journey/decider.ts';
import type { JourneyState } from '../domain/journey/state.ts';
import type { ProjectedRow, StreamTable } from './stream-projector.ts';

/** Never changes: assessments stand in the order in which they were asked for. */
const holderKeyOf = ({ assessment }: JourneyState): string | null =>
  Object.keys(assessment.assessments)[0] ?? null;

export function assessmentRowsOf(
  { armed, domain: state }: EntityState<JourneyState>,
  world: string,
): ProjectedRow[] {
  return Object.values(state.assessment.assessments).map((found) => {
    const attempt = presentAttempt(found);
    const next = Object.values(armed)
      .filter(({ subject }) => subject === found.assessmentId)
      .sort((a, b) => (a.dueAt.at < b.dueAt.at ? -1 : 1))[0];
    const accounts = found.attempts.flatMap(({ assessors }) =>
      assessors.flatMap(({ accountId }) => accountId ?? []),
    );
    return {
      assessment_id: found.assessmentId,
      holder_key: holderKeyOf(state),
      world,
      certification_body: found.certificationBody,
      scheme_id: found.schemeId,
      stage: found.stage,
      basis: found.basis.kind,
      attempt: attempt.kind,
      requested_on: found.requestedOn,
      test_on: attempt.test?.on ?? null,
      test_place: attempt.test?.testPlace.placeId ?? null,
      place_to_confirm: found.placeToConfirm,
      needs: neededAdjustments(state, found).sort(),
      adjustments: found.adjustments,
      units: attempt.units,
      assessor_ids: attempt.assessors.map(({ assessorId }) => assessorId),
      account_ids: [...new Set(accounts)].sort(),
      retests: found.retests,
      next_deadline_kind: next?.kind ?? null,
      next_deadline_on: next?.dueAt.date ?? null,
      certificate_id: found.certificateId,
    };
  });
}

export const ASSESSMENT_TABLE: StreamTable<JourneyState> = {
  name: 'assessment-list',
  table: 'projection.assessment_list',
  entityColumn: 'holder_key',
  entityIdOf: holderKeyOf,
  decider: journeyDecider,
  rowsOf: assessmentRowsOf,
};
