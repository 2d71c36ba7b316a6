/** The rule pack made from the sources as they are now, as the build makes it. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const script = new URL('../../src/runtime/bundle-scripts.mjs', import.meta.url).pathname;
let made: Promise<string> | undefined;

/** Its text; made once per test file. */
export function rulesPack(): Promise<string> {
  made ??= bundleRules();
  return made;
}

export async function bundleRules(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'titian-rules-'));
  try {
    await promisify(execFile)(process.execPath, [script, folder]);
    return readFileSync(join(folder, 'rules-pack.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
