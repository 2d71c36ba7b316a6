/**
 * To another class of the same programme, and back to the old one.
 *
 * WAITING | SEATED | ACTIVE | SUSPENDED | INCOMPLETE -- MoveRequested --> same stage
 *   -- the new class holds a seat: EnrolmentMoved --> SEATED, or SUSPENDED until that class begins
 * SUSPENDED -- ReturnRequested --> same stage -- the old class still held it: EnrolmentResumed --> ACTIVE
 *
 * Units achieved stay achieved; training goes on at the first that is not (S27). Nothing is left behind before
 * the new class has answered.
 */
import { refuseWith } from '../../law/refusals.ts';
import { type ClassFact, classFactKey } from '../../training-class/fact.ts';
import { accepted, type CommandHandlers, firstRefusal, isRefusal, type Refused } from '../handlers.ts';
import type { InterruptionKind } from '../prison/events.ts';
import { openPrisonCases } from '../prison/queries.ts';
import type { JourneyState } from '../state.ts';
import { openClass, termsOf } from './applying.ts';
import { clashRefusal } from './clashes.ts';
import type { SuspensionReason } from './commands.ts';
import { onEnrolment } from './on-enrolment.ts';
import { approvalRefusal, placeRefusal } from './place-gate.ts';
import { requestSeat, returnToSeat, withdrawSeat } from './seat-messages.ts';
import type { Enrolment } from './state.ts';

/** What a prison must first say is over, by the name it has there. */
const MUST_END: { readonly [Reason in SuspensionReason]?: readonly InterruptionKind[] } = {
  DISCIPLINE: ['DISCIPLINE', 'TPP'],
  LOCKDOWN: ['LOCKDOWN'],
  ESCAPE: ['ESCAPE'],
};

function lasting({ prison }: JourneyState, { suspension }: Enrolment): Refused | undefined {
  if (suspension === null || suspension.mayResume) return undefined;
  const kinds = MUST_END[suspension.reason] ?? [];
  const lasts = openPrisonCases(prison).some(({ interruptions }) =>
    interruptions.some(({ kind, recapturedOn }) => kinds.includes(kind) && recapturedOn === null),
  );
  return lasts ? refuseWith('INTERRUPTION_LASTS', {}) : undefined;
}

export const movingHandlers: CommandHandlers<'move-enrolment' | 'resume-enrolment'> = {
  'move-enrolment': onEnrolment(
    { stages: ['WAITING', 'SEATED', 'ACTIVE', 'SUSPENDED', 'INCOMPLETE'], by: 'ANY_SIDE' },
    (found, { data }, context, state) => {
      const { classId, enrolmentId, waits } = data;
      const klass = openClass(classId, context);
      if (isRefusal(klass)) return klass;
      const { programmeId } = klass;
      const isOwn = classId === found.classId && found.seat !== 'NONE';
      const refused = firstRefusal(
        isOwn || classId === found.moving?.classId ? refuseWith('ALREADY_ENROLLED', {}) : undefined,
        programmeId === found.programmeId ? undefined : refuseWith('OTHER_PROGRAMME', { programmeId }),
        lasting(state, found),
        placeRefusal(state, klass, context),
        approvalRefusal(state, klass, context),
        clashRefusal(state, klass, found.basis, context, enrolmentId),
      );
      if (refused !== undefined) return refused;
      const left = found.moving === null ? [] : [withdrawSeat(found.moving.classId, enrolmentId)];
      return accepted([{ type: 'MoveRequested', data: { enrolmentId, classId, ...termsOf(klass) } }], {
        messages: [...left, requestSeat(found, classId, waits)],
      });
    },
  ),

  'resume-enrolment': onEnrolment(
    { stages: ['SUSPENDED'], by: 'ANY_SIDE' },
    (found, _command, context, state) => {
      const { enrolmentId, classId } = found;
      if (found.seat !== 'INTERRUPTED') return refuseWith('NO_SEAT', {});
      const klass = context.fact<ClassFact>(classFactKey(classId));
      if (klass === undefined) return refuseWith('CLASS_UNKNOWN', { classId });
      const refused = firstRefusal(
        lasting(state, found),
        placeRefusal(state, klass, context),
        // Meanwhile the person may have begun another class, or work.
        clashRefusal(state, klass, found.basis, context, enrolmentId),
      );
      if (refused !== undefined) return refused;
      return accepted([{ type: 'ReturnRequested', data: { enrolmentId, classId } }], {
        messages: [returnToSeat(found)],
      });
    },
  ),
};
