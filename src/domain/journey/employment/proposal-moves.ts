/**
 * The stages of a proposal and the moves between them (I.5).
 *
 * ```mermaid
 * stateDiagram-v2
 *   [*] --> PROPOSED
 *   PROPOSED --> INVITED
 *   PROPOSED --> DECLINED
 *   PROPOSED --> WITHDRAWN
 *   INVITED --> INTERVIEWED
 *   INVITED --> DECLINED
 *   INVITED --> WITHDRAWN
 *   INTERVIEWED --> OFFERED
 *   INTERVIEWED --> DECLINED
 *   INTERVIEWED --> WITHDRAWN
 *   OFFERED --> ACCEPTED
 *   OFFERED --> DECLINED
 *   OFFERED --> WITHDRAWN
 *   ACCEPTED --> WITHDRAWN
 *   DECLINED --> [*]
 *   WITHDRAWN --> [*]
 * ```
 *
 * ACCEPTED goes to WITHDRAWN only where the work never began; the opening is free again then.
 */
import type { ProposalStage } from './events.ts';

export const PROPOSAL_MOVES: { readonly [from in ProposalStage]: readonly ProposalStage[] } = {
  PROPOSED: ['INVITED', 'DECLINED', 'WITHDRAWN'],
  INVITED: ['INTERVIEWED', 'DECLINED', 'WITHDRAWN'],
  INTERVIEWED: ['OFFERED', 'DECLINED', 'WITHDRAWN'],
  OFFERED: ['ACCEPTED', 'DECLINED', 'WITHDRAWN'],
  ACCEPTED: ['WITHDRAWN'],
  DECLINED: [],
  WITHDRAWN: [],
};

export const PROPOSAL_STAGES = Object.keys(PROPOSAL_MOVES) as readonly ProposalStage[];

/** Stages that wait for an answer of one side or the other. */
export const OPEN_PROPOSAL_STAGES: readonly ProposalStage[] = [
  'PROPOSED',
  'INVITED',
  'INTERVIEWED',
  'OFFERED',
];

/** Stages from which a proposal may come to `to`. */
export const stagesBefore = (to: ProposalStage): readonly ProposalStage[] =>
  PROPOSAL_STAGES.filter((from) => PROPOSAL_MOVES[from].includes(to));
