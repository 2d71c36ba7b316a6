/**
 * What each role sees of assessments: the LSP its own, an assessor those assigned, the auditor and the
 * person all. Nobody else sees any, and nobody sees here by which way the person came (G-08).
 */
import type { VerifiedActor } from '../../access/reach.ts';
import { isAssigned } from '../../domain/journey/assessment/on-assessment.ts';
import type { Assessment, HeldCertificate } from '../../domain/journey/assessment/state.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartView } from './index.ts';

export function seesAssessment(actor: VerifiedActor, { certificationBody, attempts }: Assessment): boolean {
  switch (actor.role) {
    case 'AUDITOR':
    case 'PERSON':
      return true;
    case 'CERTIFICATION_BODY_ADMINISTRATOR':
      return actor.office === certificationBody;
    case 'ASSESSOR':
      return attempts.some(({ assessors }) => isAssigned(assessors, actor));
    default:
      return false;
  }
}

/** The basis tells LSP and assessor that there was a training, not which: the enrolment is not theirs to read. */
const shownBasis = (actor: VerifiedActor, { basis }: Assessment): object =>
  basis.kind === 'RPL' || actor.role === 'AUDITOR' || actor.role === 'PERSON' ? basis : { kind: basis.kind };

export const assessmentShown = (actor: VerifiedActor, found: Assessment): object => {
  const { hands: _who, basis: _basis, ...shown } = found;
  const auditor = actor.role === 'AUDITOR';
  return {
    ...shown,
    basis: shownBasis(actor, found),
    // Who had which duty is for those who check it.
    ...(auditor || actor.role === 'CERTIFICATION_BODY_ADMINISTRATOR' ? { hands: found.hands } : {}),
  };
};

/** The assessments of a journey that an actor may see, in the order in which they were asked for. */
export const assessmentsShown = (actor: VerifiedActor, { assessment }: JourneyState): object[] =>
  Object.values(assessment.assessments)
    .filter((found) => seesAssessment(actor, found))
    .map((found) => assessmentShown(actor, found));

const certificatesShown = (actor: VerifiedActor, { assessment }: JourneyState): HeldCertificate[] =>
  Object.values(assessment.certificates).filter(
    ({ certificationBody }) =>
      actor.role === 'AUDITOR' ||
      actor.role === 'PERSON' ||
      (actor.role === 'CERTIFICATION_BODY_ADMINISTRATOR' && actor.office === certificationBody),
  );

export const assessmentView: PartView = (actor, state) => {
  const assessments = assessmentsShown(actor, state);
  const certificates = certificatesShown(actor, state);
  return assessments.length === 0 && certificates.length === 0 ? undefined : { assessments, certificates };
};
