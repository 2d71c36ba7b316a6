/** The states that decisions met, by each set of rules, from the ledger's events: each event folded once. */
import type { RecordedEvent } from '../../domain/decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Rules, RulesState } from '../rules/rules.ts';

export interface RulesFolds {
  /** The state after an event, asked for in ascending order; or why it cannot be had, in words. */
  stateAt(rules: Rules, version: number): RulesState | string;
  /** Where the stream stood before a decision that made no events: after those before it. */
  versionBefore(decision: LedgerDecision): number;
  met(decision: LedgerDecision): void;
}

interface Fold {
  state: RulesState;
  version: number;
  broken?: string;
}

export function openFolds(stream: string, events: readonly RecordedEvent[]): RulesFolds {
  const folds = new Map<Rules, Fold>();
  const byVersion = new Map(events.map((event) => [event.version, event]));
  let reached = 0;
  return {
    stateAt(rules, version) {
      const fold = folds.get(rules) ?? { state: rules.begin(stream), version: 0 };
      folds.set(rules, fold);
      while (fold.broken === undefined && fold.version < version) advance(rules, fold);
      return fold.broken ?? fold.state;
    },
    versionBefore: () => reached,
    met({ lastVersion }) {
      reached = lastVersion ?? reached;
    },
  };

  function advance(rules: Rules, fold: Fold): void {
    const event = byVersion.get(fold.version + 1);
    if (event === undefined) {
      fold.broken = `event ${fold.version + 1} of ${stream} is missing in the ledger`;
      return;
    }
    try {
      fold.state = rules.evolve(stream, fold.state, event);
      fold.version += 1;
    } catch {
      fold.broken = `the rules cannot read event ${event.version} of ${stream} (${event.type})`;
    }
  }
}
