/** A form that comes after its session's end: nothing is recorded, and its sender finds again what was typed. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../api/api-world.ts';
import { atDesk, type Browser, hiddenFields } from './console-world.ts';

const STAFF = 'PIDUM_STAFF@kejari-medan';
const FORM = '/do/register-person';
const TYPED = 'Sari Contoh Panjang';

let api: ApiWorld;
beforeAll(async () => {
  api = await openApi({ console: true });
});
afterAll(() => api.close());
beforeEach(() => api.superPool.query('DELETE FROM console.draft'));

const goAway = () => api.superPool.query("UPDATE console.session SET seen_at = seen_at - interval '2 hours'");
const drafts = async (): Promise<number> =>
  (await api.superPool.query('SELECT count(*)::int AS n FROM console.draft')).rows[0].n;

async function typedAtDesk(): Promise<{ browser: Browser; fields: { [name: string]: string } }> {
  const browser = await atDesk(api, STAFF);
  const page = await browser.open(FORM);
  return { browser, fields: { ...hiddenFields(page.html, FORM), 'identity.name': TYPED } };
}

async function again(browser: Browser, desk: string): Promise<void> {
  await browser.submit(await browser.get('/sign-in'), '/sign-in', { desk });
}

test('what was typed is a draft of the account that typed it, and of no other', async () => {
  const { browser, fields } = await typedAtDesk();
  await goAway();
  const answer = await browser.post(FORM, fields);
  expect(answer.status).toBe(401);
  expect(answer.text).toContain(
    'Sesi Anda sudah berakhir Yang baru saja Anda kirim belum tercatat. Isian Anda disimpan',
  );
  // Who stands before the screen now may be anybody.
  expect(answer.html).not.toContain(TYPED);
  const next = new URLSearchParams(/href="\/sign-in\?([^"]+)"/.exec(answer.html)![1]).get('next')!;
  expect(next).toContain(`${FORM}?draft=${fields._command}`);
  await again(browser, 'EXECUTING_PROSECUTOR@kejari-medan');
  expect((await browser.open(next)).html).not.toContain(TYPED);
  expect((await browser.get('/drafts')).text).toContain('Tidak ada isian yang tersimpan.');
  await again(browser, STAFF);
  expect((await browser.open(next)).html).toContain(TYPED);
  expect((await browser.get('/drafts')).text).not.toContain('Tidak ada isian yang tersimpan.');
});

test('a form without the token of that session is kept nowhere and shown nowhere', async () => {
  const { browser, fields } = await typedAtDesk();
  const stranger = (await typedAtDesk()).fields;
  await goAway();
  for (const _token of ['x', stranger._token!]) {
    const answer = await browser.post(FORM, { ...fields, _token });
    expect([answer.status, answer.text]).toEqual([401, expect.stringContaining('Tidak ada yang tercatat')]);
    expect(answer.html).not.toContain(TYPED);
  }
  expect(await drafts()).toBe(0);
});

test('whoever signed out has left nothing that a form could be kept for', async () => {
  const { browser, fields } = await typedAtDesk();
  await api.superPool.query('DELETE FROM console.session');
  expect((await browser.post(FORM, fields)).text).toContain('isian ini tidak disimpan');
  expect(await drafts()).toBe(0);
});

test('where nothing can be kept the page says so, and gives back the sentences', async () => {
  const browser = await atDesk(api, 'SITE_SUPERVISOR@puskesmas-helvetia');
  const { _token } = hiddenFields((await browser.get('/accessibility')).html, '/sign-out');
  await goAway();
  const said = { kind: 'dispute', reason: 'Tidak pernah datang <siang> itu.' };
  const answer = await browser.post('/attendance', { _token: _token!, ...said });
  expect(answer.status).toBe(401);
  expect(answer.text).toContain('Tidak ada yang tercatat, dan isian ini tidak disimpan.');
  expect(answer.html).toContain('Tidak pernah datang &lt;siang> itu.');
  expect(answer.html).toMatch(/href="\/sign-in" target="_blank"/);
  expect((await browser.post('/attendance', { _token: 'x', ...said })).html).not.toContain(
    'Tidak pernah datang',
  );
});

test('what comes from elsewhere is turned away as ever', async () => {
  const answer = await api.app.inject({
    ...{ method: 'POST', url: FORM, payload: '' },
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.statusCode).toBe(403);
});
