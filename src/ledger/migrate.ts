/**
 * Brings a database to this build's schema: plain SQL files, each applied once, in one transaction, under a
 * lock. An applied file that was changed since stops everything, because the database no longer is what the
 * files say.
 */
import pg from 'pg';
import { type MigrationFile, migrationsFolder, readMigrations } from './migration-files.ts';
import { ensureRoles, type RoleOptions } from './roles.ts';

export interface MigrateOptions extends RoleOptions {
  readonly folder?: string;
  /** Told the name of each file as it is applied. */
  readonly onApplied?: (name: string) => void;
}

export interface MigrateResult {
  readonly applied: readonly string[];
  readonly alreadyApplied: number;
}

/** The files and the database do not belong together; the message names the file and the remedy. */
export class MigrationMismatch extends Error {
  override readonly name = 'MigrationMismatch';
}

/**
 * @param ownerUrl a login that owns the database and may create roles (superuser, or CREATEROLE).
 * @throws MigrationMismatch if an applied file was changed, or is unknown to this build.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<MigrateResult> {
  const files = readMigrations(options.folder ?? migrationsFolder());
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'titian migrate' });
  await client.connect();
  try {
    // Held by the session: it ends with the connection, however this process ends.
    await client.query(`SELECT pg_advisory_lock(hashtextextended('titian/migrate', 0))`);
    await refuseOtherEncodings(client);
    await ensureRoles(client, options);
    await ensureMigrationTable(client);
    const applied = await readApplied(client);
    checkApplied(files, applied);
    const pending = files.filter(({ name }) => !applied.has(name));
    for (const file of pending) {
      await apply(client, file);
      options.onApplied?.(file.name);
    }
    return { applied: pending.map(({ name }) => name), alreadyApplied: applied.size };
  } finally {
    await client.end();
  }
}

/** Hashes are taken over UTF-8 bytes. */
async function refuseOtherEncodings(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  const encoding = rows[0]?.server_encoding;
  if (encoding !== 'UTF8')
    throw new MigrationMismatch(`the database is encoded in ${encoding}; create it in UTF8`);
}

async function ensureMigrationTable(client: pg.Client): Promise<void> {
  await client.query(`
    BEGIN;
    CREATE SCHEMA IF NOT EXISTS ledger AUTHORIZATION titian_ledger_owner;
    SET LOCAL ROLE titian_ledger_owner;
    CREATE TABLE IF NOT EXISTS ledger.migration (
      name text COLLATE "C" PRIMARY KEY,
      sha256 text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    COMMIT;
  `);
}

async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'SELECT name, sha256 FROM ledger.migration ORDER BY name',
  );
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]));
}

function checkApplied(files: readonly MigrationFile[], applied: ReadonlyMap<string, string>): void {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const [name, sha256] of applied) {
    const file = known.get(name);
    if (file === undefined) {
      throw new MigrationMismatch(
        `the database has migration ${name}, which this build lacks: run a newer build`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new MigrationMismatch(
        `migration ${name} was changed after it was applied: restore the file, and put the change into a new one`,
      );
    }
  }
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(file.sql);
    await client.query('RESET ROLE');
    await client.query('SET LOCAL ROLE titian_ledger_owner');
    await client.query('INSERT INTO ledger.migration (name, sha256) VALUES ($1, $2)', [
      file.name,
      file.sha256,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
