/**
 * A ledger that takes nothing: it answers a decision as the real one would at this moment, by the same checks in the
 * same order (migrations/0009_record.sql), and keeps what would have been recorded for the rest of this request.
 */
import type { ClaimChange, LostClaim, RecordedEvent } from '../../domain/decider.ts';
import type { RecordAnswer, RecordInput } from '../../domain/envelope.ts';
import { type ClaimsHeld, placeName } from '../../ledger/claims.ts';
import type { Ledger } from '../../ledger/ledger.ts';

export type LedgerReads = Pick<
  Ledger,
  'readHead' | 'readStream' | 'facts' | 'findDecision' | 'holderOf' | 'claimsHeld'
>;

export class LedgerAside {
  readonly #ledger: LedgerReads;
  readonly #recorded = new Map<string, readonly RecordedEvent[]>();
  readonly #wouldBe = new Map<string, RecordedEvent[]>();
  readonly #changes: ClaimChange[] = [];

  constructor(ledger: LedgerReads) {
    this.#ledger = ledger;
  }

  /** The whole stream as it is; remembered, so that before and after are told of the same moment. */
  readonly readStream = async (stream: string) => {
    const events = await this.#ledger.readStream(stream);
    this.#recorded.set(stream, events);
    return events;
  };

  /** What was read of a stream. */
  recordedOf(stream: string): readonly RecordedEvent[] {
    return this.#recorded.get(stream) ?? [];
  }

  /** What would have come after it. */
  wouldBeOf(stream: string): readonly RecordedEvent[] {
    return this.#wouldBe.get(stream) ?? [];
  }

  readonly record = async (input: RecordInput): Promise<RecordAnswer> => {
    const { stream, verdict, expectedVersion } = input;
    const answer = { headVersion: expectedVersion, headHash: '', events: [] };
    const known = await this.#ledger.findDecision(input.command.commandId);
    if (known !== undefined) {
      if (known.requestHash !== input.requestHash || known.stream !== stream) {
        return { ...answer, status: 'command_id_reused' };
      }
      const { outcome, detail, firstVersion, lastVersion } = known;
      const range =
        firstVersion === undefined || lastVersion === undefined ? {} : { firstVersion, lastVersion };
      return { ...answer, status: 'known', outcome, detail, ...range };
    }
    if (verdict.outcome === 'needs') {
      return { ...answer, status: 'facts', facts: await this.#ledger.facts(verdict.facts) };
    }
    const facts = await this.#ledger.facts(input.facts.map(({ key }) => key));
    const moved = input.facts.some(({ key, version }) =>
      facts.some((fact) => fact.key === key && fact.version !== version),
    );
    if (moved) return { ...answer, status: 'facts', facts };
    if (verdict.outcome === 'fault') {
      return { ...answer, status: 'recorded', outcome: 'fault', detail: { fault: verdict.message } };
    }
    if (verdict.outcome === 'refused') {
      return { ...answer, status: 'recorded', outcome: 'refused', detail: { refusal: verdict.refusal } };
    }
    const lost = lostOf(
      await this.#ledger.claimsHeld(input.world, [...this.#changes, ...verdict.claims]),
      this.#changes,
      verdict.claims,
    );
    if (lost.length > 0) return { ...answer, status: 'claim_lost', lostClaims: lost };
    this.#changes.push(...verdict.claims);
    const events = [...verdict.events];
    this.#wouldBe.set(stream, [...this.wouldBeOf(stream), ...events]);
    const lastVersion = expectedVersion + events.length;
    return {
      ...{ ...answer, status: 'recorded', outcome: 'accepted', events, headVersion: lastVersion },
      detail: { warnings: verdict.warnings, policies: verdict.policies },
      ...(events.length === 0 ? {} : { firstVersion: expectedVersion + 1, lastVersion }),
    };
  };
}

/** As `ledger.change_claims` does it, in the order of the keys. */
function lostOf(
  held: ClaimsHeld,
  before: readonly ClaimChange[],
  changes: readonly ClaimChange[],
): LostClaim[] {
  const holders = new Map(held.holders);
  const taken = new Map(held.taken);
  const places = new Set(held.places);
  const change = (one: ClaimChange): LostClaim | undefined => {
    const { key, holder } = one;
    const place = placeName(key, holder);
    const total = taken.get(key) ?? 0;
    switch (one.kind) {
      case 'take': {
        const present = holders.get(key);
        if (present !== undefined) return present === holder ? undefined : { key, holder: present };
        holders.set(key, holder);
        return undefined;
      }
      case 'take-place':
        if (places.has(place)) return undefined;
        if (total >= one.limit) return { key };
        places.add(place);
        taken.set(key, total + 1);
        return undefined;
      case 'release':
        if (holders.get(key) === holder) holders.delete(key);
        if (places.delete(place)) taken.set(key, total - 1);
        return undefined;
    }
  };
  for (const one of before) change(one);
  const inOrder = changes
    .map((one, place) => ({ one, place }))
    .sort((a, b) => (a.one.key < b.one.key ? -1 : a.one.key > b.one.key ? 1 : a.place - b.place));
  return inOrder.flatMap(({ one }) => change(one) ?? []);
}
