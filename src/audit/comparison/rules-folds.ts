/** The states that decisions met, by each set of rules, from the ledger's events: each event folded once. */
import type { RecordedEvent } from '../../domain/decider.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { Words } from '../explain/words.ts';
import type { Rules, RulesState } from '../rules/rules.ts';
import { say } from './say.ts';

export interface RulesFolds {
  /** The state after an event, asked for in ascending order; or why it cannot be had. */
  stateAt(rules: Rules, version: number): { readonly state: RulesState } | { readonly broken: Words };
  /** Where the stream stood before a decision that made no events: after those before it. */
  versionBefore(decision: LedgerDecision): number;
  met(decision: LedgerDecision): void;
}

interface Fold {
  state: RulesState;
  version: number;
  broken?: Words;
}

const NO_BEGINNING: Words = {
  id: 'aturan itu tidak dapat memulai {stream}',
  en: 'the rules cannot begin {stream}',
};
const EVENT_MISSING: Words = {
  id: 'peristiwa {version} pada {stream} tidak ada di buku besar',
  en: 'event {version} of {stream} is missing in the ledger',
};
const EVENT_UNREAD: Words = {
  id: 'aturan itu tidak dapat membaca peristiwa {version} pada {stream} ({type})',
  en: 'the rules cannot read event {version} of {stream} ({type})',
};

export function openFolds(stream: string, events: readonly RecordedEvent[]): RulesFolds {
  const folds = new Map<Rules, Fold>();
  const byVersion = new Map(events.map((event) => [event.version, event]));
  let reached = 0;
  return {
    stateAt(rules, version) {
      const fold = folds.get(rules) ?? begun(rules);
      folds.set(rules, fold);
      while (fold.broken === undefined && fold.version < version) advance(rules, fold);
      return fold.broken === undefined ? { state: fold.state } : { broken: fold.broken };
    },
    versionBefore: () => reached,
    met({ lastVersion }) {
      reached = lastVersion ?? reached;
    },
  };

  /** A pack is code of another day: whatever it throws is its answer, and no fault of the comparison. */
  function begun(rules: Rules): Fold {
    try {
      return { state: rules.begin(stream), version: 0 };
    } catch {
      return { state: undefined as never, version: 0, broken: say(NO_BEGINNING, { stream }) };
    }
  }

  function advance(rules: Rules, fold: Fold): void {
    const event = byVersion.get(fold.version + 1);
    if (event === undefined) {
      fold.broken = say(EVENT_MISSING, { version: fold.version + 1, stream });
      return;
    }
    try {
      fold.state = rules.evolve(stream, fold.state, event);
      fold.version += 1;
    } catch {
      fold.broken = say(EVENT_UNREAD, { version: event.version, stream, type: event.type });
    }
  }
}
