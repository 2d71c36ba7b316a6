import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerState, sealState } from '../../src/cli/commands/engine.ts';
import { createWorlds } from '../../src/sandbox/worlds.ts';
import { type OpenLedger, openLedger } from '../ledger/open-ledger.ts';
import { requestOf } from '../ledger/requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

it('tells overdue deadlines of sandbox worlds by their own clocks', async () => {
  const worlds = createWorlds(open.pool);
  await worlds.create('lesson', '2040-01-01T00:00:00.000Z');
  const armed = [{ kind: 'window-end', subject: 'c1', at: '2040-02-01T00:00:00.000Z' }];
  await open.ledger.recordRequest(requestOf({ commandId: 'one', world: 'lesson', armed }));
  expect(await ledgerState(open.pool)).toMatch(
    /^0 overdue deadlines, 0 sandbox entities .*, 0 messages under way, 0 ended runs/,
  );
  await worlds.moveTo('lesson', '2040-03-01T00:00:00.000Z');
  await expect(ledgerState(open.pool)).rejects.toThrow(/1 sandbox entities .* is a worker running\?/);
});

it('tells of leaves that nobody seals', async () => {
  await open.ledger.recordRequest(requestOf({ commandId: 'two', stream: 'permit/sealed', kind: 'permit' }));
  while ((await open.ledger.sequenceLeaves()) > 0);
  expect(await sealState(open.pool)).toMatch(/^nothing was ever sealed, \d+ leaves$/);
  const root = Buffer.alloc(32);
  const sealed = (size: number) =>
    open.pool.query('SELECT seal.put_checkpoint($1, $2, $3)', [
      size,
      root,
      `log\n${size}\n${root.toString('base64')}\n`,
    ]);
  await sealed(1);
  // The next leaf was written this very moment.
  expect(await sealState(open.pool)).toMatch(/^sealed to 1 of \d+ leaves at 2/);
  await open.superPool.query(`
    BEGIN;
    ALTER TABLE ledger.event DISABLE TRIGGER append_only;
    ALTER TABLE ledger.decision DISABLE TRIGGER append_only;
    UPDATE ledger.event SET committed_at = committed_at - interval '1 hour';
    UPDATE ledger.decision SET committed_at = committed_at - interval '1 hour';
    COMMIT`);
  await expect(sealState(open.pool)).rejects.toThrow(/the next waits since .*: is there an alarm "seal"/);
});
