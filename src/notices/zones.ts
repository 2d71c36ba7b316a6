/** In which zone a recipient reads its clock: quiet hours are theirs. */
import type { Zone } from '../domain/time/moment.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { RecipientKind } from './rule.ts';

/** Recipients kept at hand; their zones never change (`site-register.ts`). */
const KEPT = 10_000;

export class RecipientZones {
  readonly #ledger: Pick<Ledger, 'facts'>;
  readonly #kept = new Map<string, Zone>();

  constructor(ledger: Pick<Ledger, 'facts'>) {
    this.#ledger = ledger;
  }

  async load(of: readonly { readonly kind: RecipientKind; readonly recipient: string }[]): Promise<void> {
    const wanted = new Set(of.filter(({ kind }) => kind !== 'PERSON').map(keyOf));
    const unknown = [...wanted].filter((key) => !this.#kept.has(key));
    for (const { key, value } of await this.#ledger.facts(unknown)) {
      const zone = (value as { zone?: Zone } | null)?.zone;
      if (zone === undefined) continue;
      if (this.#kept.size >= KEPT) this.#kept.clear();
      this.#kept.set(key, zone);
    }
  }

  /** undefined for a person, and where the register does not know the office. */
  zoneOf(of: { readonly kind: RecipientKind; readonly recipient: string }): Zone | undefined {
    return of.kind === 'PERSON' ? undefined : this.#kept.get(keyOf(of));
  }
}

const keyOf = ({ kind, recipient }: { readonly kind: RecipientKind; readonly recipient: string }): string =>
  `${kind === 'SITE' ? 'site' : 'office'}/${recipient}`;
