/**
 * Register facts at hand for attaching to commands. The ledger checks every version under lock, so a
 * stale fact here costs one lost round and never a wrong decision.
 */
import type { Fact } from '../domain/decider.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { RecentlyUsed } from '../projections/recently-used.ts';
import { FACT_AGE_MS, FACTS_KEPT } from './limits.ts';

export class FactCache {
  readonly #ledger: Pick<Ledger, 'facts'>;
  readonly #kept = new RecentlyUsed<{ fact: Fact; readAt: number }>(FACTS_KEPT);

  constructor(ledger: Pick<Ledger, 'facts'>) {
    this.#ledger = ledger;
  }

  async read(keys: readonly string[]): Promise<readonly Fact[]> {
    const now = performance.now();
    const facts: Fact[] = [];
    const missing: string[] = [];
    for (const key of new Set(keys)) {
      const kept = this.#kept.get(key);
      if (kept !== undefined && now - kept.readAt < FACT_AGE_MS) facts.push(kept.fact);
      else missing.push(key);
    }
    if (missing.length > 0) {
      for (const fact of await this.#ledger.facts(missing)) {
        this.#kept.set(fact.key, { fact, readAt: now });
        facts.push(fact);
      }
    }
    return facts;
  }

  /** Called after a register changed, so that this process at least sees it at once. */
  forget(keys: readonly string[]): void {
    for (const key of keys) this.#kept.delete(key);
  }
}
