/**
 * Seats: asked for by a journey, confirmed by the centre.
 *
 * (asked) -- SeatHeld --> HELD | -- WaitingListed --> waiting | -- SeatRefused --> NO_SEAT
 * HELD -- SeatConfirmed --> CONFIRMED, and ACTIVE where the class runs
 * CONFIRMED | ACTIVE -- SeatSuspended --> INTERRUPTED -- SeatReturned --> where the class is
 * HELD | INTERRUPTED -- time ended --> SeatReleased | any -- SeatReleased --> free
 *
 * What is refused here answers a message: it is an event, because a refusal could send nothing back.
 */
import type { DecideContext, WantedDeadline } from '../decider.ts';
import { refuseWith } from '../law/refusals.ts';
import { windowEnd } from '../time/index.ts';
import type { RequestSeat } from './commands.ts';
import type { SeatEnd, TrainingClassEvent } from './events.ts';
import {
  type Accepted,
  accepted,
  type ClassDecision,
  type CommandHandlers,
  type FiringHandlers,
  onClass,
  today,
} from './handlers.ts';
import { confirmedNote, refusedNote, releasedNote, returnedNote, startedNote, waitingNote } from './notes.ts';
import {
  freeSeats,
  isWaiting,
  planOf,
  type Seat,
  type SeatStatus,
  seatOf,
  type TrainingClassState,
} from './state.ts';
import { fillSeats, hold, joinRefusal, withWaiting } from './waiting-list.ts';

const ANY = ['PLANNED', 'OPEN', 'RUNNING', 'FINISHED', 'CANCELLED'] as const;
/** A longer line waits in vain; and its length goes from run to run of the workflow. */
const MOST_WAITING = 500;

const LIVE = ['PLANNED', 'OPEN', 'RUNNING'] as const;

export function request(state: TrainingClassState, data: RequestSeat, context: DecideContext): ClassDecision {
  const { enrolmentId } = data;
  if (seatOf(state, enrolmentId) !== undefined || isWaiting(state, enrolmentId)) {
    return refuseWith('ALREADY_DONE', {});
  }
  const free = freeSeats(state) > 0;
  const code =
    joinRefusal(state, data) ??
    (free || (data.waits && state.waiting.length < MOST_WAITING) ? undefined : 'NO_SEAT');
  if (code !== undefined) {
    return accepted([{ type: 'SeatRefused', data: { enrolmentId, code } }], {
      messages: [refusedNote(state, enrolmentId, code)],
    });
  }
  if (free) {
    const { events, messages } = hold(state, data, context);
    return accepted(events, { messages });
  }
  const position = withWaiting(state.waiting, data).indexOf(data) + 1;
  return accepted([{ type: 'WaitingListed', data: { ...data, position } }], {
    messages: [waitingNote(state, enrolmentId, position)],
  });
}

const without = (state: TrainingClassState, enrolmentId: string): TrainingClassState => {
  const { [enrolmentId]: _gone, ...seats } = state.seats;
  return { ...state, seats };
};

/** The seat ends, the journey hears of the hours attended here, and the next in line is offered it. */
export function release(
  state: TrainingClassState,
  enrolmentId: string,
  reason: SeatEnd,
  context: DecideContext,
): Accepted {
  const filled = fillSeats(without(state, enrolmentId), context);
  const ended: TrainingClassEvent = { type: 'SeatReleased', data: { enrolmentId, reason } };
  return accepted([ended, ...filled.events], {
    messages: [releasedNote(state, enrolmentId, reason), ...filled.messages],
  });
}

/** @param allowed states of the seat in which the command makes sense. */
function onSeat(
  state: TrainingClassState,
  enrolmentId: string,
  allowed: readonly SeatStatus[],
  decide: (seat: Seat) => ClassDecision,
): ClassDecision {
  const seat = seatOf(state, enrolmentId);
  if (seat === undefined) return refuseWith('SEAT_UNKNOWN', { enrolmentId });
  if (allowed.includes(seat.status)) return decide(seat);
  return refuseWith('SEAT_WRONG_STATE', { enrolmentId, seat: seat.status, allowed: allowed.join(', ') });
}

type Name =
  | 'request-seat'
  | 'withdraw-seat'
  | 'suspend-seat'
  | 'return-to-seat'
  | 'change-availability'
  | 'carry-attendance'
  | 'confirm-seat'
  | 'release-seat';

export const seatHandlers: CommandHandlers<Name> = {
  'request-seat': onClass(ANY, (state, { data }, context) => request(state, data, context)),

  'withdraw-seat': onClass(LIVE, (state, { data: { enrolmentId } }, context) => {
    if (isWaiting(state, enrolmentId)) return accepted([{ type: 'WaitingEnded', data: { enrolmentId } }]);
    return onSeat(state, enrolmentId, ['HELD', 'CONFIRMED', 'ACTIVE', 'INTERRUPTED'], () =>
      release(state, enrolmentId, 'WITHDRAWN', context),
    );
  }),

  'suspend-seat': onClass(LIVE, (state, { data }, context) =>
    onSeat(state, data.enrolmentId, ['HELD', 'CONFIRMED', 'ACTIVE'], () => {
      const days = context.policy<number>('interrupted_seat_hold_days', data.on);
      const until = windowEnd(data.on, days, planOf(state).zone);
      return accepted([{ type: 'SeatSuspended', data: { ...data, until } }]);
    }),
  ),

  'return-to-seat': onClass(ANY, (state, { data: { enrolmentId } }, context) => {
    const seat = seatOf(state, enrolmentId);
    if (seat?.status !== 'INTERRUPTED') {
      const code = state.status === 'RUNNING' || state.status === 'OPEN' ? 'NO_SEAT' : 'CLASS_NOT_OPEN';
      return accepted([{ type: 'SeatRefused', data: { enrolmentId, code } }], {
        messages: [refusedNote(state, enrolmentId, code)],
      });
    }
    return accepted([{ type: 'SeatReturned', data: { enrolmentId } }], {
      messages: [returnedNote(state, enrolmentId, today(state, context))],
    });
  }),

  'change-availability': onClass(LIVE, (state, { data }) =>
    onSeat(state, data.enrolmentId, ['HELD', 'CONFIRMED', 'ACTIVE', 'INTERRUPTED'], (seat) =>
      seat.availableUntil === data.availableUntil
        ? refuseWith('ALREADY_DONE', {})
        : accepted([{ type: 'AvailabilityChanged', data }]),
    ),
  ),

  'carry-attendance': onClass(LIVE, (state, { data }) =>
    seatOf(state, data.enrolmentId) === undefined && !isWaiting(state, data.enrolmentId)
      ? refuseWith('SEAT_UNKNOWN', { enrolmentId: data.enrolmentId })
      : accepted([{ type: 'AttendanceCarried', data }]),
  ),

  'confirm-seat': onClass(LIVE, (state, { data: { enrolmentId } }, context) =>
    onSeat(state, enrolmentId, ['HELD'], () => {
      const on = today(state, context);
      const isRunning = state.status === 'RUNNING';
      return accepted(
        [
          { type: 'SeatConfirmed', data: { enrolmentId } },
          ...(isRunning ? [{ type: 'SeatStarted', data: { enrolmentId, on } } as const] : []),
        ],
        {
          messages: [
            confirmedNote(state, enrolmentId),
            ...(isRunning ? [startedNote(state, enrolmentId, on)] : []),
          ],
        },
      );
    }),
  ),

  'release-seat': onClass(LIVE, (state, { data: { enrolmentId, reason } }, context) =>
    onSeat(state, enrolmentId, ['HELD', 'CONFIRMED'], () => release(state, enrolmentId, reason, context)),
  ),
};

/** A hold that nobody answered, and the seat of an interrupted training: both end on their day (I.7). */
export const seatDeadlines = (state: TrainingClassState): WantedDeadline[] =>
  Object.values(state.seats).flatMap(({ enrolmentId, heldUntil }) =>
    heldUntil === null ? [] : [{ kind: 'class-seat-hold', subject: enrolmentId, dueAt: heldUntil }],
  );

export const seatFirings: FiringHandlers = {
  'class-seat-hold': (state, { subject }, context) =>
    release(
      state,
      subject,
      seatOf(state, subject)?.status === 'INTERRUPTED' ? 'INTERRUPTED' : 'HOLD_EXPIRED',
      context,
    ),
};
