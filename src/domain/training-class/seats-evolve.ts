/** How seats and the waiting list are folded. */
import type { RecordedEvent } from '../decider.ts';
import type { TrainingClassEventName, TrainingClassEvents } from './events.ts';
import type { Evolvers } from './handlers.ts';
import { changeSeat, type Seat, type TrainingClassState } from './state.ts';
import { withWaiting } from './waiting-list.ts';

const notWaiting = (state: TrainingClassState, enrolmentId: string): TrainingClassState => ({
  ...state,
  waiting: state.waiting.filter((request) => request.enrolmentId !== enrolmentId),
});

const seatFrom = (data: TrainingClassEvents['SeatHeld']): Seat => ({
  enrolmentId: data.enrolmentId,
  status: 'HELD',
  heldUntil: data.until,
  needs: data.needs,
  readyNeeds: [],
  availableUntil: data.availableUntil ?? null,
  keptUnits: data.keptUnits,
  restartUnit: data.restartUnit ?? null,
  carriedJp: data.carriedJp,
  units: [],
});

/** Where a seat stands once nothing holds it back: in a running class its person attends. */
const settled = ({ status }: TrainingClassState): Partial<Seat> => ({
  status: status === 'RUNNING' ? 'ACTIVE' : 'CONFIRMED',
  heldUntil: null,
});

type Names = Extract<
  TrainingClassEventName,
  | 'SeatHeld'
  | 'SeatRefused'
  | 'WaitingListed'
  | 'WaitingEnded'
  | 'SeatConfirmed'
  | 'SeatStarted'
  | 'SeatSuspended'
  | 'SeatReturned'
  | 'SeatReleased'
  | 'AvailabilityChanged'
  | 'AttendanceCarried'
>;
type Told<Name extends Names> = RecordedEvent<Name, TrainingClassEvents[Name]>;

export const seatEvolvers: Evolvers<Names> = {
  SeatHeld: (state, { data }) => {
    const taken = notWaiting(state, data.enrolmentId);
    return { ...taken, seats: { ...taken.seats, [data.enrolmentId]: seatFrom(data) } };
  },
  SeatRefused: (state) => state,
  WaitingListed: (state, { data: { position: _told, ...request } }) => ({
    ...state,
    waiting: withWaiting(state.waiting, request),
  }),
  WaitingEnded: (state, { data }) => notWaiting(state, data.enrolmentId),
  SeatConfirmed: (state, { data }) =>
    changeSeat(state, data.enrolmentId, () => ({ status: 'CONFIRMED', heldUntil: null })),
  SeatStarted: (state, { data }) => changeSeat(state, data.enrolmentId, () => ({ status: 'ACTIVE' })),
  SeatSuspended: (state, { data }) =>
    changeSeat(state, data.enrolmentId, () => ({ status: 'INTERRUPTED', heldUntil: data.until })),
  SeatReturned: (state, { data }) => changeSeat(state, data.enrolmentId, () => settled(state)),
  SeatReleased: (state, { data }) => {
    const { [data.enrolmentId]: _gone, ...seats } = state.seats;
    return { ...state, seats };
  },
  AvailabilityChanged: (state, { data }) =>
    changeSeat(state, data.enrolmentId, () => ({ availableUntil: data.availableUntil })),
  AttendanceCarried: (state, event) => carried(state, event),
};

function carried(state: TrainingClassState, { data }: Told<'AttendanceCarried'>): TrainingClassState {
  const { enrolmentId, carriedJp } = data;
  const waiting = state.waiting.map((request) =>
    request.enrolmentId === enrolmentId ? { ...request, carriedJp } : request,
  );
  if (state.seats[enrolmentId] === undefined) return { ...state, waiting };
  return changeSeat(state, enrolmentId, () => ({ carriedJp }));
}
