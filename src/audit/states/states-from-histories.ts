/**
 * States from the archived histories alone, beside those from the ledger: each state that a run held, loaded or
 * handed on, and at each run's end the fold of the events that answers had told of so far. By the rules of the
 * run's own build, whose shape of state a history has.
 */
import type { RecordedEvent } from '../../domain/decider.ts';
import { canonicalText } from '../../ledger/record-decision.ts';
import type { NamedHistory } from '../history/witnessed.ts';
import type { Rules, RulesState } from '../rules/rules.ts';

export interface StateCheck {
  readonly runId: string;
  readonly version: number;
  /**
   * `told`: folded from the events in answers, of this run and those before. `loaded`: as the ledger gave it to
   * the run. `handed on`: as it went to the next run.
   */
  readonly from: 'told' | 'loaded' | 'handed on';
  /** Whether the ledger's events give the same state at that version. */
  readonly same: boolean;
}

interface Claimed {
  readonly from: StateCheck['from'];
  readonly version: number;
  readonly text: string;
}

/** @param rulesOf of a history's build; undefined where they were not kept: its states are not checked then. */
export async function compareStates(
  stream: string,
  runs: readonly NamedHistory[],
  events: readonly RecordedEvent[],
  rulesOf: (run: NamedHistory) => Promise<Rules | undefined>,
): Promise<StateCheck[]> {
  const told = new Map<number, RecordedEvent>();
  const checks: StateCheck[] = [];
  const ledgerStates = new Map<Rules, (version: number) => string | undefined>();
  for (const run of runs) {
    for (const event of eventsTold(run)) if (!told.has(event.version)) told.set(event.version, event);
    const rules = await rulesOf(run);
    if (rules === undefined) continue;
    const ledgerState = ledgerStates.get(rules) ?? foldOnce(rules, stream, events);
    ledgerStates.set(rules, ledgerState);
    const end = unlessBroken(() => toldFold(rules, stream, told));
    for (const { from, version, text } of [...statesIn(run), ...(end === undefined ? [] : [end])]) {
      checks.push({ runId: run.runId, version, from, same: ledgerState(version) === text });
    }
  }
  return checks;
}

/** A pack that cannot fold an event gives no state, and is named where its decisions are. */
function unlessBroken<Result>(fold: () => Result): Result | undefined {
  try {
    return fold();
  } catch {
    return undefined;
  }
}

const eventsTold = ({ history }: NamedHistory): RecordedEvent[] =>
  history.happenings.flatMap((one) =>
    one.kind === 'recorded' ? [...one.answer.events] : one.kind === 'caught-up' ? [...one.events] : [],
  );

function statesIn({ history }: NamedHistory): Claimed[] {
  const claimed = (from: Claimed['from'], state: unknown): Claimed[] => {
    const { version, unread } = state as { version: number; unread?: true };
    // A run that began under another build's shape keeps that state unread, and hands it on as it is.
    return unread ? [] : [{ from, version, text: canonicalText(state) }];
  };
  return [
    ...history.happenings.flatMap((one) => (one.kind === 'loaded' ? claimed('loaded', one.state) : [])),
    ...(history.endedWith === undefined ? [] : claimed('handed on', history.endedWith.state)),
  ];
}

/** Undefined where a version is missing among the events told: a sheet wrote it, and the run loaded it folded. */
function toldFold(
  rules: Rules,
  stream: string,
  told: ReadonlyMap<number, RecordedEvent>,
): Claimed | undefined {
  let state = rules.begin(stream);
  for (let version = 1; version <= told.size; version += 1) {
    const event = told.get(version);
    if (event === undefined) return undefined;
    state = rules.evolve(stream, state, event);
  }
  return { from: 'told', version: told.size, text: rules.textOf(state) };
}

/** The states of the ledger's own events at ascending or any versions, each event folded once for those ascending. */
function foldOnce(
  rules: Rules,
  stream: string,
  events: readonly RecordedEvent[],
): (version: number) => string | undefined {
  const texts = new Map<number, string | undefined>();
  let state: RulesState | undefined;
  let reached = 0;
  return (version) => {
    if (texts.has(version)) return texts.get(version);
    if (version < reached) state = undefined;
    const end = unlessBroken(() => foldTo(version));
    texts.set(version, end);
    return end;
  };

  function foldTo(version: number): string | undefined {
    if (state === undefined) reached = 0;
    let folded = state ?? rules.begin(stream);
    while (reached < version) {
      const event = events[reached];
      if (event?.version !== reached + 1) return undefined;
      folded = rules.evolve(stream, folded, event);
      state = folded;
      reached += 1;
    }
    state = folded;
    return rules.textOf(folded);
  }
}
