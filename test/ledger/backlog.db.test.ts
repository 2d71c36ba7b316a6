import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenLedger, openLedger } from './open-ledger.ts';
import { type RequestOptions, requestOf } from './requests.ts';

let open: OpenLedger;
beforeAll(async () => {
  open = await openLedger();
});
afterAll(() => open.close());

const record = (options: RequestOptions) => open.ledger.recordRequest(requestOf(options));
/** What the server's own clock says after everything recorded so far. */
const soon = () => new Date(Date.now() + 60_000);

it('counts messages until they are answered', async () => {
  const messages = [1, 2].map((number) => ({ id: `m${number}`, target: 'journey/b', name: 'note' }));
  await record({ stream: 'journey/a', commandId: 'a1', runId: 'a-run', messages });
  expect((await open.ledger.backlog(soon())).messagesWaiting).toBe(2);
  await open.ledger.markDelivered('m1', 'accepted');
  expect((await open.ledger.backlog(soon())).messagesWaiting).toBe(1);
});

it('counts a run that ended long enough ago and is not kept', async () => {
  const stream = 'journey/c';
  const armed = [{ kind: 'window-end', subject: 'c1', at: '2026-09-01T00:00:00.000Z' }];
  const overdue = async (at = soon()) => (await open.ledger.backlog(at)).runsUnarchivedOverdue;
  // The run of the message above: nothing is armed any more.
  expect(await overdue()).toBe(1);
  await open.ledger.archiveRun('journey/a', 'a-run', ...kept('a'));
  expect(await overdue()).toBe(0);

  await record({ stream, commandId: 'c1', runId: 'first', armed });
  expect(await overdue(), 'it waits for its deadline').toBe(0);
  await record({ stream, commandId: 'c2', runId: 'second', expectedVersion: 2 });
  expect(await overdue(), 'a later run took over').toBe(1);
  expect(await overdue(new Date(Date.now() - 86_400_000)), 'but only just now').toBe(0);
  await open.ledger.archiveRun(stream, 'first', ...kept('first'));
  expect(await overdue()).toBe(0);
});

/** SHA-256 of the one letter or word that stands for a history. */
function kept(text: string): [Buffer, string] {
  const bytes = Buffer.from(text);
  return [bytes, createHash('sha256').update(bytes).digest('hex')];
}
