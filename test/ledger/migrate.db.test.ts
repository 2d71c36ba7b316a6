import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { MigrationMismatch, migrate } from '../../src/ledger/migrate.ts';
import { migrationsFolder, readMigrations } from '../../src/ledger/migration-files.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let folder: string;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'titian-migrations-'));
  cpSync(migrationsFolder(), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = () => migrate(database.ownerUrl, { folder });
const exists = async (table: string) =>
  (await client.query('SELECT to_regclass($1) IS NOT NULL AS there', [table])).rows[0].there as boolean;

it('a migrated database is left as it is', async () => {
  const before = await client.query('SELECT * FROM ledger.migration ORDER BY name');
  expect(await run()).toEqual({ applied: [], alreadyApplied: readMigrations().length });
  expect((await client.query('SELECT * FROM ledger.migration ORDER BY name')).rows).toEqual(before.rows);
});

it('a new file is applied once, also by several that start together', async () => {
  writeFileSync(join(folder, '9001_new.sql'), 'CREATE TABLE public.made_once (a int);');
  const results = await Promise.all([run(), run(), run()]);
  expect(results.flatMap(({ applied }) => applied)).toEqual(['9001_new.sql']);
  expect(await exists('public.made_once')).toBe(true);
  await client.query(`DELETE FROM ledger.migration WHERE name = '9001_new.sql'`);
});

it('a file that fails leaves nothing of itself', async () => {
  writeFileSync(join(folder, '9002_half.sql'), 'CREATE TABLE public.half (a int); SELECT nonsense;');
  await expect(run()).rejects.toThrow(/migration 9002_half\.sql failed: .*nonsense/);
  expect(await exists('public.half')).toBe(false);
});

it('a file that was changed after it was applied stops everything', async () => {
  writeFileSync(join(folder, '0001_streams.sql'), '-- emptied');
  writeFileSync(join(folder, '9003_next.sql'), 'CREATE TABLE public.next (a int);');
  await expect(run()).rejects.toThrow(MigrationMismatch);
  await expect(run()).rejects.toThrow(/0001_streams\.sql was changed/);
  expect(await exists('public.next')).toBe(false);
});

it('a database newer than the build is not touched', async () => {
  rmSync(join(folder, '0011_grants.sql'));
  await expect(run()).rejects.toThrow(/0011_grants\.sql, which this build lacks/);
});

it('a file that is not named like the others is refused', async () => {
  writeFileSync(join(folder, 'extra.sql'), 'SELECT 1');
  await expect(run()).rejects.toThrow(/extra\.sql is not named/);
});

it('a login that may not make roles is told what it lacks', async () => {
  const url = new URL(database.superUrl);
  await client.query(`CREATE ROLE titian_powerless LOGIN PASSWORD 'powerless'`);
  url.username = 'titian_powerless';
  url.password = 'powerless';
  try {
    await expect(migrate(url.href, { folder })).rejects.toThrow(/CREATEROLE/);
  } finally {
    await client.query('DROP ROLE titian_powerless');
  }
});

it('a login of another name acts as the application where it was told so', async () => {
  await client.query(`CREATE ROLE titian_visitor LOGIN PASSWORD 'visitor'`);
  const url = new URL(database.superUrl);
  url.username = 'titian_visitor';
  url.password = 'visitor';
  try {
    await migrate(database.superUrl, { folder, appLogin: 'titian_visitor' });
    const pool = createPool(url.href, { role: 'titian_app' });
    const { rows } = await pool.query('SELECT current_user, count(*) FROM ledger.event');
    await pool.end();
    expect(rows).toEqual([{ current_user: 'titian_app', count: 0 }]);
  } finally {
    await client.query('DROP ROLE titian_visitor');
  }
});
