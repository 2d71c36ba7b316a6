/** One answer to a command, whoever gave it, in parts that can be laid side by side. */
import type { DecidedAgain } from '../../domain/decide-again.ts';
import type { RecordedEvent } from '../../domain/decider.ts';
import type { DecisionDetail } from '../../domain/envelope.ts';
import type { LedgerDecision } from '../../ledger/decisions.ts';
import type { LedgerEvent } from '../../ledger/events.ts';
import { canonicalText } from '../../ledger/record-decision.ts';

export type AnswerPart =
  | 'outcome'
  | 'refusal'
  | 'events'
  | 'warnings'
  | 'policies'
  | 'claims'
  | 'messages'
  | 'facts';

/** Each part as canonical JSON; a part that an answer does not have is empty. */
export type Answer = {
  readonly [part in Exclude<AnswerPart, 'events'>]: string;
} & {
  readonly events: readonly { readonly type: string; readonly version: number; readonly text: string }[];
};

/** What of an event is decided, as the bundle's page says: its version and hashes are the ledger's. */
export const eventText = ({ type, schema, data, meta, occurredAt, recordedAt }: RecordedEvent): string =>
  canonicalText({ type, schema, data, meta, occurredAt, recordedAt });

const eventsOf = (events: readonly RecordedEvent[]): Answer['events'] =>
  events.map((event) => ({ type: event.type, version: event.version, text: eventText(event) }));

const listText = (list: readonly unknown[] | undefined): string =>
  list === undefined || list.length === 0 ? '' : canonicalText(list);

const detailParts = (detail: DecisionDetail) => ({
  refusal: detail.refusal === undefined ? '' : canonicalText(detail.refusal),
  warnings: listText(detail.warnings),
  policies: listText(detail.policies),
});

export function answerOfLedger(decision: LedgerDecision, events: readonly LedgerEvent[]): Answer {
  const { outcome, detail, effects } = decision;
  return {
    ...{ outcome, ...detailParts(detail), events: eventsOf(events) },
    claims: listText(effects.claims),
    messages: listText(effects.messages),
    facts: listText(effects.facts),
  };
}

export function answerOfRules(decided: DecidedAgain, commandId: string): Answer {
  const { outcome } = decided;
  const none = { claims: '', messages: '', facts: '' };
  if (outcome !== 'accepted') {
    const detail = outcome === 'refused' ? decided : {};
    return { outcome, ...detailParts(detail), ...none, events: [] };
  }
  return {
    ...{ outcome, ...detailParts(decided), events: eventsOf(decided.events) },
    claims: listText(decided.claims),
    messages: listText(
      decided.messages.map(({ target, name, data }, place) => ({
        ...{ id: `${commandId}>${place + 1}`, target, name, data: canonicalText(data) },
      })),
    ),
    facts: listText(decided.factsOut),
  };
}

/** Parts in which two answers differ, the weightiest first; empty where they are the same. */
export function differingParts(one: Answer, other: Answer): AnswerPart[] {
  const parts = ['outcome', 'refusal', 'warnings', 'policies', 'claims', 'messages', 'facts'] as const;
  const differing: AnswerPart[] = parts.filter((part) => one[part] !== other[part]);
  if (firstDifferentEvent(one, other) !== undefined) differing.splice(1, 0, 'events');
  return differing;
}

/** The place of the first event that differs, from 1, and what stands there on either side. */
export function firstDifferentEvent(
  one: Answer,
  other: Answer,
): { readonly place: number; readonly one: string | null; readonly other: string | null } | undefined {
  const longer = Math.max(one.events.length, other.events.length);
  for (let place = 0; place < longer; place += 1) {
    const [first, second] = [one.events[place], other.events[place]];
    if (first?.text === second?.text) continue;
    return { place: place + 1, one: first?.type ?? null, other: second?.type ?? null };
  }
  return undefined;
}
