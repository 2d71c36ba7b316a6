/**
 * SEATED | SUSPENDED -- EnrolmentStarted | EnrolmentResumed --> ACTIVE
 * ACTIVE | SUSPENDED -- TrainingFinished --> FINISHED | -- AttendanceFellShort --> INCOMPLETE
 *
 * A suspension may be on its way to the class while the class's word is on its way here: a start ends none, and a
 * final result stands.
 *
 * Hours and threshold are the class's, as it was opened: a later change alters nothing here (S43).
 */
import { refuseWith } from '../../law/refusals.ts';
import { accepted, type CommandHandlers, type JourneyDecision } from '../handlers.ts';
import { onEnrolment } from './on-enrolment.ts';
import { restartUnitOf, withdrawSeat } from './seat-messages.ts';
import { type EnrolmentStage, isStopped } from './state.ts';

const nothing = (): JourneyDecision => refuseWith('ALREADY_DONE', {});
const CLASS = (stages: readonly EnrolmentStage[]) => ({ stages, by: 'CLASS' }) as const;

export const resultNoteHandlers: CommandHandlers<
  'note-class-started' | 'note-attendance-low' | 'note-unit-achieved' | 'note-training-finished'
> = {
  'note-class-started': onEnrolment(CLASS(['SEATED', 'SUSPENDED']), (found, { data }) => {
    const { enrolmentId, classId, on } = data;
    if (classId !== found.classId || (isStopped(found) && found.startedOn !== null)) return nothing();
    return found.startedOn === null
      ? accepted([{ type: 'EnrolmentStarted', data: { enrolmentId, classId, on } }])
      : accepted([
          { type: 'EnrolmentResumed', data: { enrolmentId, classId, on, atUnit: restartUnitOf(found) } },
        ]);
  }),

  'note-attendance-low': onEnrolment(CLASS(['ACTIVE', 'SUSPENDED']), (found, { data }) =>
    data.classId === found.classId ? accepted([{ type: 'AttendanceLowNoted', data }]) : nothing(),
  ),

  // Also of a class that it has left meanwhile: a unit achieved stays achieved (B-14).
  'note-unit-achieved': onEnrolment(
    CLASS(['SEATED', 'ACTIVE', 'SUSPENDED', 'WAITING', 'DROPPED', 'CANCELLED']),
    (found, { data }) =>
      found.achievedUnits.includes(data.unitCode) ? nothing() : accepted([{ type: 'UnitAchieved', data }]),
  ),

  'note-training-finished': onEnrolment(CLASS(['ACTIVE', 'SUSPENDED']), (found, { data }) => {
    const { classId, moving, enrolmentId } = found;
    if (data.classId !== classId) return nothing();
    if (!data.reached) return accepted([{ type: 'AttendanceFellShort', data }]);
    return accepted([{ type: 'TrainingFinished', data }], {
      messages: moving === null ? [] : [withdrawSeat(moving.classId, enrolmentId)],
    });
  }),
};
