/** The site's word is on the times that were read: where they were corrected since, the word is not taken for the new ones. */

import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandIdOf } from '../../../src/console/daily/bulk.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must, STAFF } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser, hiddenFields } from '../console-world.ts';
import { eventsOf, moveClock, peopleAtSite, press, SITE_DESK } from './site-day.ts';

const WORKED = {
  ...{ caseId: 'c1', siteId: 'puskesmas-helvetia', breaks: [] },
  ...{ start: '2026-03-30T08:00', end: '2026-03-30T12:00' },
};

let api: ApiWorld;
let site: Browser;
let ayu: CaseOnTheWay;
let bimo: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({ console: true });
  [ayu, bimo] = (await peopleAtSite(api, ['Ayu Contoh', 'Bimo Contoh'])) as [CaseOnTheWay, CaseOnTheWay];
  site = await atDesk(api, SITE_DESK);
  await moveClock(api, '2026-03-31T01:00:00.000Z');
  for (const { send } of [ayu, bimo]) await must(send('record-session', WORKED, STAFF));
});
afterAll(() => api.close());

/** The office puts the last entry right: the session of the wrong times is void, another one has the right ones. */
async function correct(one: CaseOnTheWay, end: string): Promise<void> {
  const stream = await api.ledger.readStream(`journey/${one.personId}`);
  const { version } = stream.findLast(({ type }) => type === 'SessionRecorded')!;
  const { caseId: _whose, ...replacement } = { ...WORKED, end };
  await must(one.send('correct-entry', { version, reason: 'Salah jam.', replacement }, STAFF));
}

test('one session: refused, with the times that stand now', async () => {
  const read = await site.get('/attendance');
  expect(read.text).toContain('08.00–12.00');
  await correct(ayu, '2026-03-30T10:00');
  const told = await press(site, read, 'confirm', ayu);
  expect(told.status).toBe(409);
  expect(told.text).toContain(
    'Ayu Contoh: Sesi ini diperbaiki setelah Anda membacanya. Sekarang tercatat: Senin, 30 Maret 2026, 08.00–10.00.',
  );
  expect(told.text).toContain('Baca jam yang baru, lalu tegaskan atau sanggah.');
  expect(await eventsOf(api, ayu)).not.toContain('SessionConfirmed');
});

test('several together: each line for itself', async () => {
  const read = await site.get('/bulk/confirm-sessions');
  const line = [...read.html.matchAll(/name="line" value="([^"]+)"/g)].map(([, key]) => key!);
  expect(line).toHaveLength(2);
  await correct(bimo, '2026-03-30T11:00');
  const done = await site.post('/bulk/confirm-sessions', {
    ...hiddenFields(read.html, '/bulk/confirm-sessions'),
    ...{ outcome: 'confirm', line },
  });
  expect(done.text).toContain('1 baris tercatat dari 2.');
  expect(done.text).toContain(
    'Sesi ini diperbaiki setelah Anda membacanya. Sekarang tercatat: Senin, 30 Maret 2026, 08.00–11.00.',
  );
  expect(await eventsOf(api, ayu)).toContain('SessionConfirmed');
  expect(await eventsOf(api, bimo)).not.toContain('SessionConfirmed');
});

test('several together, sent before with another outcome: the first stands, in words', async () => {
  const read = await site.get('/bulk/no-shows?date=2026-03-31');
  const line = [...read.html.matchAll(/name="line" value="([^"]+)"/g)].map(([, key]) => key!);
  const hidden = hiddenFields(read.html, '/bulk/no-shows');
  const form = { ...hidden, outcome: 'absent', line: line.slice(0, 1) };
  const [personId, caseId] = line[0]!.split('/');
  // The id of this line, used for another content.
  const id = commandIdOf(hidden.id!, { key: line[0]! });
  const entry = {
    ...form,
    id,
    kind: 'arrive',
    personId: personId!,
    caseId: caseId!,
    date: '2026-03-31',
    time: '08:00',
  };
  expect((await site.post('/attendance', entry)).status).toBe(303);
  const told = await site.post('/bulk/no-shows', form);
  expect(told.text).toContain('Baris ini sudah dikirim sebelumnya dengan isi lain. Yang pertama berlaku.');
  expect(told.text).not.toContain('pengenal');
});
