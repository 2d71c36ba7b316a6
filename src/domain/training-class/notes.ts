/** What a class tells the journey of an enrolment: by its address, so that the class never knows whose it is. */
import type { JsonObject, OutgoingMessage } from '../decider.ts';
import type { LocalDate } from '../time/moment.ts';
import type { FinalResult, SeatEnd, SeatRefusal, TrainingClassEvents } from './events.ts';
import type { TrainingClassState } from './state.ts';
import { countedJp } from './sums.ts';

/** The claim that the journey of the enrolment holds; the relay finds it there. */
export const enrolmentAddress = (enrolmentId: string): string => `address/enrolment/${enrolmentId}`;

const note = (
  { classId }: TrainingClassState,
  enrolmentId: string,
  name: string,
  data: JsonObject = {},
): OutgoingMessage => ({
  target: enrolmentAddress(enrolmentId),
  name,
  data: { enrolmentId, classId, ...data },
});

type Of = TrainingClassState;

export const heldNote = (state: Of, { enrolmentId, until }: TrainingClassEvents['SeatHeld']) =>
  note(state, enrolmentId, 'note-seat-held', { until: until.date });
export const confirmedNote = (state: Of, enrolmentId: string) =>
  note(state, enrolmentId, 'note-seat-confirmed');
export const refusedNote = (state: Of, enrolmentId: string, code: SeatRefusal) =>
  note(state, enrolmentId, 'note-seat-refused', { code });
export const waitingNote = (state: Of, enrolmentId: string, position: number) =>
  note(state, enrolmentId, 'note-waiting', { position });
export const returnedNote = (state: Of, enrolmentId: string, on: LocalDate) =>
  note(state, enrolmentId, 'note-seat-returned', { running: state.status === 'RUNNING', on });
export const startedNote = (state: Of, enrolmentId: string, on: LocalDate) =>
  note(state, enrolmentId, 'note-class-started', { on });
export const unitNote = (state: Of, enrolmentId: string, unitCode: string) =>
  note(state, enrolmentId, 'note-unit-achieved', { unitCode });
export const datesNote = (state: Of, enrolmentId: string, startsOn: LocalDate, endsOn: LocalDate) =>
  note(state, enrolmentId, 'note-class-amended', { startsOn, endsOn });
export const lowAttendanceNote = (state: Of, found: TrainingClassEvents['LowAttendanceFound']) => {
  const { enrolmentId, percent, attendedJp, missedJp } = found;
  return note(state, enrolmentId, 'note-attendance-low', { percent, attendedJp, missedJp });
};
export const finishedNote = (state: Of, { units, ...result }: FinalResult, finishedOn: LocalDate) =>
  note(state, result.enrolmentId, 'note-training-finished', { ...result, units: [...units], finishedOn });
export const releasedNote = (state: Of, enrolmentId: string, reason: SeatEnd) =>
  note(state, enrolmentId, 'note-seat-released', { reason, attendedJp: countedJp(state, enrolmentId) });
export const cancelledNote = (state: Of, enrolmentId: string) =>
  note(state, enrolmentId, 'note-class-cancelled', { attendedJp: countedJp(state, enrolmentId) });
