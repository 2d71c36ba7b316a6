/**
 * The states of a certificate (I.5) and the moves between them. `moveTo` is the only way an evolver
 * changes a status, so a move that is not in this table cannot be recorded.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> NONE
 *   NONE --> VALID
 *   VALID --> EXPIRING
 *   VALID --> EXPIRED
 *   VALID --> FROZEN
 *   VALID --> WITHDRAWN
 *   EXPIRING --> VALID
 *   EXPIRING --> EXPIRED
 *   EXPIRING --> FROZEN
 *   EXPIRING --> WITHDRAWN
 *   FROZEN --> VALID
 *   FROZEN --> EXPIRING
 *   FROZEN --> EXPIRED
 *   FROZEN --> WITHDRAWN
 *   EXPIRED --> VALID
 *   EXPIRED --> WITHDRAWN
 *   WITHDRAWN --> [*]
 * ```
 *
 * EXPIRING begins with the first reminder, 90 days before the end. EXPIRING to VALID is a renewal (the
 * RENEWED of I.5); EXPIRED to VALID is one that was decided in time and recorded late. VALID reaches
 * EXPIRED directly where nobody is reminded any more: the holder is dead. A freeze does not stop the
 * clock. A forged certificate is withdrawn also after its end, so that the record says why.
 */
import type { CertificateState, CertificateStatus } from './state.ts';

export const STATUS_MOVES: { readonly [from in CertificateStatus]: readonly CertificateStatus[] } = {
  NONE: ['VALID'],
  VALID: ['EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN'],
  EXPIRING: ['VALID', 'EXPIRED', 'FROZEN', 'WITHDRAWN'],
  FROZEN: ['VALID', 'EXPIRING', 'EXPIRED', 'WITHDRAWN'],
  EXPIRED: ['VALID', 'WITHDRAWN'],
  WITHDRAWN: [],
};

/** In these the certificate proves what it says. */
export const IN_FORCE: readonly CertificateStatus[] = ['VALID', 'EXPIRING'];

/** In these its end is still waited for: a freeze does not stop the clock. */
export const RUNNING: readonly CertificateStatus[] = [...IN_FORCE, 'FROZEN'];

/** @throws when the table has no such move. */
export const moveTo = (state: CertificateState, status: CertificateStatus): { status: CertificateStatus } => {
  if (status !== state.status && !STATUS_MOVES[state.status].includes(status)) {
    throw new Error(`certificate ${state.certificateId} cannot move from ${state.status} to ${status}`);
  }
  return { status };
};
