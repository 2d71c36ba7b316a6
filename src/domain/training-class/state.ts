/** What a class remembers: its plan, its seats, its waiting list, its sheets. No person stands here (G-08). */
import type { LocalDate, Moment } from '../time/moment.ts';
import type { AttendanceOutcome } from './attendance-outcomes.ts';
import type { RequestSeat } from './commands.ts';
import type { TrainingClassEvents } from './events.ts';
import type { ClassFact, ClassStatus } from './fact.ts';

export type SeatStatus =
  /** Until it is confirmed, or its time ends. */
  | 'HELD'
  | 'CONFIRMED'
  | 'ACTIVE'
  /** The person cannot come for a while; the seat waits (I.7). */
  | 'INTERRUPTED';

export interface Seat extends Pick<RequestSeat, 'enrolmentId' | 'needs' | 'keptUnits' | 'carriedJp'> {
  readonly status: SeatStatus;
  readonly heldUntil: Moment | null;
  readonly readyNeeds: readonly string[];
  readonly availableUntil: LocalDate | null;
  readonly restartUnit: string | null;
  /** Units achieved in this class. */
  readonly units: readonly string[];
}

export interface SheetMark {
  readonly outcome: AttendanceOutcome;
  readonly jp: number;
  readonly slotJp: number;
  /** Version of the event that recorded it: what a correction names. */
  readonly version: number;
}

/** By session, `2026-06-22T08:00`. */
export type Sheet = { readonly [session: string]: SheetMark };

export interface TrainingClassState {
  readonly classId: string;
  /** `NONE` until it is planned. */
  readonly status: ClassStatus | 'NONE';
  readonly plan: TrainingClassEvents['ClassPlanned'] | null;
  /** At most `plan.capacity`. */
  readonly seats: { readonly [enrolmentId: string]: Seat };
  /** First in line first. */
  readonly waiting: readonly RequestSeat[];
  /** Sheets by enrolment; kept when a seat ends. */
  readonly sheets: { readonly [enrolmentId: string]: Sheet };
  readonly startedOn: LocalDate | null;
  readonly accommodationChecked: boolean;
  readonly startOverdue: boolean;
  readonly endOverdue: boolean;
}

export type ClassPlan = NonNullable<TrainingClassState['plan']>;

/** @throws before the class is planned: a handler asks for the status first. */
export const planOf = (state: TrainingClassState): ClassPlan => {
  if (state.plan === null) throw new Error(`class ${state.classId} is not planned`);
  return state.plan;
};

export const seatOf = (state: TrainingClassState, enrolmentId: string): Seat | undefined =>
  Object.hasOwn(state.seats, enrolmentId) ? state.seats[enrolmentId] : undefined;

export const isWaiting = (state: TrainingClassState, enrolmentId: string): boolean =>
  state.waiting.some((request) => request.enrolmentId === enrolmentId);

export const freeSeats = (state: TrainingClassState): number =>
  planOf(state).capacity - Object.keys(state.seats).length;

/** The fact about the class as it stands. */
export const factOf = (state: TrainingClassState): ClassFact => {
  const { opensOn: _own, readyOn: _too, ...plan } = planOf(state);
  if (state.status === 'NONE') throw new Error(`class ${state.classId} is not planned`);
  return { ...plan, status: state.status };
};

/** @throws where the enrolment has no seat: an event names only seats that an earlier event gave. */
export const changeSeat = (
  state: TrainingClassState,
  enrolmentId: string,
  change: (seat: Seat) => Partial<Seat>,
): TrainingClassState => {
  const seat = seatOf(state, enrolmentId);
  if (seat === undefined) throw new Error(`event names unknown seat ${enrolmentId}`);
  return { ...state, seats: { ...state.seats, [enrolmentId]: { ...seat, ...change(seat) } } };
};
