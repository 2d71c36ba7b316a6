/**
 * Who gets a free seat: first place before all others (I.6b), then by order of arrival. A seat that
 * becomes free is offered in the same decision, so that nobody passes by who waits.
 */
import type { DecideContext, OutgoingMessage } from '../decider.ts';
import { momentAt, windowEnd } from '../time/index.ts';
import { accommodationOf } from './accommodation.ts';
import type { RequestSeat } from './commands.ts';
import type { SeatRefusal, TrainingClassEvent, TrainingClassEvents } from './events.ts';
import { heldNote } from './notes.ts';
import { freeSeats, planOf, type TrainingClassState } from './state.ts';

/** Why nobody of this kind can join now; a training that goes on may join a running class (S27). */
export function joinRefusal(
  { status }: TrainingClassState,
  { keptUnits, restartUnit }: RequestSeat,
): Exclude<SeatRefusal, 'NO_SEAT'> | undefined {
  if (status === 'OPEN') return undefined;
  if (status !== 'RUNNING') return 'CLASS_NOT_OPEN';
  return keptUnits.length > 0 || restartUnit !== undefined ? undefined : 'CLASS_STARTED';
}

/** The list with one more: behind all of first place, before nobody who came earlier. */
export const withWaiting = (
  waiting: readonly RequestSeat[],
  request: RequestSeat,
): readonly RequestSeat[] => {
  if (!request.priority) return [...waiting, request];
  const behind = waiting.findIndex(({ priority }) => !priority);
  const at = behind === -1 ? waiting.length : behind;
  return [...waiting.slice(0, at), request, ...waiting.slice(at)];
};

/** A seat held for two weeks (I.7), with a look at the accommodation where the start is near. */
export function hold(
  state: TrainingClassState,
  request: RequestSeat,
  context: DecideContext,
  fromWaitingList = false,
): { events: TrainingClassEvent[]; messages: OutgoingMessage[] } {
  const { zone } = planOf(state);
  const { date } = momentAt(context.now, zone);
  const until = windowEnd(date, context.policy<number>('seat_hold_days', date), zone);
  const held: TrainingClassEvents['SeatHeld'] = { ...request, until, fromWaitingList };
  return {
    events: [{ type: 'SeatHeld', data: held }, ...accommodationOf(state, request)],
    messages: [heldNote(state, held)],
  };
}

/** Offers every free seat to who waits and can join. `state` is as it will be with the seats free. */
export function fillSeats(state: TrainingClassState, context: DecideContext): ReturnType<typeof hold> {
  const next = state.waiting
    .filter((request) => joinRefusal(state, request) === undefined)
    .slice(0, Math.max(0, freeSeats(state)))
    .map((request) => hold(state, request, context, true));
  return {
    events: next.flatMap(({ events }) => events),
    messages: next.flatMap(({ messages }) => messages),
  };
}
