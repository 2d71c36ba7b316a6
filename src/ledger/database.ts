import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import type { LedgerTables } from './tables.ts';

export type LedgerDatabase = Kysely<LedgerTables>;

/** Typed reading over a pool made by `createPool`, whose type parsers the tables' types rely on. */
export function ledgerDatabase(pool: pg.Pool): LedgerDatabase {
  return new Kysely<LedgerTables>({ dialect: new PostgresDialect({ pool }) });
}
