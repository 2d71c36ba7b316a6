/**
 * The stages of a prison case (I.3) and the moves between them. `moveTo` is the only way an evolver changes a
 * stage, so a move that is not in this table cannot be recorded.
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> ADMITTED
 *   ADMITTED --> CANDIDATE
 *   CANDIDATE --> PROPOSED
 *   PROPOSED --> APPROVED
 *   PROPOSED --> DECLINED
 *   DECLINED --> CANDIDATE
 *   APPROVED --> IN_TRAINING
 *   IN_TRAINING --> APPROVED
 *   IN_TRAINING --> INTERRUPTED
 *   INTERRUPTED --> IN_TRAINING
 *   ADMITTED --> INTERRUPTED
 *   CANDIDATE --> INTERRUPTED
 *   PROPOSED --> INTERRUPTED
 *   APPROVED --> INTERRUPTED
 *   DECLINED --> INTERRUPTED
 *   PRE_RELEASE --> INTERRUPTED
 *   INTERRUPTED --> ADMITTED
 *   INTERRUPTED --> CANDIDATE
 *   INTERRUPTED --> PROPOSED
 *   INTERRUPTED --> APPROVED
 *   INTERRUPTED --> DECLINED
 *   INTERRUPTED --> PRE_RELEASE
 *   ADMITTED --> PRE_RELEASE
 *   CANDIDATE --> PRE_RELEASE
 *   PROPOSED --> PRE_RELEASE
 *   APPROVED --> PRE_RELEASE
 *   DECLINED --> PRE_RELEASE
 *   IN_TRAINING --> PRE_RELEASE
 *   ADMITTED --> RELEASED
 *   CANDIDATE --> RELEASED
 *   PROPOSED --> RELEASED
 *   APPROVED --> RELEASED
 *   DECLINED --> RELEASED
 *   IN_TRAINING --> RELEASED
 *   INTERRUPTED --> RELEASED
 *   PRE_RELEASE --> RELEASED
 *   RELEASED --> AFTERCARE
 *   RELEASED --> RETURNED
 *   AFTERCARE --> RETURNED
 *   ADMITTED --> CLOSED
 *   CANDIDATE --> CLOSED
 *   PROPOSED --> CLOSED
 *   APPROVED --> CLOSED
 *   DECLINED --> CLOSED
 *   IN_TRAINING --> CLOSED
 *   INTERRUPTED --> CLOSED
 *   PRE_RELEASE --> CLOSED
 *   RELEASED --> CLOSED
 *   AFTERCARE --> CLOSED
 *   RETURNED --> [*]
 *   CLOSED --> [*]
 * ```
 *
 * A release comes at any stage of custody: by a remission, by law, whatever the programme has reached. Before
 * training only an escape interrupts (B-16). A person who returns is held in a new case, linked to this one.
 */
import type { PrisonCase, PrisonStage } from './state.ts';

const LEAVES = ['RELEASED', 'CLOSED'] as const satisfies readonly PrisonStage[];

export const PRISON_STAGE_MOVES: { readonly [from in PrisonStage]: readonly PrisonStage[] } = {
  ADMITTED: ['CANDIDATE', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  CANDIDATE: ['PROPOSED', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  PROPOSED: ['APPROVED', 'DECLINED', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  APPROVED: ['IN_TRAINING', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  DECLINED: ['CANDIDATE', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  IN_TRAINING: ['APPROVED', 'INTERRUPTED', 'PRE_RELEASE', ...LEAVES],
  INTERRUPTED: [
    ...(['ADMITTED', 'CANDIDATE', 'PROPOSED', 'APPROVED', 'DECLINED', 'IN_TRAINING'] as const),
    ...(['PRE_RELEASE', ...LEAVES] as const),
  ],
  PRE_RELEASE: ['INTERRUPTED', ...LEAVES],
  RELEASED: ['AFTERCARE', 'RETURNED', 'CLOSED'],
  AFTERCARE: ['RETURNED', 'CLOSED'],
  RETURNED: [],
  CLOSED: [],
};

/** Stages in which a prison holds the person, unless they have escaped. */
export const CUSTODY: readonly PrisonStage[] = [
  ...(['ADMITTED', 'CANDIDATE', 'PROPOSED', 'APPROVED', 'DECLINED'] as const),
  ...(['IN_TRAINING', 'INTERRUPTED', 'PRE_RELEASE'] as const),
];

/** Outside, and still in somebody's care. */
export const OUTSIDE: readonly PrisonStage[] = ['RELEASED', 'AFTERCARE'];

/** @throws when the table has no such move: the decider let an event pass that I.3 forbids. */
export const moveTo = (found: PrisonCase, stage: PrisonStage): { stage: PrisonStage } => {
  if (stage !== found.stage && !PRISON_STAGE_MOVES[found.stage].includes(stage)) {
    throw new Error(`prison case ${found.caseId} cannot move from ${found.stage} to ${stage}`);
  }
  return { stage };
};
