/**
 * What the class says of an enrolment, by its address. A note may come late: after a move, a cancellation or a
 * death. What no longer concerns the enrolment changes nothing but the hours attended there, which stay.
 */
import type { Command, DecideContext } from '../../decider.ts';
import { refuseWith } from '../../law/refusals.ts';
import type { JourneyCommands } from '../commands.ts';
import type { JourneyEvent } from '../events.ts';
import { accepted, type CommandHandlers, type JourneyDecision } from '../handlers.ts';
import type { JourneyState } from '../state.ts';
import type { TrainingCommandName, TrainingCommands } from './commands.ts';
import { cancelled } from './ending.ts';
import { suspended } from './interruption.ts';
import { onEnrolment, todayAt } from './on-enrolment.ts';
import { canBeThere } from './place-gate.ts';
import { carriedJp, carryAttendance, restartUnitOf, withdrawSeat } from './seat-messages.ts';
import { ENROLMENT_MOVES } from './stage-moves.ts';
import { type Enrolment, type EnrolmentStage, OPEN_STAGES } from './state.ts';

type NoteName = {
  [Name in TrainingCommandName]: TrainingCommands[Name] extends { classId: string } ? Name : never;
}[TrainingCommandName] &
  `note-${string}`;

const ANY = Object.keys(ENROLMENT_MOVES) as EnrolmentStage[];
const BEFORE_SEAT: readonly EnrolmentStage[] = ['APPLIED', 'WAITING'];
/** What fell short goes on in another class. */
const MOVABLE: readonly EnrolmentStage[] = [...OPEN_STAGES, 'INCOMPLETE'];

const nothing = (): JourneyDecision => refuseWith('ALREADY_DONE', {});

const isMovingTo = ({ moving }: Enrolment, classId: string): boolean => moving?.classId === classId;

/** Only what is open hears of seats; the rest is history. */
const note = <Name extends NoteName>(
  decide: (
    found: Enrolment,
    data: JourneyCommands[Name],
    context: DecideContext,
    state: JourneyState,
  ) => JourneyDecision,
) =>
  onEnrolment<Name>({ stages: ANY, by: 'CLASS' }, (found, command, context, state) =>
    decide(found, (command as Command<Name, JourneyCommands[Name]>).data, context, state),
  );

type Names =
  | 'note-seat-held'
  | 'note-seat-confirmed'
  | 'note-seat-refused'
  | 'note-waiting'
  | 'note-seat-released'
  | 'note-seat-returned'
  | 'note-class-amended'
  | 'note-class-cancelled';

export const seatNoteHandlers: CommandHandlers<Names> = {
  'note-seat-held': note<'note-seat-held'>((found, data, context, state) => {
    // The seat was asked for before the death: it was given back in the same breath.
    if (state.diedOn !== null) return nothing();
    const { enrolmentId, classId } = data;
    const reserved: JourneyEvent = { type: 'SeatReserved', data };
    const awaited = classId === found.classId && BEFORE_SEAT.includes(found.stage);
    const isMove = isMovingTo(found, classId) && MOVABLE.includes(found.stage);
    // Since it was asked for, the person may have been moved, released, or have run.
    if (
      (isMove || awaited) &&
      !canBeThere(state, isMove && found.moving !== null ? found.moving : found, todayAt(found, context))
    ) {
      const declined: JourneyEvent = { type: 'SeatDeclined', data: { enrolmentId, classId } };
      return accepted([declined], { messages: [withdrawSeat(classId, enrolmentId)] });
    }
    if (isMove) {
      const moved: JourneyEvent = {
        type: 'EnrolmentMoved',
        data: {
          enrolmentId,
          fromClassId: found.classId,
          toClassId: classId,
          keptUnits: found.achievedUnits,
          restartUnit: restartUnitOf(found),
        },
      };
      const isKnownThere = found.seat !== 'NONE' || found.stage === 'WAITING';
      const left = isKnownThere ? [withdrawSeat(found.classId, enrolmentId)] : [];
      return accepted([moved, reserved], { messages: left });
    }
    return awaited ? accepted([reserved]) : nothing();
  }),

  'note-seat-confirmed': note<'note-seat-confirmed'>((found, { enrolmentId, classId }) =>
    classId === found.classId && found.seat === 'HELD'
      ? accepted([{ type: 'SeatConfirmed', data: { enrolmentId, classId } }])
      : nothing(),
  ),

  'note-seat-refused': note<'note-seat-refused'>((found, data) => {
    const awaited =
      isMovingTo(found, data.classId) ||
      (data.classId === found.classId && OPEN_STAGES.includes(found.stage));
    return awaited ? accepted([{ type: 'SeatRefused', data }]) : nothing();
  }),

  'note-waiting': note<'note-waiting'>((found, data) => {
    const awaited =
      isMovingTo(found, data.classId) || (data.classId === found.classId && found.stage === 'APPLIED');
    return awaited ? accepted([{ type: 'WaitingListed', data }]) : nothing();
  }),

  'note-seat-released': note<'note-seat-released'>((found, data, context) => {
    const released: JourneyEvent = { type: 'SeatReleased', data };
    if (data.classId !== found.classId) {
      const open = OPEN_STAGES.includes(found.stage) && data.attendedJp > 0;
      const jp = carriedJp(found, found.classId) + data.attendedJp;
      return accepted([released], { messages: open ? [carryAttendance(found, jp)] : [] });
    }
    if (found.stage !== 'SEATED' && found.stage !== 'ACTIVE') return accepted([released]);
    // A training that had begun waits for another class; one that never began is over.
    if (found.startedOn !== null) {
      const { events } = suspended(found, 'OTHER', todayAt(found, context));
      return accepted([...events, released]);
    }
    const why = data.reason === 'HOLD_EXPIRED' ? 'SEAT_NOT_CONFIRMED' : 'SEAT_TAKEN_BACK';
    return accepted([released, ...cancelled(found, why).events]);
  }),

  'note-seat-returned': note<'note-seat-returned'>((found, { enrolmentId, classId, on, running }) => {
    if (classId !== found.classId || found.stage !== 'SUSPENDED') return nothing();
    const data = { enrolmentId, classId, on, atUnit: restartUnitOf(found) };
    const resumed: JourneyEvent = { type: 'EnrolmentResumed', data };
    // The class began while the person was away: they begin now.
    const begins = running && found.startedOn === null;
    const begun: JourneyEvent = { type: 'EnrolmentStarted', data: { enrolmentId, classId, on } };
    return accepted(begins ? [resumed, begun] : [resumed]);
  }),

  'note-class-amended': note<'note-class-amended'>((found, data) =>
    data.classId === found.classId ? accepted([{ type: 'EnrolmentDatesChanged', data }]) : nothing(),
  ),

  'note-class-cancelled': note<'note-class-cancelled'>((found, data) => {
    if (isMovingTo(found, data.classId)) {
      const { enrolmentId, classId } = data;
      return accepted([{ type: 'SeatRefused', data: { enrolmentId, classId, code: 'CLASS_NOT_OPEN' } }]);
    }
    const concerned = data.classId === found.classId && OPEN_STAGES.includes(found.stage);
    return concerned ? accepted([{ type: 'ClassCancelled', data }]) : nothing();
  }),
};
