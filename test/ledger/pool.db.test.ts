/** A broken connection is an error of whoever uses it, never the end of the process. */
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '../../src/ledger/pool.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

it('is told when it breaks between two statements of a transaction', async () => {
  const broken: Error[] = [];
  const pool = createPool(database.appUrl, { onIdleError: (error) => broken.push(error) });
  const client = await pool.connect();
  const administrator = new pg.Client({ connectionString: database.superUrl });
  await administrator.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await administrator.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
    await expect.poll(() => broken.length).toBeGreaterThan(0);
    await expect(client.query('SELECT 1')).rejects.toThrow();
  } finally {
    client.release(true);
    await administrator.end();
  }
  const { rows } = await pool.query<{ one: number }>('SELECT 1 AS one');
  expect(rows).toEqual([{ one: 1 }]);
  await pool.end();
});
