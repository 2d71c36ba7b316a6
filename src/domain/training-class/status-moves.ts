/**
 * The states of a class (C-04) and the moves between them. `moveTo` is the only way an evolver changes a
 * status, so a move that is not in this table cannot be recorded.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> NONE
 *   NONE --> PLANNED
 *   PLANNED --> OPEN
 *   PLANNED --> CANCELLED
 *   OPEN --> RUNNING
 *   OPEN --> CANCELLED
 *   RUNNING --> FINISHED
 *   RUNNING --> CANCELLED
 *   FINISHED --> [*]
 *   CANCELLED --> [*]
 * ```
 *
 * PLANNED waits for its opening day; a class that names none opens at once. Nothing but a centre starts,
 * finishes or cancels one: timers only remind.
 */
import type { ClassStatus } from './fact.ts';
import type { TrainingClassState } from './state.ts';

export const STATUS_MOVES: {
  readonly [from in TrainingClassState['status']]: readonly ClassStatus[];
} = {
  NONE: ['PLANNED'],
  PLANNED: ['OPEN', 'CANCELLED'],
  OPEN: ['RUNNING', 'CANCELLED'],
  RUNNING: ['FINISHED', 'CANCELLED'],
  FINISHED: [],
  CANCELLED: [],
};

/** @throws when the table has no such move. */
export const moveTo = (state: TrainingClassState, status: ClassStatus): { status: ClassStatus } => {
  if (!STATUS_MOVES[state.status].includes(status)) {
    throw new Error(`class ${state.classId} cannot move from ${state.status} to ${status}`);
  }
  return { status };
};
