import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccessEntry, type AccessLog, createAccessLog } from '../../src/access/access-log.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let app: pg.Pool;
let superuser: pg.Pool;
let log: AccessLog;

beforeAll(async () => {
  database = await createTestDatabase();
  app = createPool(database.appUrl);
  superuser = createPool(database.superUrl);
  log = createAccessLog(app);
});
afterAll(async () => {
  await Promise.all([app.end(), superuser.end()]);
  await database.drop();
});

const read: AccessEntry = {
  actor: { id: 'auditor-1', role: 'AUDITOR', office: 'inspektorat' },
  world: 'live',
  action: 'read-journey',
  subject: 'person-1',
  outcome: 'allowed',
};

describe('the access log', () => {
  it('keeps who read what, when, and what was denied, newest first', async () => {
    const first = await log.record(read);
    const denied: AccessEntry = {
      ...read,
      actor: { id: 'site-1', role: 'SITE_SUPERVISOR', office: 'dinkes-medan' },
      action: 'read-events',
      outcome: 'denied',
      reason: 'NOT_PERMITTED',
    };
    const second = await log.record(denied);
    expect(second).toMatchObject({ action: 'read-events', subject: 'person-1', outcome: 'denied' });
    const kept = await log.list({ subject: 'person-1' });
    expect(kept).toEqual([
      { ...denied, logId: second.logId, at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) },
      { ...read, logId: first.logId, at: expect.any(String) },
    ]);
    expect(await log.list({ actorId: 'site-1' })).toHaveLength(1);
  });

  it('is read in pages', async () => {
    for (let page = 0; page < 5; page += 1) await log.record({ ...read, subject: 'person-2' });
    const newest = await log.list({ subject: 'person-2', limit: 2 });
    const older = await log.list({ subject: 'person-2', limit: 10, before: newest[1]!.logId });
    expect([newest.length, older.length]).toEqual([2, 3]);
    expect(new Set([...newest, ...older].map(({ logId }) => logId)).size).toBe(5);
  });

  it('takes no NIK for a subject, and no denial without its reason', async () => {
    const nik = '1271014703960001';
    await expect(log.record({ ...read, action: 'find-by-nik', subject: nik })).rejects.toThrow(
      'log_subject_check',
    );
    await expect(log.record({ ...read, outcome: 'denied' })).rejects.toThrow('log_check');
  });

  it.each([
    [
      `INSERT INTO access.log (world, actor_id, role, office, action, subject, outcome)
      VALUES ('live', 'x', 'AUDITOR', 'x', 'read-journey', 'x', 'allowed')`,
    ],
    [`UPDATE access.log SET actor_id = 'somebody-else'`],
    ['DELETE FROM access.log'],
    ['TRUNCATE access.log'],
    ['SET ROLE titian_access_owner'],
  ])('is changed by the application through its function only: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow('permission denied');
  });

  it.each([
    [`UPDATE access.log SET actor_id = 'somebody-else'`],
    ['DELETE FROM access.log'],
    ['TRUNCATE access.log'],
  ])('is not changed by the superuser either: %s', async (statement) => {
    await log.record(read);
    await expect(superuser.query(statement)).rejects.toThrow('append-only');
  });
});
