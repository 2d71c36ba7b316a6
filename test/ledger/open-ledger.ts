import type pg from 'pg';
import { createLedger, type Ledger } from '../../src/ledger/ledger.ts';
import { createPool, createReaderPool } from '../../src/ledger/pool.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

export interface OpenLedger {
  readonly database: TestDatabase;
  /** As the product connects. */
  readonly pool: pg.Pool;
  readonly ledger: Ledger;
  /** As someone who owns the server. */
  readonly superPool: pg.Pool;
  readonly ownerPool: pg.Pool;
  close(): Promise<void>;
}

/** A ledger of the test file's own. */
export async function openLedger({ connections = 10 } = {}): Promise<OpenLedger> {
  const database = await createTestDatabase();
  const pool = createPool(database.appUrl, { connections });
  const superPool = createReaderPool(database.superUrl);
  const ownerPool = createReaderPool(database.ownerUrl);
  return {
    database,
    pool,
    ledger: createLedger(pool, { buildId: 'test' }),
    superPool,
    ownerPool,
    async close() {
      await Promise.all([pool.end(), superPool.end(), ownerPool.end()]);
      await database.drop();
    },
  };
}
