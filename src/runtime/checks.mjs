// The checks that read the code instead of running it; npm run check and npm test share them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root, runTool } from './bootstrap.mjs';

/** @type {readonly { name: string, run: () => Promise<boolean> }[]} */
export const checks = [
  {
    name: 'types',
    run: async () => (await runTool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit'])) === 0,
  },
  { name: 'lint', run: async () => (await runTool('@biomejs/biome/bin/biome', ['check', '.'])) === 0 },
  { name: 'docs', run: async () => tellAll(findBrokenLinks()) },
];

/**
 * Runs all checks, whatever fails, and tells each outcome.
 *
 * @returns {Promise<number>} how many failed
 */
export async function runChecks() {
  let failed = 0;
  for (const check of checks) {
    const passed = await check.run();
    console.log(`${passed ? '✓' : '✗'} ${check.name}`);
    if (!passed) failed += 1;
  }
  return failed;
}

/** Links between our own pages and files that lead nowhere. */
function findBrokenLinks() {
  return listPages().flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
    return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1].split('#')[0])
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))))
      .map((target) => `${page}: the link to ${target} leads nowhere`);
  });
}

function listPages() {
  const inDocs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    : [];
  return [...readdirSync(root), ...inDocs].filter((file) => file.endsWith('.md'));
}

/** Whether there was nothing to tell. */
function tellAll(lines) {
  for (const line of lines) console.error(line);
  return lines.length === 0;
}
