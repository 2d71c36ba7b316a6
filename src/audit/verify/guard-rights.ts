/** Who owns the record's schemas and who may write past their doors, held against what the migrations granted. */
import type pg from 'pg';
import { APPLICATION_ROLE } from '../../ledger/roles.ts';
import type { Tell } from './guards.ts';
import { GUARDED_SCHEMAS, type Made } from './made-by-migrations.ts';

export async function checkRights(client: pg.PoolClient, made: Made, tell: Tell): Promise<void> {
  await checkOwners(client, made, tell);
  await checkRoles(client, made, tell);
  await checkGrants(client, made, tell);
}

async function checkOwners(client: pg.PoolClient, { owners }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string; owner: string }>(
    `SELECT n.nspname AS schema, o.name, pg_get_userbyid(o.owner) AS owner
     FROM pg_namespace n JOIN (
       SELECT oid AS schema, 'the schema ' || nspname AS name, nspowner AS owner FROM pg_namespace
       UNION ALL
       SELECT relnamespace, relnamespace::regnamespace || '.' || relname, relowner FROM pg_class
         WHERE relkind IN ('r', 'v', 'm', 'p', 'f', 'S')
       UNION ALL
       SELECT pronamespace, 'the function ' || pronamespace::regnamespace || '.' || proname, proowner FROM pg_proc
     ) o ON o.schema = n.oid
     WHERE n.nspname = ANY ($1::text[]) ORDER BY 2`,
    [GUARDED_SCHEMAS],
  );
  for (const { schema, name, owner } of rows) {
    const wanted = owners.get(schema);
    if (owner !== wanted) tell(`${name} belongs to ${owner}, not to ${wanted}`);
  }
}

/** Nobody logs in as an owner; the application is none of them, and above none of them. */
async function checkRoles(client: pg.PoolClient, { owners }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ name: string; logs_in: boolean; powerful: boolean; app_is: boolean }>(
    `SELECT r.rolname AS name, r.rolcanlogin AS logs_in,
       r.rolsuper OR r.rolbypassrls OR r.rolcreaterole OR r.rolreplication AS powerful,
       pg_has_role(app.oid, r.oid, 'MEMBER') AND NOT app.rolsuper AS app_is
     FROM pg_roles r JOIN pg_roles app ON app.rolname = $1
     WHERE r.rolname = ANY ($2::text[]) OR r.oid = app.oid ORDER BY 1`,
    [APPLICATION_ROLE, [...owners.values()]],
  );
  for (const { name, logs_in: logsIn, powerful, app_is: appIs } of rows) {
    if (powerful) tell(`the role ${name} has power over the whole server`);
    if (name === APPLICATION_ROLE) continue;
    if (logsIn) tell(`the role ${name} may log in, and nobody should as an owner`);
    if (appIs) tell(`the role ${APPLICATION_ROLE} may act as the owner ${name}`);
  }
}

/** Whatever changes rows, makes triggers, or calls a function; who may read is no matter of the record's. */
async function checkGrants(client: pg.PoolClient, { rights }: Made, tell: Tell): Promise<void> {
  const { rows } = await client.query<{ held: string }>(
    `SELECT format('%s on %s to %s', g.held, g.name,
       CASE g.grantee WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(g.grantee) END) AS held
     FROM (
       SELECT c.relnamespace AS schema, c.relnamespace::regnamespace || '.' || c.relname AS name, c.relowner AS owner,
         a.grantee, a.privilege_type AS held
       FROM pg_class c, aclexplode(c.relacl) a WHERE c.relkind IN ('r', 'v', 'm', 'p', 'f')
       UNION ALL
       SELECT c.relnamespace, c.relnamespace::regnamespace || '.' || c.relname, c.relowner,
         a.grantee, format('%s (%s)', a.privilege_type, t.attname)
       FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid, aclexplode(t.attacl) a
       UNION ALL
       SELECT p.pronamespace, p.pronamespace::regnamespace || '.' || p.proname, p.proowner, a.grantee, a.privilege_type
       FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       UNION ALL
       SELECT n.oid, 'the schema ' || n.nspname, n.nspowner, a.grantee, a.privilege_type
       FROM pg_namespace n, aclexplode(n.nspacl) a
     ) g JOIN pg_namespace n ON n.oid = g.schema
     WHERE n.nspname = ANY ($1::text[]) AND g.grantee <> g.owner
       AND g.held ~ '^(INSERT|UPDATE|DELETE|TRUNCATE|TRIGGER|EXECUTE|CREATE)' ORDER BY 1`,
    [GUARDED_SCHEMAS],
  );
  for (const { held } of rows) if (!rights.has(held)) tell(`${held} was granted by no migration`);
}
