/**
 * Titian as `npm start` starts it, pilot and all, on the run's own Postgres and Temporal servers: one for all browser
 * tests of the console, started by the run's global setup. Each file waits here until it stands.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    console: { readonly address: string; readonly mark: string } | null;
  }
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
/** Why nothing is tried; undefined where a browser is found. It becomes the name of what is skipped. */
export const NO_BROWSER: string | undefined =
  CHROMIUM === undefined ? 'not tried: no Chromium here (apt-get install chromium)' : undefined;

/** Two dozen stories are played at the start, beside other tests. */
const START_LIMIT_MS = 240_000;
const LOOK_MS = 250;

/** Address of the running product. @throws Error with what it said, where it could not start. */
export async function realConsole(): Promise<string> {
  const started = inject('console');
  if (started === null) throw new Error('no product in this run: only browser tests of the console get one');
  for (let waited = 0; waited < START_LIMIT_MS; waited += LOOK_MS) {
    if (existsSync(started.mark)) {
      const said = readFileSync(started.mark, 'utf8');
      if (said !== 'ready') throw new Error(`the product did not start:\n${said}`);
      return started.address;
    }
    await pause(LOOK_MS);
  }
  throw new Error('the product did not start in time');
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });

export interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  readonly scripts?: boolean;
  readonly language?: 'id' | 'en';
  readonly dark?: boolean;
  /** A practice world of one's own, empty: what one test does there, no other sees. */
  readonly newWorld?: boolean;
  /** A world that is there already. */
  readonly world?: string;
}

export interface Desk {
  readonly page: Page;
  readonly context: BrowserContext;
}

/** A browser window at one desk of the sandbox. @param key as in src/console/sandbox-desks.ts */
export async function sitDown(
  browser: Browser,
  address: string,
  key: string,
  options: DeskOptions = {},
): Promise<Desk> {
  const { width = 1280, height = 900, scripts = true, dark = false, language = 'id' } = options;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, javaScriptEnabled: scripts, baseURL: address },
    colorScheme: dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator(`button[value="${key}"]`).click();
  await page.waitForURL((url) => url.pathname === '/' || url.pathname.startsWith('/my'));
  if (language === 'en') await page.goto('/language/en?back=/');
  if (options.newWorld === true) {
    await page.goto('/sandbox/worlds');
    await page.locator('button[name="world"][value=""]').click();
    await page.waitForURL('**/');
  }
  if (options.world !== undefined) {
    await page.goto('/sandbox/worlds');
    await page.locator(`button[name="world"][value="${options.world}"]`).click();
    await page.waitForURL('**/');
  }
  return { page, context };
}

/** The world that a desk works in, as its bar says. */
export async function worldOf(page: Page): Promise<string> {
  const bar = await page.locator('.titian-sandbox').innerText();
  return /Jam dunia ([\w-]+):|Clock of world ([\w-]+):/.exec(bar)?.slice(1).find(Boolean) ?? '';
}
