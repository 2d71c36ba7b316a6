/** What differs, in the order in which an auditor should read it. */
import { printableSentence } from './printable.ts';

export interface Sentence {
  readonly id: string;
  readonly en: string;
}

/** Steps of docs/audit-bundle.md, "What a verifier does". */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Stable, one meaning each: sentences may be reworded. */
export type FindingCode =
  | 'LINE_NOT_CANONICAL'
  | 'LINE_MALFORMED'
  | 'LINE_OUT_OF_ORDER'
  | 'LINE_MISSING'
  | 'FILE_NOT_ENDED'
  | 'FILE_CHANGED'
  | 'FILE_SIGNATURE'
  | 'POLICY_OF_FILE'
  | 'CHECKPOINT_MALFORMED'
  | 'CHECKPOINT_UNSIGNED'
  | 'CHECKPOINT_FORGED'
  | 'CHECKPOINT_QUORUM'
  | 'CHECKPOINT_OTHER_TREE'
  | 'CONSISTENCY'
  | 'KEPT_CHECKPOINT'
  | 'STREAM_TWICE'
  | 'STREAM_ROLE'
  | 'ROW_OF_OTHER_STREAM'
  | 'ROW_ORDER'
  | 'CHAIN_GAP'
  | 'CHAIN_LINK'
  | 'EVENT_HEAD'
  | 'ROW_TEXT'
  | 'LEAF_OUTSIDE'
  | 'LEAF_TWICE'
  | 'SCOPE'
  | 'ROOT'
  | 'NODE'
  | 'HEAD'
  | 'HEADS_ROOT'
  | 'NOTE'
  | 'RULES'
  | 'HISTORY'
  | 'FACT_UNKNOWN'
  | 'QUESTION'
  | 'RULES_ANSWER'
  | 'RULES_DIFFER'
  | 'FAULT'
  | 'NOT_DECIDED_AGAIN';

export interface Finding {
  readonly code: FindingCode;
  readonly step: Step;
  /** Line of the file, from 1; absent where the file as a whole is meant. */
  readonly line?: number;
  readonly stream?: string;
  /** `event`, `decision`, `access`, `note`: with `position` the place in its stream. */
  readonly kind?: string;
  readonly position?: number;
  readonly sentence: Sentence;
}

/** More are counted, not kept: the first matters, and a file may be wrong in every line. */
export const FINDINGS_KEPT = 100;

export class Findings {
  readonly #ofLines: Finding[] = [];
  readonly #ofFile: Finding[] = [];
  readonly #steps = new Set<Step>();
  #count = 0;

  add(finding: Finding): void {
    this.#count += 1;
    this.#steps.add(finding.step);
    const list = finding.line === undefined ? this.#ofFile : this.#ofLines;
    list.push({ ...finding, sentence: printableSentence(finding.sentence) });
    // Decisions are compared after their lines were read: the earliest are not always the first to come.
    if (list.length > FINDINGS_KEPT * 2) list.sort(order).splice(FINDINGS_KEPT);
  }

  get count(): number {
    return this.#count;
  }

  has(step: Step): boolean {
    return this.#steps.has(step);
  }

  /** What has a line first, by lines; then what only the whole file shows. */
  all(): Finding[] {
    return [...this.#ofLines.sort(order), ...this.#ofFile.sort(order)].slice(0, FINDINGS_KEPT);
  }
}

const order = (one: Finding, other: Finding): number =>
  (one.line ?? 0) - (other.line ?? 0) || one.step - other.step;
