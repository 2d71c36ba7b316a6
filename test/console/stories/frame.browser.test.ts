/** The frame in a real browser: sign in, language, narrow screens, the clock, no scripts. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'the frame', () => {
  let browser: Browser;
  let address: string;
  beforeAll(async () => {
    [browser, address] = await Promise.all([launchBrowser(), realConsole()]);
  }, 260_000);
  afterAll(() => browser?.close());

  test('a desk of a sandbox is one click away, and its clock moves', async () => {
    const { page, context } = await sitDown(browser, address, 'PIDUM_STAFF@kejari-medan', { newWorld: true });
    await page.getByRole('link', { name: 'Majukan jam' }).click();
    await page.getByRole('button', { name: 'Maju 30 hari' }).click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Jam sudah dimajukan');
    expect(await page.locator('.titian-sandbox').innerText()).toContain('April 2026');
    await context.close();
  });

  test('without scripts one signs in, changes the language and signs out', async () => {
    const desk = await sitDown(browser, address, 'EXECUTING_PROSECUTOR@kejari-medan', { scripts: false });
    await desk.page.getByRole('link', { name: 'English' }).click();
    expect(await desk.page.locator('.titian-head').innerText()).toContain('Executing prosecutor');
    await desk.page.getByRole('button', { name: 'Sign out' }).click();
    expect(new URL(desk.page.url()).pathname).toBe('/sign-in');
    await desk.context.close();
  });
});
