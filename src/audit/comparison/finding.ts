/** What a comparison can find about one command. */
import type { Words } from '../explain/words.ts';
import { type Said, say } from './say.ts';

export type FindingType =
  // Not differences: shown, since an auditor asks.
  | 'NO_HISTORY_BY_DESIGN'
  | 'NOT_WITNESSED'
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
  | 'RUN_DIFFERS'
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
  readonly sentence: Words;
}

const SHOWN: ReadonlySet<FindingType> = new Set<FindingType>([
  'NO_HISTORY_BY_DESIGN',
  'NOT_WITNESSED',
  'HISTORY_WAITING',
  'HISTORY_LOST',
  'HEALED',
  'UNDECIDED',
  'RESTED_ON_CLAIM',
  'RULES_NOT_KEPT',
  'NOT_DECIDED_AGAIN',
]);

export const finding = (type: FindingType, template: Words, values: Said = {}): Finding => ({
  type,
  weight: SHOWN.has(type) ? 'shown' : type === 'RULE_CHANGED' ? 'rule' : 'difference',
  sentence: say(template, values),
});

interface Named {
  readonly stream: string;
  readonly sequence: number;
  readonly name: string;
}

/** A sentence that begins with the decision it is about; the template goes on from there. */
export const findingAbout = (
  { stream, sequence, name }: Named,
  type: FindingType,
  { id, en }: Words,
  values: Said = {},
): Finding =>
  finding(
    type,
    {
      id: `Keputusan {sequence} pada {stream} ({name})${id}`,
      en: `Decision {sequence} of {stream} ({name})${en}`,
    },
    { ...values, sequence, stream, name },
  );
