/** A piece of the week of desks that find work in the pilot: from Home's number to done, and the number goes down. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { follow, press, sendExample } from '../support/form-walk.ts';
import { dateIn, openList, takeNextStep, workOff } from '../support/home-walk.ts';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

const WAIT = { timeout: 20_000, interval: 300 };

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'desks in the pilot', () => {
  let browser: Browser;
  let address: string;
  let page: Page;
  beforeAll(async () => {
    [browser, address] = await Promise.all([launchBrowser(), realConsole()]);
  }, 260_000);
  afterAll(() => browser?.close());
  beforeEach(() => tellFailure(() => page));

  async function at(desk: string): Promise<Page> {
    page = (await sitDown(browser, address, desk)).page;
    page.setDefaultTimeout(15_000);
    return page;
  }

  test('a probation counsellor writes down what profiling found', async () => {
    const told = await workOff(
      await at('PROBATION_COUNSELLOR@bapas-medan'),
      'Pendapat dan profiling',
      'Catat hasil profiling (PKS-02)',
    );
    expect(told).toContain('profiling');
  });

  test('a prison writes down what TPP decided', async () => {
    const told = await workOff(
      await at('PRISON_OFFICER@lapas-medan'),
      'Kalender sidang TPP',
      'Catat keputusan sidang TPP',
    );
    expect(told).toContain('Tercatat: Catat keputusan sidang TPP');
  });

  test('a training centre assesses what a referred person needs', async () => {
    await at('TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
    await openList(page, 'Rujukan perlu dijawab');
    const name = await page.getByRole('rowheader').first().innerText();
    await workStep('Catat asesmen kebutuhan');
    // The person stays on the list; what is asked next is another thing.
    await expect
      .poll(
        async () => {
          await openList(page, 'Rujukan perlu dijawab');
          return page.getByRole('row').filter({ hasText: name }).innerText();
        },
        { timeout: 20_000 },
      )
      .not.toContain('Catat asesmen kebutuhan');
  });

  test('an instructor fills in a sheet that was missed, with one exception', async () => {
    const list = 'Daftar hadir yang terlewat';
    await at('INSTRUCTOR@bbpvp-medan');
    await openList(page, list);
    const day = dateIn(await page.getByRole('row').nth(1).innerText());
    await takeNextStep(page, 'Isi daftar hadir');
    await page.getByRole('row').nth(1).getByRole('combobox').selectOption('Sakit');
    await press(page.getByRole('button', { name: 'Simpan daftar hadir' }));
    await expect.poll(() => linesOf(list), WAIT).not.toContain(day);
  });

  test('a placement officer asks after somebody at work since ninety days', async () => {
    await at('PLACEMENT_OFFICER@disnaker-medan');
    await openList(page, 'Terlambat');
    const line = await page.getByRole('row').nth(1).innerText();
    await workStep('Catat pemantauan penempatan');
    // That day is done; where the next one is late as well, it takes its place.
    await expect
      .poll(
        async () => {
          await page.goto('/');
          return page.locator('main').innerText();
        },
        { timeout: 20_000 },
      )
      .not.toContain(dateIn(line));
  });

  test('an employer asks for an extension in time, and the permit officer decides on it', async () => {
    await at('EMPLOYER@percontohan-galangan');
    expect(await workOff(page, 'Jatuh tempo dalam 7 hari', 'Ajukan perpanjangan')).toContain('perpanjangan');
    await at('PERMIT_OFFICER@dit-pptka');
    await workOff(page, 'Perpanjangan', 'Putuskan perpanjangan');
  });

  test('a prosecutor signs that the work is done, and closes the case', async () => {
    await at('EXECUTING_PROSECUTOR@kejari-medan');
    const told = await workOff(page, 'Terlambat', 'Tandatangani berita acara selesai');
    expect(told).toContain('Tercatat: Tandatangani berita acara selesai');
    const list = 'Siap diselesaikan dan ditutup';
    await expect.poll(() => linesOf(list), WAIT).not.toContain('Tandatangani');
    await workOff(page, list, 'Tutup perkara (P-53)', undefined, 'Hasan Contoh');
  });

  test('a head of office reads the boards, and takes the figures along', async () => {
    await at('TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
    await follow(page, 'Papan pimpinan');
    expect(await page.getByRole('table', { name: 'Orang di setiap langkah' }).innerText()).toContain('<5');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Unduh sebagai CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
  });

  test('an auditor opens a finding, the office answers, and the auditor closes it', async () => {
    await at('AUDITOR@bpk');
    await follow(page, 'Semua perintah');
    await follow(page, /^Buka temuan/);
    await sendExample(page, async (form) => {
      await form.getByLabel('Catatan yang diperiksa').fill('class/bbpvp-medan-las-2026-3');
      await form.getByLabel('Kantor yang menjawab').selectOption('bbpvp-medan');
    });
    await at('TRAINING_CENTRE_ADMINISTRATOR@bbpvp-medan');
    expect(await linesOf('Semua urusan meja ini')).toContain('Temuan');
    await takeNextStep(page, /[Jj]awab/);
    await sendExample(page);
    await at('AUDITOR@bpk');
    await workOff(page, 'Jawaban temuan perlu dinilai', /Tutup/);
  });

  /** What stands in a list now. */
  const linesOf = async (list: string): Promise<string> => {
    await page.goto('/');
    await openList(page, list);
    return page.locator('tbody').innerText();
  };

  const workStep = async (step: string): Promise<void> => {
    await takeNextStep(page, step);
    await sendExample(page);
  };
});
