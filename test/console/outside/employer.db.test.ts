/** The employer's pages on the real API, with an offence, a name and a case behind the candidate (G-08, S49). */
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SandboxIdentity } from '../../../src/access/sandbox-issuer.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { createCandidateList } from '../../../src/projections/candidate-list.ts';
import { CANDIDATE_TABLE, PROPOSAL_TABLE } from '../../../src/projections/candidate-rows.ts';
import { createStreamProjector, type StreamProjector } from '../../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { must, REGISTRAR, registerPerson, ruling, STAFF } from '../../api/case-on-the-way.ts';
import { vacancy } from '../../employment/employment-world.ts';
import { atDesk, type Browser } from '../console-world.ts';

const EMPLOYER_ID = 'percontohan-galangan';
const PLACE = 'Kabupaten Deli Serdang';
const NAME = 'Kenari Rahasia';
const NIK = '1271014703960042';
const COURT = 'PN Kenari';
const OFFICER: SandboxIdentity = { sub: 'pk', role: 'PLACEMENT_OFFICER', office: 'disnaker-medan' };
const EMPLOYER: SandboxIdentity = { sub: 'hrd', role: 'EMPLOYER', office: EMPLOYER_ID };
const document = { kind: 'surat', number: 'S-1', date: '2026-08-10' };

let api: ApiWorld;
let lists: StreamProjector[];
let personId: string;
let caseNumber: string;
let employer: Browser;
let officer: Browser;

const post = (url: string, data: object, as: SandboxIdentity) =>
  must(api.call({ url, as, body: { data, document } }));
const catchUp = async (): Promise<void> => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  for (const list of lists) await list.catchUp();
};

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    lists = [CANDIDATE_TABLE, PROPOSAL_TABLE].map((table) => createStreamProjector({ pool, ledger }, table));
    return { candidates: createCandidateList(pool) };
  };
  api = await openApi({ console: true, rooms });
  // Desks of the sign-in page sit in this world.
  await must(
    api.call({
      url: '/api/v1/sandbox/worlds',
      as: REGISTRAR,
      body: { id: 'pilot', startsAt: '2026-08-10T02:00:00.000Z' },
    }),
  );
  const identity = { name: NAME, nik: NIK, birthDate: '1996-03-07', sex: 'FEMALE' };
  const registered = await registerPerson(api, identity, 'pilot');
  personId = registered.personId;
  const paper = ruling({ court: COURT });
  caseNumber = paper.caseNumber;
  const journey = (name: string, data: object, as = OFFICER) =>
    post(`/api/v1/journeys/${personId}/commands/${name}`, data, as);
  await journey('register-ruling', paper, STAFF);
  const register = { name: 'Galangan Contoh', ownership: 'PRIVATE', regency: PLACE, sector: 'MANUFACTURING' };
  await post(`/api/v1/employers/${EMPLOYER_ID}/commands/register-employer`, register, REGISTRAR);
  const workforce = { workers: 250, disabledWorkers: 1, on: '2026-08-10' };
  await post(`/api/v1/employers/${EMPLOYER_ID}/commands/report-workforce`, workforce, EMPLOYER);
  await post(
    '/api/v1/vacancies/plts-1/commands/report-vacancy',
    vacancy({ employerId: EMPLOYER_ID, jobTitle: 'Pemasang PLTS atap' }),
    EMPLOYER,
  );
  await journey('issue-job-seeker-card', { number: 'AK1-1', issuedOn: '2026-08-10' });
  const self: SandboxIdentity = { sub: 'orang', role: 'PERSON', office: 'orang', person: personId };
  for (const purpose of ['MATCHING', 'DISCLOSE_DISABILITY']) await journey('give-consent', { purpose }, self);
  await journey('set-availability', {
    ...{ from: '2026-08-17', regencies: [PLACE], sectors: ['MANUFACTURING'] },
    needs: ['RAMP'],
  });
  await catchUp();
  employer = await atDesk(api, `EMPLOYER@${EMPLOYER_ID}`);
  officer = await atDesk(api, 'PLACEMENT_OFFICER@disnaker-medan');
}, 120_000);
afterAll(() => api.close());

/** Whatever would lead back to the case. */
const canaries = () => [
  NAME,
  NIK,
  personId,
  caseNumber,
  COURT,
  'kejari',
  'bapas',
  'pidana',
  'putusan',
  'lapas',
];
const expectNothingOfOrigin = (html: string) => {
  // The foot speaks to everybody; what is asked about is the page.
  const page = html.slice(html.indexOf('<main'), html.indexOf('</main>')).toLowerCase();
  expect(page.length).toBeGreaterThan(100);
  for (const canary of canaries()) expect(page).not.toContain(canary.toLowerCase());
  for (const canary of [NAME, NIK, personId, caseNumber, COURT]) expect(html).not.toContain(canary);
};

test('the officer sees why a candidate fits, and proposes from there', async () => {
  const page = await officer.get('/vacancies/plts-1');
  expect(page.status).toBe(200);
  expect(page.text).toContain(`Bersedia bekerja di ${PLACE}.`);
  const propose = /href="(\/candidates\/[0-9a-f]{32})\/do\/propose-candidate\?vacancyId=plts-1"/.exec(
    page.html,
  );
  expect(propose).not.toBeNull();
  await post(
    `/api/v1${propose![1]}/commands/propose-candidate?world=pilot`,
    { vacancyId: 'plts-1' },
    OFFICER,
  );
  await catchUp();
});

test('the employer sees skills, date, place and agreed needs, and can answer', async () => {
  const page = await employer.get('/employer');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Pemasang PLTS atap');
  expect(page.text).toContain('17 Agustus 2026');
  expect(page.text).toContain('Jalur landai');
  expect(page.html).toMatch(/\/proposals\/w[0-9a-f]+\/do\/invite-candidate/);
  expect(page.html).toMatch(/\/proposals\/w[0-9a-f]+\/do\/decline-candidate/);
  expect(page.html).not.toMatch(/\/do\/accept-candidate/);
  expect(page.text).toContain('1 % dari 250 pekerja = 2,5, dibulatkan ke atas 3');
});

test('no byte of an employer’s page leads back to where somebody comes from', async () => {
  const list = await employer.get('/candidates');
  const token = /\/candidates\/([0-9a-f]{32})/.exec(list.html)![1]!;
  for (const path of [
    '/employer',
    '/candidates',
    `/candidates/${token}`,
    '/vacancies',
    '/vacancies/plts-1',
  ]) {
    const page = await employer.get(path);
    expect([path, page.status]).toEqual([path, 200]);
    expectNothingOfOrigin(page.html);
  }
  const person = await employer.get(`/people/${personId}`);
  expect([403, 404]).toContain(person.status);
  expect(person.text).not.toContain(NAME);
  expect((await employer.get('/vacancies/plts-1')).html).not.toContain('propose-candidate');
});

test('a vacancy that was just filled says so at once, and offers nothing more', async () => {
  const path = '/vacancies/plts-1';
  expect((await employer.get(path)).html).toContain('/do/report-vacancy-filled');
  await post('/api/v1/vacancies/plts-1/commands/report-vacancy-filled', { on: '2026-08-10' }, EMPLOYER);
  const page = await employer.get(path);
  expect(page.text).toContain('Status Terisi');
  expect(page.html).not.toContain('/do/report-vacancy-filled');
});

test('what is not there is told as a page', async () => {
  expect((await employer.get(`/candidates/${'0'.repeat(32)}`)).status).toBe(404);
  expect((await employer.get('/vacancies/tidak-ada')).status).toBe(404);
});
