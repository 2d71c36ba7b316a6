/** Claims in memory: the limits that cross persons, as the ledger keeps them under UNIQUE and CHECK. */
import type { ClaimChange, LostClaim } from '../../domain/decider.ts';

export class Claims {
  private readonly holders = new Map<string, Set<string>>();

  /** All or nothing, like one transaction: with a claim lost, none is changed. */
  apply(changes: readonly ClaimChange[]): LostClaim[] {
    const lost = changes.flatMap((change) => this.loss(change));
    if (lost.length > 0) return lost;
    for (const change of changes) {
      const held = this.holders.get(change.key) ?? new Set<string>();
      if (change.kind === 'release') held.delete(change.holder);
      else held.add(change.holder);
      this.holders.set(change.key, held);
    }
    return [];
  }

  /** Holder of an exclusive claim. */
  holderOf(key: string): string | undefined {
    const [holder] = this.holders.get(key) ?? [];
    return holder;
  }

  private loss(change: ClaimChange): LostClaim[] {
    const held = this.holders.get(change.key);
    if (change.kind === 'release' || held === undefined || held.has(change.holder)) return [];
    if (change.kind === 'take-place') return held.size < change.limit ? [] : [{ key: change.key }];
    const [holder] = held;
    return holder === undefined ? [] : [{ key: change.key, holder }];
  }
}
