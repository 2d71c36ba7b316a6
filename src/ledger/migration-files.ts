import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from './package-root.ts';

export interface MigrationFile {
  /** `0001_streams.sql`: names sort in the order of application. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file's bytes, hex. */
  readonly sha256: string;
}

/** One ordered folder for all rooms: ledger from 0001, vault 0100, projections 0200, access 0300. */
export function migrationsFolder(): string {
  return join(findPackageRoot(), 'src', 'ledger', 'migrations');
}

export function readMigrations(folder: string = migrationsFolder()): MigrationFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      if (!/^\d{4}_[a-z0-9_]+\.sql$/.test(name))
        throw new Error(`migration ${name} is not named NNNN_words.sql`);
      const bytes = readFileSync(join(folder, name));
      return { name, sql: bytes.toString('utf8'), sha256: createHash('sha256').update(bytes).digest('hex') };
    });
}
