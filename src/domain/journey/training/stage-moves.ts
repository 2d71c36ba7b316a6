/**
 * The stages of an enrolment (I.5) and the moves between them. `moveTo` is the only way an evolver changes a
 * stage, so a move that is not in this table cannot be recorded.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> APPLIED
 *   APPLIED --> WAITING
 *   APPLIED --> SEATED
 *   APPLIED --> REFUSED
 *   APPLIED --> DROPPED
 *   APPLIED --> CANCELLED
 *   WAITING --> SEATED
 *   WAITING --> REFUSED
 *   WAITING --> DROPPED
 *   WAITING --> CANCELLED
 *   SEATED --> ACTIVE
 *   SEATED --> WAITING
 *   SEATED --> SUSPENDED
 *   SEATED --> DROPPED
 *   SEATED --> CANCELLED
 *   ACTIVE --> SEATED
 *   ACTIVE --> WAITING
 *   ACTIVE --> SUSPENDED
 *   ACTIVE --> FINISHED
 *   ACTIVE --> INCOMPLETE
 *   ACTIVE --> DROPPED
 *   ACTIVE --> CANCELLED
 *   SUSPENDED --> SEATED
 *   SUSPENDED --> ACTIVE
 *   SUSPENDED --> FINISHED
 *   SUSPENDED --> INCOMPLETE
 *   SUSPENDED --> DROPPED
 *   SUSPENDED --> CANCELLED
 *   INCOMPLETE --> SEATED
 *   FINISHED --> [*]
 *   INCOMPLETE --> [*]
 *   DROPPED --> [*]
 *   CANCELLED --> [*]
 *   REFUSED --> [*]
 * ```
 *
 * A suspended training waits for as long as it takes: nothing drops it but its centre, with a reason (S27). Where
 * its class had given the final result before it heard of the suspension, the result stands.
 * ACTIVE and INCOMPLETE reach SEATED by a move to another class. WAITING after ACTIVE is a cancelled class.
 */
import type { Enrolment, EnrolmentStage } from './state.ts';

const ENDS = ['DROPPED', 'CANCELLED'] as const satisfies readonly EnrolmentStage[];

export const ENROLMENT_MOVES: { readonly [from in EnrolmentStage]: readonly EnrolmentStage[] } = {
  APPLIED: ['WAITING', 'SEATED', 'REFUSED', ...ENDS],
  WAITING: ['SEATED', 'REFUSED', ...ENDS],
  SEATED: ['ACTIVE', 'WAITING', 'SUSPENDED', ...ENDS],
  ACTIVE: ['SEATED', 'WAITING', 'SUSPENDED', 'FINISHED', 'INCOMPLETE', ...ENDS],
  SUSPENDED: ['SEATED', 'ACTIVE', 'FINISHED', 'INCOMPLETE', ...ENDS],
  FINISHED: [],
  INCOMPLETE: ['SEATED'],
  DROPPED: [],
  CANCELLED: [],
  REFUSED: [],
};

/** @throws when the table has no such move: the decider let an event pass that I.5 forbids. */
export const moveTo = (found: Enrolment, stage: EnrolmentStage): { stage: EnrolmentStage } => {
  if (stage !== found.stage && !ENROLMENT_MOVES[found.stage].includes(stage)) {
    throw new Error(`enrolment ${found.enrolmentId} cannot move from ${found.stage} to ${stage}`);
  }
  return { stage };
};
