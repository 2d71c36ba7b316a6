import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts';
import { isStillRunning } from '../../src/runtime/process-identity.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
let told: string[];
let running: EmbeddedPostgres | undefined;

beforeEach(() => {
  folder = makeTestFolder();
  told = [];
});
afterEach(async () => {
  await running?.stop();
  removeTestFolder(folder);
});

/** A durable server on this test's folder, as the product starts it. */
async function start(): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({
    folder: join(folder, 'postgres'),
    tell: (line) => told.push(line),
  });
  return running;
}

async function ask(server: EmbeddedPostgres, statement: string): Promise<unknown[][]> {
  const client = new pg.Client({ connectionString: server.ownerUrl() });
  // The server is killed while this session is open.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

test('a restart finds the data again, at the same port and with the same passwords', async () => {
  const first = await start();
  await ask(first, 'CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 480 AS minutes');
  await first.stop();
  expect(isStillRunning(first.identity)).toBe(false);

  const second = await start();
  expect(second.port).toBe(first.port);
  expect(second.ownerUrl()).toBe(first.ownerUrl());
  expect(await ask(second, 'SELECT minutes FROM s.t')).toEqual([[480]]);
  expect(told).toEqual([]);
});

test('what was committed before a SIGKILL is there afterwards', async () => {
  const first = await start();
  await ask(first, 'CREATE SCHEMA s CREATE TABLE t (minutes integer)');
  await ask(first, 'INSERT INTO s.t VALUES (480)');
  await first.kill();

  const second = await start();
  expect(await ask(second, 'SELECT minutes FROM s.t')).toEqual([[480]]);
  expect(told).toEqual(['Postgres was not stopped properly last time: it recovers from its log']);
});

test('a server that a killed Titian left running is stopped, and its data are kept', async () => {
  const orphan = await start();
  await ask(orphan, 'CREATE SCHEMA s; CREATE TABLE s.t AS SELECT 480 AS minutes');

  const second = await start();
  expect(isStillRunning(orphan.identity)).toBe(false);
  expect(await ask(second, 'SELECT minutes FROM s.t')).toEqual([[480]]);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`process ${orphan.identity.pid}`);
});

test('a stale postmaster.pid that names an innocent process neither blocks the start nor harms it', async () => {
  const first = await start();
  await first.stop();
  const innocent = process.ppid;
  writeFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), `${innocent}\n`);

  const second = await start();
  expect(await ask(second, 'SELECT 1')).toEqual([[1]]);
  expect(() => process.kill(innocent, 0)).not.toThrow();
});

test('a port that was asked for and is taken is told in one line', async () => {
  const first = await start();
  const second = startEmbeddedPostgres({ folder: join(folder, 'another'), port: first.port });
  await expect(second).rejects.toThrow(`Port ${first.port} for Postgres is in use.`);
});
