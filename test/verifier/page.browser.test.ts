/** verify.html in a real browser, opened from a file, cut off from every network. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtVerifier } from './built.ts';
import { policyOf, signers } from './bundle-writer.ts';
import { PACK, SmallLog } from './small-log.ts';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  existsSync,
);
const NOT_TRIED = 'verify.html was not tried: no Chromium here (apt-get install chromium)';
if (CHROMIUM === undefined) console.warn(NOT_TRIED);

const keys = signers();
const log = new SmallLog(keys);
const SCREENSHOTS = process.env.TITIAN_SCREENSHOTS;

describe.skipIf(CHROMIUM === undefined)(CHROMIUM === undefined ? NOT_TRIED : 'verify.html', () => {
  let folder: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = await builtVerifier();
    writeFileSync(join(folder, 'trust.txt'), policyOf(keys));
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  async function checked(text: string, width = 1280): Promise<{ page: Page; asked: string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const asked: string[] = [];
    page.on('request', (request) => {
      if (/^(https?|wss?):/.test(request.url())) asked.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    const bundle = join(folder, 'life.titian');
    writeFileSync(bundle, text);
    await page.getByLabel('Berkas yang diperiksa').setInputFiles(bundle);
    await page.getByLabel('Kebijakan kepercayaan Anda').setInputFiles(join(folder, 'trust.txt'));
    await page.getByRole('button', { name: 'Periksa', exact: true }).click();
    await page.locator('#verdict').waitFor();
    if (SCREENSHOTS !== undefined) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      const name = `${(await page.locator('#report').getAttribute('class')) ?? ''}-${width}.png`;
      await page.screenshot({ path: join(SCREENSHOTS, name), fullPage: true });
    }
    return { page, asked };
  }

  test('says that nothing differs, in both languages, and asks the network for nothing', async () => {
    const { page, asked } = await checked(log.text);
    expect(await page.locator('#verdict').textContent()).toBe(
      'TERBUKTI: tidak ada yang berbeda dari segelnya.',
    );
    expect(await page.locator('#report').textContent()).toContain('3 keputusan dihitung ulang');
    expect(await page.getByRole('status').textContent()).toBe('Selesai diperiksa.');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('#verdict').textContent()).toBe('VERIFIED: nothing differs from its seal.');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(asked).toEqual([]);
    await page.close();
  });

  test('names a changed byte on a small screen, which is not wider than it', async () => {
    const { page } = await checked(log.text.replace('\\"minutes\\":240}"', '\\"minutes\\":280}"'), 360);
    expect(await page.locator('#verdict').textContent()).toBe(
      'BERBEDA: berkas ini tidak sama dengan segelnya.',
    );
    expect(await page.locator('#first').textContent()).toContain('perjalanan p1 (');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.close();
  });

  test('rules that call home are stopped, and the call goes nowhere', async () => {
    const pack = PACK.replace('const limit=', "new Image;fetch('https://log.example/');const limit=");
    const { page, asked } = await checked(new SmallLog(keys, { pack }).text);
    expect(await page.locator('#first').textContent()).toContain('berhenti dengan galat (ReferenceError)');
    expect(asked).toEqual([]);
    await page.close();
  });

  test('no way to a network is left to rules: not by its names, not by what they are inherited from', async () => {
    const url = 'https://log.example/';
    const ways = [
      `self.fetch('${url}')`,
      `Object.getPrototypeOf(self).fetch.call(self,'${url}')`,
      `importScripts('${url}')`,
      `new WebSocket('wss://log.example/')`,
      `new EventSource('${url}')`,
      `{const x=new XMLHttpRequest();x.open('GET','${url}');x.send()}`,
      `navigator.sendBeacon('${url}')`,
      `caches.open('a').then(c=>c.add('${url}'))`,
      `new FontFace('a','url(${url})').load()`,
      `new Worker('${url}')`,
      `postMessage({loaded:true})`,
      `(async()=>{}).constructor("fetch('${url}')")()`,
    ];
    const tries = ways.map((way) => `try{${way};reached.push(${JSON.stringify(way)})}catch{}`).join(';');
    const say = "if(reached.length>0)throw Object.assign(new Error,{name:'Reached'});const limit=";
    const pack = `const reached=[];${tries};${PACK.replace('const limit=', say)}`;
    const { page, asked } = await checked(new SmallLog(keys, { pack }).text);
    expect(await page.locator('#verdict').textContent()).toBe(
      'TERBUKTI: tidak ada yang berbeda dari segelnya.',
    );
    expect(asked).toEqual([]);
    await page.close();
  });
});
