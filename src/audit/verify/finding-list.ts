/**
 * Findings of many readers at once, in an order that does not depend on who was first: what an entry itself shows
 * stands before what follows from it. No more are kept than anybody reads.
 */
import type { Finding } from '../../ledger/findings.ts';

/** A record that is broken everywhere needs no longer list. */
export const FINDINGS_MAX = 1_000;

/** Rows of a life first, then what is kept beside them, then the seal over all of it. */
const ENTRIES: readonly Finding['entry'][] = [
  ...(['stream', 'event', 'decision', 'access', 'note'] as const),
  ...(['leaf', 'deadline', 'message', 'claim', 'fact', 'run', 'build', 'key', 'identity', 'list'] as const),
  ...(['tile', 'checkpoint', 'heads', 'guard'] as const),
];

export function compareFindings(one: Finding, other: Finding): number {
  const rank = rankOf(one) - rankOf(other);
  const entry = ENTRIES.indexOf(one.entry) - ENTRIES.indexOf(other.entry);
  return (
    rank ||
    // Of the seal, what stands nearer to the rows says more.
    (rankOf(one) === SEAL ? entry : 0) ||
    compareTexts(one.stream ?? '', other.stream ?? '') ||
    entry ||
    (one.position ?? 0) - (other.position ?? 0) ||
    compareTexts(one.problem, other.problem) ||
    compareTexts(one.explanation, other.explanation)
  );
}

const SEAL = 2;

/** What was changed by hand comes before what only no longer fits it. */
function rankOf({ entry, problem }: Finding): number {
  if (problem === 'ROLLED_BACK' || problem === 'FORKED') return SEAL + 1;
  if (entry === 'tile' || entry === 'checkpoint' || entry === 'heads') return SEAL;
  return entry === 'list' ? 1 : 0;
}

export class FindingList {
  #kept: Finding[] = [];
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(finding: Finding): void {
    this.#total += 1;
    this.#kept.push(finding);
    if (this.#kept.length >= 2 * FINDINGS_MAX) this.#kept = this.sorted();
  }

  /** @param total how many there were, where not all came along */
  addAll(findings: readonly Finding[], total: number = findings.length): void {
    for (const finding of findings) this.add(finding);
    this.#total += total - findings.length;
  }

  /** The first 1,000 in their order. */
  sorted(): Finding[] {
    return [...this.#kept].sort(compareFindings).slice(0, FINDINGS_MAX);
  }
}

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
