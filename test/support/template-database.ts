import pg from 'pg';
import { migrate } from '../../src/ledger/migrate.ts';
import { type EmbeddedPostgres, OWNER_LOGIN } from '../../src/runtime/embedded-postgres.ts';

/** Makes the database that every test file's own is cloned from. */
export async function prepareTemplate(postgres: EmbeddedPostgres, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: postgres.superUrl('postgres') });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} OWNER ${OWNER_LOGIN}`);
  } finally {
    await admin.end();
  }
  await migrate(postgres.ownerUrl(name));
}

/** A database from the template, for what runs beside the tests. */
export async function cloneTemplate(
  server: { readonly superUrl: string; readonly ownerUrl: string; readonly template: string },
  name: string,
): Promise<void> {
  const admin = new pg.Client({ connectionString: `${server.superUrl}postgres` });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${server.template} OWNER ${OWNER_LOGIN}`);
  } finally {
    await admin.end();
  }
}
