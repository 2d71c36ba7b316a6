/** Scripts and style of the console, built for a test into a folder of their own. */
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** @returns the folder of the built files; whoever asks removes the one above it. */
export async function builtConsole(): Promise<{ readonly folder: string; readonly above: string }> {
  const above = mkdtempSync(join(tmpdir(), 'titian-console-'));
  await promisify(execFile)(process.execPath, ['src/runtime/bundle-scripts.mjs', above, 'console']);
  return { folder: join(above, 'console'), above };
}
