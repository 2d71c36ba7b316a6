/** A site's day without scripts: who comes, arrival, departure with what counts, absence, confirmation. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must, STAFF } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser } from '../console-world.ts';
import { AT_DESK, eventsOf, formsTo, moveClock, peopleAtSite, press, SITE_DESK } from './site-day.ts';

let api: ApiWorld;
let site: Browser;
let ayu: CaseOnTheWay;
let bimo: CaseOnTheWay;
let citra: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({ console: true });
  [ayu, bimo, citra] = (await peopleAtSite(api, ['Ayu Contoh', 'Bimo Contoh', 'Citra Contoh'])) as [
    CaseOnTheWay,
    CaseOnTheWay,
    CaseOnTheWay,
  ];
  site = await atDesk(api, SITE_DESK);
});
afterAll(() => api.close());

test('shows who comes, with planned hours, and nothing of why', async () => {
  const page = await site.get('/attendance');
  expect(page.text).toContain('Senin, 30 Maret 2026');
  expect(page.text).toContain('Siapa datang (3)');
  expect(page.text).toContain('Ayu Contoh Belum datang Jadwal 08.00–12.00. Sisa 60 jam.');
  expect(page.html).not.toMatch(/127101470396|Pid\.B|PRISON|putusan/i);
});

test('a thumb records the arrival once, however often it is pressed', async () => {
  const page = await site.get('/attendance');
  const after = await press(site, page, 'arrive', ayu);
  expect(after.text).toContain('Ayu Contoh: kedatangan dicatat.');
  expect(after.text).toContain('Datang pukul 08.00.');
  // The very same form again, minutes later: the same command id.
  await moveClock(api, '2026-03-30T01:05:00.000Z');
  const again = await press(site, page, 'arrive', ayu);
  expect(again.status).toBe(200);
  expect((await eventsOf(api, ayu)).filter((type) => type === 'SessionCheckedIn')).toHaveLength(1);
});

test('a second arrival from an older page is told with what stands there', async () => {
  const page = await site.get('/attendance');
  const form = formsTo(page.html, '/attendance').find(
    ({ kind, personId }) => kind === 'arrive' && personId === bimo.personId,
  )!;
  await site.post('/attendance', { ...form, personId: ayu.personId, id: 'older-page-1' });
  const told = await site.post('/attendance', { ...form, personId: ayu.personId, id: 'older-page-2' });
  expect(told.status).toBe(409);
  expect(told.text).toContain('Sudah dicatat datang pukul 08.00 oleh meja lain.');
});

test('the departure asks for the break alone, says what would count, and then what counted', async () => {
  await moveClock(api, '2026-03-30T05:00:00.000Z');
  const page = await site.get('/attendance');
  expect(page.text).toContain('Tidak ada: dihitung 4 jam');
  expect(page.text).toContain('30 menit: dihitung 3 jam 30 menit');
  const after = await press(site, page, 'leave', ayu, { time: '12:00', breakMinutes: '30' });
  expect(after.text).toContain(
    'Ayu Contoh: kepulangan dicatat. Dihitung 3 jam 30 menit; sisa 56 jam 30 menit.',
  );
  // Its own word is a confirmation at once.
  expect(after.text).toContain('Jam ditegaskan');
});

test('a time that is none is told, and nothing is recorded', async () => {
  const page = await site.get('/attendance');
  const answer = await press(site, page, 'arrive', bimo, { time: 'pagi' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Isi jam seperti 08.05.');
  expect(await eventsOf(api, bimo)).not.toContain('SessionCheckedIn');
});

test('who did not come is recorded as that', async () => {
  const page = await press(site, await site.get('/attendance'), 'absent', bimo);
  expect(page.text).toContain('Bimo Contoh: dicatat tidak datang.');
  expect(await eventsOf(api, bimo)).toContain('NoShowRecorded');
});

test('a wrong time for an earlier day shows that day again, and whose it was', async () => {
  await moveClock(api, '2026-03-31T01:00:00.000Z');
  const page = await site.get('/attendance');
  expect(page.text).toContain('Selasa, 31 Maret 2026');
  const wrong = { startTime: 'pagi', endTime: '11.00', breakMinutes: '0' };
  const answer = await press(site, page, 'record', citra, wrong);
  expect(answer.status).toBe(422);
  expect(answer.html).toContain('<time datetime="2026-03-30">');
  expect(answer.text).toContain('Citra Contoh: Isi jam seperti 08.05.');
  const [, field] = /href="#(p-[^"]+)"/.exec(answer.html) ?? [];
  expect(answer.html).toContain(`id="${field}"`);
  // An unreadable day is none: today's list, as ever.
  const none = await press(site, page, 'record', citra, { ...wrong, date: 'kemarin' });
  expect([none.status, none.text]).toEqual([422, expect.stringContaining('Selasa, 31 Maret 2026')]);
});

test('the next day asks for what was forgotten, and takes whole sessions', async () => {
  await moveClock(api, '2026-03-31T01:00:00.000Z');
  const page = await site.get('/attendance');
  expect(page.text).toContain('Belum dicatat (1) Citra Contoh Kehadiran belum dicatat Senin, 30 Maret 2026');
  await press(site, page, 'record', citra, { startTime: '08:00', endTime: '11.00', breakMinutes: '0' });
  const events = await eventsOf(api, citra);
  expect(events).toContain('SessionRecorded');
  expect((await site.get('/attendance')).text).not.toContain('Belum dicatat (1)');
});

test('what an office entered waits for the site’s word, which may be no', async () => {
  const entry = {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    start: '2026-03-30T13:00',
    end: '2026-03-30T15:00',
  };
  await must(bimo.send('record-session', { ...entry, breaks: [] }, STAFF));
  await must(ayu.send('record-session', { ...entry, breaks: [] }, STAFF));
  const page = await site.get('/attendance');
  expect(page.text).toContain('Menunggu kata Anda (2)');
  const without = await press(site, page, 'dispute', bimo, { reason: ' ' });
  expect(without.text).toContain('Tulis apa yang tidak benar.');
  await press(site, page, 'dispute', bimo, { reason: 'Tidak pernah datang siang itu.' });
  expect(await eventsOf(api, bimo)).toContain('SessionDisputed');
  await press(site, page, 'confirm', ayu);
  expect(await eventsOf(api, ayu)).toContain('SessionConfirmed');
  expect((await site.get('/attendance')).text).not.toContain('Menunggu kata Anda');
});

test('another site sees none of them, and a desk without attendance has no such page', async () => {
  const elsewhere = await api.call({
    ...{ method: 'GET', url: '/api/v1/attendance?world=pilot', key: null },
    as: { ...AT_DESK, sub: 'elsewhere', office: 'masjid-medan-johor', site: 'masjid-medan-johor' },
  });
  expect(elsewhere.body).toMatchObject({
    siteId: 'masjid-medan-johor',
    people: [],
    toConfirm: [],
    missing: [],
  });
  const staff = await atDesk(api, 'PIDUM_STAFF@kejari-medan');
  expect((await staff.get('/attendance')).status).toBe(403);
});
