/** What a journey tells a class: an enrolment, needs and hours, never where the person comes from (G-08). */
import type { OutgoingMessage } from '../../decider.ts';
import type { LocalDate } from '../../time/moment.ts';
import type { Enrolment } from './state.ts';

const toClass = (classId: string, name: string, data: OutgoingMessage['data']): OutgoingMessage => ({
  target: `class/${classId}`,
  name,
  data,
});

/** The first unit that is not achieved: an interrupted training begins it anew (S27). */
export const restartUnitOf = ({ units, achievedUnits }: Pick<Enrolment, 'units' | 'achievedUnits'>) =>
  units.find((unit) => !achievedUnits.includes(unit)) ?? null;

/** Hours attended in the classes it sat in, without one of them. */
export const carriedJp = ({ attendedJp }: Enrolment, withoutClassId: string): number =>
  Object.entries(attendedJp).reduce((sum, [id, jp]) => (id === withoutClassId ? sum : sum + jp), 0);

export function requestSeat(enrolment: Enrolment, classId: string, waits: boolean): OutgoingMessage {
  const { enrolmentId, needs, priority, availableUntil, achievedUnits, startedOn } = enrolment;
  const restartUnit = startedOn === null ? null : restartUnitOf(enrolment);
  return toClass(classId, 'request-seat', {
    ...{ enrolmentId, needs: [...needs], priority, waits, keptUnits: [...achievedUnits] },
    ...(restartUnit === null ? {} : { restartUnit }),
    ...(availableUntil === null ? {} : { availableUntil }),
    carriedJp: carriedJp(enrolment, classId),
  });
}

/** To every class that may still hold something for it: the present one, and one it was to move to. */
export const withdrawSeats = ({ enrolmentId, classId, moving }: Enrolment): OutgoingMessage[] =>
  [classId, moving?.classId].flatMap((id) =>
    id === undefined ? [] : [toClass(id, 'withdraw-seat', { enrolmentId })],
  );

export const withdrawSeat = (classId: string, enrolmentId: string): OutgoingMessage =>
  toClass(classId, 'withdraw-seat', { enrolmentId });

export const suspendSeat = ({ enrolmentId, classId }: Enrolment, on: LocalDate): OutgoingMessage =>
  toClass(classId, 'suspend-seat', { enrolmentId, on });

export const returnToSeat = ({ enrolmentId, classId }: Enrolment): OutgoingMessage =>
  toClass(classId, 'return-to-seat', { enrolmentId });

export const carryAttendance = ({ enrolmentId, classId }: Enrolment, jp: number): OutgoingMessage =>
  toClass(classId, 'carry-attendance', { enrolmentId, carriedJp: jp });

export const changeAvailability = (
  { enrolmentId, classId }: Enrolment,
  availableUntil: LocalDate | null,
): OutgoingMessage => toClass(classId, 'change-availability', { enrolmentId, availableUntil });
