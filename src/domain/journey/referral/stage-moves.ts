/**
 * The stages of a referral (I.4) and the moves between them.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> REFERRED
 *   REFERRED --> CONSENTED
 *   REFERRED --> RETURNED_TO_REFERRER
 *   CONSENTED --> ASSESSED
 *   CONSENTED --> RETURNED_TO_REFERRER
 *   ASSESSED --> WAITING
 *   ASSESSED --> ENROLLED
 *   ASSESSED --> RETURNED_TO_REFERRER
 *   WAITING --> ENROLLED
 *   WAITING --> ASSESSED
 *   ENROLLED --> WAITING
 *   REFERRED --> CLOSED
 *   CONSENTED --> CLOSED
 *   ASSESSED --> CLOSED
 *   WAITING --> CLOSED
 *   ENROLLED --> CLOSED
 *   RETURNED_TO_REFERRER --> [*]
 *   CLOSED --> [*]
 * ```
 *
 * WAITING goes back to ASSESSED when its place in the list has ended, and ENROLLED to WAITING when the
 * class was cancelled. After ENROLLED the shared road of I.5 tells where the person stands.
 */
import type { ReferralCase } from './state.ts';

export type ReferralStage =
  | 'REFERRED'
  | 'CONSENTED'
  | 'ASSESSED'
  | 'WAITING'
  | 'ENROLLED'
  | 'RETURNED_TO_REFERRER'
  | 'CLOSED';

export const REFERRAL_MOVES: { readonly [from in ReferralStage]: readonly ReferralStage[] } = {
  REFERRED: ['CONSENTED', 'RETURNED_TO_REFERRER', 'CLOSED'],
  CONSENTED: ['ASSESSED', 'RETURNED_TO_REFERRER', 'CLOSED'],
  ASSESSED: ['WAITING', 'ENROLLED', 'RETURNED_TO_REFERRER', 'CLOSED'],
  WAITING: ['ENROLLED', 'ASSESSED', 'CLOSED'],
  ENROLLED: ['WAITING', 'CLOSED'],
  RETURNED_TO_REFERRER: [],
  CLOSED: [],
};

export const OPEN_REFERRAL_STAGES: readonly ReferralStage[] = [
  'REFERRED',
  'CONSENTED',
  'ASSESSED',
  'WAITING',
  'ENROLLED',
];

/** @throws when the table has no such move. */
export const moveReferral = (found: ReferralCase, stage: ReferralStage): { stage: ReferralStage } => {
  if (stage !== found.stage && !REFERRAL_MOVES[found.stage].includes(stage)) {
    throw new Error(`referral ${found.caseId} cannot move from ${found.stage} to ${stage}`);
  }
  return { stage };
};
