import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** What the global setup tells the test files of the run's one Postgres server. */
export interface TestPostgres {
  /** Addresses end where the database's name follows. */
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** A migrated database, nobody connected to it, from which each file's own is cloned. */
  readonly template: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: TestPostgres | null;
  }
}

/** A database of a test file's own, migrated and empty. */
export interface TestDatabase {
  readonly name: string;
  /** As the cluster's superuser: to look behind the curtain, never to stand in for the product. */
  readonly superUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Ends every session on it and removes it. */
  drop(): Promise<void>;
}

/**
 * Clones the migrated template on the run's real Postgres server. Call it once per test file (`beforeAll`).
 * The server is shared and not durable (fsync off): a test that crashes Postgres starts its own with
 * `startEmbeddedPostgres`.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgres');
  if (server === null) {
    throw new Error('no Postgres in this run: only files of kind db, temporal, api, crash, browser get one');
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const owner = new URL(server.ownerUrl).username;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER ${owner}`);
  return {
    name,
    superUrl: server.superUrl + name,
    ownerUrl: server.ownerUrl + name,
    appUrl: server.appUrl + name,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(server: TestPostgres, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${server.superUrl}postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
