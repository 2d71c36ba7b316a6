/** Signing in and out, and what stands between a browser and a session. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { atDesk, Browser, hiddenFields } from './console-world.ts';

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi({ console: true });
});
afterAll(() => api.close());

describe('a session', () => {
  test('begins at a desk of the sandbox and shows whose desk it is', async () => {
    const browser = await atDesk(api, 'PIDUM_STAFF@kejari-medan');
    const page = await browser.get('/accessibility');
    expect(page.text).toContain('Staf Pidum · Kejaksaan Negeri Medan');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
  });

  test('is of no use from the database alone', async () => {
    await atDesk(api, 'PIDUM_STAFF@kejari-medan');
    const { rows } = await api.superPool.query('SELECT * FROM console.session');
    expect(rows.length).toBeGreaterThan(0);
    expect(
      JSON.stringify(rows.map((row) => ({ ...row, sealed: row.sealed.toString('latin1') }))),
    ).not.toMatch(/PIDUM_STAFF|eyJ/);
  });

  test('ends for good when one signs out', async () => {
    const browser = await atDesk(api, 'EXECUTING_PROSECUTOR@kejari-medan');
    const before = await browser.get('/accessibility');
    await browser.submit(before, '/sign-out', {});
    const after = await browser.get('/accessibility');
    expect(after.text).not.toContain('Jaksa eksekutor');
  });
});

test('sessions that are over go when somebody signs in, so many at a time, and none that is open', async () => {
  const open = await atDesk(api, 'AUDITOR@bpk');
  await api.superPool.query(
    `INSERT INTO console.session (id, secret_hash, sealed, world, expires_at)
     SELECT 'd' || lpad(to_hex(n), 24, '0'), lpad(to_hex(n), 64, '0'), '', 'pilot', clock_timestamp() - interval '2 days'
       FROM generate_series(1, 150) n`,
  );
  const left = async () =>
    (await api.superPool.query("SELECT count(*)::int AS n FROM console.session WHERE sealed = ''")).rows[0].n;
  await atDesk(api, 'PIDUM_STAFF@kejari-medan');
  expect(await left()).toBe(50);
  await Promise.all([1, 2].map(() => atDesk(api, 'PIDUM_STAFF@kejari-medan')));
  expect(await left()).toBe(0);
  expect((await open.get('/accessibility')).text).toContain('Keluar');
});

describe('signing out', () => {
  test('clears the browser also where the session has run out meanwhile', async () => {
    const browser = await atDesk(api, 'SITE_SUPERVISOR@puskesmas-helvetia');
    const before = await browser.get('/accessibility');
    await api.superPool.query("UPDATE console.session SET seen_at = seen_at - interval '2 hours'");
    const answer = await browser.post('/sign-out', hiddenFields(before.html, '/sign-out'));
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
  });

  test('with the token of nobody clears nothing', async () => {
    const browser = await atDesk(api, 'SITE_SUPERVISOR@puskesmas-helvetia');
    const answer = await browser.post('/sign-out', { _token: 'x' });
    expect(answer.headers['clear-site-data']).toBeUndefined();
  });
});

test('a page of a problem has the same policy as any other', async () => {
  const page = await new Browser(api).get('/no-such-page');
  expect(page.status).toBe(404);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
});

describe('a form', () => {
  test('without its token, or with that of another, is not taken', async () => {
    const browser = new Browser(api);
    await browser.get('/sign-in');
    const stranger = new Browser(api);
    const theirs = hiddenFields((await stranger.get('/sign-in')).html, '/sign-in');
    for (const fields of [{}, { _token: 'x' }, theirs]) {
      const answer = await browser.post('/sign-in', { ...fields, desk: 'PIDUM_STAFF@kejari-medan' });
      expect(answer.status).toBe(403);
      expect(answer.text).toContain('Formulir sudah kedaluwarsa');
    }
  });
});

test('a form comes as a form: JSON is taken only where a script of ours sends it', async () => {
  const browser = await atDesk(api, 'PIDUM_STAFF@kejari-medan');
  const page = await browser.get('/accessibility');
  const { _token } = hiddenFields(page.html, '/sign-out');
  const paths = [
    ...['/sign-out', '/sign-in', '/my', '/search', '/work/known', '/drafts', '/sheets', '/bulk/seats'],
    ...['/attendance', '/sandbox/worlds', '/sandbox/clock', '/classes/k1/units', '/people/p1/papers'],
    ...['/people/p1/code', '/certificates/check', '/audit/verify', '/assessments/a1/name'],
  ];
  for (const path of paths) {
    const answer = await browser.postJson(path, { _token, desk: 'AUDITOR@pusat', fields: { nested: true } });
    expect([path, answer.status]).toEqual([path, 415]);
    expect(answer.html).toContain('<!doctype html>');
  }
  expect((await browser.get('/accessibility')).text).toContain('Staf Pidum');
  const site = await atDesk(api, 'SITE_SUPERVISOR@puskesmas-helvetia');
  const ready = JSON.parse((await site.get('/attendance/ready')).html);
  const unreadable = await site.postJson('/attendance/acts', { _token: ready.formToken });
  expect(JSON.parse(unreadable.html)).toMatchObject({ unreadable: true });
});

test('the language is chosen once and leads nowhere else', async () => {
  const browser = new Browser(api);
  expect((await browser.get('/language/en?back=/accessibility')).location).toBe('/accessibility');
  expect((await browser.get('/accessibility')).html).toContain('<html lang="en"');
  for (const back of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)']) {
    const { location } = await browser.get(`/language/id?${new URLSearchParams({ back })}`);
    expect(location).toBe('/');
  }
});

test('a page that nobody serves is told as a page, and an API path as a problem', async () => {
  const browser = new Browser(api);
  expect((await browser.get('/nowhere')).html).toContain('<!doctype html>');
  expect((await browser.get('/api/v1/nowhere')).headers['content-type']).toContain(
    'application/problem+json',
  );
});
