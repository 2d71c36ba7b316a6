/** Whether a person can be where a class is held: the walls of a prison, and the dates of the term (B-09, B-17). */
import { refuseWith } from '../../law/refusals.ts';
import type { ClassFact } from '../../training-class/fact.ts';
import type { Refused } from '../handlers.ts';
import { custodyCase, isInCustody, outsideTrainingAllowed } from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';

/** Refuses a class outside before half of the term is served (S35), and one inside another prison. */
export function placeRefusal(
  state: JourneyState,
  { id, hostFacility, deliveryMode, startsOn }: ClassFact,
): Refused | undefined {
  const held = custodyCase(state);
  if (hostFacility !== null) {
    return held?.facility === hostFacility ? undefined : refuseWith('CLASS_ELSEWHERE', { classId: id });
  }
  // A lesson on a screen crosses no wall; on the day of release the person is outside.
  if (held === undefined || deliveryMode === 'ONLINE' || !isInCustody(state, startsOn)) return undefined;
  const outside = outsideTrainingAllowed(held, startsOn);
  return outside.allowed
    ? undefined
    : refuseWith('STAGE_NOT_REACHED', { date: outside.from, offered: 'IN_LAPAS' });
}

/** The last day on which somebody held can come to a class inside, where that is before its end. */
export function stayEndsBefore(
  state: JourneyState,
  { hostFacility, endsOn }: Pick<ClassFact, 'hostFacility' | 'endsOn'>,
): string | null {
  const held = hostFacility === null ? undefined : custodyCase(state);
  return held !== undefined && held.releaseOn < endsOn ? held.releaseOn : null;
}
