/**
 * Looking for work, for the person, the own placement office and the auditor. Prosecutors, prisons and all
 * others see nothing of it: where somebody works is none of their business.
 */
import type { VerifiedActor } from '../../access/reach.ts';
import type { Placement } from '../../domain/journey/employment/state.ts';
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
    placements: Object.values(placements).map((found) =>
      actor.role === 'PLACEMENT_OFFICER' ? withoutRoute(found) : found,
    ),
    // Who answered legal exclusions had a case: a placement officer does not see that (G-08).
    ...(actor.role === 'PLACEMENT_OFFICER' ? {} : { eligibility }),
  };
};

/** Who places a person learns that they are not available, and never that it is because of custody (I.6c). */
const withoutRoute = (found: Placement): object =>
  found.ended?.reason === 'BACK_IN_CUSTODY'
    ? { ...found, ended: { ...found.ended, reason: 'NO_LONGER_AVAILABLE' } }
    : found;

function sees({ role, office }: VerifiedActor, { employment }: JourneyState): boolean {
  if (role === 'PERSON' || role === 'AUDITOR') return true;
  return role === 'PLACEMENT_OFFICER' && employment.office === office;
}
