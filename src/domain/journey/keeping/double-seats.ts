/** Two records of one human in one class are one seat too many: the one less far is given back (I.6b). */
import type { Reaction } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { cancelled } from '../training/ending.ts';
import { type Enrolment, type EnrolmentStage, openEnrolments } from '../training/state.ts';

const FURTHEST_FIRST: readonly EnrolmentStage[] = ['ACTIVE', 'SUSPENDED', 'SEATED', 'WAITING', 'APPLIED'];

const rank = ({ stage }: Enrolment): number => FURTHEST_FIRST.indexOf(stage);

/** @param state in which both records are one. */
export function doubleSeats(state: JourneyState): Reaction {
  const adopted = new Set(state.keeping.adoptions.at(-1)?.enrolmentIds ?? []);
  const isAdopted = ({ enrolmentId }: Enrolment): number => Number(adopted.has(enrolmentId));
  // Where both have come as far, the record that stays keeps its own.
  const best = openEnrolments(state).sort(
    (one, other) => rank(one) - rank(other) || isAdopted(one) - isAdopted(other),
  );
  const given = best
    .filter(({ classId }, place) => best.findIndex((one) => one.classId === classId) < place)
    .map((found) => cancelled(found, 'DOUBLE_SEAT'));
  return {
    events: given.flatMap(({ events }) => events),
    messages: given.flatMap(({ messages }) => messages),
  };
}
