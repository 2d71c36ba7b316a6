import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findDocsMistakes } from '../../src/runtime/docs-check.mjs';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'titian-docs-'));
  put('src/runtime/variables.ts', "TITIAN_DATA: 'folder'");
  put('src/cli/session.ts', 'const { TITIAN_URL } = process.env;');
  put('docker-compose.yml', 'TITIAN_APP_PASSWORD');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

test('a page that promises only what is there has no mistakes', () => {
  put(
    'docs/page.md',
    'Set TITIAN_DATA or TITIAN_URL; see `src/cli/session.ts` and [the start](../README.md#start).',
  );
  put('README.md', '[Page](docs/page.md), [elsewhere](https://example.org/)');
  expect(findDocsMistakes(root)).toEqual([]);
});

test('a link, a file and a variable that are not there are each told with their page', () => {
  put('README.md', '[gone](docs/gone.md)');
  put('docs/decisions/0001.md', 'Set TITIAN_MOON, in `src/moon.ts`; `src/moon.ts` again.');
  expect(findDocsMistakes(root)).toEqual([
    'README.md: the link to docs/gone.md leads nowhere',
    'docs/decisions/0001.md: there is no src/moon.ts',
    'docs/decisions/0001.md: nothing reads TITIAN_MOON',
  ]);
});

test('a page that a comment points to and that is not there is told with the file', () => {
  put('docs/decisions/0003-cache.md', 'Figures.');
  put('workers/tuning.ts', '/** Figures: docs/decisions/0003-cache.md. */');
  const gone = 'docs/decisions/0003-cash.md';
  put('src/a.mjs', `// Why: docs/decisions/0003.\nconst b = 1; // ${gone}\n`);
  put('src/c.ts', "/**\n * See docs/decisions/0004 and docs/gone.md.\n */\nput('docs/of-a-test.md');\n");
  put('src/ledger/migrations/0001_d.sql', '-- as docs/decisions/0005-e.md says');
  expect(findDocsMistakes(root)).toEqual([
    `src/a.mjs: there is no ${gone}`,
    'src/c.ts: there is no docs/decisions/0004',
    'src/c.ts: there is no docs/gone.md',
    'src/ledger/migrations/0001_d.sql: there is no docs/decisions/0005-e.md',
  ]);
});
