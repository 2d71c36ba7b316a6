/** A sheet over HTTP: checked whole, run once, its lines judged like single commands, its results told. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { writeXlsx } from '../../src/sheets/file/write.ts';
import { readXlsx } from '../../src/sheets/file/xlsx.ts';
import { createSheetStore } from '../../src/sheets/store.ts';
import { forgetCheckedSheets, restartSheets } from '../../workers/tend-sheets.ts';
import { type ApiReply, type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  COUNSELLOR,
  fictitiousIdentity,
  must,
  PROSECUTOR,
  registerPerson,
  runningCase,
  STAFF,
  SUPERVISOR,
} from '../api/case-on-the-way.ts';
import { runnerOf, sheetRoom } from './sheet-room.ts';

const HEADER = 'ID peserta;NIK;Perkara;Kode lokasi;Tanggal;Jam mulai;Jam selesai;Catatan';
const NOTE = 'Membersihkan halaman belakang';
const row = (who: string, date: string, note = '', hours = '08:00;12:00'): string =>
  `${who.startsWith('p') ? `${who};` : `;${who}`};c1;puskesmas-helvetia;${date};${hours};${note}`;

let api: ApiWorld;
let runs = true;
let pool: Parameters<ReturnType<typeof sheetRoom>>[0]['pool'];
let found: CaseOnTheWay;
const nik = '1271014703960017';

beforeAll(async () => {
  const room = sheetRoom(() => runs);
  api = await openApi({
    rooms: (needs) => {
      pool = needs.pool;
      return room(needs);
    },
  });
  found = await runningCase(api, fictitiousIdentity({ nik }));
  await found.moveClock('2026-04-10T06:00:00.000Z');
});
afterAll(() => api.close());

const sheet = (...rows: string[]): string => `\ufeff${[HEADER, ...rows].join('\r\n')}`;
const send = (
  body: string,
  {
    as = STAFF,
    key = randomUUID(),
    world = found.world,
  }: { as?: SandboxIdentity; key?: string; world?: string } = {},
): Promise<ApiReply> =>
  api.call({
    url: `/api/v1/sheets/site-attendance?world=${world}`,
    ...{ as, key, rawBody: body, contentType: 'text/csv' },
  });
const run = (id: string, as = STAFF) => api.call({ url: `/api/v1/sheets/${id}/run`, as });
const read = (path: string, as = STAFF) => api.call({ method: 'GET', url: `/api/v1/sheets/${path}`, as });
const sessionsOf = async (ledger: Ledger, personId: string) =>
  (await ledger.readStream(`journey/${personId}`)).filter(({ type }) => type === 'SessionRecorded');
const problemsOf = ({ body }: ApiReply) =>
  body.lines.map(({ line, column, code }: Record<string, unknown>) => [line, column, code]);

describe('a sheet of attendance', () => {
  it('is checked, run, and tells what became of each line', async () => {
    const sent = await must(
      send(
        sheet(
          row(found.personId, '30/03/2026', NOTE),
          row(nik, '31/03/2026'),
          // The law allows eight hours a day: a refusal, told in the result.
          row(found.personId, '01/04/2026', '', '07:00;18:30'),
          row(found.personId, '30/03/2026', '', '10:00;11:00'),
        ),
      ),
    );
    const { sheetId } = sent.body;
    expect(sent.body).toMatchObject({ state: 'CHECKED', lines: 4, commands: 4, accepted: 0 });
    expect(await sessionsOf(api.ledger, found.personId)).toEqual([]);
    expect((await must(run(sheetId))).status).toBe(202);
    const { body } = await must(read(sheetId));
    expect(body).toMatchObject({ state: 'DONE', lines: 4, failed: 0 });
    expect(body.accepted + body.refused).toBe(4);
    const sessions = await sessionsOf(api.ledger, found.personId);
    expect(sessions[0]?.meta.commandId).toBe(`sheet:${sheetId}:2`);
    expect(sessions[0]?.meta.actor).toEqual({ id: 'staff-1', role: 'PIDUM_STAFF', office: 'kejari-medan' });
    const result = await must(read(`${sheetId}/result.csv`));
    const lines = result.text.split('\r\n');
    expect(lines[0]).toBe('\ufeffBaris;Hasil;Kode;Keterangan;Langkah berikutnya;In English');
    expect(lines[1]).toBe('2;diterima;;;;');
    expect(lines[2]).toBe('3;diterima;;;;');
    expect(lines[4]).toMatch(/^5;ditolak;OVERLAP;.+;.+;.+/);
    const { rows } = await pool.query(
      `SELECT count(*)::int AS count FROM ledger.decision WHERE command_id LIKE $1`,
      [`sheet:${sheetId}:%`],
    );
    expect(rows[0]?.count).toBe(4);
  });

  it('opens its sealed note like a single command’s, and keeps neither the note nor the NIK in clear', async () => {
    const events = await must(
      api.call({ method: 'GET', url: `/api/v1/journeys/${found.personId}/events?limit=200`, as: PROSECUTOR }),
    );
    const noted = events.body.events.find(
      ({ data }: { data?: { note?: string } }) => data?.note !== undefined,
    );
    expect(noted.data.note).toBe(NOTE);
    const kept = await api.superPool.query(
      'SELECT l.*, s.* FROM sheet.line l JOIN sheet.sheet s USING (sheet_id)',
    );
    expect(kept.rows.length).toBeGreaterThan(0);
    for (const secret of [NOTE, nik]) expect(JSON.stringify(kept.rows)).not.toContain(secret);
    for (const secret of [NOTE, nik]) expect(api.logLines.join('\n')).not.toContain(secret);
  });

  it('sent again with its key is the same sheet; another file under that key is refused', async () => {
    const key = randomUUID();
    const body = sheet(row(found.personId, '02/04/2026'));
    const [first, again] = [await must(send(body, { key })), await must(send(body, { key }))];
    expect(again.body.sheetId).toBe(first.body.sheetId);
    const other = await send(sheet(row(found.personId, '03/04/2026')), { key });
    expect([other.status, other.body.code]).toEqual([409, 'COMMAND_ID_REUSED']);
    const twin = await must(send(body));
    expect(twin.body.sameFileAs).toBe(first.body.sheetId);
    await must(run(first.body.sheetId));
    const { body: done } = await must(run(first.body.sheetId));
    expect(done).toMatchObject({ state: 'DONE', accepted: 1 });
  });

  it('comes as XLSX too, with dates as Excel keeps them, and its result goes back as XLSX', async () => {
    const file = await writeXlsx([
      {
        name: 'Data',
        rows: [HEADER.split(';'), row(found.personId, '46118').split(';')],
      },
    ]);
    const sent = await api.app.inject({
      method: 'POST',
      url: `/api/v1/sheets/site-attendance?world=${found.world}`,
      headers: {
        authorization: `Bearer ${await api.token(STAFF)}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      },
      payload: file,
    });
    expect(sent.statusCode, sent.payload).toBe(201);
    const { sheetId } = sent.json<{ sheetId: string }>();
    await must(run(sheetId));
    const sessions = await sessionsOf(api.ledger, found.personId);
    expect(sessions.at(-1)?.data).toMatchObject({ start: expect.stringMatching(/^2026-04-06T08:00/) });
    const result = await api.app.inject({
      method: 'GET',
      url: `/api/v1/sheets/${sheetId}/result.xlsx`,
      headers: { authorization: `Bearer ${await api.token(STAFF)}` },
    });
    const table = await readXlsx(result.rawPayload);
    const none = [null, null, null, null];
    expect(table).toMatchObject({ value: { rows: [{ line: 2, cells: ['2', 'diterima', ...none] }] } });
  });
});

describe('nothing runs', () => {
  it('of a sheet with a single mistake, and every mistake is told with its line', async () => {
    const before = (await sessionsOf(api.ledger, found.personId)).length;
    const unknown = `p${'0'.repeat(32)}`;
    const stranger = await registerPerson(api);
    const reply = await send(
      sheet(
        row(found.personId, '07/04/2026'),
        row(unknown, '07/04/2026'),
        row('1271014703969999', '07/04/2026'),
        row(found.personId, '07/04/2026'),
        // Another world is another Titian.
        row(stranger.personId, '07/04/2026'),
      ),
    );
    expect([reply.status, reply.body.code]).toEqual([422, 'SHEET_HAS_ERRORS']);
    expect(problemsOf(reply)).toEqual([
      [4, 'NIK', 'NIK_UNKNOWN'],
      [3, null, 'PERSON_UNKNOWN'],
      [5, null, 'LINE_TWICE'],
      [6, null, 'PERSON_UNKNOWN'],
    ]);
    expect(reply.body.lines[0].id).toMatch(/^Tidak ada orang/);
    expect(await sessionsOf(api.ledger, found.personId)).toHaveLength(before);
  });

  it('for a role, an office or a site that could not send the single command', async () => {
    const body = sheet(row(found.personId, '07/04/2026'));
    const counsellor = await send(body, { as: COUNSELLOR });
    expect([counsellor.status, counsellor.body.code]).toEqual([403, 'NOT_PERMITTED']);
    const prosecutor = await send(body, { as: PROSECUTOR });
    expect([prosecutor.status, prosecutor.body.code]).toEqual([403, 'NOT_PERMITTED']);
    for (const as of [
      { ...STAFF, sub: 'staff-far', office: 'kejari-kudus' },
      { ...SUPERVISOR, sub: 'supervisor-far', office: 'masjid-agung-medan', site: 'masjid-agung-medan' },
    ]) {
      const reply = await send(body, { as });
      expect(problemsOf(reply)).toEqual([[2, null, 'NOT_PERMITTED']]);
      const { rows } = await api.superPool.query(
        `SELECT action, outcome FROM access.log WHERE actor_id = $1 AND action = 'record-session'`,
        [as.sub],
      );
      expect(rows).toEqual([{ action: 'record-session', outcome: 'denied' }]);
    }
    const byNik = await send(sheet(row(nik, '07/04/2026')), { as: SUPERVISOR });
    expect(problemsOf(byNik)).toEqual([[2, 'NIK', 'NIK_NOT_FOR_YOU']]);
    expect((await must(send(body, { as: SUPERVISOR }))).body.state).toBe('CHECKED');
  });

  it('for another than its sender; an auditor only looks', async () => {
    const { sheetId } = (await must(send(sheet(row(found.personId, '08/04/2026'))))).body;
    const colleague = { ...STAFF, sub: 'staff-2' };
    const moved = { ...STAFF, office: 'kejari-kudus' };
    for (const as of [colleague, moved, AUDITOR]) {
      expect((await run(sheetId, as)).body.code).toBe('NOT_PERMITTED');
    }
    for (const as of [colleague, moved]) expect((await read(sheetId, as)).body.code).toBe('NOT_PERMITTED');
    expect((await must(read(sheetId, AUDITOR))).body.state).toBe('CHECKED');
    expect((await read(`sh${'0'.repeat(32)}`)).body.code).toBe('NOT_FOUND');
    const { rows } = await api.superPool.query(
      `SELECT actor_id, outcome FROM access.log WHERE subject = $1 AND action = 'read-sheet' ORDER BY id`,
      [sheetId],
    );
    expect(rows).toEqual([
      { actor_id: 'staff-2', outcome: 'denied' },
      { actor_id: 'staff-1', outcome: 'denied' },
      { actor_id: 'auditor-1', outcome: 'allowed' },
    ]);
  });

  it('of a file that is no sheet', async () => {
    const sent = (rawBody: string, contentType: string) =>
      api.call({ url: '/api/v1/sheets/site-attendance', as: STAFF, rawBody, contentType });
    expect((await sent('%PDF-1.7', 'application/pdf')).status).toBe(415);
    expect((await sent('{}', 'application/json')).status).toBe(415);
    expect((await sent('x'.repeat(9_000_000), 'text/csv')).body.code).toBe('TOO_LARGE');
    expect((await sent('a;b\n1;2', 'text/csv')).body.code).toBe('SHEET_HAS_ERRORS');
    const elsewhere = { url: '/api/v1/people', as: STAFF, rawBody: 'a;b', contentType: 'text/csv' };
    expect((await api.call(elsewhere)).status).toBe(415);
  });
});

describe('a run that is interrupted', () => {
  it('between the ledger and its own notes goes on, each line once', async () => {
    runs = false;
    const dates = ['01', '02', '03', '07', '08', '09'];
    const { sheetId } = (
      await must(send(sheet(...dates.map((day) => row(found.personId, `${day}/04/2026`, '', '14:00;15:00')))))
    ).body;
    await must(run(sheetId));
    const store = createSheetStore(pool);
    const dying = runnerOf(
      { pool, ledger: api.ledger, vault: api.vault },
      { chunk: 2, store: { ...store, settle: () => Promise.reject(new Error('killed')) } },
    );
    await expect(dying.runChunk(sheetId)).rejects.toThrow('killed');
    expect((await store.waiting(sheetId, 10)).length).toBe(6);
    const next = runnerOf({ pool, ledger: api.ledger, vault: api.vault }, { chunk: 4 });
    while (!(await next.runChunk(sheetId)).done);
    expect(await store.find(sheetId)).toMatchObject({ state: 'DONE', accepted: 6, refused: 0, failed: 0 });
    const sessions = await sessionsOf(api.ledger, found.personId);
    const own = sessions.filter(({ meta }) => meta.commandId.startsWith(`sheet:${sheetId}:`));
    expect(own).toHaveLength(6);
    runs = true;
  });

  it('denies what its sender may not, any more, and says so in the result', async () => {
    runs = false;
    const { sheetId } = (await must(send(sheet(row(found.personId, '09/04/2026', '', '16:00;17:00'))))).body;
    await must(run(sheetId));
    runs = true;
    const refusal = { code: 'NOT_PERMITTED', parameters: {} };
    const later = runnerOf({ pool, ledger: api.ledger, vault: api.vault }, { refusalOfLine: () => refusal });
    while (!(await later.runChunk(sheetId)).done);
    const result = await must(read(`${sheetId}/result.csv`));
    expect(result.text).toContain('2;tidak berwenang;NOT_PERMITTED;');
    expect(await api.ledger.findDecision(`sheet:${sheetId}:2`)).toBeUndefined();
  });
});

describe('sheets that nobody looks after', () => {
  const day = (number: string) => send(sheet(row(found.personId, `${number}/04/2026`, '', '17:00;17:30')));
  const tended = (started: string[], now = Date.now()) => ({
    ...{ store: createSheetStore(pool), ledger: api.ledger, now: () => now },
    start: async (sheetId: string) => void started.push(sheetId),
  });

  it('start again where they run and nothing has come of them for two minutes', async () => {
    runs = false;
    const [running, lost] = [(await must(day('01'))).body.sheetId, (await must(day('02'))).body.sheetId];
    await must(run(running));
    await must(run(lost));
    runs = true;
    await api.superPool.query(
      "UPDATE sheet.sheet SET started_at = started_at - interval '121 seconds' WHERE sheet_id = $1",
      [lost],
    );
    const started: string[] = [];
    expect(await restartSheets(tended(started))).toBe(1);
    expect(started).toEqual([lost]);
    // After the loss of Temporal's database the operator asks for all.
    const all: string[] = [];
    await restartSheets(tended(all), 0);
    expect(all.toSorted()).toEqual([running, lost].toSorted());
    const runner = runnerOf({ pool, ledger: api.ledger, vault: api.vault });
    for (const id of all) while (!(await runner.runChunk(id)).done);
    expect(await restartSheets(tended([]), 0)).toBe(0);
  });

  it('go after two weeks where they were checked and never run, and no other does', async () => {
    const checked = (await must(day('03'))).body.sheetId;
    const ended = (await must(day('07'))).body.sheetId;
    await must(run(ended));
    const store = createSheetStore(pool);
    const later = (days: number) => tended([], Date.now() + days * 86_400_000);
    await forgetCheckedSheets(later(13));
    expect(await store.find(checked)).toMatchObject({ state: 'CHECKED' });
    while ((await forgetCheckedSheets(later(15))) > 0);
    expect(await store.find(checked)).toBeUndefined();
    expect(await store.waiting(checked, 10)).toEqual([]);
    expect(await store.find(ended)).toMatchObject({ state: 'DONE' });
    await expect(pool.query('DELETE FROM sheet.sheet')).rejects.toThrow('permission denied');
  });
});

it('templates are there for those who may send the sheet', async () => {
  const template = await must(read('templates/site-attendance.csv'));
  expect(template.text).toMatch(/^\ufeffID peserta;NIK;Perkara;Kode lokasi;Tanggal/);
  expect((await read('templates/site-attendance.csv', COUNSELLOR)).status).toBe(403);
  expect((await read('templates/nothing.csv')).status).toBe(404);
  expect((await read('templates/site-attendance.pdf')).status).toBe(404);
});
