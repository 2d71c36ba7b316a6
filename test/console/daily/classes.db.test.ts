/** A class without scripts: the roster, attendance as a grid, units, seats together; and who sees no names. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import { OutcomeUnknown } from '../../../src/gateway/contract.ts';
import { createClassList } from '../../../src/projections/class-list.ts';
import { CLASS_TABLE } from '../../../src/projections/class-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { fictitiousIdentity, must, REGISTRAR, registerPerson } from '../../api/case-on-the-way.ts';
import { CLASS } from '../../training/training-world.ts';
import { atDesk, type Browser, hiddenFields } from '../console-world.ts';
import { moveClock, WORLD } from './site-day.ts';

const CENTRE: SandboxIdentity = {
  sub: 'admin-1',
  role: 'TRAINING_CENTRE_ADMINISTRATOR',
  office: 'bbpvp-medan',
};

let api: ApiWorld;
let projector: StreamProjector;
let instructor: Browser;
let centre: Browser;
/** No command arrives while this is so. */
let isAway = false;
/** Enrolments by name. */
const seats = new Map<string, string>();
const seat = (name: string): string => seats.get(name) ?? '';
const GRID = '/classes/las-1/attendance';
const UNITS = '/classes/las-1/units';

const send = (name: string, data: object, more: object = {}) =>
  must(api.call({ url: `/api/v1/classes/las-1/commands/${name}`, as: CENTRE, body: { data, ...more } }));

beforeAll(async () => {
  api = await openApi({
    console: true,
    gateway: (direct) => ({
      async send(...command) {
        if (isAway) throw new OutcomeUnknown('away');
        return direct.send(...command);
      },
    }),
    rooms: ({ pool, ledger }) => {
      projector = createStreamProjector({ pool, ledger }, CLASS_TABLE);
      return { classes: createClassList(pool) };
    },
  });
  const startsAt = '2026-05-04T02:00:00.000Z';
  await must(api.call({ url: '/api/v1/sandbox/worlds', as: REGISTRAR, body: { id: WORLD, startsAt } }));
  const plan = { ...CLASS, programmeId: 'las-smaw-160', capacity: 3, instructors: ['ins-las-medan-1'] };
  await send('open-class', plan, { world: WORLD });
  for (const name of ['Ayu Contoh', 'Bimo Contoh', 'Citra Contoh']) {
    const person = await registerPerson(api, fictitiousIdentity({ name }), WORLD);
    const own: SandboxIdentity = { sub: name[0]!, role: 'PERSON', office: 'self', person: person.personId };
    const asked = await must(person.send('apply-for-class', { classId: 'las-1', needs: [] }, own));
    seats.set(name, asked.body.events[0].data.enrolmentId);
  }
  await must(api.call({ url: `/api/v1/sandbox/worlds/${WORLD}/settle`, as: REGISTRAR, body: {} }));
  while ((await api.ledger.sequenceLeaves()) > 0);
  await projector.catchUp();
  centre = await atDesk(api, 'TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
  instructor = await atDesk(api, 'INSTRUCTOR@bbpvp-medan');
});
afterAll(() => api.close());

/** What stands chosen in a list of a page. */
function chosenIn(html: string, name: string): string | undefined {
  const list = html.split(`name="${name}"`)[1]?.split('</select>')[0] ?? '';
  const chosen = [...list.matchAll(/<option([^>]*)>/g)].find(([, rest]) => /\bselected\b/.test(rest!));
  return chosen && (/value="([^"]*)"/.exec(chosen[1]!)?.[1] ?? '');
}

const marks = async (): Promise<unknown> => {
  const events = await api.ledger.readStream('class/las-1');
  return events.filter(({ type }) => type.startsWith('Attendance')).map(({ type, data }) => [type, data]);
};

test('the centre confirms its seats together', async () => {
  expect((await centre.get('/classes')).text).toContain('3 dari 3');
  const page = await centre.get('/bulk/seats?class=las-1');
  const line = [...page.html.matchAll(/name="line" value="([^"]+)"/g)].map(([, key]) => key!);
  const form = { ...hiddenFields(page.html, '/bulk/seats'), outcome: 'confirm', line };
  expect((await centre.post('/bulk/seats', form)).text).toContain('3 baris tercatat dari 3.');
  await moveClock(api, '2026-06-01T03:00:00.000Z');
  await send('start-class', { startedOn: '2026-06-01' });
  const shown = await instructor.get('/classes/las-1');
  expect(shown.text).toContain('Ayu Contoh Diduduki');
  expect(shown.text).toContain('Isi daftar hadir');
});

test('what was chosen stands again where the first save did not arrive', async () => {
  const page = await instructor.get(GRID);
  const [ayu, bimo, citra] = ['Ayu Contoh', 'Bimo Contoh', 'Citra Contoh'].map(seat) as [
    string,
    string,
    string,
  ];
  const chosen = { all: 'LATE', [`outcome.${bimo}`]: 'SICK', [`jp.${citra}`]: '6' };
  isAway = true;
  const answer = await instructor.post(GRID, { ...hiddenFields(page.html, GRID), ...chosen });
  isAway = false;
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Ada yang perlu diperbaiki');
  expect(await marks()).toEqual([]);
  expect(answer.html).toMatch(/name="all" value="LATE" checked/);
  expect(chosenIn(answer.html, `outcome.${bimo}`)).toBe('SICK');
  expect(chosenIn(answer.html, `outcome.${ayu}`)).toBe('');
  expect(answer.html).toMatch(new RegExp(`name="jp.${citra}"[^>]*value="6"`));
});

test('all are present but one, in one save; the same save again changes nothing', async () => {
  const page = await instructor.get(GRID);
  expect(page.text).toContain('Senin, 1 Juni 2026');
  const exceptions = { [`outcome.${seat('Bimo Contoh')}`]: 'SICK', [`jp.${seat('Citra Contoh')}`]: '6' };
  const form = { ...hiddenFields(page.html, GRID), all: 'PRESENT', ...exceptions };
  expect((await instructor.post(GRID, { ...form, [`jp.${seat('Citra Contoh')}`]: '9' })).text).toContain(
    'Citra Contoh: isi JP dari 0 sampai 8.',
  );
  const saved = await instructor.post(GRID, form);
  expect(saved.location).toBe(`${GRID}?date=2026-06-01&saved=3`);
  await instructor.post(GRID, form);
  expect(await marks()).toEqual([
    [
      'AttendanceRecorded',
      expect.objectContaining({
        marks: expect.arrayContaining([
          { enrolmentId: seat('Ayu Contoh'), outcome: 'PRESENT', jp: 8 },
          { enrolmentId: seat('Bimo Contoh'), outcome: 'SICK', jp: 8 },
          { enrolmentId: seat('Citra Contoh'), outcome: 'PRESENT', jp: 6 },
        ]),
        rejected: [],
      }),
    ],
  ]);
});

test('a mark that is changed becomes a correction, the others stay', async () => {
  const page = await instructor.get(`${GRID}?date=2026-06-01`);
  expect(page.text).toContain('Simpan perbaikan');
  const as = (name: string, outcome: string) => ({ [`outcome.${seat(name)}`]: outcome });
  const form = {
    ...hiddenFields(page.html, GRID),
    ...as('Ayu Contoh', 'LATE'),
    ...as('Bimo Contoh', 'SICK'),
    ...as('Citra Contoh', 'PRESENT'),
    [`jp.${seat('Citra Contoh')}`]: '6',
  };
  expect((await instructor.post(GRID, form)).location).toContain('saved=1');
  expect(await marks()).toMatchObject([
    ['AttendanceRecorded', {}],
    ['AttendanceCorrected', { enrolmentId: seat('Ayu Contoh'), outcome: 'LATE' }],
  ]);
});

test('a page from before another desk’s correction puts nothing back', async () => {
  const as = (name: string, outcome: string) => ({ [`outcome.${seat(name)}`]: outcome });
  const shown = {
    ...as('Ayu Contoh', 'LATE'),
    ...as('Bimo Contoh', 'SICK'),
    ...as('Citra Contoh', 'PRESENT'),
  };
  const page = await instructor.get(`${GRID}?date=2026-06-01`);
  const form = { ...hiddenFields(page.html, GRID), ...shown };
  const other = hiddenFields((await centre.get(`${GRID}?date=2026-06-01`)).html, GRID);
  await centre.post(GRID, { ...other, ...shown, ...as('Bimo Contoh', 'ABSENT') });
  const before = await marks();
  expect(before).toHaveLength(3);
  // As the page stood: no mark of it was changed here.
  await instructor.post(GRID, form);
  expect(await marks()).toEqual(before);
  // And a change of what meanwhile is another mark is not made over it.
  const again = await instructor.post(GRID, { ...form, ...as('Bimo Contoh', 'LATE') });
  expect(again.status).toBe(409);
  expect(again.text).toContain('Bimo Contoh: baru saja dicatat oleh meja lain');
  expect(chosenIn(again.html, `outcome.${seat('Bimo Contoh')}`)).toBe('ABSENT');
  expect(await marks()).toEqual(before);
});

test('a day that has not come is not offered', async () => {
  const page = await instructor.get(`${GRID}?date=2026-06-02`);
  expect(page.text).toContain('Hari ini belum tiba');
  expect(page.html).not.toContain('name="slot"');
});

test('a unit is achieved by all but one', async () => {
  const page = await instructor.get(UNITS);
  const form = hiddenFields(page.html, UNITS);
  expect((await instructor.post(UNITS, { ...form, all: '' })).status).toBe(422);
  // A unit that is none of this class stands for no other.
  const strange = await instructor.post(UNITS, { ...form, unit: 'TIDAK-ADA', all: 'yes' });
  expect([strange.status, strange.text]).toEqual([422, expect.stringContaining('Tidak ada yang dicatat')]);
  const saved = await instructor.submit(page, UNITS, { all: 'yes', [`result.${seat('Bimo Contoh')}`]: 'no' });
  expect(saved.text).toContain('Hasil unit tersimpan.');
  expect(saved.text).toContain('(2 dari 3)');
  expect((await centre.get(UNITS)).status).toBe(403);
});

test('an auditor sees the class and nobody’s name, and what is not there is not found', async () => {
  const auditor = await atDesk(api, 'AUDITOR@bpk');
  const page = await auditor.get('/classes/las-1');
  expect(page.status).toBe(200);
  expect(page.text).not.toContain('Contoh');
  expect((await auditor.get(GRID)).status).toBe(403);
  expect((await centre.get('/classes/none-such')).status).toBe(404);
});
