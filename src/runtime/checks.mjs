// The checks that read the code instead of running it; npm run check and npm test share them.
import { root, runTool } from './bootstrap.mjs';
import { findDocsMistakes } from './docs-check.mjs';
import { findWrongImports } from './import-directions.mjs';

/** @type {readonly { name: string, run: () => Promise<boolean> }[]} */
export const checks = [
  {
    name: 'types',
    run: async () =>
      (await runTool('typescript/bin/tsc', ['-p', 'tsconfig.json', '--noEmit'])) === 0 &&
      // Again as browsers see it: without Node's types, with theirs.
      (await runTool('typescript/bin/tsc', ['-p', 'verifier/tsconfig.json'])) === 0 &&
      (await runTool('typescript/bin/tsc', ['-p', 'src/console/browser/tsconfig.json'])) === 0,
  },
  { name: 'lint', run: async () => (await runTool('@biomejs/biome/bin/biome', ['check', '.'])) === 0 },
  { name: 'imports', run: async () => tellAll(findWrongImports()) },
  { name: 'docs', run: async () => tellAll(findDocsMistakes(root)) },
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

/** Whether there was nothing to tell. */
function tellAll(lines) {
  for (const line of lines) console.error(line);
  return lines.length === 0;
}
