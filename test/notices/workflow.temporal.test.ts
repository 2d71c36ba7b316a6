/** A delivery outlives the workers that carry it: stopped in between, it is made once. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { createPool } from '../../src/ledger/pool.ts';
import { createNotices, type Notices } from '../../src/notices/notices.ts';
import { createVault } from '../../src/vault/vault.ts';
import { startEngine, type TestEngine } from '../support/engine.ts';
import { type MailReceiver, openMailReceiver } from './receivers.ts';

let mail: MailReceiver;
let engine: TestEngine;
let notices: Notices;
let pool: ReturnType<typeof createPool>;
/** Noon in Medan, and an hour later each time that somebody looks again. */
let now = '2027-03-30T05:00:00.000Z';

beforeAll(async () => {
  mail = await openMailReceiver();
  engine = await startEngine({ notices: () => notices, tuning: { noticesIdleMs: 100 } });
  pool = createPool(engine.database.appUrl);
  const vault = createVault(pool, randomBytes(32));
  await vault.confirmMasterKeys();
  notices = createNotices({
    ...{ pool, ledger: engine.ledger, vault, accessLog: createAccessLog(pool), deciders: DECIDERS },
    now: () => now,
    settings: {
      mail: { url: mail.url, from: 'titian@example.go.id' },
      publicUrl: '',
      webhook: { localAllowed: true, privateAllowed: false },
      sandbox: true,
      sandboxSends: true,
    },
  });
});
afterAll(async () => {
  await engine.stop();
  await pool.end();
  await mail.close();
});

it('a worker that stops leaves the delivery to the next; the receiver gets it once', async () => {
  await notices.subscriptions.create(
    { kind: 'OFFICE', recipient: 'kejari-medan', channel: 'EMAIL', address: 'piket@medan.example' },
    { actorId: 'registrar-1', commandId: 'first' },
  );
  await pool.query(
    `INSERT INTO notice.item (leaf_index, recipient_kind, recipient, world, template, zone, urgent, reference,
                              details, ready_at)
     VALUES (0, 'OFFICE', 'kejari-medan', 'live', 'INJURY', 'WIB', true, 'p-1/c1', '{}', $1)`,
    [now],
  );
  mail.answer = { code: 450, text: '4.2.1 later' };
  const first = await engine.startWorker();
  await vi.waitFor(() => expect(mail.tries).toBe(1), { timeout: 30_000 });
  await first.stop();

  mail.answer = null;
  now = '2027-03-30T06:00:00.000Z';
  const [found] = await notices.list({ limit: 1 });
  await engine.startWorker();
  // The delivery's workflow still sleeps: the office asks for another try, and it wakes.
  expect(await notices.retry(found!.noticeId)).toBe(1);
  await vi.waitFor(() => expect(mail.accepted).toHaveLength(1), { timeout: 30_000 });
  const state = async () => (await notices.list({ limit: 1 }))[0]!.deliveries[0];
  await vi.waitFor(async () => expect(await state()).toMatchObject({ state: 'SENT', attempts: 2 }));
  const handle = engine.client.workflow.getHandle(`notice/${found!.deliveries[0]!.deliveryId}`);
  await handle.result();
  expect(mail.accepted).toHaveLength(1);
});
