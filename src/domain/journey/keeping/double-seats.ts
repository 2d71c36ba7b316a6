/** Two records of one human in one class are one seat too many: the later one is given back (I.6b). */
import type { JourneyEvent } from '../events.ts';
import type { Reaction } from '../part.ts';
import type { JourneyState } from '../state.ts';
import { type Enrolment, openEnrolments } from '../training/state.ts';

/** @param state in which both records are one. */
export function doubleSeats(state: JourneyState): Reaction {
  const adopted = new Set(state.keeping.adoptions.at(-1)?.enrolmentIds ?? []);
  const open = openEnrolments(state);
  const own = new Set(open.filter((one) => !adopted.has(one.enrolmentId)).map(({ classId }) => classId));
  const doubled = open.filter((one) => adopted.has(one.enrolmentId) && own.has(one.classId));
  return {
    events: doubled.map(
      ({ enrolmentId }): JourneyEvent => ({
        type: 'EnrolmentCancelled',
        data: { enrolmentId, reason: 'DOUBLE_SEAT' },
      }),
    ),
    messages: doubled.map(({ classId, enrolmentId }: Enrolment) => ({
      target: `class/${classId}`,
      name: 'withdraw-seat',
      data: { enrolmentId },
    })),
  };
}
