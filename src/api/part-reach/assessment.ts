/** Certification bodies that have to do with a person: those of the assessments and of the certificates held. */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

export const assessmentReach = ({ assessment }: JourneyState): PartReach => ({
  certificationBodies: [
    ...Object.values(assessment.assessments).map(({ certificationBody }) => certificationBody),
    ...Object.values(assessment.certificates).map(({ certificationBody }) => certificationBody),
  ],
});
