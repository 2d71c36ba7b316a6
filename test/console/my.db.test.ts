/** The page of a person without an account: the code, the year of birth, what it says and what it keeps to itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { type CaseOnTheWay, fictitiousIdentity, runningCase } from '../api/case-on-the-way.ts';
import { atDesk, Browser, type PageAnswer } from './console-world.ts';

const CODE = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/;
const IDENTITY = fictitiousIdentity({ name: 'Sari Kenari', birthDate: '1996-03-07' });

let api: ApiWorld;
let found: CaseOnTheWay;
beforeAll(async () => {
  api = await openApi({ console: true });
  found = await runningCase(api, IDENTITY);
});
afterAll(() => api.close());

async function newCode(desk = 'PIDUM_STAFF@kejari-medan'): Promise<string> {
  const officer = await atDesk(api, desk);
  const path = `/people/${found.personId}/code`;
  const slip = await officer.submit(await officer.get(path), path, {});
  return CODE.exec(slip.text)?.[0] ?? `none: ${slip.status}`;
}

async function open(code: string, year: string): Promise<{ browser: Browser; page: PageAnswer }> {
  const browser = new Browser(api);
  const page = await browser.submit(await browser.get('/my'), '/my', { code, year });
  return { browser, page };
}

describe('with the code and the year of birth', () => {
  test('the page says where to be next, what is left, and who looked', async () => {
    const { page } = await open((await newCode()).toLowerCase().replaceAll('-', ' '), '1996');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Senin, 30 Maret 2026');
    expect(page.text).toContain('pukul 08.00 sampai 12.00 WIB');
    expect(page.text).toContain('Puskesmas Helvetia');
    expect(page.text).toContain('60 jam lagi');
    expect(page.text).toContain('Staf Pidum, Kejaksaan Negeri Medan');
    expect(page.text).toContain('Ombudsman');
  });

  test('it names neither the person nor the offence, in no byte and no address', async () => {
    const { page } = await open(await newCode(), '1996');
    for (const canary of ['Sari', 'Kenari', String(IDENTITY.nik), 'Pid.B', 'PN Mdn']) {
      expect(page.html).not.toContain(canary);
    }
    // Three digits stand in any token by chance: the article is looked for in what a person reads and follows.
    const addresses = [...page.html.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, address]) =>
      address!.replace(found.personId, '').replace(/^\/assets\/[0-9a-f]+/, ''),
    );
    for (const told of [page.text, ...addresses]) expect(told).not.toContain('466');
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('only this desk is open to it: pages of officers stay shut', async () => {
    const { browser } = await open(await newCode(), '1996');
    expect((await browser.get(`/people/${found.personId}/code`)).status).toBe(403);
    const page = await browser.get('/my/today');
    await browser.submit(page, '/sign-out', {});
    expect((await browser.get('/my/today')).status).toBe(303);
  });
});

describe('without one of the two', () => {
  test('nothing opens, and neither is told to be right', async () => {
    const code = await newCode();
    const wrongYear = await open(code, '1995');
    const wrongCode = await open('K7QM-2XPA-9RTN', '1996');
    for (const { page } of [wrongYear, wrongCode]) {
      expect(page.status).toBe(422);
      expect(page.text).toContain('Kode dan tahun lahir tidak cocok');
    }
    expect(wrongYear.page.text).toBe(wrongCode.page.text);
  });

  test('five wrong years end the code, and each stands in the access log', async () => {
    const code = await newCode();
    for (let tried = 0; tried < 5; tried += 1) await open(code, '1980');
    expect((await open(code, '1996')).page.status).toBe(422);
    const { rows } = await api.superPool.query(
      "SELECT count(*)::int AS n FROM access.log WHERE subject = $1 AND reason = 'WRONG_BIRTH_YEAR'",
      [found.personId],
    );
    expect(rows[0].n).toBeGreaterThanOrEqual(5);
  });

  test('many tries at the same time are no more than five', async () => {
    const code = await newCode();
    const years = Array.from({ length: 20 }, (_, place) => 1950 + place);
    const tries = years.map((birthYear, place) =>
      api.app.inject({
        ...{ method: 'POST', url: '/api/v1/person-pages', payload: { code, birthYear } },
        headers: { authorization: `Bearer invented-${place}` },
      }),
    );
    expect((await Promise.all(tries)).every(({ statusCode }) => statusCode !== 200)).toBe(true);
    const { rows } = await api.superPool.query('SELECT max(misses) AS most FROM console.page_code');
    expect(rows[0].most).toBe(5);
    expect((await open(code, '1996')).page.status).toBe(422);
  });

  test('an invented token gives no tries of its own', async () => {
    const answer = (place: number) =>
      api.app.inject({
        ...{
          method: 'POST',
          url: '/api/v1/person-pages',
          payload: { code: 'K7QM-2XPA-9RTN', birthYear: 1996 },
        },
        headers: { authorization: `Bearer other-${place}` },
        remoteAddress: '192.0.2.7',
      });
    const statuses: number[] = [];
    for (let place = 0; place < 22; place += 1) statuses.push((await answer(place)).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 404), 429, 429]);
  });

  test('a new code ends the one before', async () => {
    const first = await newCode();
    const second = await newCode();
    expect((await open(first, '1996')).page.status).toBe(422);
    expect((await open(second, '1996')).page.status).toBe(200);
  });
});

describe('handing out a code', () => {
  test('is for offices that reach the person, and is written down', async () => {
    expect(await newCode('PRISON_OFFICER@lapas-medan')).toMatch(/^none/);
    expect(await newCode('PROBATION_COUNSELLOR@bapas-medan')).toMatch(CODE);
    const { rows } = await api.superPool.query(
      "SELECT outcome, count(*)::int AS n FROM access.log WHERE action = 'issue-page-code' GROUP BY outcome ORDER BY outcome",
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['allowed', 'denied']);
  });

  test('leaves nothing from which a code can be read', async () => {
    const code = await newCode();
    const { rows } = await api.superPool.query('SELECT * FROM console.page_code');
    expect(JSON.stringify(rows)).not.toContain(code.replaceAll('-', ''));
    expect(api.logLines.join('\n')).not.toContain(code);
  });

  test('its tokens are of the role PERSON and of this installation alone', async () => {
    const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'titian-person+jwt' })).toString(
      'base64url',
    );
    const claims = { role: 'AUDITOR', office: 'bpk', sub: 'x', iat: 1, exp: 9_999_999_999 };
    const forged = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`;
    const answer = await api.call({ method: 'GET', url: '/api/v1/cases', token: forged });
    expect(answer.status).toBe(401);
  });
});
