/** Sheets without scripts: template, check with what is wrong, run, result. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvLines, csvOf } from '../../../src/console/daily/csv-lines.ts';
import { SHEET_KIND_WORDS } from '../../../src/console/daily/sheet-kinds.ts';
import { SHEET_KINDS } from '../../../src/sheets/kinds/index.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import type { CaseOnTheWay } from '../../api/case-on-the-way.ts';
import { sheetRoom } from '../../sheets/sheet-room.ts';
import { atDesk, type Browser, hiddenFields, type PageAnswer } from '../console-world.ts';
import { eventsOf, moveClock, peopleAtSite, SITE_DESK } from './site-day.ts';

let api: ApiWorld;
let site: Browser;
let person: CaseOnTheWay;
let runs = false;
beforeAll(async () => {
  api = await openApi({ console: true, rooms: sheetRoom(() => runs) });
  [person] = (await peopleAtSite(api, ['Ayu Contoh'])) as [CaseOnTheWay];
  await moveClock(api, '2026-03-31T09:00:00.000Z');
  site = await atDesk(api, SITE_DESK);
});
afterAll(() => api.close());

const HEADER = ['ID peserta', 'NIK', 'Perkara', 'Kode lokasi', 'Tanggal', 'Jam mulai', 'Jam selesai'];

/** Sends a file as a browser does. */
async function send(page: PageAnswer, csv: string): Promise<PageAnswer> {
  return site.upload(
    '/sheets',
    { ...hiddenFields(page.html, '/sheets'), kind: 'site-attendance' },
    {
      field: 'file',
      name: 'daftar.csv',
      text: csv,
    },
  );
}

test('names the very kinds that the API takes', () => {
  expect(SHEET_KIND_WORDS.map(({ name, title, commands }) => ({ name, title, commands }))).toEqual(
    SHEET_KINDS.map(({ name, title, commands }) => ({ name, title, commands })),
  );
});

test('a result is read as it was written, whatever stands in its cells', () => {
  const rows = [
    ['Baris', 'Keterangan'],
    ['2', 'satu; "dua"\r\ntiga'],
    ['', ''],
  ];
  expect(csvLines(csvOf(rows))).toEqual(rows);
});

test('offers the templates of the desk', async () => {
  const page = await site.get('/sheets');
  expect(page.text).toContain('Daftar hadir lokasi (PKS-03)');
  expect(page.text).not.toContain('Impor SDP');
  const template = await site.get('/sheets/templates/site-attendance.csv');
  expect(template.status).toBe(200);
  expect(template.html).toContain('Kode lokasi');
});

test('tells what is wrong, line by line, and gives it as a file', async () => {
  const line = [person.personId, '', 'c1', 'puskesmas-helvetia', '30/03/26', '08:00', '12:00'];
  const page = await send(await site.get('/sheets'), csvOf([HEADER, line]));
  expect(page.status).toBe(422);
  expect(page.text).toContain('Yang perlu diperbaiki');
  expect(page.text).toMatch(/2 Tanggal /);
  const fields = hiddenFields(page.html, '/sheets/problems.csv');
  const file = await site.post('/sheets/problems.csv', fields);
  expect(csvLines(file.html)[1]?.slice(0, 2)).toEqual(['2', 'Tanggal']);
});

test('runs what was checked, shows how far it is, and what became of each line', async () => {
  const line = (start: string) => [
    person.personId,
    '',
    'c1',
    'puskesmas-helvetia',
    '30/03/2026',
    start,
    '12:00',
  ];
  const checked = await send(await site.get('/sheets'), csvOf([HEADER, line('08:00'), line('10:00')]));
  const sheet = await site.open(checked.location ?? '');
  expect(sheet.text).toContain('Sudah diperiksa, belum dijalankan');
  expect(await eventsOf(api, person)).not.toContain('SessionRecorded');
  const action = `${checked.location}/run`;
  const running = await site.submit(sheet, action, {});
  expect(running.text).toContain('0 dari 2 selesai.');
  expect(running.headers.refresh).toBe('4');
  const still = await site.get(`${checked.location}?still=yes`);
  expect(still.headers.refresh).toBeUndefined();
  runs = true;
  const done = await site.submit(sheet, action, {});
  expect(done.headers.refresh).toBeUndefined();
  expect(done.text).toContain('2 dari 2 selesai.');
  expect(done.text).toContain('Baris yang tidak diterima');
  expect(done.text).toContain('Selesai, ada yang ditolak (1)');
  expect(await eventsOf(api, person)).toContain('SessionRecorded');
  expect((await site.get(`${checked.location}/result.csv`)).html).toContain('ditolak');
});

test('another desk finds nothing under its number', async () => {
  const list = await site.get('/sheets');
  const path = /\/sheets\/sh[0-9a-f]{32}/.exec(list.html)?.[0] ?? '';
  const staff = await atDesk(api, 'PIDUM_STAFF@kejari-medan');
  expect((await staff.get(path)).status).toBe(403);
});
