import type pg from 'pg';
import { expect } from 'vitest';

const GUARDED = ['event', 'decision', 'leaf', 'build', 'note'];

/** As someone does who owns the server: switches the guards off, changes, switches them on again. */
export async function tamperWith(superPool: pg.Pool, ...statements: string[]): Promise<void> {
  const client = await superPool.connect();
  try {
    await client.query('BEGIN');
    for (const table of GUARDED)
      await client.query(`ALTER TABLE ledger.${table} DISABLE TRIGGER append_only`);
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    for (const statement of statements) {
      const { command, rowCount } = await client.query(statement);
      // A change of no row would prove nothing; ALTER counts none.
      if (command !== 'ALTER') expect(rowCount, statement).toBeGreaterThan(0);
    }
    for (const table of GUARDED)
      await client.query(`ALTER TABLE ledger.${table} ENABLE ALWAYS TRIGGER append_only`);
    await client.query('COMMIT');
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
