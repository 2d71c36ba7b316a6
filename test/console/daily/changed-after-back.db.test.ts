/** A form that was sent, changed after the browser's "Back" and sent again: what stands is said, and nothing is hidden. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActResult } from '../../../src/console/daily/act.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import type { CaseOnTheWay } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser } from '../console-world.ts';
import { eventsOf, formsTo, moveClock, peopleAtSite, SITE_DESK } from './site-day.ts';

let api: ApiWorld;
let site: Browser;
let ayu: CaseOnTheWay;
let bimo: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({ console: true });
  [ayu, bimo] = (await peopleAtSite(api, ['Ayu Contoh', 'Bimo Contoh'])) as [CaseOnTheWay, CaseOnTheWay];
  site = await atDesk(api, SITE_DESK);
  await moveClock(api, '2026-03-30T02:00:00.000Z');
});
afterAll(() => api.close());

const formOf = async (kind: string, { personId }: CaseOnTheWay) => {
  const page = await site.get('/attendance');
  return formsTo(page.html, '/attendance').find((one) => one.kind === kind && one.personId === personId)!;
};

test('an arrival with another time is a conflict that names the time that stands', async () => {
  const form = await formOf('arrive', ayu);
  expect((await site.post('/attendance', { ...form, time: '08:00' })).status).toBe(303);
  const changed = await site.post('/attendance', { ...form, time: '08:30' });
  expect(changed.status).toBe(409);
  expect(changed.text).toContain(
    'Ayu Contoh: Catatan ini sudah dikirim sebelumnya: datang pukul 08.00. Itu yang berlaku; perubahan Anda tidak dicatat.',
  );
  expect(changed.text).toContain('minta kejaksaan memperbaiki catatan ini');
  expect(changed.text).not.toContain('kedatangan dicatat');
  // Unchanged it is the same entry.
  expect((await site.post('/attendance', { ...form, time: '08:00' })).status).toBe(303);
});

test('a departure with another time, too', async () => {
  const form = await formOf('leave', ayu);
  expect((await site.post('/attendance', { ...form, time: '08:45', breakMinutes: '0' })).status).toBe(303);
  const changed = await site.post('/attendance', { ...form, time: '08:50', breakMinutes: '0' });
  expect(changed.status).toBe(409);
  expect(changed.text).toContain('pulang pukul 08.45. Itu yang berlaku');
});

test('a form sent for another person than it was sent for is a conflict, and records nothing', async () => {
  const form = await formOf('absent', bimo);
  expect((await site.post('/attendance', form)).status).toBe(303);
  const other = await site.post('/attendance', { ...form, personId: ayu.personId });
  expect(other.status).toBe(409);
  expect(other.text).toContain('Formulir ini sudah dipakai untuk catatan lain.');
  expect(await eventsOf(api, ayu)).not.toContain('NoShowRecorded');
});

test('a phone is told the same, whether it had tried before or not', async () => {
  const ready = JSON.parse((await site.get('/attendance/ready')).html);
  const act = {
    ...{ id: 'att.abcdefabcdef.1.01020304', kind: 'arrive', personId: bimo.personId, caseId: 'c1' },
    ...{ date: '2026-03-30', at: '2026-03-30T08:10', account: ready.account, sequence: 1 },
    ...{ deviceAt: '2026-03-30T01:10:00.000Z', offsetMs: 0, tried: false },
  };
  const send = async (...acts: object[]): Promise<ActResult[]> => {
    const answer = await site.postJson('/attendance/acts', {
      ...{ _token: ready.formToken, account: ready.account, date: act.date, acts },
      deviceNow: '2026-03-30T02:00:00.000Z',
    });
    return JSON.parse(answer.html).results;
  };
  expect(await send(act)).toMatchObject([{ outcome: 'recorded' }]);
  // Sent again as it was, it is the same entry and there is nothing to say.
  expect((await send({ ...act, tried: true }))[0]?.sentence).toBeUndefined();
  for (const tried of [false, true]) {
    const [told] = await send({ ...act, at: '2026-03-30T08:20', tried });
    expect(told).toMatchObject({ outcome: 'conflict' });
    expect(told?.sentence?.id).toContain('datang pukul 08.10');
    expect(told?.next?.id).toContain('minta kejaksaan memperbaiki');
  }
  expect((await eventsOf(api, bimo)).filter((type) => type === 'SessionCheckedIn')).toHaveLength(1);
});
