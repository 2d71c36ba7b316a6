/** Who takes the messages for a thing without a stream of its own: they move with the record. */
import type { ClaimChange } from '../../decider.ts';
import type { CarriedState } from './carried.ts';

const addressesIn = ({ training, assessment, employment }: CarriedState): string[] => [
  ...(employment.candidateId === null ? [] : [`address/candidate/${employment.candidateId}`]),
  ...Object.keys(training.enrolments).map((id) => `address/enrolment/${id}`),
  ...Object.keys(assessment.assessments).map((id) => `address/assessment/${id}`),
  ...Object.keys(assessment.certificates).map((id) => `address/certificate/${id}`),
  ...Object.keys(employment.proposals).map((id) => `address/proposal/${id}`),
];

export const addressClaims = (
  kind: 'take' | 'release',
  carried: CarriedState,
  personId: string,
): ClaimChange[] => addressesIn(carried).map((key) => ({ kind, key, holder: `journey/${personId}` }));
