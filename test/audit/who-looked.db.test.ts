/** Every read leaves a trace: all routes are walked, so that one that is added tomorrow cannot forget it. */
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessDetail, readAccessDetail } from '../../src/access/access-detail.ts';
import { createAccessLog } from '../../src/access/access-log.ts';
import { createBreakGlass } from '../../src/access/break-glass.ts';
import type { SandboxIdentity } from '../../src/access/sandbox-issuer.ts';
import type { ServedRoute } from '../../src/api/access-watch.ts';
import type { ApiDependencies } from '../../src/api/dependencies.ts';
import { createExplanations } from '../../src/audit/explain/explanations.ts';
import { createBundleExporter } from '../../src/audit/export/export-bundle.ts';
import { createRecordAudit } from '../../src/audit/record-audit.ts';
import { createVerifications } from '../../src/audit/verify/asked-verifications.ts';
import { createDraftDesk } from '../../src/audit/what-if/draft-desk.ts';
import { DECIDERS } from '../../src/domain/deciders.ts';
import { journeyDecider } from '../../src/domain/journey/decider.ts';
import { createNotices } from '../../src/notices/notices.ts';
import { createPapers } from '../../src/papers/papers.ts';
import { createAssessmentList } from '../../src/projections/assessment-list.ts';
import { createBoardFigures } from '../../src/projections/board-figures.ts';
import { createCandidateList } from '../../src/projections/candidate-list.ts';
import { createCertificateList } from '../../src/projections/certificate-list.ts';
import { createChangesElsewhere } from '../../src/projections/changes-elsewhere.ts';
import { createClassList } from '../../src/projections/class-list.ts';
import { createCustodyList } from '../../src/projections/custody-list.ts';
import { createFindingList } from '../../src/projections/finding-list.ts';
import { createPeopleOfDesk } from '../../src/projections/people-of-desk.ts';
import { createReferralList } from '../../src/projections/referral-list.ts';
import { createWorkList } from '../../src/projections/work-list.ts';
import { openSealedLog } from '../../src/seal/sealed-log.ts';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import {
  AUDITOR,
  type CaseOnTheWay,
  fictitiousIdentity,
  PROSECUTOR,
  runningCase,
  STAFF,
} from '../api/case-on-the-way.ts';
import { ORIGIN, policyOf, signerIn } from '../seal/sealed-world.ts';
import { sheetRoom } from '../sheets/sheet-room.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

const NIK = '3273015501900001';
const FAR: SandboxIdentity = { sub: 'far-1', role: 'EXECUTING_PROSECUTOR', office: 'kejari-jayapura' };

/** What may be seen without a trace, and why: nothing here is anybody's. */
const OPEN: { readonly [route: string]: string } = {
  'GET /api/v1/vacancies': 'vacancies are open information (Perpres 57/2023 art. 9) and name nobody',
  'GET /api/v1/permit-fines': 'a calculation from policies: nobody is asked about',
  'GET /api/v1/sheets/templates/:file': 'an empty form',
  'GET /api/v1/audit/lists':
    'which lists there are and how each is computed, a number of grants: no row of any',
  'GET /api/v1/audit/seal': 'size, time and signatures of the log’s checkpoints: hashes, nobody’s data',
  'GET /api/v1/audit/verifications/:id/progress': 'counts of rows read so far: nobody’s data',
  'GET /api/v1/sandbox/worlds': 'clocks of practice worlds: nobody’s data',
  'POST /api/v1/sandbox/worlds': 'clocks of practice worlds: nobody’s data',
  'GET /api/v1/sandbox/worlds/:id': 'clocks of practice worlds: nobody’s data',
  'GET /api/v1/sandbox/worlds/:id/clock': 'clocks of practice worlds: nobody’s data',
  'POST /api/v1/sandbox/worlds/:id/clock': 'clocks of practice worlds: nobody’s data',
  'POST /api/v1/sandbox/worlds/:id/settle': 'clocks of practice worlds: nobody’s data',
};

/** What a read needs to be asked at all: whoever asks for nothing tries nothing. */
const QUERIES: { readonly [end: string]: string } = {
  '/audit/sample': 'seed=s&size=1',
  '/audit/bundle': 'scope=class&id=las-1',
  '/audit/changes': 'since=0',
  '/explanation': 'decision=1',
};

/**
 * A room that is added tomorrow is a type error here, until its routes are walked too. The
 * public routes of credentials and the console's pages show nothing but what the API answers them;
 * page codes are there in every test.
 */
type EveryRoom = {
  [room in Exclude<OptionalRoom, 'credentials' | 'console' | 'pageCodes'>]-?: NonNullable<
    ApiDependencies[room]
  >;
};
type OptionalRoom = {
  [room in keyof ApiDependencies]-?: undefined extends ApiDependencies[room] ? room : never;
}[keyof ApiDependencies];

const folder = makeTestFolder();
function sealedRooms(pool: Pool) {
  const signer = signerIn(folder);
  const sealedLog = openSealedLog({ pool, origin: ORIGIN, policy: policyOf(signer), signer });
  return { sealedLog, exporter: createBundleExporter({ pool, log: sealedLog, build: 'test' }) };
}

const served: ServedRoute[] = [];
let api: ApiWorld;
let found: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({
    served,
    rooms: (needs): EveryRoom => ({
      sheets: sheetRoom(() => true)(needs).sheets!,
      boards: createBoardFigures(needs.pool),
      candidates: createCandidateList(needs.pool),
      certificates: createCertificateList(needs.pool),
      classes: createClassList(needs.pool),
      custody: createCustodyList(needs.pool),
      referrals: createReferralList(needs.pool),
      assessments: createAssessmentList(needs.pool),
      papers: createPapers({ ...needs, decider: journeyDecider }),
      breakGlass: createBreakGlass(needs.pool),
      findings: createFindingList(needs.pool),
      recordAudit: createRecordAudit({
        ...{ pool: needs.pool, ledger: needs.ledger, today: { buildId: 'today', bundlePath: '/nowhere' } },
      }),
      verifications: createVerifications({
        pool: needs.pool,
        verify: () => Promise.reject(new Error('nobody asks for one here')),
      }),
      explanations: createExplanations(needs),
      drafts: createDraftDesk(needs),
      ...sealedRooms(needs.pool),
      examined: needs.pool,
      work: createWorkList(needs.pool),
      changes: createChangesElsewhere(needs.pool),
      people: createPeopleOfDesk(needs.pool),
      notices: createNotices({
        ...{ ...needs, accessLog: createAccessLog(needs.pool), deciders: DECIDERS },
        settings: {
          ...{ mail: null, publicUrl: 'https://titian.example.go.id', sandbox: true, sandboxSends: false },
          webhook: { localAllowed: true, privateAllowed: false, timeoutMs: 2_000 },
        },
      }),
    }),
  });
  found = await runningCase(api, fictitiousIdentity({ nik: NIK, name: 'Wulan Rahasia' }));
  await api.ledger.sequenceLeaves();
  await api.projector.catchUp();
}, 120_000);
afterAll(async () => {
  await api.close();
  removeTestFolder(folder);
});

const get = (url: string, as: SandboxIdentity) => api.call({ method: 'GET', url, as, key: null });
const rows = async (actorId: string) =>
  (
    await api.superPool.query<{ action: string; subject: string; outcome: string; reason: string | null }>(
      'SELECT action, subject, outcome, reason FROM access.log WHERE actor_id = $1 ORDER BY id',
      [actorId],
    )
  ).rows;

describe('every route behind the token', () => {
  it('leaves its trace in the access log or in the ledger, or says why there is nothing to trace', () => {
    const open = served.filter(({ trace }) => trace === 'none');
    expect(
      Object.fromEntries(open.map(({ method, url, openData }) => [`${method} ${url}`, openData])),
    ).toEqual(OPEN);
    const decided = served.filter(({ trace }) => trace === 'ledger').map(({ url }) => url);
    expect(decided.filter((url) => !url.includes('/commands/') && url !== '/api/v1/people')).toEqual([]);
    const looks = served.filter(({ trace, method }) => trace === 'access-log' && method === 'GET');
    expect(looks.length).toBeGreaterThan(45);
  });

  it('is among them: no room that serves something is left out here', () => {
    const urls = new Set(served.map(({ url }) => url));
    const routes = [
      ...['streams/:kind/:id/runs', 'streams/:kind/:id/replay', 'streams/:kind/:id/comparison'],
      ...['streams/:kind/:id/entries', 'seal', 'changes', 'verifications', 'verifications/:id'],
      ...['streams/:kind/:id/state', 'streams/:kind/:id/explanation', 'what-if', 'bundle'],
      ...['lists/:list', 'sample', 'money', 'who-looked', 'break-glass'],
    ];
    expect(routes.filter((route) => !urls.has(`/api/v1/audit/${route}`))).toEqual([]);
    expect([...urls].filter((url) => /receipt/.test(url)).length).toBeGreaterThan(0);
  });

  it('writes down each look and each try, whoever it is', async () => {
    const names: { readonly [parameter: string]: string } = {
      personId: found.personId,
      board: 'flow',
      kind: 'site',
      file: 'result.csv',
      version: '1',
      sequence: '1',
    };
    const roles = [
      'AUDITOR',
      'PIDUM_STAFF',
      'EMPLOYER',
      'PERSON',
      'CERTIFICATION_BODY_ADMINISTRATOR',
    ] as const;
    const looks = served.filter(({ trace, method }) => trace === 'access-log' && method === 'GET');
    const untraced: unknown[] = [];
    for (const { url } of looks) {
      const path = url.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? 'x1').replace('*', 'x');
      const end = Object.keys(QUERIES).find((one) => path.endsWith(one));
      const asked = end === undefined ? path : `${path}?${QUERIES[end]}`;
      for (const role of roles) {
        const sub = `walker-${role}`;
        const before = (await rows(sub)).length;
        const as = {
          sub,
          role,
          office: 'kejari-medan',
          ...(role === 'PERSON' && { person: found.personId }),
        };
        const { status } = await get(asked, as);
        const written = (await rows(sub)).length > before;
        if (!written) untraced.push([url, role, status]);
      }
    }
    expect(untraced).toEqual([]);
  });
});

describe('what is written', () => {
  it('of a list: the filter and the number of rows, and never what somebody typed', async () => {
    const as = { ...AUDITOR, sub: 'auditor-lists' };
    await get(`/api/v1/cases?world=${found.world}&office=kejari-medan&stage=RUNNING`, as);
    await get(`/api/v1/candidates?regency=Wulan%20Rahasia`, { ...as, role: 'EMPLOYER' });
    await api.call({ url: '/api/v1/people/lookup', as, body: { nik: NIK, world: found.world } });
    const [cases, candidates, lookup] = await rows('auditor-lists');
    expect(cases).toEqual({
      ...{ action: 'list-cases', subject: 'cases', outcome: 'allowed' },
      reason: 'rows=1 office=kejari-medan stage=RUNNING',
    });
    expect(candidates?.reason).toMatch(/^rows=0 regency=#[0-9a-f]{16}$/);
    expect(lookup).toMatchObject({ action: 'find-by-nik', outcome: 'allowed', reason: 'rows=1' });
    expect(lookup?.subject).toMatch(/^[0-9a-f]{64}$/);
    const { rows: everything } = await api.superPool.query('SELECT l::text AS text FROM access.log l');
    const text = everything.map((row) => row.text).join('\n');
    for (const secret of [NIK, 'Wulan', 'Rahasia']) expect(text).not.toContain(secret);
  });

  it('of a try that came to nothing: who tried what', async () => {
    const as = { ...STAFF, sub: 'staff-tries' };
    await get('/api/v1/journeys/p00000000000000000000000000000000', as);
    await get('/api/v1/commands/nobody-sent-this', as);
    await get(`/api/v1/cases?world=${found.world}`, { ...as, role: 'EMPLOYER' });
    expect(
      (await rows('staff-tries')).map(({ action, outcome, reason }) => [action, outcome, reason]),
    ).toEqual([
      ['read-journey', 'denied', 'PERSON_UNKNOWN'],
      ['read-command', 'denied', 'NOT_FOUND'],
      ['list-cases', 'denied', 'NOT_PERMITTED'],
    ]);
  });

  it('of a try in a sandbox: the world that was asked about, also where nothing came of it', async () => {
    const as = { ...STAFF, sub: 'staff-worlds' };
    await get(`/api/v1/cases?world=${found.world}`, { ...as, role: 'EMPLOYER' });
    await api.call({
      ...{ url: '/api/v1/people/lookup', as: { ...as, role: 'EMPLOYER' } },
      body: { nik: NIK, world: found.world },
    });
    await get(`/api/v1/audit/lists/nothing?world=${found.world}`, { ...as, role: 'AUDITOR' });
    await get(`/api/v1/journeys/${found.personId}`, { ...FAR, sub: 'staff-worlds' });
    await get('/api/v1/audit/lists/nothing?world=Wulan%20Rahasia', { ...as, role: 'AUDITOR' });
    const { rows: told } = await api.superPool.query(
      "SELECT action, outcome, world FROM access.log WHERE actor_id = 'staff-worlds' ORDER BY id",
    );
    expect(told.map(({ action, outcome, world }) => `${action} ${outcome} ${world}`)).toEqual([
      `list-cases denied ${found.world}`,
      `find-by-nik denied ${found.world}`,
      `read-integrity-list denied ${found.world}`,
      `read-journey denied ${found.world}`,
    ]);
  });

  it('reads back in the form it was written in', () => {
    const hash = () => '0123456789abcdef0123456789abcdef';
    const written = accessDetail({ rows: 3, filter: { stage: 'CLOSED', number: '1271014703960001' } }, hash);
    expect(written).toBe('rows=3 stage=CLOSED number=#0123456789abcdef');
    expect(readAccessDetail(written)).toEqual({
      ...{ rows: 3, grantId: null },
      filter: { stage: 'CLOSED', number: '#0123456789abcdef' },
    });
    // A code that could be a NIK is none.
    expect(accessDetail({ rows: 0, filter: { office: '1271014703960001' } }, hash)).toMatch(/office=#/);
    expect(readAccessDetail('NOT_PERMITTED')).toBeUndefined();
  });
});

describe('one place to ask', () => {
  const asked = async (query: string) => (await get(`/api/v1/audit/who-looked?${query}`, AUDITOR)).body;

  it('by person, account, office, action, outcome and time, in pages', async () => {
    const as = { ...PROSECUTOR, sub: 'prosecutor-looks' };
    await get(`/api/v1/journeys/${found.personId}`, as);
    await get(`/api/v1/journeys/${found.personId}/events`, as);
    await get(`/api/v1/journeys/${found.personId}`, { ...FAR, sub: 'prosecutor-looks' });
    const mine = await asked(`person=${found.personId}&actor=prosecutor-looks`);
    expect(
      mine.looks.map((look: { action: string; outcome: string }) => [look.action, look.outcome]),
    ).toEqual([
      ['read-journey', 'denied'],
      ['read-events', 'allowed'],
      ['read-journey', 'allowed'],
    ]);
    const first = await asked('actor=prosecutor-looks&limit=2');
    const second = await asked(`actor=prosecutor-looks&limit=2&cursor=${first.nextCursor}`);
    expect([first.looks.length, second.looks.length, second.nextCursor]).toEqual([2, 1, null]);
    const denied = await asked('actor=prosecutor-looks&outcome=denied&office=kejari-jayapura');
    expect(denied.looks).toHaveLength(1);
    const past = await asked('actor=prosecutor-looks&to=2020-01-01T00:00:00Z');
    expect(past.looks).toEqual([]);
    // Asking is a look of its own.
    const [own] = (await asked('action=read-access-log&limit=1')).looks;
    expect(own).toMatchObject({ action: 'read-access-log', subject: 'access-log', rows: 0 });
  });

  it('is the auditor’s; a person sees role and office of who looked, and no account', async () => {
    const person: SandboxIdentity = { sub: 'wulan', role: 'PERSON', office: 'rumah', person: found.personId };
    expect((await get('/api/v1/audit/who-looked', PROSECUTOR)).status).toBe(403);
    const url = `/api/v1/people/${found.personId}/access-log`;
    const { status, body, text } = await get(`${url}?limit=200`, person);
    expect(status).toBe(200);
    expect(body.looks).toContainEqual({
      ...{ at: expect.any(String), role: 'EXECUTING_PROSECUTOR', office: 'kejari-medan' },
      ...{ action: 'read-events', outcome: 'allowed' },
    });
    expect(text).not.toContain('prosecutor-');
    expect((await get(url, { ...person, person: 'p00000000000000000000000000000001' })).status).toBe(403);
    expect((await get(url, AUDITOR)).status).toBe(403);
  });
});
