/**
 * The stages of a community-service case (I.2) and the moves between them. `moveTo` is the only way an
 * evolver changes a stage, so a move that is not in this table cannot be recorded.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> REGISTERED
 *   REGISTERED --> PROFILED
 *   REGISTERED --> FINAL
 *   PROFILED --> FINAL
 *   REGISTERED --> VOID
 *   PROFILED --> VOID
 *   FINAL --> VOID
 *   FINAL --> ORDERED
 *   ORDERED --> PLANNED
 *   ORDERED --> RUNNING
 *   PLANNED --> ORDERED
 *   PLANNED --> RUNNING
 *   RUNNING --> HELD
 *   HELD --> RUNNING
 *   HELD --> REPEAT
 *   REPEAT --> HELD
 *   RUNNING --> REVIEW
 *   HELD --> REVIEW
 *   REPEAT --> REVIEW
 *   REPEAT --> RUNNING
 *   REVIEW --> RUNNING
 *   REVIEW --> HELD
 *   REVIEW --> REPEAT
 *   REVIEW --> CONVERTED
 *   FINAL --> COMPLETED
 *   ORDERED --> COMPLETED
 *   PLANNED --> COMPLETED
 *   RUNNING --> COMPLETED
 *   HELD --> COMPLETED
 *   REPEAT --> COMPLETED
 *   REVIEW --> COMPLETED
 *   COMPLETED --> RUNNING
 *   COMPLETED --> REPEAT
 *   CLOSED --> RUNNING
 *   CLOSED --> REPEAT
 *   COMPLETED --> CLOSED
 *   CONVERTED --> CLOSED
 *   REGISTERED --> CLOSED
 *   PROFILED --> CLOSED
 *   FINAL --> CLOSED
 *   ORDERED --> CLOSED
 *   PLANNED --> CLOSED
 *   RUNNING --> CLOSED
 *   HELD --> CLOSED
 *   REVIEW --> CLOSED
 *   REPEAT --> CLOSED
 *   VOID --> [*]
 * ```
 *
 * Death, lapse, clemency and a changed ruling close a case from any stage. FINAL to PLANNED reach
 * COMPLETED only where a payment or a changed ruling leaves nothing to be done (A-13, S21), and REPEAT goes back to RUNNING where a
 * changed ruling replaces the one that was repeated. ORDERED
 * reaches RUNNING directly where only a training measure is executed: it needs no site plan (S19).
 */
import type { CommunityServiceCase, Stage } from './state.ts';

export const STAGE_MOVES: { readonly [from in Stage]: readonly Stage[] } = {
  REGISTERED: ['PROFILED', 'FINAL', 'VOID', 'CLOSED'],
  PROFILED: ['FINAL', 'VOID', 'CLOSED'],
  FINAL: ['ORDERED', 'VOID', 'COMPLETED', 'CLOSED'],
  ORDERED: ['PLANNED', 'RUNNING', 'COMPLETED', 'CLOSED'],
  PLANNED: ['ORDERED', 'RUNNING', 'COMPLETED', 'CLOSED'],
  RUNNING: ['HELD', 'REVIEW', 'COMPLETED', 'CLOSED'],
  HELD: ['RUNNING', 'REPEAT', 'REVIEW', 'COMPLETED', 'CLOSED'],
  REVIEW: ['RUNNING', 'HELD', 'REPEAT', 'CONVERTED', 'COMPLETED', 'CLOSED'],
  REPEAT: ['HELD', 'RUNNING', 'REVIEW', 'COMPLETED', 'CLOSED'],
  CONVERTED: ['CLOSED'],
  COMPLETED: ['RUNNING', 'REPEAT', 'CLOSED'],
  CLOSED: ['RUNNING', 'REPEAT'],
  VOID: [],
};

/** Stages in which the sentence is being executed, whether or not work may be done this day. */
export const EXECUTION_STAGES: readonly Stage[] = ['RUNNING', 'HELD', 'REVIEW', 'REPEAT'];

/** @throws when the table has no such move: the decider let an event pass that the law of I.2 forbids. */
export const moveTo = (found: CommunityServiceCase, stage: Stage): { stage: Stage } => {
  if (stage !== found.stage && !STAGE_MOVES[found.stage].includes(stage)) {
    throw new Error(`case ${found.caseId} cannot move from ${found.stage} to ${stage}`);
  }
  return { stage };
};
