import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type EmbeddedPostgres, OWNER_LOGIN } from '../../src/runtime/embedded-postgres.ts';

const MIGRATIONS = fileURLToPath(new URL('../../src/ledger/migrations/', import.meta.url));

/** Makes the database that every test file's own is cloned from. */
export async function prepareTemplate(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.superUrl('postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER_LOGIN}`);
  } finally {
    await admin.end();
  }
  await migrateTemplate(postgres.ownerUrl(name));
}

async function migrateTemplate(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const file of existsSync(MIGRATIONS) ? readdirSync(MIGRATIONS).sort() : []) {
      if (file.endsWith('.sql')) await client.query(readFileSync(`${MIGRATIONS}${file}`, 'utf8'));
    }
  } finally {
    await client.end();
  }
}
