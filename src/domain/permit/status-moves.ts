/**
 * Where a permit stands (F-04), and the moves between.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> INCOMPLETE
 *   [*] --> APPLIED
 *   INCOMPLETE --> APPLIED
 *   APPLIED --> FEASIBLE
 *   APPLIED --> REJECTED
 *   FEASIBLE --> CANDIDATES_SUBMITTED
 *   CANDIDATES_SUBMITTED --> PAID
 *   PAID --> APPROVED
 *   FEASIBLE --> REJECTED
 *   CANDIDATES_SUBMITTED --> REJECTED
 *   PAID --> REJECTED
 *   APPROVED --> EXTENSION_REQUESTED
 *   EXTENSION_REQUESTED --> APPROVED
 *   APPROVED --> EXPIRED
 *   INCOMPLETE --> WITHDRAWN
 *   APPLIED --> WITHDRAWN
 *   FEASIBLE --> WITHDRAWN
 *   CANDIDATES_SUBMITTED --> WITHDRAWN
 *   PAID --> WITHDRAWN
 *   EXPIRED --> [*]
 *   REJECTED --> [*]
 *   WITHDRAWN --> [*]
 * ```
 *
 * EXTENSION_REQUESTED goes back to APPROVED with a new period, or with the old one where it was rejected. Whoever
 * asked in time does not lose the permit to a slow decision: until it is made, the permit does not expire.
 */
export type PermitStatus =
  | 'NONE'
  | 'INCOMPLETE'
  | 'APPLIED'
  | 'FEASIBLE'
  | 'CANDIDATES_SUBMITTED'
  | 'PAID'
  | 'APPROVED'
  | 'EXTENSION_REQUESTED'
  | 'EXPIRED'
  | 'REJECTED'
  | 'WITHDRAWN';

export const PERMIT_MOVES: { readonly [from in PermitStatus]: readonly PermitStatus[] } = {
  NONE: ['INCOMPLETE', 'APPLIED'],
  INCOMPLETE: ['APPLIED', 'WITHDRAWN'],
  APPLIED: ['FEASIBLE', 'REJECTED', 'WITHDRAWN'],
  FEASIBLE: ['CANDIDATES_SUBMITTED', 'REJECTED', 'WITHDRAWN'],
  CANDIDATES_SUBMITTED: ['PAID', 'REJECTED', 'WITHDRAWN'],
  PAID: ['APPROVED', 'REJECTED', 'WITHDRAWN'],
  APPROVED: ['EXTENSION_REQUESTED', 'EXPIRED'],
  EXTENSION_REQUESTED: ['APPROVED'],
  EXPIRED: [],
  REJECTED: [],
  WITHDRAWN: [],
};

/** @throws when the table has no such move: the decider let an event pass that domain F forbids. */
export function movePermit(from: PermitStatus, to: PermitStatus): PermitStatus {
  if (from !== to && !PERMIT_MOVES[from].includes(to)) {
    throw new Error(`a permit cannot move from ${from} to ${to}`);
  }
  return to;
}
