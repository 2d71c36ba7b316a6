/** A piece of the week of desks that begin something: a referral, an assessment, a permit, an entry of a register. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeDesk, moveOn } from '../support/change-desk.ts';
import { follow, goOn, press, send, sendExample, typeDate } from '../support/form-walk.ts';
import { countOf, expectCount, openList, workOff } from '../support/home-walk.ts';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

const WAIT = { timeout: 20_000, interval: 300 };

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'desks in a new world', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const [launched, address] = await Promise.all([launchBrowser(), realConsole()]);
    browser = launched;
    const desk = await sitDown(browser, address, 'REFERRAL_OFFICER@baznas', { newWorld: true });
    desk.context.setDefaultTimeout(15_000);
    page = desk.page;
  }, 260_000);
  afterAll(() => browser?.close());
  beforeEach(() => tellFailure(() => page));

  test('a referral officer refers a person, notes the consent, and applies for an assessment', async () => {
    await follow(page, 'Semua perintah');
    await follow(page, /^Daftarkan orang/);
    await sendExample(page);
    await follow(page, 'Terima rujukan');
    await sendExample(page);
    await openList(page, 'Rujukan belum dijawab');
    await press(page.getByRole('rowheader').getByRole('link').first());
    await page.getByText('Perintah lain').click();
    await follow(page, 'Catat persetujuan');
    await sendExample(page);
    await follow(page, 'Kembali ke orangnya');
    await page.getByText('Perintah lain').click();
    await follow(page, 'Ajukan asesmen (APL.01, APL.02)');
    expect(await sendExample(page)).toContain('Tercatat: Ajukan asesmen');
  });

  test('the LSP checks the application, appoints an assessor and a day', async () => {
    await changeDesk(page, /Admin LSP/);
    const list = 'Permohonan';
    for (const step of [
      ...['Periksa persyaratan dasar', 'Tugaskan asesor', 'Jadwalkan uji kompetensi'],
      'Sepakati penyesuaian yang layak (AK.07)',
    ]) {
      await expect.poll(() => lineOf(list), WAIT).toContain(step);
      await follow(page, step);
      await sendExample(page);
    }
    await expectCount(page, list, 0);
  });

  test('the assessor signs, tests on the day and recommends; the LSP decides', async () => {
    await changeDesk(page, /Asesor kompetensi/);
    await openList(page, 'Asesmen yang ditugaskan');
    await follow(page, 'Tanda tangani persetujuan (AK.01)');
    await sendExample(page);
    await moveOn(page, 7);
    await moveOn(page, 7);
    await openList(page, 'Asesmen yang ditugaskan');
    await expect.poll(() => lineOf('Asesmen yang ditugaskan'), WAIT).toContain('Catat uji');
    await follow(page, /^Catat uji/);
    await sendExample(page);
    // Tested, it lies in the next list of the same desk.
    await workOff(page, 'Rekomendasi perlu dikirim', 'Kirim rekomendasi asesor (AK.05)');
    await expectCount(page, 'Asesmen yang ditugaskan', 0);
  });

  test('colleagues at the LSP review, decide and issue, each another than the one before', async () => {
    const list = 'Pleno dan penerbitan';
    await changeDesk(page, /Admin LSP/);
    await openList(page, list);
    await follow(page, 'Tinjau rekomendasi');
    // Who checked the application is refused, in words.
    await expect(sendExample(page)).rejects.toThrow('lima orang yang berbeda');
    for (const [colleague, step] of [
      ['Sebagai peninjau', 'Tinjau rekomendasi'],
      ['Sebagai pemutus pleno', 'Catat rapat pleno'],
      ['Sebagai penerbit', 'Terbitkan sertifikat hasil asesmen'],
    ] as const) {
      await follow(page, 'Ganti meja');
      await page.getByText('Rekan sekantor').click();
      await press(page.getByRole('button', { name: colleague }));
      await expect.poll(() => lineOf(list), WAIT).toContain(step);
      await follow(page, step);
      await sendExample(page);
    }
    await expectCount(page, list, 0);
  });

  test('a permit officer judges an application of an employer', async () => {
    await changeDesk(page, /Pemberi kerja/);
    await follow(page, 'Semua perintah');
    await follow(page, /^Ajukan RPTKA/);
    expect(await sendExample(page)).toContain('mengajukan pengesahan RPTKA');
    await changeDesk(page, /Petugas izin TKA/);
    await workOff(page, 'Penilaian kelayakan', 'Nilai kelayakan');
  });

  test('a registrar renews a licence that ends soon', async () => {
    await changeDesk(page, /Admin register/);
    const list = 'Berakhir dalam 90 hari';
    const before = await countOf(page, list);
    await follow(page, 'Semua perintah');
    await follow(page, /^Daftarkan asesor/);
    await press(page.getByRole('button', { name: 'Isi dengan contoh' }));
    await page
      .getByLabel('Nomor MET')
      .fill(`MET.000.${String(Date.now() % 1_000_000).padStart(6, '0')} 2026`);
    await typeDate(page, 'Berlaku sampai', '2026-05-20');
    await goOn(page);
    await send(page);
    await expectCount(page, list, before + 1);
    await workOff(page, list, 'Perpanjang lisensi');
  });

  /** The one line of a list that this world's only assessment lies in. */
  const lineOf = async (list: string): Promise<string> => {
    await openList(page, list);
    return page.locator('tbody').innerText();
  };
});
