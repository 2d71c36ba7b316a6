/**
 * Competent or not yet: what a plenary and a decision on an appeal have in common. The person is competent
 * when every unit of the scheme stands as shown (D-06); units shown before stay shown.
 */
import type { Actor, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate, Moment } from '../../time/moment.ts';
import type { JourneyEvent } from '../events.ts';
import type { Evolvers, Refused } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import { handsIn, requireSeparation } from './duties.ts';
import { certificateInForce } from './held.ts';
import { movedBy } from './stage-moves.ts';
import { type Assessment, changeAssessment, presentAttempt, unitsToShow } from './state.ts';
import type { UnitResult } from './terms.ts';

/** No member assessed this person, enough members came, and none of them had another hand in it (D-10). */
export function requirePlenary(
  found: Assessment,
  members: readonly string[],
  actor: Actor,
  on: LocalDate,
  context: DecideContext,
): Refused | undefined {
  const assessors = handsIn(found, 'ASSESS');
  if (members.some((member) => assessors.includes(member))) return refuseWith('PLENARY_CONFLICT', {});
  const required = context.policy<number>('plenary_members', on);
  const present = new Set(members).size;
  if (present < required) return refuseWith('PLENARY_QUORUM', { required, members: present });
  return requireSeparation(found, 'DECIDE', [...members, actor.id]);
}

/** @param appealUntil null: the decision was itself one on an appeal. */
export function declared(
  state: JourneyState,
  found: Assessment,
  results: readonly UnitResult[],
  decidedOn: LocalDate,
  appealUntil: Moment | null,
): JourneyEvent[] {
  const { assessmentId, schemeId, certificationBody, units, attempts } = found;
  const present = { ...presentAttempt(found), results };
  const attempt = present.kind;
  const failedUnits = unitsToShow({ units, attempts: [...attempts.slice(0, -1), present] });
  const competent = failedUnits.length === 0;
  const certificate = certificateInForce(state, found);
  const owed: JourneyEvent[] =
    certificate === undefined || (attempt === 'RETEST' && !competent)
      ? []
      : [
          {
            type: 'CertificateOutcomeOwed',
            data: {
              assessmentId,
              certificateId: certificate.certificateId,
              outcome: competent ? 'UNFREEZE' : 'WITHDRAW',
            },
          },
        ];
  return [
    competent
      ? {
          type: 'DeclaredCompetent',
          data: { assessmentId, schemeId, certificationBody, units, decidedOn, attempt },
        }
      : {
          type: 'DeclaredNotYetCompetent',
          data: { assessmentId, schemeId, decidedOn, failedUnits, attempt, appealUntil },
        },
    ...owed,
  ];
}

export const decisionEvolvers: Evolvers<
  'DeclaredCompetent' | 'DeclaredNotYetCompetent' | 'CertificateOutcomeOwed'
> = {
  DeclaredCompetent: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('DeclaredCompetent', found),
      decidedOn: data.decidedOn,
      appeal: { until: null, ended: false, used: found.appeal.used },
    })),
  DeclaredNotYetCompetent: (state, { data }) =>
    changeAssessment(state, data.assessmentId, (found) => ({
      ...movedBy('DeclaredNotYetCompetent', found),
      decidedOn: data.decidedOn,
      appeal: { until: data.appealUntil, ended: false, used: data.appealUntil === null },
    })),
  /** Told to the LSP; the certificate says itself what became of it. */
  CertificateOutcomeOwed: (state) => state,
};
