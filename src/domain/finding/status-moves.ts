/**
 * Where a finding stands, and the moves between.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> OPEN
 *   OPEN --> ANSWERED
 *   OPEN --> OVERDUE
 *   OVERDUE --> ANSWERED
 *   OPEN --> CLOSED
 *   OVERDUE --> CLOSED
 *   ANSWERED --> CLOSED
 *   CLOSED --> [*]
 * ```
 *
 * OVERDUE is no end: an answer that comes late is an answer, and says that it was late.
 */
export type FindingStatus = 'NONE' | 'OPEN' | 'OVERDUE' | 'ANSWERED' | 'CLOSED';

export const FINDING_MOVES: { readonly [from in FindingStatus]: readonly FindingStatus[] } = {
  NONE: ['OPEN'],
  OPEN: ['ANSWERED', 'OVERDUE', 'CLOSED'],
  OVERDUE: ['ANSWERED', 'CLOSED'],
  ANSWERED: ['CLOSED'],
  CLOSED: [],
};

/** @throws when the table has no such move. */
export function moveFinding(from: FindingStatus, to: FindingStatus): FindingStatus {
  if (from !== to && !FINDING_MOVES[from].includes(to)) {
    throw new Error(`a finding cannot move from ${from} to ${to}`);
  }
  return to;
}
