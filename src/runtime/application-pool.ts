/**
 * The running product's connections. Whatever login DATABASE_URL names, they act as the application's role: that
 * role can neither change nor delete what was recorded, and a slip of ours or an injected statement cannot either.
 */
import type pg from 'pg';
import { createPool, type PoolOptions } from '../ledger/pool.ts';
import { APPLICATION_ROLE } from '../ledger/roles.ts';
import type { DatabaseAddresses } from './assembly.ts';
import { StartupProblem } from './startup-problem.ts';

export type ApplicationAddress = Pick<DatabaseAddresses, 'appUrl' | 'role'>;

/** A login of another name acts as the application's role, so that it may do no more than that. */
export function roleFor(appUrl: string): { role?: string } {
  return new URL(appUrl).username === APPLICATION_ROLE ? {} : { role: APPLICATION_ROLE };
}

/** Options of createPool for an address. */
export const actingAs = ({ role }: ApplicationAddress): Pick<PoolOptions, 'role'> =>
  role === undefined ? {} : { role };

/**
 * A pool whose sessions may not write the ledger's tables.
 *
 * @throws StartupProblem where they could, or may not act as the application's role at all.
 */
export async function openApplicationPool(
  address: ApplicationAddress,
  options: Omit<PoolOptions, 'role'> = {},
): Promise<pg.Pool> {
  const pool = createPool(address.appUrl, { ...options, ...actingAs(address) });
  try {
    await refuseTooMuchPower(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw explained(address.appUrl, error);
  }
}

/** @throws StartupProblem where the pool's sessions are a superuser's or may write a table of the ledger. */
export async function refuseTooMuchPower(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; superuser: boolean; writable: string | null }>(`
    SELECT rolname AS name, rolsuper AS superuser,
      (SELECT min(relname::text) FROM pg_class
       WHERE relnamespace = to_regnamespace('ledger') AND relkind IN ('r', 'p')
         AND (has_table_privilege(oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
           OR has_any_column_privilege(oid, 'INSERT, UPDATE'))) AS writable
    FROM pg_roles WHERE rolname = current_user
  `);
  const { name, superuser, writable } = rows[0]!;
  const remedy = `Set DATABASE_URL to a login that is a member of ${APPLICATION_ROLE} and of nothing else of Titian's.`;
  if (superuser) throw new StartupProblem(`Titian would run as the database's superuser ${name}.`, remedy);
  if (writable !== null) {
    const cause = `The database's role ${name} may write ledger.${writable} past ledger.record.`;
    throw new StartupProblem(cause, `Revoke that from it. ${remedy}`);
  }
}

const MAY_NOT_SET_ROLE = '42501';
const NO_SUCH_ROLE = '22023';

function explained(appUrl: string, error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if ((code !== MAY_NOT_SET_ROLE && code !== NO_SUCH_ROLE) || !message.includes(APPLICATION_ROLE))
    return error;
  const { username, host } = new URL(appUrl);
  return new StartupProblem(
    `The login ${decodeURIComponent(username)} may not act as ${APPLICATION_ROLE} at ${host}.`,
    'Run the migration with the same DATABASE_URL (TITIAN_PARTS=migrate): it grants the role.',
  );
}
