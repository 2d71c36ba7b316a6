import { sql } from 'kysely';
import type { Fact, JsonValue } from '../domain/decider.ts';
import type { LedgerDatabase } from './database.ts';

/** Facts by key, one for each key asked for: what no register knows comes with version 0 and value null. */
export async function readFacts(database: LedgerDatabase, keys: readonly string[]): Promise<Fact[]> {
  if (keys.length === 0) return [];
  const rows = await database
    .selectFrom('ledger.fact')
    .select(['key', 'version', 'value'])
    .where('key', 'in', keys)
    .execute();
  const known = new Map(rows.map((row) => [row.key, row as Fact]));
  return keys.map((key) => known.get(key) ?? { key, version: 0, value: null });
}

/** All facts whose key begins with `prefix`, for example `site/`, in key order. */
export async function readFactsUnder(database: LedgerDatabase, prefix: string): Promise<Fact[]> {
  const rows = await database
    .selectFrom('ledger.fact')
    .select(['key', 'version', 'value'])
    .where(sql<boolean>`starts_with(key, ${prefix})`)
    .orderBy('key')
    .execute();
  return rows.map(({ key, version, value }) => ({ key, version, value: value as JsonValue }));
}
