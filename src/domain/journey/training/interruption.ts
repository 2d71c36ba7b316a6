/**
 * SEATED | ACTIVE -- EnrolmentSuspended --> SUSPENDED: units stay achieved, the seat is held for a while (I.7).
 *
 * Whatever stopped it, no rule ends a training: there is no way from here to DROPPED but its centre's word.
 */
import type { LocalDate, Moment } from '../../time/moment.ts';
import { laterOf, notBefore, notInFuture } from '../dates.ts';
import { accepted, type CommandHandlers, firstRefusal } from '../handlers.ts';
import type { Reaction } from '../part.ts';
import type { SuspensionReason } from './commands.ts';
import { onEnrolment } from './on-enrolment.ts';
import { restartUnitOf, suspendSeat } from './seat-messages.ts';
import type { Enrolment } from './state.ts';

/** Sits somewhere, so that there is something to stop. */
export const isSeated = ({ stage, seat }: Enrolment): boolean =>
  stage === 'SEATED' ||
  stage === 'ACTIVE' ||
  (stage === 'SUSPENDED' && (seat === 'HELD' || seat === 'CONFIRMED'));

/** First day of its present seat on which it could be stopped. */
const sittingSince = ({ seatedOn, startedOn }: Enrolment): LocalDate | null =>
  seatedOn === null || startedOn === null ? (seatedOn ?? startedOn) : laterOf(seatedOn, startedOn);

export function suspended(
  enrolment: Enrolment,
  reason: SuspensionReason,
  on: LocalDate,
  occurredAt?: Moment,
): Required<Pick<Reaction, 'events' | 'messages'>> {
  const { enrolmentId, achievedUnits: keptUnits } = enrolment;
  const data = { enrolmentId, reason, on, keptUnits, restartUnit: restartUnitOf(enrolment) };
  return {
    events: [{ type: 'EnrolmentSuspended', data, ...(occurredAt === undefined ? {} : { occurredAt }) }],
    // What stopped it may be older than the seat, which is held from when there was one.
    messages: [suspendSeat(enrolment, laterOf(on, sittingSince(enrolment) ?? on))],
  };
}

export const interruptionHandlers: CommandHandlers<'suspend-enrolment'> = {
  'suspend-enrolment': onEnrolment(
    { stages: ['SEATED', 'ACTIVE'], by: 'ANY_SIDE' },
    (found, { data: { reason, on } }, context) => {
      const refused = firstRefusal(
        notInFuture(on, found.zone, context),
        notBefore('on', on, sittingSince(found)),
      );
      if (refused !== undefined) return refused;
      const { events, messages } = suspended(found, reason, on);
      return accepted(events, { messages });
    },
  ),
};
