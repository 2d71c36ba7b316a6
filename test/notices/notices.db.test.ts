/** From recorded events to a real mail server and a real webhook, and what becomes visible of it. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createAccessLog } from '../../src/access/access-log.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import type { Ledger, LedgerLeaf } from '../../src/ledger/ledger.ts';
import { isGenuine } from '../../src/notices/channels/signature.ts';
import { createNotices, type Notices } from '../../src/notices/notices.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { PROSECUTOR, REGISTRAR, runningCase, SUPERVISOR } from '../api/case-on-the-way.ts';
import {
  type MailReceiver,
  openMailReceiver,
  openWebhookReceiver,
  type WebhookReceiver,
} from './receivers.ts';

/** 10:00 in Medan, far from quiet hours. */
const MORNING = '2027-03-30T03:00:00.000Z';
const later = (instant: string, minutes: number) =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

let api: ApiWorld;
let mail: MailReceiver;
let hook: WebhookReceiver;
let notices: Notices;
let needs: { pool: pg.Pool; ledger: Ledger; vault: Vault };
let now = MORNING;

const open = (more: Partial<Parameters<typeof createNotices>[0]> = {}): Notices =>
  createNotices({
    ...needs,
    accessLog: createAccessLog(needs.pool),
    deciders: DECIDERS,
    now: () => now,
    settings: {
      mail: { url: mail.url, from: 'titian@example.go.id' },
      publicUrl: 'https://titian.example.go.id',
      webhook: { localAllowed: true, privateAllowed: false, timeoutMs: 2_000 },
      sandbox: true,
      sandboxSends: true,
    },
    ...more,
  });

/** What a worker does: everything that is due now, each delivery until it waits or has ended. */
async function work(of: Notices = notices): Promise<void> {
  while (await of.advance(async (deliveryId) => void (await of.attempt(deliveryId)))) {
    // Until nothing is left for this instant.
  }
}

const subscribe = async (recipient: string, channel: string, address: string, kind = 'OFFICE') => {
  const made = await api.call({
    url: '/api/v1/notice-subscriptions',
    as: REGISTRAR,
    body: { data: { kind, recipient, channel, address } },
  });
  expect(made.status).toBe(201);
  return made.body as { subscriptionId: string; secret: string | null };
};
const noticesOf = async (as = PROSECUTOR, query = '') =>
  (await api.call({ method: 'GET', url: `/api/v1/notices${query}`, as })).body.notices;

beforeAll(async () => {
  [mail, hook] = await Promise.all([openMailReceiver(), openWebhookReceiver()]);
  api = await openApi({
    rooms: (given) => {
      needs = given;
      notices = open();
      return { notices };
    },
  });
});
afterAll(async () => {
  await api.close();
  await Promise.all([mail.close(), hook.close()]);
});
beforeEach(() => {
  mail.answer = null;
  mail.accepted.length = 0;
  mail.tries = 0;
  hook.requests.length = 0;
  hook.status = 200;
});

describe('notices', () => {
  it('of one kind are gathered for a quarter of an hour and sent as one, by mail and webhook', async () => {
    now = MORNING;
    const { subscriptionId } = await subscribe('puskesmas-helvetia', 'EMAIL', 'tu@helvetia.example', 'SITE');
    const { secret } = await subscribe('puskesmas-helvetia', 'WEBHOOK', hook.url, 'SITE');
    const { personId, world, send, moveClock } = await runningCase(api);
    await moveClock('2026-04-01T03:00:00.000Z');
    for (const date of ['2026-03-30', '2026-03-31']) {
      const absent = await send('record-no-show', { caseId: 'c1', date }, SUPERVISOR);
      expect(absent.status).toBe(200);
    }
    await api.ledger.sequenceLeaves();
    await work();
    expect([mail.accepted.length, hook.requests.length]).toEqual([0, 0]);

    now = later(MORNING, 15);
    await work();
    const raw = mail.accepted
      .find(({ raw: text }) => text.includes('penempatan menunggu'))!
      .raw.replaceAll('=\r\n', '');
    expect(raw).toContain('Subject: 1 penempatan menunggu jawaban Anda');
    expect(raw).toMatch(new RegExp(`Message-ID:\\s+<n-[0-9a-f]{32}\\.${subscriptionId}@example\\.go\\.id>`));
    expect(raw).toContain(`- ${personId}/c1, paling lambat 12 Maret 2026`);
    expect(raw).toContain('https://titian.example.go.id/api/v1/notices/n-');

    const request = hook.requests.find(({ body }) => body.includes('SITE_ANSWER_AWAITED'))!;
    const signed = {
      timestamp: String(request.headers['titian-timestamp']),
      signature: String(request.headers['titian-signature']),
      body: request.body,
    };
    expect(isGenuine(secret!, signed, Date.parse(now))).toBe(true);
    expect(isGenuine(`${secret}x`, signed, Date.parse(now))).toBe(false);
    expect(JSON.parse(request.body)).toMatchObject({ template: 'SITE_ANSWER_AWAITED', world, count: 1 });
    expect(request.headers['titian-notice-id']).toBe(JSON.parse(request.body).noticeId);

    // Nothing of the person or the offence left the house.
    for (const text of [...mail.accepted.map((one) => one.raw), ...hook.requests.map((one) => one.body)]) {
      expect(text).not.toMatch(/Sari|Contoh|Pid\.B|\b466\b|1271\d{12}/);
    }
    const listed = await noticesOf(SUPERVISOR);
    const found = listed.find((one: { template: string }) => one.template === 'SITE_ANSWER_AWAITED');
    expect(found.deliveries.map(({ state, attempts }: never) => ({ state, attempts }))).toEqual([
      { state: 'SENT', attempts: 1 },
      { state: 'SENT', attempts: 1 },
    ]);
    // Addresses stand nowhere in clear.
    const { rows } = await api.superPool.query(
      'SELECT row_to_json(s)::text AS row FROM notice.subscription s',
    );
    expect(JSON.stringify(rows)).not.toMatch(/helvetia\.example|127\.0\.0\.1/);
    expect(api.logLines.join('')).not.toMatch(/helvetia\.example/);
  });

  it('stand in the office’s own list also where nobody asked for mail, and in no other’s', async () => {
    const own = await noticesOf(PROSECUTOR);
    const absences = own.find((one: { template: string }) => one.template === 'NO_SHOW');
    expect(absences).toMatchObject({ count: 2, deliveries: [], recipient: { id: 'kejari-medan' } });
    expect(await noticesOf({ ...PROSECUTOR, sub: 'far', office: 'kejari-jayapura' })).toEqual([]);
    const other = await api.call({
      method: 'GET',
      url: `/api/v1/notices/${absences.noticeId}`,
      as: { ...PROSECUTOR, sub: 'far', office: 'kejari-jayapura' },
    });
    expect(other.status).toBe(404);
    const refused = await api.call({ url: '/api/v1/notice-subscriptions', as: PROSECUTOR, body: {} });
    expect(refused.status).toBe(403);
  });

  it('are made once, however often a worker starts again', async () => {
    const count = async () =>
      (await api.superPool.query('SELECT count(*)::integer AS n FROM notice.item')).rows[0].n;
    const before = await count();
    await api.superPool.query('UPDATE notice.cursor SET leaf_index = -1');
    await work(open());
    now = later(now, 20);
    await work(open());
    expect(await count()).toBe(before);
    expect([mail.accepted.length, hook.requests.length]).toEqual([0, 0]);
  });
});

/** One urgent notice to an office of its own, without a case behind it. */
async function urgentNotice(recipient: string): Promise<void> {
  await api.superPool.query(
    `INSERT INTO notice.item (leaf_index, recipient_kind, recipient, world, template, zone, urgent, reference,
                              details, ready_at)
     SELECT coalesce(max(leaf_index), 0) + 1, 'OFFICE', $1, 'live', 'INJURY', 'WIB', true, 'p-1/c1', '{}', $2
     FROM notice.item`,
    [recipient, now],
  );
}

describe('a receiver that says no', () => {
  it('for now: it is asked again, later each time, under the same id, and the reason is seen', async () => {
    now = later(MORNING, 600);
    await subscribe('kejari-binjai', 'EMAIL', 'piket@binjai.example');
    mail.answer = { code: 451, text: '4.3.2 piket@binjai.example busy' };
    await urgentNotice('kejari-binjai');
    await work();
    const seen = async () => (await noticesOf(REGISTRAR, '?office=kejari-binjai'))[0].deliveries[0];
    expect(await seen()).toMatchObject({ state: 'WAITING', attempts: 1, reason: 'SMTP_451_4.3.2' });
    const deliveryId = (await seen()).deliveryId;
    // Not yet time: looked at, not tried.
    expect(await notices.attempt(deliveryId)).toBe(30_000);
    now = later(now, 1);
    // Another process, which knows nothing of the first.
    expect(await open().attempt(deliveryId)).toBe(60_000);
    expect(mail.tries).toBe(2);
    mail.answer = null;
    now = later(now, 2);
    expect(await notices.attempt(deliveryId)).toBeNull();
    expect(await notices.attempt(deliveryId)).toBeNull();
    expect(await seen()).toMatchObject({ state: 'SENT', attempts: 3, reason: null });
    expect(mail.accepted).toHaveLength(1);
    expect(mail.accepted[0]!.raw).toContain(`<${deliveryId}@example.go.id>`);
  });

  it('for good: it is seen as failed, and tried again once somebody put the address right', async () => {
    mail.answer = { code: 550, text: '5.1.1 no such user <piket@binjai.example>' };
    await urgentNotice('kejari-binjai');
    await work();
    const find = async () => (await noticesOf(REGISTRAR, '?office=kejari-binjai&state=FAILED'))[0];
    const failed = await find();
    expect(failed.deliveries[0]).toMatchObject({ attempts: 1, reason: 'SMTP_550_5.1.1' });
    expect(JSON.stringify(failed)).not.toContain('binjai.example');
    mail.answer = null;
    const again = await api.call({
      url: `/api/v1/notices/${failed.noticeId}/commands/retry`,
      as: { ...PROSECUTOR, sub: 'binjai', office: 'kejari-binjai' },
    });
    expect(again.body).toEqual({ noticeId: failed.noticeId, deliveries: 1 });
    await work();
    expect(await find()).toBeUndefined();
    expect(mail.accepted).toHaveLength(1);
    const bounced = await api.call({
      url: `/api/v1/notices/${failed.noticeId}/commands/report-bounce`,
      as: REGISTRAR,
      body: { data: { deliveryId: failed.deliveries[0].deliveryId, status: '5.2.2' } },
    });
    expect(bounced.status).toBe(200);
    expect((await find()).deliveries[0]).toMatchObject({ state: 'FAILED', reason: 'BOUNCED_5.2.2' });
  });

  it('webhooks: 503 later, 404 and a redirect for good, the redirect not followed', async () => {
    await subscribe('kejari-langkat', 'WEBHOOK', hook.url);
    const outcome = async (status: number) => {
      hook.status = status;
      await urgentNotice('kejari-langkat');
      await work();
      const [{ deliveries }] = await noticesOf(REGISTRAR, '?office=kejari-langkat');
      return `${deliveries[0].state} ${deliveries[0].reason}`;
    };
    expect(await outcome(503)).toBe('WAITING HTTP_503');
    now = later(now, 1);
    expect(await outcome(404)).toBe('FAILED HTTP_404');
    now = later(now, 1);
    hook.requests.length = 0;
    expect(await outcome(302)).toBe('FAILED HTTP_302');
  });

  it('for seven days: it is given up, and says so with the last reason', async () => {
    mail.answer = { code: 421, text: '4.7.0 later' };
    await urgentNotice('kejari-binjai');
    await work();
    const [{ deliveries, noticeId }] = await noticesOf(REGISTRAR, '?office=kejari-binjai&state=WAITING');
    now = later(now, 8 * 1_440);
    expect(await notices.attempt(deliveries[0].deliveryId)).toBeNull();
    const [given] = await noticesOf(REGISTRAR, '?office=kejari-binjai&state=GIVEN_UP');
    expect(given).toMatchObject({ noticeId });
    expect(given.deliveries[0]).toMatchObject({ attempts: 1, reason: 'SMTP_421_4.7.0' });
    now = MORNING;
  });
});

describe('quiet hours', () => {
  const evening = '2027-05-03T14:00:00.000Z';
  it('gather everything until the morning; what is urgent goes out', async () => {
    now = evening;
    await subscribe('kejari-medan', 'EMAIL', 'pidum@medan.example');
    mail.accepted.length = 0;
    const found = await runningCase(api);
    await api.ledger.sequenceLeaves();
    await work();
    now = later(evening, 60);
    await work();
    expect(mail.accepted.filter(({ to }) => to === 'pidum@medan.example')).toEqual([]);
    await found.send('report-injury', { caseId: 'c1', date: '2026-03-30', severity: 'MINOR' }, SUPERVISOR);
    await urgentNotice('kejari-medan');
    await work();
    expect(mail.accepted.map(({ raw }) => /Subject: (.*)/.exec(raw)?.[1])).toEqual([
      '1 kecelakaan di lokasi dilaporkan',
    ]);
    now = '2027-05-03T23:00:00.000Z';
    await work();
    expect(mail.accepted.length).toBeGreaterThan(1);
  });
});

describe('a remission day', () => {
  it('20,000 changed dates of four prisons are one message each, and fold no journey', async () => {
    now = '2027-08-17T02:00:00.000Z';
    const base = await api.ledger.lastLeaf();
    const prisons = ['lapas-medan', 'lapas-cipinang', 'lapas-a', 'lapas-b'];
    const leaves = Array.from({ length: 20_000 }, (_, index) => ({
      ...{ index: base + 1 + index, hash: '', kind: 'journey', world: 'live', entry: 'event' },
      stream: `journey/p${index}`,
      event: {
        type: 'ReleaseDateChanged',
        data: {
          ...{ caseId: 'c1', from: '2027-11-01', to: '2027-10-01', reason: 'REMISSION', watchDays: [30] },
          facility: prisons[index % 4],
        },
      },
    })) as unknown as LedgerLeaf[];
    const noFold = () => Promise.reject(new Error('a journey was read'));
    const many: Ledger = {
      ...needs.ledger,
      readHead: noFold,
      readStream: noFold,
      readLeaves: async (after, limit) => leaves.slice(Math.max(0, after - base)).slice(0, limit),
    };
    const day = open({ ledger: many });
    await subscribe('lapas-medan', 'EMAIL', 'registrasi@lapas.example');
    mail.accepted.length = 0;
    await work(day);
    expect(mail.accepted).toEqual([]);
    now = '2027-08-17T09:00:00.000Z';
    await work(day);
    expect(mail.accepted.map(({ raw }) => /Subject: (.*)/.exec(raw)?.[1])).toEqual([
      '5000 tanggal bebas berubah',
    ]);
    expect(mail.accepted[0]?.raw).toContain('p0/c1: 1 Oktober 2027');
    const { rows } = await api.superPool.query(
      "SELECT item_count FROM notice.message WHERE template = 'RELEASE_DATES_CHANGED'",
    );
    expect(rows.map(({ item_count }) => item_count)).toEqual([5_000, 5_000, 5_000, 5_000]);
    await work(day);
    expect(mail.accepted).toHaveLength(1);
  });
});

describe('people', () => {
  it('are told only as long as they agree, through a gateway that learns a number and a sentence', async () => {
    now = '2027-09-06T03:00:00.000Z';
    const { personId } = await runningCase(api, {
      ...{ name: 'Budi Contoh', nik: `127101470396${String(Math.floor(Math.random() * 9_000) + 1_000)}` },
      ...{ birthDate: '1996-03-07', sex: 'FEMALE', phone: '+628120000001' },
    });
    await api.superPool.query('UPDATE notice.cursor SET leaf_index = $1', [await api.ledger.lastLeaf()]);
    await subscribe('PHONE', 'WEBHOOK', hook.url, 'GATEWAY');
    const base = (await api.ledger.lastLeaf()) + 100_000;
    const event = (at: number, type: string, data: object) => ({
      ...{ index: base + at, hash: '', kind: 'journey', world: 'live', entry: 'event' },
      ...{ stream: `journey/${personId}`, event: { type, data } },
    });
    const tell = async (...leaves: object[]) => {
      const list = leaves as unknown as LedgerLeaf[];
      const given = open({
        ledger: { ...needs.ledger, readLeaves: async (after) => list.filter(({ index }) => index > after) },
      });
      await work(given);
      now = later(now, 15);
      await work(given);
    };
    const warning = { caseId: 'c1', points: [30], minutesLeft: 60 };
    hook.requests.length = 0;
    const toPerson = () => hook.requests.filter(({ body }) => body.includes('YOUR_TIME_ENDS'));
    await tell(event(0, 'ConsentGiven', { purpose: 'MATCHING' }), event(1, 'WindowWarningRaised', warning));
    expect(toPerson()).toEqual([]);
    await tell(
      event(2, 'ConsentGiven', { purpose: 'NOTIFICATION' }),
      event(3, 'WindowWarningRaised', warning),
    );
    expect(await notices.mayNotifyPerson(personId)).toBe(true);
    const [sent] = toPerson();
    const body = JSON.parse(sent!.body);
    expect(body).toMatchObject({ to: '+628120000001', template: 'YOUR_TIME_ENDS' });
    expect(sent!.body).not.toContain(personId);
    expect(body).not.toHaveProperty('items');
    const { rows } = await api.superPool.query(
      "SELECT role, reason FROM access.log WHERE subject = $1 AND role = 'SYSTEM'",
      [personId],
    );
    expect(rows).toEqual([{ role: 'SYSTEM', reason: 'NOTICE' }]);
    await tell(
      event(4, 'ConsentWithdrawn', { purpose: 'NOTIFICATION' }),
      event(5, 'WindowWarningRaised', warning),
    );
    expect(await notices.mayNotifyPerson(personId)).toBe(false);
    expect(toPerson()).toHaveLength(1);
  });
});

it('a sandbox keeps its notices to itself unless it is told otherwise', async () => {
  now = '2027-10-04T03:00:00.000Z';
  const silent = open({
    settings: {
      mail: { url: mail.url, from: 'titian@example.go.id' },
      publicUrl: '',
      webhook: { localAllowed: false, privateAllowed: false },
      sandbox: true,
      sandboxSends: false,
    },
  });
  await urgentNotice('kejari-binjai');
  await work(silent);
  const [held] = await noticesOf(REGISTRAR, '?office=kejari-binjai&state=HELD');
  expect(held.deliveries[0]).toMatchObject({ state: 'HELD', attempts: 0 });
  expect(mail.tries).toBe(0);
});

it('asking twice under one key registers one address and shows the same secret', async () => {
  const key = randomUUID();
  const body = {
    data: { kind: 'OFFICE', recipient: 'kejari-siantar', channel: 'WEBHOOK', address: hook.url },
  };
  const call = () => api.call({ url: '/api/v1/notice-subscriptions', as: REGISTRAR, key, body });
  const [first, second] = [await call(), await call()];
  expect(second.body).toEqual(first.body);
  expect(first.body.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const inside = await api.call({
    url: '/api/v1/notice-subscriptions',
    as: REGISTRAR,
    body: { data: { ...body.data, address: 'https://169.254.169.254/x' } },
  });
  expect([inside.status, inside.body.errors[0].reason]).toEqual([400, 'an address inside this network']);
});
