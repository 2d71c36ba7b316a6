/**
 * Register facts as of one leaf, and which of them an answer rested on. A list that read today's policies, calendars
 * and sites would change its answer about yesterday with the next entry in a register.
 */
import type { Pool } from 'pg';
import type { JsonValue } from '../domain/decider.ts';
import type { DecisionEffects } from '../ledger/decisions.ts';

/** A fact and the version of it that was looked at; version 0 where no register ever set it. */
export interface FactVersion {
  readonly key: string;
  readonly version: number;
}

export interface FactsAtLeaf {
  /**
   * The last value set at or below the leaf; the first one ever where it was set only later, as a policy is that
   * came with a newer release than the record it is asked about. Undefined where no register ever set it.
   */
  value(key: string): JsonValue | undefined;
  /** What was asked for so far, by key. */
  used(): FactVersion[];
}

interface Setting {
  readonly version: number;
  readonly value: JsonValue;
}

/** @param prefixes beginnings of keys, for example `calendar/`: all facts under them are read as well. */
export async function factsAtLeaf(
  pool: Pool,
  leaf: number,
  { keys = [], prefixes = [] }: { readonly keys?: readonly string[]; readonly prefixes?: readonly string[] },
): Promise<FactsAtLeaf> {
  const { rows } = await pool.query<{ key: string; effects: string; version: number; below: boolean }>(
    `SELECT f.key, d.effects, d.last_version AS version, coalesce(l.leaf_index <= $3, false) AS below
       FROM ledger.fact f JOIN ledger.decision d ON d.stream_id = f.stream_id
       LEFT JOIN ledger.leaf l ON l.stream_id = d.stream_id AND l.entry = 'decision' AND l.position = d.sequence
      WHERE (f.key = ANY ($1::text[]) OR f.key LIKE ANY ($2::text[]))
        AND d.outcome = 'accepted' AND d.effects <> '{}'
      ORDER BY f.key COLLATE "C", d.sequence`,
    [keys, prefixes.map((prefix) => `${prefix}%`), leaf],
  );
  const settings = new Map<string, Setting>();
  for (const { key, effects, version, below } of rows) {
    if (!below && settings.has(key)) continue;
    const set = ((JSON.parse(effects) as DecisionEffects).facts ?? []).findLast((fact) => fact.key === key);
    if (set !== undefined) settings.set(key, { version, value: set.value });
  }
  const used = new Map<string, number>();
  return {
    value(key) {
      const setting = settings.get(key);
      used.set(key, setting?.version ?? 0);
      return setting?.value;
    },
    used: () =>
      [...used].map(([key, version]) => ({ key, version })).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}
