/** Whether a person can be where a class is held: walls, dates of the term, word of the TPP (B-02, B-09, B-17). */
import type { DecideContext, Role } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { ClassFact } from '../../training-class/fact.ts';
import type { Refused } from '../handlers.ts';
import { custodyCase, isInCustody, isTrainingApproved, outsideTrainingAllowed } from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';

/** Who may not know that a prison holds the person, nor until when (G-08). */
const HEARS_NOTHING_OF_CUSTODY: readonly Role[] = ['TRAINING_CENTRE_ADMINISTRATOR', 'PLACEMENT_OFFICER'];

/** Refuses a class outside before half of the term is served (S35), and one inside another prison. */
export function placeRefusal(
  state: JourneyState,
  { id, hostFacility, deliveryMode, startsOn }: ClassFact,
  { command: { actor } }: DecideContext,
): Refused | undefined {
  const held = custodyCase(state);
  if (hostFacility !== null) {
    return held?.facility === hostFacility ? undefined : refuseWith('CLASS_ELSEWHERE', { classId: id });
  }
  // A lesson on a screen crosses no wall; on the day of release the person is outside.
  if (held === undefined || deliveryMode === 'ONLINE' || !isInCustody(state, startsOn)) return undefined;
  const outside = outsideTrainingAllowed(held, startsOn);
  if (outside.allowed) return undefined;
  return HEARS_NOTHING_OF_CUSTODY.includes(actor.role)
    ? refuseWith('CLASS_ELSEWHERE', { classId: id })
    : refuseWith('STAGE_NOT_REACHED', { date: outside.from, offered: 'IN_LAPAS' });
}

/** I.3: whoever a prison holds on the first day begins training only once its TPP has approved it. */
export function approvalRefusal(
  state: JourneyState,
  { id, startsOn }: ClassFact,
  { command: { actor } }: DecideContext,
): Refused | undefined {
  const held = custodyCase(state);
  if (held === undefined || !isInCustody(state, startsOn) || isTrainingApproved(held)) return undefined;
  return HEARS_NOTHING_OF_CUSTODY.includes(actor.role)
    ? refuseWith('CLASS_ELSEWHERE', { classId: id })
    : refuseWith('TPP_MISSING', { caseId: held.caseId });
}

/** The last day on which somebody held can come to a class inside, where that is before its end. */
export function stayEndsBefore(
  state: JourneyState,
  { hostFacility, endsOn }: Pick<ClassFact, 'hostFacility' | 'endsOn'>,
): string | null {
  const held = hostFacility === null ? undefined : custodyCase(state);
  return held !== undefined && held.releaseOn < endsOn ? held.releaseOn : null;
}
