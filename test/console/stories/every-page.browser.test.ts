/**
 * Every page that a desk can reach by its links, as a curious colleague would: none fails, none shows a code, none is
 * wider than a cheap phone or 400 % zoom, none breaks a rule of accessibility, and none tells an origin to a desk that
 * must not know it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SANDBOX_DESKS } from '../../../src/console/sandbox-desks.ts';
import { crawl, type Visited } from '../support/crawl.ts';
import { ORIGIN_BLIND, ORIGIN_WORDS } from '../support/origin-words.ts';
import { launchBrowser, NO_BROWSER, realConsole, sitDown } from '../support/real-console.ts';

const AXE = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'node_modules', 'axe-core', 'axe.min.js'),
  'utf8',
);
/** 1280 px at 400 %, and narrower than any phone in use. */
const NARROW = 320;
const DESK_LIMIT_MS = 180_000;
/** The law in general, the same for everybody. */
const LEGAL_TEXT = /^\/(privacy|about|accessibility)$/;
/** An auditor chooses among the values of rules there, and the register knows them by their codes. */
const RULE_VALUES = /^\/audit\/what-if/;
/** What a machine calls things, and no page should: codes, instants, and what rendering leaves where nothing was. */
const RAW = /\bundefined\b|\[object|\bNaN\b|\b[A-Z]{2,}_[A-Z_]{2,}\b|\d{4}-\d\d-\d\dT\d\d/g;

/** What a page says, also where a fold hides it at first. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

describe.skipIf(NO_BROWSER !== undefined)(NO_BROWSER ?? 'every page', () => {
  let browser: Browser;
  let address: string;
  /** A page of one pattern is drawn for the first desk that comes to it; what it says is read at every desk. */
  const asked = new Set<string>();
  beforeAll(async () => {
    [browser, address] = await Promise.all([launchBrowser(), realConsole()]);
  }, 260_000);
  afterAll(() => browser?.close());

  test.each(SANDBOX_DESKS.map(({ key }) => key))(
    'of %s',
    async (key) => {
      const { page, context } = await sitDown(browser, address, key, { width: NARROW, height: 640 });
      const wrong: string[] = [];
      const seen = await crawl(page, address, {
        forms: 2,
        most: 40,
        onPage: async (shown, visited) => {
          wrong.push(...(await wrongWith(shown, visited, key)));
        },
      });
      await context.close();
      expect(wrong).toEqual([]);
      // A desk whose menu leads nowhere would pass everything else.
      expect(seen.length).toBeGreaterThan(5);
    },
    DESK_LIMIT_MS,
  );

  async function wrongWith(page: Page, visited: Visited, key: string): Promise<string[]> {
    const { path, pattern, status, html } = visited;
    const text = textOf(html);
    const raw = RULE_VALUES.test(path) ? [] : [...new Set(text.match(RAW) ?? [])];
    const told =
      ORIGIN_BLIND.has(key) && !LEGAL_TEXT.test(path)
        ? ORIGIN_WORDS.filter((word) => text.includes(word))
        : [];
    const isNew = !asked.has(pattern);
    asked.add(pattern);
    return [
      ...(status === 200 ? [] : [`${path} answers ${status}`]),
      ...(raw.length === 0 ? [] : [`${path} shows ${raw.join(', ')}`]),
      ...(told.length === 0 ? [] : [`${path} tells ${told.join(', ')}`]),
      ...(isNew ? await drawn(page, path) : []),
    ];
  }

  async function drawn(page: Page, path: string): Promise<string[]> {
    await page.goto(path);
    const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
    return [
      ...(over > 0 ? [`${path} is ${over} px wider than ${NARROW}`] : []),
      ...(await axe(page)).map((violation) => `${path} ${violation}`),
    ];
  }

  async function axe(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate("axe.run(document, { resultTypes: ['violations'] })")) as {
      violations: readonly Violation[];
    };
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target} ${nodes[0]?.failureSummary ?? ''}`);
  }
});
