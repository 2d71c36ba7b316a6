import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

it('every schema, table and function of ours belongs to a role that nobody logs in as', async () => {
  const { rows } = await open.superPool.query<{ schema: string; owners: string[]; powerful: boolean }>(`
    WITH schema AS (
      SELECT oid, nspname, nspowner FROM pg_namespace
      WHERE nspname !~ '^(pg_|information_schema$|public$)'
    ), owned AS (
      SELECT oid, nspowner AS owner FROM schema
      UNION SELECT relnamespace, relowner FROM pg_class
      UNION SELECT pronamespace, proowner FROM pg_proc
    )
    SELECT nspname AS schema, array_agg(DISTINCT rolname::text) AS owners,
      bool_or(rolcanlogin OR rolsuper OR rolcreaterole OR rolbypassrls) AS powerful
    FROM schema JOIN owned USING (oid) JOIN pg_roles role ON role.oid = owner
    GROUP BY nspname ORDER BY nspname
  `);
  const schemas = rows.map(({ schema }) => schema);
  expect(schemas).toEqual(
    expect.arrayContaining(['access', 'cache', 'ledger', 'projection', 'sandbox', 'sheet', 'vault']),
  );
  expect(rows).toEqual(
    schemas.map((schema) => ({ schema, owners: [`titian_${schema}_owner`], powerful: false })),
  );
});
