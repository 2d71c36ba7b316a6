/** The core flows in a browser that runs no scripts: links, buttons and whole pages only. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeDesk, moveOn } from '../support/change-desk.ts';
import {
  exampleToCheck,
  follow,
  goOn,
  isCheck,
  press,
  refusedAtTop,
  send,
  sendExample,
} from '../support/form-walk.ts';
import { dateIn, openList, takeNextStep } from '../support/home-walk.ts';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'without scripts', () => {
  let browser: Browser;
  let address: string;
  let page: Page;
  beforeAll(async () => {
    [browser, address] = await Promise.all([launchBrowser(), realConsole()]);
    const desk = await sitDown(browser, address, 'PIDUM_STAFF@kejari-medan', {
      ...{ scripts: false, newWorld: true },
    });
    desk.context.setDefaultTimeout(15_000);
    page = desk.page;
  }, 260_000);
  afterAll(() => browser?.close());
  beforeEach(() => tellFailure(() => page));

  const main = () => page.locator('main').innerText();

  test('a mistake is told at the top and beside its box, and nothing typed is lost', async () => {
    await follow(page, 'Semua perintah');
    await follow(page, /^Daftarkan orang/);
    await press(page.getByRole('button', { name: 'Isi dengan contoh' }));
    const born = page.getByRole('group', { name: 'Tanggal lahir' });
    await born.getByLabel('Bulan').fill('13');
    await goOn(page);
    expect(await refusedAtTop(page)).toBeDefined();
    expect(await born.locator('.govuk-error-message').innerText()).not.toBe('');
    expect(await born.getByLabel('Bulan').inputValue()).toBe('13');
    // The summary leads to the box.
    await page.locator('.govuk-error-summary').getByRole('link').first().click();
    expect(new URL(page.url()).hash).toContain('birthDate');
    await born.getByLabel('Bulan').fill('1');
    await goOn(page);
    expect(await isCheck(page)).toBe(true);
  });

  test('one goes back from the answers, changes one, and sends twice: it counts once', async () => {
    await page.getByRole('link', { name: /^Ubah.*Nama lengkap/ }).click();
    await page.getByLabel('Nama lengkap').fill('Tanpa Skrip Contoh');
    await goOn(page);
    expect(await main()).toContain('Tanpa Skrip Contoh');
    const sent = await send(page);
    await page.goBack();
    // Whether the browser kept the page or asks for it again, what was sent stays one.
    const again = page.getByRole('button', { name: /^Kirim/ });
    if ((await again.count()) > 0) await press(again);
    expect(receiptIn(await main())).toBe(receiptIn(sent));
  });

  test('a form of several pages is kept half-filled, found again and finished', async () => {
    await follow(page, 'Catat putusan');
    await press(page.getByRole('button', { name: 'Isi dengan contoh' }));
    await goOn(page);
    expect(await main()).toContain('Langkah 2');
    await press(page.getByRole('button', { name: 'Simpan dan lanjutkan nanti' }));
    await follow(page, 'Pekerjaan');
    await follow(page, 'Semua perintah');
    await follow(page, 'Isian yang disimpan');
    await follow(page, /Catat putusan|Lanjutkan/);
    await exampleToCheck(page);
    expect(await send(page)).toContain('pidana kerja sosial');
    await follow(page, 'Catat putusan berkekuatan hukum tetap');
    await sendExample(page);
  });

  test('a name is searched for, and leads to the person and what happened', async () => {
    await follow(page, 'Cari orang');
    await page.getByLabel('Nama atau NIK').fill('tanpa skrip');
    await press(page.getByRole('button', { name: 'Cari' }));
    expect(page.url()).not.toMatch(/skrip/i);
    await follow(page, /Tanpa Skrip Contoh/);
    await follow(page, 'Riwayat');
    expect(await main()).toContain('berkekuatan hukum tetap');
    // Sent twice, told once.
    expect(await page.getByText(/^Orang didaftarkan/).count()).toBe(1);
  });

  test('from Home’s number to a list, a line and its step, until the person works', async () => {
    await changeDesk(page, /Jaksa eksekutor/);
    await openList(page, 'Berkekuatan hukum tetap, belum P-48');
    await takeNextStep(page, 'Terbitkan P-48', 'Tanpa Skrip Contoh');
    await sendExample(page);
    await follow(page, 'Tetapkan lokasi');
    await sendExample(page);
    await changeDesk(page, /Pengawas tempat kerja sosial/);
    await openList(page, 'Penempatan perlu dijawab');
    await takeNextStep(page, 'Jawab penempatan');
    await sendExample(page);
    await changeDesk(page, /Jaksa eksekutor/);
    await openList(page, 'Menuju hari pertama');
    await takeNextStep(page, 'Susun jadwal');
    await sendExample(page);
    await follow(page, 'Mulai pelaksanaan (BA-17)');
    await sendExample(page);
    await moveOn(page, 1);
    await moveOn(page, 1);
  });

  test('two thumbs on the day: arrived, and gone home', async () => {
    await changeDesk(page, /Pengawas tempat kerja sosial/);
    await follow(page, 'Kehadiran hari ini');
    const card = page.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Tanpa Skrip Contoh' }),
    });
    // Half an hour before anybody looked at the clock.
    await card.getByText('Datang pada jam lain').click();
    await card.getByLabel('Pukul').fill('07:30');
    await press(card.getByRole('button', { name: /^Catat datang/ }));
    await expect.poll(() => card.innerText()).toContain('Sedang di sini');
    await card
      .locator('summary')
      .filter({ hasText: /^Pulang/ })
      .click();
    await card.getByLabel('Pulang pukul').fill('08:00');
    await press(card.getByRole('button', { name: /^Catat pulang/ }));
    await expect.poll(() => card.innerText()).toContain('Sudah pulang');
  });

  test('the person opens their own page with a code, and it names nobody', async () => {
    await follow(page, /^Halaman orang ini.*Tanpa Skrip Contoh/);
    const path = new URL(page.url()).pathname;
    await changeDesk(page, /Jaksa eksekutor/);
    await page.goto(path);
    await follow(page, 'Beri kode halaman pribadi');
    await press(page.getByRole('button', { name: 'Buat kode' }));
    const code = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/.exec(await main())?.[0] ?? 'none';
    await press(page.getByRole('button', { name: 'Keluar' }));
    await follow(page, 'Halaman saya (dengan kode)');
    await page.getByLabel('Kode').fill(code.toLowerCase());
    await page.getByLabel('Tahun lahir').fill('1990');
    await press(page.getByRole('button', { name: 'Buka' }));
    expect(await main()).toMatch(/Sisa jam\s+59 jam 30 menit/);
    expect(await main()).toContain('Siapa yang melihat data saya');
    expect(await page.content()).not.toMatch(/Tanpa Skrip|Pid\.B/);
    await press(page.getByRole('button', { name: 'Tutup halaman saya' }));
    expect(new URL(page.url()).pathname).not.toContain('/my/');
  });

  test('a class is written down as one outcome for all', async () => {
    const list = 'Daftar hadir yang terlewat';
    const { page: own, context } = await sitDown(browser, address, 'INSTRUCTOR@bbpvp-medan', {
      ...{ scripts: false },
    });
    page = own;
    await openList(page, list);
    const line = page.getByRole('row').last();
    const day = dateIn(await line.innerText());
    await press(line.getByRole('link', { name: 'Isi daftar hadir' }));
    await press(page.getByRole('button', { name: 'Simpan daftar hadir' }));
    await openList(page, list);
    await expect
      .poll(
        async () => {
          await page.reload();
          return page.locator('tbody').innerText();
        },
        { timeout: 20_000, interval: 300 },
      )
      .not.toContain(day);
    await context.close();
  });
});

const receiptIn = (text: string): string => /Tanda terima: (\w+)/.exec(text)?.[1] ?? 'none';
