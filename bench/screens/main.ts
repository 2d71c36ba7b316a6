/**
 * npm run screens [-- --all FOLDER]: pictures of the running product, in both languages. Without more they are those of
 * README and docs (docs/screens); `--all` takes every picture at 360 and 1280 px, light and dark, into a folder to look at.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findPackageRoot } from '../../src/ledger/package-root.ts';
import { startProduct } from '../product.ts';
import { SCREENS, type Screen, type ScreenWorld } from './screens.ts';

const root = findPackageRoot();
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const LANGUAGES = ['id', 'en'] as const;
const PHONE = { width: 360, height: 740 };
const DESKTOP = { width: 1280, height: 800 };
/** Pictures of documents, not of people: small files are worth more than fine print. */
const JPEG_QUALITY = 72;

interface Taking {
  readonly language: (typeof LANGUAGES)[number];
  readonly size: { readonly width: number; readonly height: number };
  readonly dark: boolean;
  readonly file: string;
  readonly whole: boolean;
}

async function main(): Promise<void> {
  if (CHROMIUM === undefined) throw new Error('no Chromium here: apt-get install chromium');
  const at = process.argv.indexOf('--all');
  const all = at === -1 ? undefined : process.argv[at + 1];
  const product = await startProduct();
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  try {
    const world = await lookAround(product.address);
    for (const screen of SCREENS) {
      for (const taking of takingsOf(screen, all))
        await take(browser, product.address, screen, world, taking);
    }
  } finally {
    await browser.close();
    await product.stop();
  }
}

function takingsOf({ name, phone }: Screen, all: string | undefined): Taking[] {
  if (all === undefined) {
    const size = phone === true ? PHONE : DESKTOP;
    return LANGUAGES.map((language) => ({
      ...{ language, size, dark: false, whole: false },
      file: join(root, 'docs', 'screens', language, `${name}.jpg`),
    }));
  }
  return LANGUAGES.flatMap((language) =>
    [PHONE, DESKTOP].flatMap((size) =>
      [false, true].map((dark) => ({
        ...{ language, size, dark, whole: true },
        file: join(all, `${name}-${language}-${size.width}${dark ? '-dark' : ''}.jpg`),
      })),
    ),
  );
}

async function take(
  browser: Browser,
  address: string,
  screen: Screen,
  world: ScreenWorld,
  { language, size, dark, file, whole }: Taking,
): Promise<void> {
  const context = await browser.newContext({
    ...{ viewport: size, baseURL: address, colorScheme: dark ? ('dark' as const) : ('light' as const) },
    deviceScaleFactor: 1,
  });
  const page = await context.newPage();
  if (screen.desk !== undefined) await sitDown(page, screen.desk);
  if (language === 'en') await page.goto('/language/en?back=/accessibility');
  await page.goto(screen.path(world));
  await screen.before?.(page);
  mkdirSync(join(file, '..'), { recursive: true });
  await page.screenshot({ path: file, type: 'jpeg', quality: JPEG_QUALITY, fullPage: whole });
  console.log(file.replace(`${root}/`, ''));
  await context.close();
}

async function sitDown(page: Page, desk: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator(`button[value="${desk}"]`).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Whose pages are shown: people of the pilot, found as an officer finds them. */
async function lookAround(address: string): Promise<ScreenWorld> {
  const ask = async (role: string, office: string, path: string) => {
    const asked = await fetch(`${address}/api/v1/sandbox/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role, office }),
    });
    const { token } = (await asked.json()) as { token: string };
    const answer = await fetch(address + path, { headers: { authorization: `Bearer ${token}` } });
    return (await answer.json()) as {
      cases: readonly {
        personId: string;
        stage: string;
        creditedMinutes: number;
        orderedMinutes: number | null;
      }[];
    };
  };
  const { cases } = await ask('EXECUTING_PROSECUTOR', 'kejari-medan', '/api/v1/cases?world=pilot&limit=100');
  const running = cases
    .filter(({ stage, orderedMinutes }) => stage === 'RUNNING' && orderedMinutes !== null)
    .sort((one, other) => other.creditedMinutes - one.creditedMinutes);
  const personId = running[0]?.personId;
  if (personId === undefined) throw new Error('the pilot has no running case');
  return { personId };
}

await main();
