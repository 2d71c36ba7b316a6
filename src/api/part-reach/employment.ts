import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartReach } from './index.ts';

/** The manpower office that looks for work with the person, and employers to whom the person was proposed. */
export const employmentReach = ({ employment: { office, proposals } }: JourneyState): PartReach => ({
  placementOffices: office === null ? [] : [office],
  owners: [...new Set(Object.values(proposals).map(({ employerId }) => employerId))],
});
