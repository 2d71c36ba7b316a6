/** Many at once without scripts: one outcome, a result for each line, and nothing twice. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OutcomeUnknown } from '../../../src/gateway/contract.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must, STAFF } from '../../api/case-on-the-way.ts';
import { atDesk, type Browser, hiddenFields } from '../console-world.ts';
import { caughtUp, eventsOf, moveClock, peopleAtSite, SITE_DESK } from './site-day.ts';

let api: ApiWorld;
let site: Browser;
let people: readonly CaseOnTheWay[];
/** Answers that get lost on their way back, after the command was decided. */
let lost = 0;
beforeAll(async () => {
  api = await openApi({
    console: true,
    gateway: (direct) => ({
      async send(...command) {
        const answer = await direct.send(...command);
        if (lost === 0) return answer;
        lost -= 1;
        throw new OutcomeUnknown('lost on the way');
      },
    }),
  });
  people = await peopleAtSite(api, ['Ayu Contoh', 'Bimo Contoh', 'Citra Contoh']);
  site = await atDesk(api, SITE_DESK);
});
afterAll(() => api.close());

const keysIn = (html: string): string[] =>
  [...html.matchAll(/name="line" value="([^"]+)"/g)].map(([, key]) => key!);

test('those who did not come are recorded together, each once, also when sent again', async () => {
  const page = await site.get('/bulk/no-shows?date=2026-03-30');
  const keys = keysIn(page.html);
  expect(keys).toHaveLength(3);
  const form = { ...hiddenFields(page.html, '/bulk/no-shows'), outcome: 'absent', line: keys.slice(0, 2) };
  const done = await site.post('/bulk/no-shows', form);
  expect(done.text).toContain('2 baris tercatat dari 2.');
  expect((await site.post('/bulk/no-shows', form)).text).toContain('2 baris tercatat dari 2.');
  for (const one of people.slice(0, 2)) {
    expect((await eventsOf(api, one)).filter((type) => type === 'NoShowRecorded')).toHaveLength(1);
  }
  // From a page that was opened before: another form, another try, and the law’s own answer for each line.
  const other = { ...form, id: `bulk.${'0'.repeat(24)}`, line: keys };
  const mixed = await site.post('/bulk/no-shows', other);
  expect(mixed.text).toContain('1 baris tercatat dari 3.');
  expect(mixed.text.match(/Ditolak/g)).toHaveLength(2);
});

test('nothing ticked is told, and changes nothing', async () => {
  await moveClock(api, '2026-03-31T01:00:00.000Z');
  const page = await site.get('/bulk/no-shows');
  const told = await site.post('/bulk/no-shows', {
    ...hiddenFields(page.html, '/bulk/no-shows'),
    outcome: 'absent',
  });
  expect(told.status).toBe(422);
  expect(told.text).toContain('Centang paling sedikit satu baris.');
});

test('the way back leads to a page of ours, whatever the form says', async () => {
  const page = await site.get('/bulk/no-shows?date=2026-03-31');
  const form = hiddenFields(page.html, '/bulk/no-shows');
  const line = keysIn(page.html).slice(0, 1);
  for (const back of [
    '/\\evil.example',
    '//evil.example',
    'https://evil.example',
    'http://[',
    'javascript:x',
  ]) {
    const told = await site.post('/bulk/no-shows', { ...form, outcome: 'absent', back });
    expect([back, told.status]).toEqual([back, 422]);
    const done = await site.post('/bulk/no-shows', { ...form, outcome: 'other', line, back });
    expect([back, done.status]).toEqual([back, 422]);
    expect(`${told.html}${done.html}`).not.toMatch(/href="[^"]*(evil|javascript)/);
  }
  const unknown = { ...form, outcome: 'absent', line: 'no/such/line', back: '/\\evil.example' };
  const done = await site.post('/bulk/no-shows', unknown);
  expect(done.status).toBe(200);
  expect(done.html).not.toMatch(/href="[^"]*evil/);
});

test('of more lines than are taken at once none is lost: the rest stands there to be sent', async () => {
  const page = await site.get('/bulk/no-shows');
  const nobody = (number: number) => `p${String(number).padStart(32, '0')}/c1/2026-03-31`;
  const line = Array.from({ length: 201 }, (_, number) => nobody(number));
  const form = { ...hiddenFields(page.html, '/bulk/no-shows'), outcome: 'absent', line };
  const first = await site.post('/bulk/no-shows', form);
  expect(first.text).toContain('0 baris tercatat dari 201.');
  expect(first.text.match(/Belum terkirim, kirim ulang/g)).toHaveLength(1);
  expect(keysIn(first.html)).toEqual([nobody(200)]);
}, 60_000);

test('a line’s command has an id that the API takes, however long the ids are that it is about', async () => {
  const centre = await atDesk(api, 'TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
  const { html } = await centre.get('/bulk/seats');
  const token = /name="_token" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const line = `${'kelas-'.repeat(13)}1/e${'0'.repeat(28)}`;
  const told = await centre.post('/bulk/seats', {
    ...{ _token: token, id: `bulk.${'1'.repeat(24)}`, outcome: 'confirm', back: '/classes', line },
  });
  // There is no such class: that is the answer, and not that the form was malformed.
  expect(told.text).toContain('Ditolak');
  expect(told.text).not.toContain('tidak sesuai bentuk');
});

test('sessions of the office are confirmed together; an answer that got lost is sent for again', async () => {
  const entry = {
    caseId: 'c1',
    siteId: 'puskesmas-helvetia',
    start: '2026-03-30T08:00',
    end: '2026-03-30T12:00',
  };
  for (const { send } of people) await must(send('record-session', { ...entry, breaks: [] }, STAFF));
  const page = await site.get('/bulk/confirm-sessions');
  expect(page.text).toContain('Ayu Contoh 30 Maret 2026, 08.00–12.00, 4 jam');
  const form = {
    ...hiddenFields(page.html, '/bulk/confirm-sessions'),
    ...{ outcome: 'confirm', line: keysIn(page.html) },
  };
  lost = 1;
  const first = await site.post('/bulk/confirm-sessions', form);
  expect(first.text).toContain('2 baris tercatat dari 3.');
  expect(first.text).toContain('Belum terkirim, kirim ulang');
  const again = await site.submit(first, '/bulk/confirm-sessions', {});
  expect(again.text).toContain('1 baris tercatat dari 1.');
  for (const one of people) {
    expect((await eventsOf(api, one)).filter((type) => type === 'SessionConfirmed')).toHaveLength(1);
  }
});

test('a counsellor files the reports of a month for several clients', async () => {
  await moveClock(api, '2026-04-01T01:00:00.000Z');
  await caughtUp(api);
  const desk = await atDesk(api, 'PROBATION_COUNSELLOR@bapas-medan');
  const page = await desk.get('/bulk/monthly-reports');
  expect(page.html).toContain('value="2026-03"');
  expect(page.text).toContain('Ayu Contoh');
  const form = hiddenFields(page.html, '/bulk/monthly-reports');
  const sent = { ...form, month: '2026-03', outcome: 'file', line: keysIn(page.html) };
  expect((await desk.post('/bulk/monthly-reports', sent)).text).toContain('3 baris tercatat dari 3.');
});
