/** Looking for work as officer, employer and person meet it over HTTP (S49, S51, S52), on the real tables. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { createCandidateList } from '../../src/projections/candidate-list.ts';
import { CANDIDATE_TABLE, PROPOSAL_TABLE } from '../../src/projections/candidate-rows.ts';
import { journeysAtSite } from '../../src/projections/journeys-at-site.ts';
import { createStreamProjector, type StreamProjector } from '../../src/projections/stream-projector.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  newWorld,
  PROSECUTOR,
  REGISTRAR,
  registerPerson,
  ruling,
  STAFF,
} from '../api/case-on-the-way.ts';
import { vacancy } from './employment-world.ts';

const as = (role: SandboxIdentity['role'], office: string): SandboxIdentity => ({
  sub: office,
  role,
  office,
});
const OFFICER = as('PLACEMENT_OFFICER', 'disnaker-medan');
const BENGKEL = as('EMPLOYER', 'bengkel-las-contoh');
const HOTEL = as('EMPLOYER', 'hotel-contoh');
const document = { kind: 'surat', number: 'S-1', date: '2026-08-10' };

let api: ApiWorld;
let world: string;
let personId: string;
let lists: StreamProjector[];
let audience: ReturnType<typeof journeysAtSite>;
let seeker: SandboxIdentity;

const get = (url: string, reader?: SandboxIdentity) =>
  api.call({ method: 'GET', url, key: null, ...(reader === undefined ? {} : { as: reader }) });
const post = (url: string, data: unknown, sender: SandboxIdentity) =>
  api.call({ url, as: sender, body: { data, document } });
const journey = async (name: string, data: unknown, sender = OFFICER): Promise<void> => {
  const { status, text } = await post(`/api/v1/journeys/${personId}/commands/${name}`, data, sender);
  expect([name, status, status === 200 ? '' : text]).toEqual([name, 200, '']);
};
const catchUp = async (): Promise<void> => {
  while ((await api.ledger.sequenceLeaves()) > 0);
  for (const list of lists) await list.catchUp();
};
const search = async (reader: SandboxIdentity, more = '') =>
  (await get(`/api/v1/candidates?world=${world}&regency=Kabupaten%20Deli%20Serdang${more}`, reader)).body
    .candidates as { candidate: string }[];
const proposals = async (reader: SandboxIdentity) =>
  (await get(`/api/v1/proposals?world=${world}`, reader)).body.proposals as {
    proposalId: string;
    stage: string;
  }[];

beforeAll(async () => {
  const rooms = ({ pool, ledger }: { pool: Pool; ledger: Ledger }) => {
    lists = [CANDIDATE_TABLE, PROPOSAL_TABLE].map((table) => createStreamProjector({ pool, ledger }, table));
    const [, ofProposals] = lists as [StreamProjector, StreamProjector];
    audience = journeysAtSite({ pool, ledger, projector: ofProposals });
    return { candidates: createCandidateList(pool) };
  };
  api = await openApi({ rooms });
  world = await newWorld(api, '2026-08-10T02:00:00.000Z');
  ({ personId } = await registerPerson(api, undefined, world));
  seeker = { sub: 'orang-1', role: 'PERSON', office: 'orang', person: personId };
  await journey('register-ruling', ruling(), STAFF);
  for (const [id, ownership] of [
    ['bengkel-las-contoh', 'PRIVATE'],
    ['hotel-contoh', 'STATE_OWNED'],
  ]) {
    const data = { name: id, ownership, regency: 'Kota Medan', sector: 'MANUFACTURING' };
    expect((await post(`/api/v1/employers/${id}/commands/register-employer`, data, REGISTRAR)).status).toBe(
      200,
    );
  }
  const reported = await post('/api/v1/vacancies/las-1/commands/report-vacancy', vacancy(), BENGKEL);
  expect([reported.status, reported.text.includes('VacancyReported')]).toEqual([200, true]);
  await journey('issue-job-seeker-card', { number: 'AK1-1', issuedOn: '2026-08-10' });
  for (const purpose of ['MATCHING', 'DISCLOSE_DISABILITY'])
    await journey('give-consent', { purpose }, seeker);
  await journey('set-availability', {
    ...{ from: '2026-08-17', regencies: ['Kabupaten Deli Serdang'], sectors: ['MANUFACTURING'] },
    needs: ['SIGN_LANGUAGE_INTERPRETER'],
  });
  await catchUp();
}, 120_000);
afterAll(() => api.close());

describe('S49: an employer searches', () => {
  it('and gets skill, certificates, place and date under a token of its own', async () => {
    const [found, ...others] = await search(BENGKEL);
    expect(others).toEqual([]);
    expect(found).toEqual({
      ...{ candidate: expect.stringMatching(/^[0-9a-f]{32}$/), units: [], schemes: [], certificates: [] },
      ...{ regencies: ['Kabupaten Deli Serdang'], sectors: ['MANUFACTURING'], availableFrom: '2026-08-17' },
      ...{ needs: ['SIGN_LANGUAGE_INTERPRETER'], disability: true },
    });
    const [toTheOther] = await search(HOTEL);
    expect(toTheOther?.candidate).not.toBe(found?.candidate);
    expect((await get(`/api/v1/candidates/${found?.candidate}?world=${world}`, HOTEL)).status).toBe(404);
    expect((await get(`/api/v1/candidates/${found?.candidate}?world=${world}`, BENGKEL)).body).toEqual(found);
    expect(await search(BENGKEL, '&availableFrom=2026-08-16')).toEqual([]);
    expect(await search(BENGKEL, '&unit=C.24LAS01.001.1')).toEqual([]);
  });

  it.each([
    ['/journey?x=1', ''],
    ['/case', ''],
    ['', '&fields=units,origin'],
    ['', '&caseId=c1'],
  ])('asking for the case link (%s%s) is ORIGIN_HIDDEN, and logged', async (path, more) => {
    const [found] = await search(BENGKEL);
    const denied = async () =>
      (
        await api.superPool.query(
          "SELECT count(*)::int AS count FROM access.log WHERE outcome = 'denied' AND reason = 'ORIGIN_HIDDEN'",
        )
      ).rows[0].count;
    const before = await denied();
    const separator = path.includes('?') ? '&' : '?';
    const url = `/api/v1/candidates/${found?.candidate}${path}${separator}world=${world}${more}`;
    const { status, body } = await get(url, BENGKEL);
    expect([status, body.code]).toEqual([403, 'ORIGIN_HIDDEN']);
    expect(await denied()).toBe(before + 1);
  });

  it('the table has no column that could tell, and its owner is nobody who logs in', async () => {
    const { rows } = await api.superPool.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
        WHERE table_schema = 'projection' AND table_name IN ('candidate', 'proposal')`,
    );
    const names = rows.map(({ name }) => name);
    expect(names).toHaveLength(22);
    for (const name of names) {
      expect(name).not.toMatch(/person|nik|case|route|facility|origin|offence|referrer|gap|journey|version/);
    }
    const kept = await api.superPool.query('SELECT candidate::text AS row FROM projection.candidate');
    for (const { row } of kept.rows) expect(row).not.toContain(personId);
  });
});

describe('a vacancy that the law closes to some', () => {
  const exclusions = [{ key: 'UU_35_2014', article: 'UU 35/2014' }];
  const matches = async (id: string) =>
    (await get(`/api/v1/vacancies/${id}/matches?world=${world}`, OFFICER)).body as { matches: object[] };
  const answer = (eligible: boolean) =>
    journey('record-eligibility', { caseId: 'c1', exclusionKey: 'UU_35_2014', eligible }, PROSECUTOR);

  it('is matched without whom the office of the case answered no for, and says nothing of it', async () => {
    for (const [id, changes] of [
      ['anak', { exclusions }],
      ['terbuka', {}],
    ] as const) {
      const reported = await post(
        `/api/v1/vacancies/${id}/commands/report-vacancy`,
        vacancy(changes),
        BENGKEL,
      );
      expect([id, reported.status]).toEqual([id, 200]);
    }
    expect((await matches('anak')).matches).toHaveLength(1);
    await answer(false);
    expect(await matches('anak')).toEqual({ matches: [] });
    expect((await matches('terbuka')).matches).toHaveLength(1);
    await answer(true);
    expect((await matches('anak')).matches).toHaveLength(1);
  });
});

describe('matching and the proposal', () => {
  it('goes from the ranked list to the employer’s yes without either learning whose it is', async () => {
    const matches = await get(`/api/v1/vacancies/las-1/matches?world=${world}`, OFFICER);
    const [first] = matches.body.matches;
    expect(first.reasons.map(({ code }: { code: string }) => code)).toEqual([
      ...[
        'UNIT_MISSING',
        'SCHEME_MISSING',
        'REGENCY_FITS',
        'AVAILABLE_IN_TIME',
        'NEED_UNMET',
        'SECTOR_WANTED',
      ],
    ]);
    expect(first.reasons[2].sentence.id).toBe('Bersedia bekerja di Kabupaten Deli Serdang.');
    expect(matches.text).not.toContain(personId);
    expect((await get(`/api/v1/vacancies/las-1/matches?world=${world}`, BENGKEL)).status).toBe(403);

    const proposed = await post(
      `/api/v1/candidates/${first.candidate}/commands/propose-candidate?world=${world}`,
      { vacancyId: 'las-1' },
      OFFICER,
    );
    expect([proposed.status, proposed.body.recorded]).toEqual([200, ['CandidateProposed']]);
    await catchUp();
    const { proposalId } = proposed.body;
    expect(await proposals(HOTEL)).toEqual([]);
    expect((await proposals(BENGKEL))[0]).toMatchObject({ proposalId, stage: 'PROPOSED', available: true });
    expect(await audience({ target: 'all/vacancy/las-1' })).toEqual([
      { stream: `journey/${personId}`, world },
    ]);
    expect(await audience({ target: 'all/vacancy/anak' })).toEqual([]);

    const answer = (name: string, sender: SandboxIdentity, data: object = {}) =>
      post(`/api/v1/proposals/${proposalId}/commands/${name}?world=${world}`, data, sender);
    expect((await answer('invite-candidate', HOTEL)).body.code).toMatch(/PROPOSAL_UNKNOWN|NOT_PERMITTED/);
    const tooEarly = await answer('offer-job', BENGKEL);
    expect([tooEarly.status, tooEarly.body.code]).toEqual([409, 'PROPOSAL_WRONG_STAGE']);
    const told = [tooEarly.text];
    for (const [name, data] of [
      ['invite-candidate', {}],
      ['record-interview', { heldOn: '2026-08-10' }],
      ['offer-job', {}],
      ['accept-candidate', {}],
    ] as const) {
      const reply = await answer(name, BENGKEL, data);
      expect([name, reply.status]).toEqual([name, 200]);
      told.push(reply.text, (await get(`/api/v1/commands/${reply.body.commandId}`, BENGKEL)).text);
    }
    expect(told.join()).not.toContain(personId);
    expect(told.join()).not.toContain('journey/');
    await catchUp();
    expect((await proposals(BENGKEL))[0]).toMatchObject({ stage: 'ACCEPTED' });
  });

  it('S51: the quota of the employer, exact and rounded up, counts who agreed to be counted', async () => {
    const started = { kind: 'EMPLOYED', employerId: null, contract: 'PKWT', startedOn: '2026-08-10' };
    const [{ proposalId } = { proposalId: '' }] = await proposals(BENGKEL);
    const place = { regency: 'Kabupaten Deli Serdang', sector: 'MANUFACTURING', wageBand: null };
    await journey('start-placement', { ...started, proposalId, ...place });
    await catchUp();
    expect(await search(BENGKEL)).toEqual([]);
    const report = { workers: 250, disabledWorkers: 1, on: '2026-08-10' };
    for (const [employer, id] of [
      [BENGKEL, 'bengkel-las-contoh'],
      [HOTEL, 'hotel-contoh'],
    ] as const) {
      expect((await post(`/api/v1/employers/${id}/commands/report-workforce`, report, employer)).status).toBe(
        200,
      );
    }
    const quota = async (id: string, reader: SandboxIdentity) =>
      (await get(`/api/v1/employers/${id}/quota?world=${world}`, reader)).body;
    expect(await quota('bengkel-las-contoh', BENGKEL)).toEqual({
      ...{ law: 'UU 8/2016 art. 53', percent: 1, workers: 250, exact: 2.5, roundedUp: 3 },
      ...{ disabledWorkers: 1, missing: 2, reportedOn: '2026-08-10', placedWithConsent: 1 },
    });
    expect(await quota('hotel-contoh', AUDITOR)).toMatchObject({ percent: 2, exact: 5, roundedUp: 5 });
    expect((await quota('hotel-contoh', BENGKEL)).code).toBe('NOT_PERMITTED');

    await journey('withdraw-consent', { purpose: 'DISCLOSE_DISABILITY', stopsTraining: false }, seeker);
    await catchUp();
    expect(await quota('bengkel-las-contoh', BENGKEL)).toMatchObject({ placedWithConsent: 0 });
  });

  it('a rebuild makes the same rows', async () => {
    for (const list of lists) expect((await list.compare()).different).toEqual([]);
  });

  it('the placement office sees the search for work, and no case', async () => {
    const own = await get(`/api/v1/journeys/${personId}/employment`, OFFICER);
    expect(own.body.placements).toHaveLength(1);
    expect(own.text).not.toMatch(/kejari|bapas|"cases"/);
    expect((await get(`/api/v1/journeys/${personId}/employment`, STAFF)).status).toBe(403);
    const elsewhere = as('PLACEMENT_OFFICER', 'disnaker-bandung');
    expect((await get(`/api/v1/journeys/${personId}/employment`, elsewhere)).status).toBe(403);
  });
});
