import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
  const messages = [{ id: 'm', target: 't', name: 'n' }];
  await open.ledger.recordRequest(requestOf({ commandId: 'one', messages }));
  await open.ledger.sequenceLeaves();
  await open.ledger.recordRequest(requestOf({ commandId: 'two', expectedVersion: 1 }));
});
afterAll(() => open.close());

const insufficientPrivilege = '42501';
const appendOnly = 'TL002';
const tables = [
  'stream event decision deadline message claim claim_place claim_total fact run pending_leaf leaf migration',
  'note pending_note pending_access verification',
].flatMap((names) => names.split(' '));

describe('the application', () => {
  it.each(tables)('may read ledger.%s and not write it', async (table) => {
    const attempt = (statement: string) => expect(open.pool.query(statement), statement).rejects;
    await open.pool.query(`SELECT * FROM ledger.${table} LIMIT 1`);
    await attempt(`INSERT INTO ledger.${table} DEFAULT VALUES`).toMatchObject({
      code: insufficientPrivilege,
    });
    await attempt(`DELETE FROM ledger.${table}`).toMatchObject({ code: insufficientPrivilege });
    await attempt(`TRUNCATE ledger.${table} CASCADE`).toMatchObject({ code: insufficientPrivilege });
    const { rows } = await open.pool.query(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = 'ledger' AND table_name = $1 LIMIT 1`,
      [table],
    );
    const column = rows[0].column_name;
    await attempt(`UPDATE ledger.${table} SET ${column} = DEFAULT`).toMatchObject({
      code: insufficientPrivilege,
    });
    await attempt(`ALTER TABLE ledger.${table} DISABLE TRIGGER ALL`).toMatchObject({
      code: insufficientPrivilege,
    });
    await attempt(`SELECT 1 FROM ledger.${table} FOR UPDATE`).toMatchObject({ code: insufficientPrivilege });
  });

  it('may call the doors and no other function of the schema', async () => {
    const { rows } = await open.pool.query<{
      name: string;
      allowed: boolean;
      definer: boolean;
      fixed: boolean;
    }>(`
      SELECT p.proname AS name, has_function_privilege(p.oid, 'EXECUTE') AS allowed, p.prosecdef AS definer,
        p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp'] AS fixed
      FROM pg_proc p WHERE p.pronamespace = 'ledger'::regnamespace ORDER BY p.proname
    `);
    const doors = rows.filter(({ allowed }) => allowed);
    expect(doors.map(({ name }) => name)).toEqual([
      'archive_run',
      'keep_build',
      'keep_rules',
      // The bulk door: the same rows through `record`, many streams in one transaction.
      'lock_many',
      'mark_delivered',
      'mark_run_lost',
      // Where all streams stood; the other notes are written by triggers.
      'note_heads',
      'note_verification',
      'record',
      'record_many',
      'sequence_leaves',
    ]);
    for (const door of doors) expect(door).toMatchObject({ definer: true, fixed: true });
    expect(rows.length).toBeGreaterThan(doors.length);
  });

  it('may make nothing in the schema, and may not become its owner', async () => {
    const refused = { code: insufficientPrivilege };
    await expect(open.pool.query('CREATE TABLE ledger.mine (a int)')).rejects.toMatchObject(refused);
    await expect(open.pool.query('SET ROLE titian_ledger_owner')).rejects.toMatchObject(refused);
    await expect(open.pool.query(`SET session_replication_role = 'replica'`)).rejects.toMatchObject(refused);
  });
});

describe.each([
  ['event', 'stream_id'],
  ['decision', 'stream_id'],
  ['leaf', 'stream_id'],
  ['note', 'kind'],
  ['verification', 'outcome'],
])('ledger.%s', (table, column) => {
  const statements = [
    `UPDATE ledger.${table} SET ${column} = ${column}`,
    `UPDATE ledger.${table} SET ${column} = ${column} WHERE false`,
    `DELETE FROM ledger.${table}`,
    `TRUNCATE ledger.${table} CASCADE`,
  ];
  it.each([
    ['its owner', 'SET LOCAL ROLE titian_ledger_owner'],
    ['the superuser', 'SELECT 1'],
    ['the superuser in a replica role', `SET LOCAL session_replication_role = 'replica'`],
  ])('is not changed by %s', async (_, become) => {
    for (const statement of statements) {
      const client = await open.superPool.connect();
      try {
        await client.query('BEGIN');
        await client.query(become);
        await expect(client.query(statement), statement).rejects.toMatchObject({ code: appendOnly });
      } finally {
        await client.query('ROLLBACK');
        client.release();
      }
    }
  });
});
