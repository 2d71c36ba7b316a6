/** The other kinds of sheets, each on its own road: from the prison, on a remission day, and in a class. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { fictitiousIdentity, must, newWorld, REGISTRAR, registerPerson } from '../api/case-on-the-way.ts';
import { CLASS } from '../training/training-world.ts';
import { sheetRoom } from './sheet-room.ts';

const PRISON: SandboxIdentity = { sub: 'prison-1', role: 'PRISON_OFFICER', office: 'lapas-medan' };
const CENTRE: SandboxIdentity = {
  ...{ sub: 'admin-1', role: 'TRAINING_CENTRE_ADMINISTRATOR', office: 'bbpvp-medan' },
};
const INSTRUCTOR: SandboxIdentity = { sub: 'instructor-1', role: 'INSTRUCTOR', office: 'bbpvp-medan' };

let api: ApiWorld;
let world: string;
beforeAll(async () => {
  api = await openApi({ rooms: sheetRoom(() => true) });
  world = await newWorld(api, '2026-05-04T02:00:00.000Z');
});
afterAll(() => api.close());

const send = (kind: string, as: SandboxIdentity, header: string, ...rows: string[]) =>
  api.call({
    url: `/api/v1/sheets/${kind}?world=${world}`,
    ...{ as, key: randomUUID(), rawBody: [header, ...rows].join('\n'), contentType: 'text/csv' },
  });
async function run(kind: string, as: SandboxIdentity, header: string, ...rows: string[]) {
  const { sheetId } = (await must(send(kind, as, header, ...rows))).body;
  await must(api.call({ url: `/api/v1/sheets/${sheetId}/run`, as }));
  const sheet = (await must(api.call({ method: 'GET', url: `/api/v1/sheets/${sheetId}`, as }))).body;
  const result = await must(api.call({ method: 'GET', url: `/api/v1/sheets/${sheetId}/result.csv`, as }));
  const lines = result.text.split('\r\n').slice(1, -1);
  return { sheetId, sheet, result: lines.map((line) => line.split(';').slice(0, 3).join(' ').trim()) };
}
const problems = (body: { lines: { line: number; code: string }[] }) =>
  body.lines.map(({ line, code }) => `${line} ${code}`);
const lookup = async (nik: string) =>
  (await must(api.call({ url: '/api/v1/people/lookup', as: PRISON, body: { nik, world } }))).body.persons;

const SDP =
  'Nama;NIK;Tanggal lahir;Jenis kelamin;Nomor register;Mulai ditahan;Lama pidana (bulan);1/3;1/2;2/3;Ekspirasi;Bapas';
const DATES = '10/01/2026;24;10/09/2026;10/01/2027;10/05/2027;10/01/2028;bapas-medan';
const inmate = (name: string, nik: string, register: string) =>
  `${name};${nik};07/03/1996;P;${register};${DATES}`;
const NIKS = ['1271014703960021', '1271014703960022', '1271014703960023'] as const;

it('SDP: registers who is new, takes over who is known, and nobody twice', async () => {
  const known = await registerPerson(api, fictitiousIdentity({ nik: NIKS[0] }), world);
  const { sheetId, sheet, result } = await run(
    ...(['sdp-import', PRISON, SDP] as const),
    inmate('Sari Contoh', NIKS[0], 'BI.1/2026'),
    inmate('Wati Contoh', NIKS[1], 'BI.2/2026'),
    inmate('Tanpa Nik', '', 'BI.3/2026'),
    // The register number of the first line again: unique within a prison (B-13).
    inmate('Rini Contoh', NIKS[2], 'BI.1/2026'),
  );
  expect(sheet).toMatchObject({ state: 'DONE', lines: 4, commands: 7, accepted: 6, refused: 1 });
  // Lines of two persons that want one number: the earlier has it.
  expect(result).toEqual(['2 diterima', '3 diterima', '4 diterima', '5 ditolak DUPLICATE_REGISTER_NUMBER']);
  expect(await lookup(NIKS[0])).toEqual([{ personId: known.personId }]);
  const [wati] = await lookup(NIKS[1]);
  const types = (await api.ledger.readStream(`journey/${wati.personId}`)).map(({ type }) => type);
  expect(types.slice(0, 2)).toEqual(['PersonRegistered', 'InmateImported']);
  const kept = await api.superPool.query('SELECT * FROM sheet.line WHERE sheet_id = $1', [sheetId]);
  for (const secret of ['Wati', NIKS[1]]) expect(JSON.stringify(kept.rows)).not.toContain(secret);
  const again = await run('sdp-import', PRISON, SDP, inmate('Wati Contoh', NIKS[1], 'BI.9/2026'));
  expect(again.result).toEqual(['2 ditolak ALREADY_IN_CUSTODY']);
  const twice = await send(
    ...(['sdp-import', PRISON, SDP] as const),
    inmate('Satu', '1271014703960031', 'BI.11/2026'),
    inmate('Dua', '1271014703960031', 'BI.12/2026'),
  );
  expect(problems(twice.body)).toEqual(['3 NIK_TWICE']);
  // Checked and never run: nobody is found by it.
  await must(send('sdp-import', PRISON, SDP, inmate('Tiga', '1271014703960032', 'BI.13/2026')));
  const { rows } = await api.superPool.query('SELECT count(*)::int AS count FROM vault.nik_index');
  expect(rows[0].count).toBe(3);
});

it('a remission day: dates move only from the date on record, each with its decree', async () => {
  const [wati] = await lookup(NIKS[1]);
  const header = 'ID peserta;Perkara;Tanggal bebas lama;Tanggal bebas baru;Alasan;Nomor surat;Tanggal surat';
  const move = (from: string, to: string) =>
    `${wati.personId};c1;${from};${to};Remisi;PAS-1.PK.05.04/2026;02/05/2026`;
  const { result } = await run(
    ...(['release-dates', PRISON, header] as const),
    move('10/01/2028', '10/12/2027'),
    move('10/01/2028', '10/11/2027'),
  );
  expect(result[0]).toBe('2 diterima');
  expect(result[1]).toMatch(/^3 ditolak [A-Z_]+$/);
  const events = await api.ledger.readStream(`journey/${wati.personId}`);
  const changed = events.filter(({ type }) => type === 'ReleaseDateChanged');
  expect(changed).toHaveLength(1);
  expect(changed[0]?.meta.document).toMatchObject({ kind: 'SK', date: '2026-05-02' });
  const elsewhere = { ...PRISON, sub: 'prison-2', office: 'lapas-cipinang' };
  const denied = await send('release-dates', elsewhere, header, move('10/12/2027', '10/10/2027'));
  expect(problems(denied.body)).toEqual(['2 NOT_PERMITTED']);
});

it('a class: one command for a session, and each line hears of itself', async () => {
  const post = (name: string, data: object, more: object = {}) =>
    must(api.call({ url: `/api/v1/classes/las-9/commands/${name}`, as: CENTRE, body: { data, ...more } }));
  const clock = (to: string) =>
    must(api.call({ url: `/api/v1/sandbox/worlds/${world}/clock`, as: REGISTRAR, body: { to } }));
  const settle = () =>
    must(api.call({ url: `/api/v1/sandbox/worlds/${world}/settle`, as: REGISTRAR, body: {} }));
  await post('open-class', { ...CLASS, programmeId: 'las-smaw-160', capacity: 4 }, { world });
  const enrolments: string[] = [];
  for (const name of ['Ratna', 'Dewi']) {
    const person = await registerPerson(api, fictitiousIdentity({ name }), world);
    const own: SandboxIdentity = {
      sub: name.toLowerCase(),
      role: 'PERSON',
      office: 'self',
      person: person.personId,
    };
    const asked = await must(person.send('apply-for-class', { classId: 'las-9', needs: [] }, own));
    const { enrolmentId } = asked.body.events[0].data;
    enrolments.push(enrolmentId);
    await settle();
    await post('confirm-seat', { enrolmentId });
  }
  await clock('2026-06-01T02:00:00.000Z');
  await settle();
  await post('start-class', { startedOn: '2026-06-01' });
  await clock('2026-06-02T10:00:00.000Z');
  const [ratna, dewi] = enrolments as [string, string];
  const header = 'Kelas;Tanggal;Jam mulai;Nomor peserta;Kehadiran;JP';
  const { sheet, result, sheetId } = await run(
    ...(['class-attendance', INSTRUCTOR, header] as const),
    `las-9;01/06/2026;08:00;${ratna};Hadir;`,
    `las-9;02/06/2026;08:00;${ratna};Terlambat;6`,
    `las-9;01/06/2026;08:00;${dewi};Tanpa keterangan;`,
    'las-9;01/06/2026;08:00;e0000000000000000000000000000;Hadir;',
  );
  expect(sheet).toMatchObject({ state: 'DONE', lines: 4, commands: 2, accepted: 2 });
  expect(result).toEqual(['2 diterima', '3 diterima', '4 diterima', '5 ditolak NOT_IN_CLASS']);
  const recorded = (await api.ledger.readStream('class/las-9')).filter(
    ({ type }) => type === 'AttendanceRecorded',
  );
  expect(recorded.map(({ meta }) => meta.commandId)).toEqual([`sheet:${sheetId}:2`, `sheet:${sheetId}:3`]);
  expect(recorded[0]?.data).toMatchObject({
    sessionOn: '2026-06-01',
    marks: [
      { enrolmentId: ratna, outcome: 'PRESENT', jp: 8 },
      { enrolmentId: dewi, outcome: 'ABSENT', jp: 0 },
    ],
  });
  const far = { ...CENTRE, sub: 'admin-2', office: 'bbpvp-serang' };
  const denied = await send('class-attendance', far, header, `las-9;02/06/2026;08:00;${dewi};Hadir;`);
  expect(problems(denied.body)).toEqual(['2 NOT_PERMITTED']);
});
