import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool } from '../../src/ledger/pool.ts';
import { openApplicationPool, refuseTooMuchPower, roleFor } from '../../src/runtime/application-pool.ts';
import { StartupProblem } from '../../src/runtime/startup-problem.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

const insufficientPrivilege = '42501';
const LOGIN = `titian_stranger_${randomBytes(4).toString('hex')}`;

let database: TestDatabase;
let superuser: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = createPool(database.superUrl);
  await superuser.query(`CREATE ROLE ${LOGIN} LOGIN PASSWORD 'stranger'`);
});
afterAll(async () => {
  await superuser.query(`DROP ROLE ${LOGIN}`);
  await superuser.end();
  await database.drop();
});

const addressOf = (appUrl: string) => ({ appUrl, ...roleFor(appUrl) });

it.each(['superUrl', 'appUrl'] as const)('acts as the application with the %s', async (login) => {
  const pool = await openApplicationPool(addressOf(database[login]));
  try {
    const { rows } = await pool.query('SELECT current_user');
    expect(rows).toEqual([{ current_user: 'titian_app' }]);
    await expect(pool.query(`UPDATE ledger.event SET body = '{}'`)).rejects.toMatchObject({
      code: insufficientPrivilege,
    });
  } finally {
    await pool.end();
  }
});

it('does not start as a superuser', async () => {
  await expect(openApplicationPool({ appUrl: database.superUrl })).rejects.toThrow(
    /superuser .* DATABASE_URL/,
  );
});

it('does not start where the session may write a table of the ledger', async () => {
  const owner = createPool(database.ownerUrl, { role: 'titian_ledger_owner' });
  await expect(refuseTooMuchPower(owner)).rejects.toThrow(StartupProblem);
  await owner.end();

  await superuser.query('GRANT UPDATE (body) ON ledger.event TO titian_app');
  await expect(openApplicationPool(addressOf(database.appUrl))).rejects.toThrow(
    /titian_app may write ledger\.event .* Revoke/,
  );
  await superuser.query('REVOKE UPDATE (body) ON ledger.event FROM titian_app');
});

it('says what to do for a login that may not act as the application', async () => {
  const url = new URL(database.superUrl);
  url.username = LOGIN;
  url.password = 'stranger';
  const attempt = openApplicationPool(addressOf(url.href));
  await expect(attempt).rejects.toThrow(StartupProblem);
  await expect(attempt).rejects.toThrow(
    new RegExp(`${LOGIN} may not act as titian_app .*TITIAN_PARTS=migrate`),
  );
});
