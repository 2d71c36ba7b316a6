// npm test [-- <files or filters>]: build, types, lint, docs, then every test. The last line counts.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, runTool } from './bootstrap.mjs';
import { runChecks } from './checks.mjs';

/** A person's settings for a running Titian must not lead the tests to its servers. */
const NOT_FOR_TESTS = /^(HOST|PORT|DATABASE_URL|TITIAN_.*|TEMPORAL_(?!CLI_PATH$).*|PG[A-Z]+)$/;

await prepare();
const failedChecks = await runChecks();
const folder = mkdtempSync(join(tmpdir(), 'titian-counts-'));
const countsFile = join(folder, 'counts.json');
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.test(name)));
const code = await runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)], {
  env: { ...env, TITIAN_TEST_COUNTS: countsFile },
});
const counts = readCounts();
rmSync(folder, { recursive: true, force: true });
counts.failed += failedChecks;
// A run that ended badly without a failed test (a crash of the runner) must not read like a good one.
if (code !== 0 && counts.failed === 0) counts.failed = 1;
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(counts.failed === 0 ? 0 : 1);

function readCounts() {
  try {
    return JSON.parse(readFileSync(countsFile, 'utf8'));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
