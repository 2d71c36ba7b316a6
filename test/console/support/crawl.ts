/** Walks from the first page of a desk along its links, one page of each pattern, as a curious colleague would. */
import type { Page } from 'playwright-core';

export interface Visited {
  /** The path with ids replaced: `/people/:id/hours`. */
  readonly pattern: string;
  /** As it was asked for. */
  readonly path: string;
  readonly status: number;
  readonly html: string;
}

export interface CrawlOptions {
  /** How many pages of one pattern are opened. */
  readonly each?: number;
  /** Command forms that are opened: they are made by one engine. */
  readonly forms?: number;
  readonly most?: number;
  /** Further pages to begin at, for example those that only a search leads to. */
  readonly from?: readonly string[];
  /** Told of every page; the window shows none of them unless asked to. */
  onPage?(page: Page, visited: Visited): Promise<void>;
}

/** Leads out of the console, changes something, or gives a file. */
const NOT_FOLLOWED =
  /^\/(api|docs|assets|language|log|verify|openapi|sign-in|sign-out|metrics)\b|[?&](print|csv)=|\.(csv|pdf|xlsx|json|titian)\b|\/download\b/;

const LINK = /<a\b[^>]*?\shref="([^"]*)"/g;

const COMMANDS = /\/do\/([a-z-]+)$/;

/** Ids are those of persons, classes, certificates, entries of registers, events … */
export function patternOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://here.invalid');
  const parts = pathname.split('/').map((part, at, all) => (isId(part, all[at - 1], all) ? ':id' : part));
  const asked = [...searchParams.keys()].filter((name) => !['back', 'next', 'cursor'].includes(name)).sort();
  return parts.join('/') + (asked.length === 0 ? '' : `?${[...new Set(asked)].join('&')}`);
}

const ID_AFTER: ReadonlySet<string> = new Set([
  ...['people', 'classes', 'certificates', 'permits', 'findings', 'assessments', 'proposals', 'candidates'],
  ...[
    'vacancies',
    'sheets',
    'verifications',
    'journey',
    'class',
    'certificate',
    'permit',
    'finding',
    'register',
  ],
]);
const WORDS: ReadonlySet<string> = new Set(['new', 'check', 'do', 'unit-results', 'templates']);

const isId = (part: string, before: string | undefined, all: readonly string[]): boolean =>
  // The second part under /registers names the register, the third one of its entries.
  (all[1] === 'registers' && all[3] === part) ||
  /^[a-z]{0,2}[0-9a-f]{20,}$/.test(part) ||
  /^\d+$/.test(part) ||
  (before !== undefined && ID_AFTER.has(before) && !WORDS.has(part));

export async function crawl(page: Page, address: string, options: CrawlOptions = {}): Promise<Visited[]> {
  const { each = 1, forms = 4, most = 120, from = [] } = options;
  const waiting = ['/', ...from];
  const seen = new Set(waiting);
  const counts = new Map<string, number>();
  const visited: Visited[] = [];
  let openedForms = 0;
  for (let path = waiting.shift(); path !== undefined && visited.length < most; path = waiting.shift()) {
    const pattern = patternOf(path);
    const count = counts.get(pattern) ?? 0;
    if (count >= each) continue;
    if (COMMANDS.test(new URL(path, address).pathname)) {
      if (openedForms >= forms) continue;
      openedForms += 1;
    }
    counts.set(pattern, count + 1);
    // As the page is sent: to draw each one would take most of the time of a run.
    const response = await page.request.get(new URL(path, address).href, {
      headers: { accept: 'text/html' },
    });
    const html = await response.text();
    const one = { pattern, path, status: response.status(), html };
    visited.push(one);
    await options.onPage?.(page, one);
    const links = [...html.matchAll(LINK)].map(([, href]) => href!.replaceAll('&amp;', '&'));
    for (const link of links) {
      const url = new URL(link, response.url());
      const next = url.pathname + url.search;
      if (url.origin !== new URL(address).origin || NOT_FOLLOWED.test(next) || seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return visited;
}
