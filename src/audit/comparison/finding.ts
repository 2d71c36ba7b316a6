/** What a comparison can find about one command. */

export type FindingType =
  // Not differences: shown, since an auditor asks.
  | 'NO_HISTORY_BY_DESIGN'
  | 'HISTORY_WAITING'
  | 'HISTORY_LOST'
  | 'HEALED'
  | 'UNDECIDED'
  | 'RESTED_ON_CLAIM'
  | 'RULES_NOT_KEPT'
  | 'NOT_DECIDED_AGAIN'
  // The law of today is another.
  | 'RULE_CHANGED'
  // Tampering, loss, or a fault of the product: somebody must look.
  | 'MISSING_IN_LEDGER'
  | 'MISSING_IN_HISTORY'
  | 'COMMAND_DIFFERS'
  | 'OUTCOME_DIFFERS'
  | 'EVENTS_DIFFER'
  | 'RULES_DISAGREE'
  | 'UNEXPLAINED'
  | 'FACT_NOT_SET'
  | 'HISTORY_CONTRADICTS'
  | 'EVIDENCE_CHANGED'
  | 'STATES_DIFFER';

export type Weight = 'shown' | 'rule' | 'difference';

export interface Finding {
  readonly type: FindingType;
  readonly weight: Weight;
  /** To be quoted: names stream, command and position, and no person. */
  readonly sentence: string;
}

const SHOWN: ReadonlySet<FindingType> = new Set<FindingType>([
  'NO_HISTORY_BY_DESIGN',
  'HISTORY_WAITING',
  'HISTORY_LOST',
  'HEALED',
  'UNDECIDED',
  'RESTED_ON_CLAIM',
  'RULES_NOT_KEPT',
  'NOT_DECIDED_AGAIN',
]);

export const finding = (type: FindingType, sentence: string): Finding => ({
  type,
  weight: SHOWN.has(type) ? 'shown' : type === 'RULE_CHANGED' ? 'rule' : 'difference',
  sentence,
});

/** In front of every sentence about a decision. */
export const named = (decision: {
  readonly stream: string;
  readonly sequence: number;
  readonly name: string;
}) => `Decision ${decision.sequence} of ${decision.stream} (${decision.name})`;
