/** Whether a person can be where a class is held: walls, dates of the term, word of the TPP (B-02, B-09, B-17). */
import type { Actor, DecideContext, Role } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { ClassFact } from '../../training-class/fact.ts';
import { laterOf } from '../dates.ts';
import type { Refused } from '../handlers.ts';
import {
  custodyCase,
  hasEscaped,
  isInCustody,
  isTrainingApproved,
  openPrisonCases,
  outsideTrainingAllowed,
} from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';

/** All others may not know that a prison holds the person, nor until when, nor on which ids it keeps them (G-08). */
const HEARS_OF_CUSTODY: readonly Role[] = ['PRISON_OFFICER', 'PROBATION_COUNSELLOR', 'PERSON', 'SYSTEM'];

export const hearsOfCustody = ({ role }: Actor): boolean => HEARS_OF_CUSTODY.includes(role);

/** One answer without a date, whatever stands behind it. */
const said = (refused: Refused, { command: { actor } }: DecideContext): Refused =>
  hearsOfCustody(actor) ? refused : refuseWith('NOT_AVAILABLE_THEN', {});

type Place = Pick<ClassFact, 'hostFacility' | 'deliveryMode' | 'startsOn'>;

/** What keeps the person from a class from that date on: other walls, or their own until `from`. */
function barredOn(
  state: JourneyState,
  { hostFacility, deliveryMode }: Place,
  on: LocalDate,
): 'ELSEWHERE' | { readonly from: LocalDate } | undefined {
  const held = custodyCase(state);
  if (hostFacility !== null) return held?.facility === hostFacility ? undefined : 'ELSEWHERE';
  // A lesson on a screen crosses no wall; on the day of release the person is outside.
  if (held === undefined || deliveryMode === 'ONLINE' || !isInCustody(state, on)) return undefined;
  const outside = outsideTrainingAllowed(held, on);
  return outside.allowed ? undefined : { from: outside.from };
}

/** Refuses a class outside before half of the term is served (S35), and one inside another prison. */
export function placeRefusal(
  state: JourneyState,
  klass: ClassFact,
  context: DecideContext,
): Refused | undefined {
  const bar = barredOn(state, klass, klass.startsOn);
  if (bar === undefined) return undefined;
  return said(
    bar === 'ELSEWHERE'
      ? refuseWith('CLASS_ELSEWHERE', { classId: klass.id })
      : refuseWith('STAGE_NOT_REACHED', { date: bar.from, offered: 'IN_LAPAS' }),
    context,
  );
}

/** Whether the person can come to a class, on its first day or, where that is over, today. */
export const canBeThere = (state: JourneyState, place: Place, today: LocalDate): boolean =>
  !openPrisonCases(state.prison).some(hasEscaped) &&
  barredOn(state, place, laterOf(place.startsOn, today)) === undefined;

/** I.3: whoever a prison holds on the first day begins training only once its TPP has approved it. */
export function approvalRefusal(
  state: JourneyState,
  { startsOn }: ClassFact,
  context: DecideContext,
): Refused | undefined {
  const held = custodyCase(state);
  if (held === undefined || !isInCustody(state, startsOn) || isTrainingApproved(held)) return undefined;
  return said(refuseWith('TPP_MISSING', { caseId: held.caseId }), context);
}

/** The last day on which somebody held can come to a class inside, where that is before its end. */
export function stayEndsBefore(
  state: JourneyState,
  { hostFacility, endsOn }: Pick<ClassFact, 'hostFacility' | 'endsOn'>,
): string | null {
  const held = hostFacility === null ? undefined : custodyCase(state);
  return held !== undefined && held.releaseOn < endsOn ? held.releaseOn : null;
}
