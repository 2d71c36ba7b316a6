/**
 * Somebody who has read nothing, from the sign-in page on: opens a case, credits hours, sees a ninth hour refused,
 * moves the clock to the end of the window, and replays the case as an auditor. Links, buttons and labels only.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeDesk, moveOn } from '../support/change-desk.ts';
import { follow, goOn, press, refusedAtTop, sendExample } from '../support/form-walk.ts';
import { openList, takeNextStep } from '../support/home-walk.ts';
import { launchBrowser, NO_BROWSER, realConsole } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'the first ten minutes', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const [launched, baseURL] = await Promise.all([launchBrowser(), realConsole()]);
    browser = launched;
    const context = await browser.newContext({ baseURL, viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(15_000);
    page = await context.newPage();
  }, 260_000);
  afterAll(() => browser?.close());
  beforeEach(() => tellFailure(() => page));

  test('from the sign-in page to an empty world of one’s own', async () => {
    await page.goto('/');
    await press(page.getByRole('button', { name: /Duduk di sini.*Staf Pidum/ }));
    await follow(page, 'Mulai dari awal');
    await press(page.getByRole('button', { name: 'Mulai di dunia kosong yang baru' }));
    expect(await page.locator('.titian-sandbox').innerText()).toContain('23 Maret 2026');
  });

  test('staff register a person, the ruling, and that it is final', async () => {
    await follow(page, 'Daftarkan orang');
    expect(await sendExample(page)).toContain('Orang didaftarkan');
    await follow(page, 'Catat putusan');
    expect(await sendExample(page)).toContain('60 jam pidana kerja sosial');
    await follow(page, 'Catat putusan berkekuatan hukum tetap');
    expect(await sendExample(page)).toContain('berkekuatan hukum tetap pada 23 Maret 2026');
  });

  test('the prosecutor orders, the site accepts, the schedule is planned and begins', async () => {
    await changeDesk(page, /Jaksa eksekutor/);
    await openList(page, 'Berkekuatan hukum tetap, belum P-48');
    await takeNextStep(page, 'Terbitkan P-48');
    await sendExample(page);
    await follow(page, 'Tetapkan lokasi');
    expect(await sendExample(page)).toContain('Puskesmas Helvetia ditetapkan');
    await changeDesk(page, /Pengawas tempat kerja sosial/);
    await openList(page, 'Penempatan perlu dijawab');
    await takeNextStep(page, 'Jawab penempatan');
    expect(await sendExample(page)).toContain('bersedia menerima');
    await changeDesk(page, /Jaksa eksekutor/);
    await openList(page, 'Menuju hari pertama');
    await takeNextStep(page, 'Susun jadwal');
    expect(await sendExample(page)).toContain('semua jam selesai pada');
    await follow(page, 'Mulai pelaksanaan (BA-17)');
    expect(await sendExample(page)).toContain('jangka waktu berakhir pada 21 Juni 2026');
  });

  test('the site credits eight hours; a ninth is refused beside its box, with its article', async () => {
    for (const _ of [1, 2]) await moveOn(page, 1);
    await changeDesk(page, /Pengawas tempat kerja sosial/);
    // Wednesday's hours alone, of a plan for three weekdays.
    expect(await page.getByRole('region', { name: 'Berikutnya' }).innerText()).toMatch(
      /Berikutnya\s+08\.00–12\.00 Budi Contoh/,
    );
    await moveOn(page, 1);
    await follow(page, 'Kehadiran hari ini');
    const missing = page.getByRole('region', { name: /^Belum dicatat/ });
    await missing.getByText('Datang: catat jamnya').click();
    await missing.getByLabel('Pulang').fill('16:00');
    await missing.getByRole('button', { name: /^Catat sesi/ }).click();
    await page.getByText('Semua catatan sudah terkirim').waitFor();
    await follow(page, 'Hari sebelumnya');
    await expect.poll(() => page.locator('main').innerText()).toContain('Dihitung 8 jam');
    await follow(page, /^Halaman orang ini.*Budi Contoh/);
    await page.getByText('Perintah lain').click();
    await follow(page, 'Catat sesi (PKS-03)');
    for (const [asked, time] of [
      ['Mulai bekerja', '16:00'],
      ['Selesai bekerja', '17:00'],
    ] as const) {
      const boxes = page.getByRole('group', { name: asked });
      await boxes.getByLabel('Tanggal').fill('25');
      await boxes.getByLabel('Jam (24 jam)').fill(time);
    }
    await goOn(page);
    expect(await refusedAtTop(page)).toContain('8 jam');
    const beside = page.getByRole('group', { name: 'Selesai bekerja' }).locator('.govuk-error-message');
    expect(await beside.innerText()).toMatch(/Batas harian 8 jam[\s\S]*Pasal 85 ayat \(5\)/);
  });

  test('the clock goes to the end of the window, and the review is due at the prosecutor’s', async () => {
    await changeDesk(page, /Jaksa eksekutor/);
    await moveOn(page, 180);
    await openList(page, 'Dugaan pelanggaran');
    expect(await page.getByRole('row').filter({ hasText: 'Budi Contoh' }).count()).toBeGreaterThan(0);
  });

  test('an auditor replays the case on both axes and compares three accounts', async () => {
    await changeDesk(page, /Auditor/);
    await follow(page, 'Cari orang');
    await page.getByLabel('Nama atau NIK').fill('Budi Contoh');
    await press(page.getByRole('button', { name: 'Cari', exact: true }));
    await follow(page, 'Budi Contoh');
    await follow(page, 'Putar ulang dan periksa');
    const stage = () => page.getByRole('definition').filter({ hasText: STAGES }).first().innerText();
    expect(await stage()).not.toContain('Sedang dijalani');
    // Back on the axis of recording: what was known after the eight hours.
    const recorded = page.getByRole('slider', { name: 'Sebagaimana diketahui setelah keputusan' });
    const after = await page.getByRole('option', { name: /Catat sesi \(PKS-03\) · diterima/ }).innerText();
    await recorded.fill(after.split(' ')[0]!);
    await expect.poll(stage).toContain('Sedang dijalani');
    // And on that of happening: the end of the window known, seen as of the day that was worked.
    await follow(page, 'Keadaan di dua sumbu waktu');
    const happened = page.getByRole('combobox', { name: 'Keadaan pada tanggal' });
    await happened.waitFor();
    const days = await happened.getByRole('option').allInnerTexts();
    const slider = page.getByRole('slider', { name: 'Keadaan pada tanggal' });
    await slider.fill(String(days.findIndex((day) => day.includes('25 Maret 2026'))));
    await expect.poll(stage).toContain('Sedang dijalani');
    await follow(page, 'Tiga catatan');
    await expect.poll(() => page.locator('main').innerText()).toContain('Tidak ada perbedaan');
  });
});

/** Words of the stage that stand in the state of a case. */
const STAGES = /^(Sedang dijalani|Dugaan pelanggaran ditinjau)/;
