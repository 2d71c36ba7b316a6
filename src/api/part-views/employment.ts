/**
 * Looking for work, for the person, the own placement office and the auditor. Prosecutors, prisons and all
 * others see nothing of it: where somebody works is none of their business.
 */
import type { VerifiedActor } from '../../access/reach.ts';
import type { JourneyState } from '../../domain/journey/state.ts';
import type { PartView } from './index.ts';

export const employmentView: PartView = (actor, state) => {
  const {
    candidateId: _hidden,
    eligibility,
    proposals,
    apprenticeships,
    placements,
    ...seeker
  } = state.employment;
  if (!sees(actor, state)) return undefined;
  return {
    ...seeker,
    proposals: Object.values(proposals),
    apprenticeships: Object.values(apprenticeships),
    placements: Object.values(placements),
    // Who answered legal exclusions had a case: a placement officer does not see that (G-08).
    ...(actor.role === 'PLACEMENT_OFFICER' ? {} : { eligibility }),
  };
};

function sees({ role, office }: VerifiedActor, { employment }: JourneyState): boolean {
  if (role === 'PERSON' || role === 'AUDITOR') return true;
  return role === 'PLACEMENT_OFFICER' && employment.office === office;
}
