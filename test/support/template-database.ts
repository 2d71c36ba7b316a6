import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type EmbeddedPostgres, OWNER_LOGIN } from '../../src/runtime/embedded-postgres.ts';

const MIGRATE = fileURLToPath(new URL('../../src/ledger/migrate.ts', import.meta.url));

/** Makes the database that every test file's own is cloned from. */
export async function prepareTemplate(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.superUrl('postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER_LOGIN}`);
  } finally {
    await admin.end();
  }
  if (!existsSync(MIGRATE)) return;
  const { migrate } = (await import(MIGRATE)) as { migrate(ownerUrl: string): Promise<unknown> };
  await migrate(postgres.ownerUrl(name));
}
