/** What comes out of a printer: A4, without menu and practice bar, and with nothing cut off at the edge. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { press } from '../support/form-walk.ts';
import { openList } from '../support/home-walk.ts';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';
import { tellFailure } from '../support/tell-failure.ts';

/** Between the margins of an A4 sheet: 210 mm less twice 14 mm, at 96 px an inch. */
const SHEET_WIDTH = 688;
/** In points, as a printer is told. */
const A4 = [595, 842];
const NOT_PRINTED = [
  ...['.titian-sandbox', '.titian-head', '.titian-nav', '.titian-before', '.titian-foot'],
  ...['.govuk-skip-link', 'button', '.titian-tabs', 'summary.govuk-button'],
];

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'in print', () => {
  let browser: Browser;
  let address: string;
  let page: Page;
  beforeAll(async () => {
    [browser, address] = await Promise.all([launchBrowser(), realConsole()]);
  }, 260_000);
  afterAll(() => browser?.close());
  beforeEach(() => tellFailure(() => page));

  test('a person’s page and each of its tabs', async () => {
    page = (await sitDown(browser, address, 'EXECUTING_PROSECUTOR@kejari-medan')).page;
    await openList(page, 'Semua urusan meja ini');
    await press(
      page
        .getByRole('rowheader', { name: /^Eko Contoh/ })
        .getByRole('link')
        .first(),
    );
    const person = new URL(page.url()).pathname;
    for (const tab of ['', '/hours', '/training', '/papers', '/history']) {
      await page.goto(person + tab);
      await expectPrintable(page, 'Eko Contoh');
    }
  });

  test('a class’s attendance, and the list of a site’s day', async () => {
    page = (await sitDown(browser, address, 'INSTRUCTOR@bbpvp-medan')).page;
    await openList(page, 'Daftar hadir yang terlewat');
    await press(page.getByRole('link', { name: 'Isi daftar hadir' }).last());
    await expectPrintable(page, 'Daftar hadir');
    page = (await sitDown(browser, address, 'SITE_SUPERVISOR@puskesmas-helvetia')).page;
    await page.goto('/attendance');
    await expectPrintable(page, 'Kehadiran');
  });

  test('boards of a year, and an auditor’s lists', async () => {
    page = (await sitDown(browser, address, 'AUDITOR@bpk')).page;
    await page.goto('/boards/flow');
    await expectPrintable(page, 'Alur');
    await page.goto('/audit/lists');
    await expectPrintable(page, 'Daftar integritas');
  });

  async function expectPrintable(shown: Page, words: string): Promise<void> {
    const file = (await shown.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const sheets = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sheets.length).toBeGreaterThan(0);
    for (const [, width, height] of sheets)
      expect([Number(width), Number(height)].map(Math.round)).toEqual(A4);
    const before = shown.viewportSize()!;
    await shown.emulateMedia({ media: 'print' });
    await shown.setViewportSize({ width: SHEET_WIDTH, height: before.height });
    const where = new URL(shown.url()).pathname;
    expect(await shown.locator('main').innerText()).toContain(words);
    expect([where, await shown.evaluate(VISIBLE, NOT_PRINTED)]).toEqual([where, []]);
    expect([where, await shown.evaluate(CUT_OFF)]).toEqual([where, []]);
    await shown.setViewportSize(before);
    await shown.emulateMedia({ media: null });
  }
});

/** Runs in the page: which of these take up room on it. */
const VISIBLE = (selectors: readonly string[]): string[] =>
  selectors.filter((selector) =>
    // biome-ignore lint/suspicious/noExplicitAny: the page has no types here
    [...(globalThis as any).document.querySelectorAll(selector)].some(
      (one) => one.getClientRects().length > 0 && one.getBoundingClientRect().width > 1,
    ),
  );

/** Runs in the page: what is wider than the sheet, or wider than a box that hides the rest. */
const CUT_OFF = `(() => {
  const edge = document.documentElement.clientWidth + 1;
  return [...document.querySelectorAll('main *')].filter((one) => {
    const box = one.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return false;
    const style = getComputedStyle(one);
    const hides = style.overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && !/input|select|textarea/i.test(one.tagName);
    return box.right > edge || hides;
  }).map((one) => one.tagName.toLowerCase() + '.' + String(one.className?.baseVal ?? one.className).split(' ')[0] + ': ' + (one.textContent ?? '').trim().slice(0, 40)).slice(0, 8);
})()`;
