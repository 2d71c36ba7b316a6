import { afterAll, beforeAll, expect, it } from 'vitest';
import { ledgerState } from '../../src/cli/commands/engine.ts';
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
