/** Register facts: the value now is what was set last, and what decisions were based on was really set. */
import type pg from 'pg';
import type { Report } from '../../ledger/findings.ts';
import { type FactsBySetting, verifyFacts } from '../../ledger/verify-facts.ts';
import type { Counts, FactVersion, StreamsSeen } from './jobs.ts';

export class FactsSeen {
  readonly #current: FactsBySetting = new Map();
  readonly #set = new Set<string>();
  readonly #named = new Map<string, StreamsSeen['versionsNamed'][number]>();

  take({ factsSet, versionsSet, versionsNamed }: StreamsSeen): void {
    for (const [key, setting] of factsSet) this.#current.set(key, setting);
    for (const version of versionsSet) this.#set.add(nameOf(version));
    for (const named of versionsNamed) {
      const known = this.#named.get(nameOf(named));
      // The same one, whichever range was read first.
      if (known === undefined || named.stream < known.stream) this.#named.set(nameOf(named), named);
    }
  }

  async check(client: pg.PoolClient, full: boolean, counts: Counts, report: Report): Promise<void> {
    await verifyFacts(client, this.#current, report);
    counts.facts += this.#current.size;
    if (!full) return;
    for (const [name, { key, version, stream, sequence }] of this.#named) {
      if (this.#set.has(name) || (await wasSetSince(client, { key, version }))) continue;
      const explanation = `decision ${sequence} was based on version ${version} of ${key}, which nobody set`;
      report({ problem: 'FACT_UNKNOWN', entry: 'decision', stream, position: sequence, explanation });
    }
  }
}

const nameOf = ({ key, version }: FactVersion): string => `${key}\n${version}`;

/** Set after its register was read, and named by a decision that was read later. */
async function wasSetSince(client: pg.PoolClient, { key, version }: FactVersion): Promise<boolean> {
  const { rows } = await client.query<{ set: boolean }>(
    `SELECT EXISTS (
       SELECT FROM ledger.fact f
       JOIN ledger.decision d ON d.stream_id = f.stream_id AND d.last_version = $2
       WHERE f.key = $1 AND pg_input_is_valid(d.effects, 'jsonb')
         AND d.effects::jsonb -> 'facts' @> jsonb_build_array(jsonb_build_object('key', $1::text))
     ) AS set`,
    [key, version],
  );
  return rows[0]!.set;
}
