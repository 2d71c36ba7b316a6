/** A referral is reached by who referred and by the centre it came to. */
import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

export const referralReach = ({ referral }: JourneyState): PartReach => {
  const cases = Object.values(referral.cases);
  return {
    referralOffices: cases.map(({ referrer }) => referrer),
    trainingCentres: cases.map(({ centre }) => centre),
  };
};
