/** A phone at a site whose network goes away: noted, kept over a reload, sent once, and by nobody else. */
import { existsSync, rmSync } from 'node:fs';
import { type BrowserContext, type Browser as Chromium, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApiWorld, openApi } from '../../api/api-world.ts';
import { type CaseOnTheWay, must } from '../../api/case-on-the-way.ts';
import { builtConsole } from '../built-console.ts';
import { AT_DESK, eventsOf, peopleAtSite, SITE_DESK } from './site-day.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const NOT_TRIED = 'attendance without a network was not tried: no Chromium here (apt-get install chromium)';
if (CHROMIUM === undefined) console.warn(NOT_TRIED);

const NAMES = ['Ayu Contoh', 'Bimo Contoh', 'Citra Contoh', 'Dian Contoh'];

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? NOT_TRIED : 'attendance on a phone', () => {
  let api: ApiWorld;
  let address: string;
  let built: { readonly folder: string; readonly above: string };
  let chrome: Chromium;
  let people: readonly CaseOnTheWay[];
  let phone: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    built = await builtConsole();
    api = await openApi({ console: { assetFolders: [built.folder] } });
    people = await peopleAtSite(api, NAMES);
    address = await api.app.listen({ host: '127.0.0.1', port: 0 });
    chrome = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await chrome?.close();
    await api?.close();
    if (built !== undefined) rmSync(built.above, { recursive: true });
  });

  beforeEach(async (context) => {
    phone = await chrome.newContext({ viewport: { width: 360, height: 740 } });
    context.onTestFinished(() => phone.close());
    phone.setDefaultTimeout(30_000);
    page = await phone.newPage();
  });

  async function signIn(desk: string): Promise<void> {
    await page.goto(`${address}/sign-in?next=/attendance`);
    await page.locator(`button[value="${desk}"]`).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  /** The list, once the phone can show it without a network. */
  async function openList(): Promise<void> {
    await page.goto(`${address}/attendance`);
    const isKept =
      "navigator.serviceWorker.controller !== null && caches.match('/attendance/offline').then(Boolean)";
    await expect.poll(() => page.evaluate(isKept), { timeout: 30_000 }).toBe(true);
  }

  const card = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  // The person is named after a blank that keeps words apart for those who listen.
  const button = (name: string, what: string) =>
    card(name)
      .first()
      .getByRole('button', { name: new RegExp(`^${what}\\s*: ${name}`) });
  const strip = () => page.locator('#attendance-sync');
  const unsent = (count: number) => strip().getByText(`belum terkirim (${count})`).waitFor();
  const count = async (one: CaseOnTheWay, type: string): Promise<number> =>
    (await eventsOf(api, one)).filter((found) => found === type).length;

  test('notes three things offline, keeps them over a reload, and sends each exactly once', async () => {
    const [ayu, bimo] = people as [CaseOnTheWay, CaseOnTheWay];
    await signIn(SITE_DESK);
    await openList();
    await phone.setOffline(true);
    await button('Ayu Contoh', 'Datang').click();
    await unsent(1);
    await button('Bimo Contoh', 'Tidak datang').click();
    await unsent(2);
    await page.reload();
    await unsent(2);
    await card('Ayu Contoh').getByText('Sedang di sini').waitFor();
    expect(await page.getByText('Tidak ada jaringan. Anda tetap dapat mencatat').count()).toBe(1);
    // The arrival itself has not arrived: its session has no number yet.
    await card('Ayu Contoh').locator('summary.titian-thumb').click();
    await card('Ayu Contoh').getByLabel('Pulang pukul').fill('08:03');
    await button('Ayu Contoh', 'Catat pulang').click();
    await unsent(3);
    expect(await eventsOf(api, ayu)).not.toContain('SessionCheckedIn');
    await phone.setOffline(false);
    await strip().getByText('Semua catatan sudah terkirim.').waitFor();
    expect(await count(ayu, 'SessionCheckedIn')).toBe(1);
    expect(await count(ayu, 'SessionCheckedOut')).toBe(1);
    expect(await count(bimo, 'NoShowRecorded')).toBe(1);
    await card('Ayu Contoh').getByText('Sudah pulang').waitFor();
    // The command ids carry the device and its running number.
    const { rows } = await api.superPool.query<{ id: string }>(
      "SELECT command_id AS id FROM ledger.decision WHERE command_id LIKE '%:att.%' ORDER BY 1",
    );
    expect(rows.map(({ id }) => /:att\.[0-9a-f]{12}\.(\d+)\./.exec(id)?.[1])).toEqual(['1', '2', '3']);
  });

  test('an answer that was lost is asked for again, and counts once', async () => {
    const [, , citra] = people as [CaseOnTheWay, CaseOnTheWay, CaseOnTheWay];
    await signIn(SITE_DESK);
    await openList();
    let lost = 0;
    await page.route('**/attendance/acts', async (route) => {
      await route.fetch();
      lost += 1;
      await route.abort('connectionreset');
    });
    await button('Citra Contoh', 'Datang').click();
    await unsent(1);
    await expect.poll(() => lost).toBe(1);
    await page.unroute('**/attendance/acts');
    await strip().getByRole('button', { name: 'Kirim sekarang' }).click();
    await strip().getByText('Semua catatan sudah terkirim.').waitFor();
    expect(await count(citra, 'SessionCheckedIn')).toBe(1);
  });

  test('shows what another desk noted meanwhile, and adds nothing', async () => {
    const [, , , dian] = people as [CaseOnTheWay, CaseOnTheWay, CaseOnTheWay, CaseOnTheWay];
    await signIn(SITE_DESK);
    await openList();
    await phone.setOffline(true);
    await button('Dian Contoh', 'Tidak datang').click();
    await unsent(1);
    const came = { caseId: 'c1', siteId: 'puskesmas-helvetia', at: '2026-03-30T08:01' };
    await must(dian.send('check-in-session', came, AT_DESK));
    await phone.setOffline(false);
    await strip().getByText('Sudah dicatat datang pukul 08.01 oleh meja lain.').waitFor();
    expect(await eventsOf(api, dian)).not.toContain('NoShowRecorded');
    await strip().getByRole('button', { name: 'Mengerti' }).click();
    await strip().getByText('Yang perlu Anda ketahui').waitFor({ state: 'detached' });
    await card('Dian Contoh').getByText('Sedang di sini').waitFor();
  });

  test('a session that ended keeps what was noted; another account never sends it, its own does', async () => {
    const [, , , dian] = people as [CaseOnTheWay, CaseOnTheWay, CaseOnTheWay, CaseOnTheWay];
    await signIn(SITE_DESK);
    await openList();
    await phone.setOffline(true);
    await card('Dian Contoh').locator('summary.titian-thumb').click();
    await card('Dian Contoh').getByLabel('Pulang pukul').fill('08:04');
    await button('Dian Contoh', 'Catat pulang').click();
    await unsent(1);
    await phone.clearCookies();
    await phone.setOffline(false);
    await strip().getByText('Waktu masuk Anda sudah habis.').waitFor();
    await signIn('TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
    await page.goto(`${address}/attendance`);
    await strip().getByText('catatan akun lain yang belum terkirim (1)').waitFor();
    expect(await page.getByText('Dian Contoh').count()).toBe(0);
    expect(await eventsOf(api, dian)).not.toContain('SessionCheckedOut');
    await phone.clearCookies();
    await signIn(SITE_DESK);
    await page.goto(`${address}/attendance`);
    await strip().getByText('Semua catatan sudah terkirim.').waitFor();
    expect(await count(dian, 'SessionCheckedOut')).toBe(1);
  });

  /** Everything that the phone keeps of attendance, as text. */
  const kept = () =>
    page.evaluate(`new Promise((resolve) => {
      const opened = indexedDB.open('titian-attendance');
      opened.onsuccess = () => {
        const database = opened.result;
        const names = [...database.objectStoreNames];
        const found = {};
        const reading = database.transaction(names);
        for (const name of names)
          reading.objectStore(name).getAll().onsuccess = ({ target }) => { found[name] = target.result; };
        reading.oncomplete = () => { database.close(); resolve(JSON.stringify(found)); };
      };
    })`) as Promise<string>;
  const waiting = async (): Promise<number> => JSON.parse(await kept()).acts.length;

  async function noteOffline(): Promise<void> {
    await signIn(SITE_DESK);
    await openList();
    expect(await kept()).toContain('Contoh');
    await phone.setOffline(true);
    await card('Bimo Contoh').getByText('Ternyata datang').click();
    await card('Bimo Contoh').getByLabel('Pukul').fill('08:04');
    await button('Bimo Contoh', 'Catat datang').click();
    await unsent(1);
  }

  test('names leave the phone as soon as it hears that the session is over; what was noted stays', async () => {
    await noteOffline();
    await phone.clearCookies();
    await phone.setOffline(false);
    await strip().getByText('Waktu masuk Anda sudah habis.').waitFor();
    await expect.poll(kept).not.toContain('Contoh');
    expect(await page.locator('#attendance-list').getByText('Contoh').count()).toBe(0);
    await page.getByText('Nama-nama sudah dihapus dari telepon ini.').waitFor();
    expect(await waiting()).toBe(1);
  });

  test('names leave the phone where the sign-in page is what is answered', async () => {
    await noteOffline();
    await phone.clearCookies();
    await phone.route('**/attendance/ready', (route) => route.abort());
    await phone.setOffline(false);
    await page.goto(`${address}/attendance`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await expect.poll(kept).not.toContain('Contoh');
    expect(await waiting()).toBe(1);
  });

  test('names leave the phone where another account is at work, on whatever page; its own finds them', async () => {
    await noteOffline();
    await phone.route('**/attendance/ready', (route) => route.abort());
    await phone.setOffline(false);
    await page.goto(`${address}/commands`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await kept()).toContain('Contoh');
    // Straight over, as where somebody changes desks without signing out.
    await signIn('PIDUM_STAFF@kejari-medan');
    await expect.poll(kept).not.toContain('Contoh');
    expect(await waiting()).toBe(1);
  });

  test('whoever signs out leaves nothing on the phone, and is asked where something is unsent', async () => {
    await signIn(SITE_DESK);
    await openList();
    await phone.setOffline(true);
    await card('Bimo Contoh').getByText('Ternyata datang').click();
    await card('Bimo Contoh').getByLabel('Pukul').fill('08:04');
    await button('Bimo Contoh', 'Catat datang').click();
    await unsent(1);
    await phone.route('**/attendance/ready', (route) => route.abort());
    await phone.setOffline(false);
    const asked: string[] = [];
    page.once('dialog', async (dialog) => {
      asked.push(dialog.message());
      await dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Keluar' }).click();
    await expect.poll(() => asked.join()).toContain('belum terkirim');
    expect(new URL(page.url()).pathname).toBe('/attendance');
    page.once('dialog', (dialog) => dialog.accept());
    await page.getByRole('button', { name: 'Keluar' }).click();
    await page.waitForURL('**/sign-in');
    expect(await page.evaluate('indexedDB.databases().then((all) => all.length)')).toBe(0);
    expect(await page.evaluate('caches.keys().then((all) => all.length)')).toBe(0);
  });
});
