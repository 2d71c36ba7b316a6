/** Roles belong to the whole server, not to one database: made here, and not in a migration. */
import type pg from 'pg';

/** Owns the schema `ledger` and everything in it. Nobody logs in as it. */
export const LEDGER_OWNER = 'titian_ledger_owner';
/** What the running product may be: reads, and the functions that 0011_grants.sql names. */
export const APPLICATION_ROLE = 'titian_app';

export interface RoleOptions {
  /** Lets `titian_app` log in with this password. Without it, the role's login is left as it is. */
  readonly appPassword?: string;
  /** A login that is to act as `titian_app`, where an operator names logins otherwise. */
  readonly appLogin?: string;
}

/** Databases of one server may be migrated at the same time; their sessions then touch the same role rows. */
const ATTEMPTS = 5;
const PAUSE_MS = 50;

export async function ensureRoles(client: pg.Client, options: RoleOptions): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await makeRoles(client, options);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS || !isCollision(error)) throw explained(error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * attempt));
    }
  }
}

async function makeRoles(client: pg.Client, options: RoleOptions): Promise<void> {
  if (!(await roleExists(client, LEDGER_OWNER))) await client.query(`CREATE ROLE ${LEDGER_OWNER} NOLOGIN`);
  if (!(await roleExists(client, APPLICATION_ROLE)))
    await client.query(`CREATE ROLE ${APPLICATION_ROLE} NOLOGIN`);
  if (!(await isMember(client, LEDGER_OWNER))) await client.query(`GRANT ${LEDGER_OWNER} TO CURRENT_USER`);
  if (options.appPassword !== undefined) {
    const password = client.escapeLiteral(options.appPassword);
    await client.query(`ALTER ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${password}`);
  }
  if (options.appLogin !== undefined && options.appLogin !== APPLICATION_ROLE) {
    await client.query(`GRANT ${APPLICATION_ROLE} TO ${client.escapeIdentifier(options.appLogin)}`);
  }
}

async function roleExists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [name]);
  return rowCount === 1;
}

async function isMember(client: pg.Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ member: boolean }>(
    `SELECT pg_has_role(current_user, $1, 'SET') AS member`,
    [role],
  );
  return rows[0]?.member === true;
}

function isCollision(error: unknown): boolean {
  const { code, message } = error as { code?: string; message: string };
  const duplicateObject = '42710';
  const uniqueViolation = '23505';
  return (
    code === duplicateObject || code === uniqueViolation || message.includes('tuple concurrently updated')
  );
}

function explained(error: unknown): unknown {
  const insufficientPrivilege = '42501';
  if ((error as { code?: string }).code !== insufficientPrivilege) return error;
  return new Error(
    `this login may not make the roles ${LEDGER_OWNER} and ${APPLICATION_ROLE}: ` +
      'migrate with a login that has CREATEROLE, or have both roles made and the first granted to it',
    { cause: error },
  );
}
