/** Leaves of accesses and notes stand between those of streams, and no list stumbles over them. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { verifyLedger } from '../../src/ledger/verify.ts';
import { createCaseListProjector } from '../../src/projections/case-list-projector.ts';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

const sequence = async () => {
  while ((await open.ledger.sequenceLeaves()) > 0);
};

async function look(times: number): Promise<void> {
  const log = createAccessLog(open.pool);
  for (let time = 1; time <= times; time += 1) {
    await log.record({
      ...{ actor: { id: 'a', role: 'AUDITOR', office: 'o' }, world: 'live', action: 'read-journey' },
      ...{ subject: `p-${time}`, outcome: 'allowed' },
    });
  }
}

it('reading goes on past a page of them, and the last leaf is that of a stream', async () => {
  expect(await open.ledger.lastLeaf()).toBe(-1);
  await open.ledger.recordRequest(
    requestOf({ kind: 'site', stream: 'site/a', commandId: 'one', events: [{ type: 'One' }] }),
  );
  await sequence();
  await look(5);
  await open.ledger.keepBuild('build-1', Buffer.from('bundle'));
  await sequence();
  await open.ledger.recordRequest(
    requestOf({
      kind: 'site',
      stream: 'site/a',
      commandId: 'two',
      expectedVersion: 1,
      events: [{ type: 'Two' }],
    }),
  );
  await sequence();
  await look(3);
  await sequence();
  const shown = (leaves: Awaited<ReturnType<typeof open.ledger.readLeaves>>) =>
    leaves.map(({ index, entry }) => `${index} ${entry}`);
  expect(shown(await open.ledger.readLeaves(-1, 10))).toEqual([
    '0 decision',
    '1 event',
    '8 decision',
    '9 event',
  ]);
  expect(shown(await open.ledger.readLeaves(1, 1))).toEqual(['8 decision']);
  expect(await open.ledger.readLeaves(9, 10)).toEqual([]);
  expect(await open.ledger.lastLeaf()).toBe(9);
});

it('a list is up to date when it has read the last of them', async () => {
  const { pool, ledger } = open;
  const projector = createCaseListProjector({ pool, ledger, decider: journeyDecider });
  expect(await projector.lag()).toBe(10);
  await projector.catchUp();
  expect(await projector.lag()).toBe(0);
});

it('and verify finds all of it intact', async () => {
  expect((await verifyLedger(open.superPool)).list).toEqual([]);
});
