/** One piece of work from signing in to sent, without a mouse: Tab, Enter, Space, arrows and letters. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectCount } from '../support/home-walk.ts';
import { enter, stop, tabTo, type } from '../support/keyboard.ts';
import { launchBrowser, NO_BROWSER, realConsole } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'by keyboard alone', () => {
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

  const main = () => page.locator('main').innerText();

  test('the first key leads past the menu, and a desk is reached by Tab', async () => {
    await page.goto('/sign-in');
    await page.keyboard.press('Tab');
    expect(await stop(page)).toMatchObject({ name: 'Langsung ke isi', seen: true });
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#main');
    await tabTo(page, /^Duduk di sini.*Petugas Lapas/);
    await enter(page);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(await main()).toContain('Petugas Lapas');
  });

  test('from Home’s number to the list and its next step', async () => {
    await tabTo(page, /^Serah terima setelah bebas/);
    await enter(page);
    expect(await main()).toContain('Karno Contoh');
    // Keys for rows: the next one down has its first link in focus.
    await page.keyboard.press('j');
    expect(await stop(page)).toMatchObject({ tag: 'a', name: 'Karno Contoh' });
    await tabTo(page, 'Catat serah terima ke Bapas atau Disnaker');
    await enter(page);
  });

  test('what is wrong has the focus, and leads to its box', async () => {
    await tabTo(page, 'Bulan 9');
    await type(page, '13');
    await tabTo(page, 'Periksa isian');
    await enter(page);
    // The summary itself has the focus: the next Tab is its first link.
    const summary = page.locator('.govuk-error-summary');
    await expect.poll(() => page.evaluate(HAS_FOCUS)).toBe(true);
    const told = await summary.getByRole('link').allInnerTexts();
    expect(told.length).toBe(2);
    await tabTo(page, told[0]!);
    await page.keyboard.press('Enter');
    expect(await stop(page)).toMatchObject({ tag: 'select', seen: true });
  });

  test('corrected by letters and arrows, checked and sent; Home counts one less', async () => {
    await page.keyboard.type('Bapas Kelas I Medan');
    expect((await stop(page)).name).toContain('Bapas Kelas I Medan');
    await tabTo(page, 'Bulan 13');
    await type(page, '9');
    // What is folded away opens by Space, and is reached behind it.
    await tabTo(page, /^Dokumen dasar/);
    await page.keyboard.press('Space');
    await tabTo(page, /^Jenis dokumen/);
    await tabTo(page, 'Periksa isian');
    await enter(page);
    expect(await main()).toContain('Periksa sebelum mengirim');
    await tabTo(page, /^Kirim/);
    await enter(page);
    expect(await main()).toContain('Tercatat:');
    await expectCount(page, 'Serah terima setelah bebas', 0);
  });
});

const HAS_FOCUS = "document.activeElement?.classList.contains('govuk-error-summary')";
