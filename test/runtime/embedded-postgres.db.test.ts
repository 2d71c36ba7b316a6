import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

test('each of the three logins reaches the database under its own name', async () => {
  const names = await Promise.all(
    [database.superUrl, database.ownerUrl, database.appUrl].map((url) =>
      ask(url, 'SELECT current_user AS me'),
    ),
  );
  expect(names.flat().map((row) => row.me)).toEqual(['titian_super', 'titian_owner', 'titian_app']);
});

test('the application may make neither roles nor databases, and the owner only roles', async () => {
  const rows = await ask(
    database.superUrl,
    `SELECT rolname, rolsuper OR rolcreatedb AS databases, rolcreaterole AS roles FROM pg_roles
     WHERE rolname IN ('titian_owner', 'titian_app') ORDER BY rolname`,
  );
  expect(rows).toEqual([
    { rolname: 'titian_app', databases: false, roles: false },
    { rolname: 'titian_owner', databases: false, roles: true },
  ]);
});

test('text sorts by code point whatever the locale of the machine', async () => {
  const rows = await ask(
    database.appUrl,
    `SELECT t FROM (VALUES ('b'), ('B'), ('ä'), ('a')) v(t) ORDER BY t`,
  );
  expect(rows.map((row) => row.t)).toEqual(['B', 'a', 'b', 'ä']);
});
