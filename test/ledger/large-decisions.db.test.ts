import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

const many = (count: number) => Array.from({ length: count }, () => ({ type: 'SessionRemoved' }));

it('a decision of 2,500 events is recorded; its answer brings the first 500, and asking again the rest', async () => {
  const request = requestOf({ commandId: 'large', events: many(2_500) });
  const first = await open.ledger.recordRequest(request);
  expect(first).toMatchObject({
    status: 'recorded',
    headVersion: 2_500,
    firstVersion: 1,
    lastVersion: 2_500,
  });
  expect(first.events).toHaveLength(500);
  const again = (expectedVersion: number) => open.ledger.recordRequest({ ...request, expectedVersion });
  const second = await again(500);
  expect([second.status, second.events?.at(-1)?.version]).toEqual(['tail', 1_000]);
  const last = await again(2_000);
  expect([last.status, last.outcome, last.events?.at(-1)?.version]).toEqual(['known', 'accepted', 2_500]);
});

it('one of 2,501 is refused', async () => {
  const request = requestOf({ commandId: 'larger', stream: 'journey/person-2', events: many(2_501) });
  await expect(open.ledger.recordRequest(request)).rejects.toMatchObject({
    code: 'TL001',
    message: 'a decision of 2501 events is over the limit of 2500',
  });
});
