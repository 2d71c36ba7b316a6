/** One stream as the ledger holds it, walked decision by decision: the state each met, and what it made. */
import { type EntityState, foldEntity, initialEntityState } from '../domain/decide.ts';
import type { RecordedQuestion } from '../domain/decide-again.ts';
import type { Decider, Fact } from '../domain/decider.ts';
import { deciderOfStream } from '../domain/deciders.ts';
import type { LedgerDecision } from '../ledger/decisions.ts';
import type { LedgerEvent } from '../ledger/events.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FactHistory } from './fact-history.ts';

export interface Life {
  readonly stream: string;
  readonly decisions: readonly LedgerDecision[];
  readonly events: readonly LedgerEvent[];
}

export interface Step {
  readonly decision: LedgerDecision;
  /** What the decision met. */
  readonly before: EntityState<unknown>;
  /** What it made; empty for a refusal. */
  readonly events: readonly LedgerEvent[];
  readonly after: EntityState<unknown>;
}

/** Decisions first: an event that came between is then one without a decision, and not one without an event. */
export async function readLife(ledger: Ledger, stream: string): Promise<Life> {
  const decisions = await ledger.readDecisions(stream);
  const upTo = decisions.findLast(({ lastVersion }) => lastVersion !== undefined)?.lastVersion ?? 0;
  const events = upTo === 0 ? [] : await ledger.readStream(stream, { upTo });
  return { stream, decisions, events };
}

/** @throws BrokenInvariant where versions have a gap: run `titian verify` then. */
export function* stepsOf(
  life: Life,
  decider: Decider<unknown> = deciderOfStream(life.stream),
): Generator<Step> {
  const entityId = life.stream.slice(life.stream.indexOf('/') + 1);
  let before = initialEntityState(decider, entityId);
  for (const decision of life.decisions) {
    const { firstVersion, lastVersion } = decision;
    const events = firstVersion === undefined ? [] : life.events.slice(firstVersion - 1, lastVersion);
    const after = foldEntity(decider, before, events);
    yield { decision, before, events, after };
    before = after;
  }
}

/**
 * What a decision was asked, with the values of the facts it rested on; `unset` are those whose value at the
 * recorded version no decision ever set: a register was tampered with.
 */
export async function questionBehind(
  decision: LedgerDecision,
  history: FactHistory,
): Promise<{
  readonly question: RecordedQuestion;
  readonly unset: readonly LedgerDecision['facts'][number][];
}> {
  const facts: Fact[] = [];
  const unset: LedgerDecision['facts'][number][] = [];
  for (const wanted of decision.facts) {
    const fact = await history.at(wanted.key, wanted.version);
    if (fact === undefined) unset.push(wanted);
    else facts.push(fact);
  }
  const { name, data, document, occurredAt } = decision.body as LedgerDecision['body'] &
    Partial<Pick<RecordedQuestion['command'], 'document' | 'occurredAt'>>;
  const command = {
    ...{ commandId: decision.commandId, name, data, actor: decision.actor },
    ...(document === undefined ? {} : { document }),
    ...(occurredAt === undefined ? {} : { occurredAt }),
  };
  const lostClaims = decision.detail.lostClaims ?? [];
  return { question: { command, now: decision.now, facts, lostClaims }, unset };
}

/** @throws where a fact's value at its recorded version was set by no decision. */
export async function questionOf(decision: LedgerDecision, history: FactHistory): Promise<RecordedQuestion> {
  const { question, unset } = await questionBehind(decision, history);
  const [first] = unset;
  if (first !== undefined) {
    throw new Error(`fact ${first.key} was set by no decision at version ${first.version}`);
  }
  return question;
}
