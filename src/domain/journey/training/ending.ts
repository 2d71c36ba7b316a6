/**
 * The ends that people decide. Dropping is the centre's and has a reason; nothing drops anybody by a rule (S27).
 *
 * open -- EnrolmentDropped --> DROPPED | -- EnrolmentCancelled --> CANCELLED: seats are given back
 * FINISHED -- TrainingCertificateIssued --> FINISHED (C-16)
 */
import type { OutgoingMessage } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { Moment } from '../../time/moment.ts';
import { notBefore } from '../dates.ts';
import type { JourneyEvent } from '../events.ts';
import { accepted, type CommandHandlers, firstRefusal } from '../handlers.ts';
import type { CancelledBecause } from './events.ts';
import { onEnrolment, todayAt } from './on-enrolment.ts';
import { withdrawSeats } from './seat-messages.ts';
import { type Enrolment, OPEN_STAGES } from './state.ts';

/** The end of an enrolment, with its seats given back: also for those who end it for another reason. */
export const cancelled = (
  found: Enrolment,
  reason: CancelledBecause,
  occurredAt?: Moment,
): { events: JourneyEvent[]; messages: OutgoingMessage[] } => ({
  events: [
    {
      type: 'EnrolmentCancelled',
      data: { enrolmentId: found.enrolmentId, reason },
      ...(occurredAt === undefined ? {} : { occurredAt }),
    },
  ],
  messages: withdrawSeats(found),
});

const certificateKey = (centre: string, number: string): string =>
  `training-certificate/${centre}/${number.toUpperCase().replaceAll(/\s+/g, ' ')}`;

export const endingHandlers: CommandHandlers<
  'drop-enrolment' | 'cancel-enrolment' | 'issue-training-certificate'
> = {
  'drop-enrolment': onEnrolment({ stages: OPEN_STAGES, by: 'CENTRE' }, (found, { data }) =>
    accepted([{ type: 'EnrolmentDropped', data }], { messages: withdrawSeats(found) }),
  ),

  'cancel-enrolment': onEnrolment({ stages: OPEN_STAGES, by: 'ANY_SIDE' }, (found, { data, actor }) => {
    if (found.basis === 'COURT_MEASURE' && actor.role === 'PERSON') {
      return refuseWith('MEASURE_NOT_REFUSABLE', {});
    }
    const { events, messages } = cancelled(found, data.reason);
    return accepted(events, { messages });
  }),

  'issue-training-certificate': onEnrolment(
    { stages: ['FINISHED', 'INCOMPLETE'], by: 'CENTRE' },
    (found, { data }, context, state) => {
      const { number, issuedOn } = data;
      const { attendance, finishedOn, trainingCertificate, centre } = found;
      if (found.stage === 'INCOMPLETE') {
        const { attendedJp = 0, requiredJp = 0 } = attendance ?? {};
        return refuseWith('ATTENDANCE_BELOW', { attended: attendedJp, required: requiredJp });
      }
      const key = certificateKey(centre, number);
      const refused = firstRefusal(
        trainingCertificate === null ? undefined : refuseWith('ALREADY_DONE', {}),
        issuedOn > todayAt(found, context) ? refuseWith('DATE_IN_FUTURE', { date: issuedOn }) : undefined,
        notBefore('issuedOn', issuedOn, finishedOn),
        context.lostClaims.some((lost) => lost.key === key)
          ? refuseWith('TRAINING_NUMBER_TAKEN', {})
          : undefined,
      );
      if (refused !== undefined) return refused;
      return accepted([{ type: 'TrainingCertificateIssued', data }], {
        claims: [{ kind: 'take', key, holder: `journey/${state.personId}` }],
      });
    },
  ),
};
