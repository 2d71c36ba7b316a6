import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Without open internet the helper's first request hangs or fails; with it, bytes arrive within a second or two. */
const FIRST_BYTES_LIMIT_MS = 8_000;
/** Fifty megabytes over a slow line. */
const DOWNLOAD_LIMIT_MS = 300_000;
const PROGRAM = fileURLToPath(new URL('./official-download.mjs', import.meta.url));

/** Where the officially downloaded program is kept. */
export function cachedOfficialProgram(folder: string): string {
  return join(folder, 'official', process.platform === 'win32' ? 'temporal.exe' : 'temporal');
}

/**
 * Lets the SDK's helper download Temporal's command line.
 *
 * @returns the program's path.
 * @throws an error with the reason if nothing arrives in time.
 */
export async function fetchOfficialProgram(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const workplace = mkdtempSync(join(folder, 'fetch-'));
  try {
    await download(workplace);
    const file = readdirSync(workplace).find((name) => name.startsWith('temporal'));
    if (file === undefined) throw new Error('the download left no program');
    const program = cachedOfficialProgram(folder);
    mkdirSync(join(program, '..'), { recursive: true });
    renameSync(join(workplace, file), program);
    return program;
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

function download(workplace: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // A group of its own: the helper starts the downloaded server once, and both must end together.
    const child = spawn(process.execPath, [PROGRAM, workplace], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    let reason: string | undefined;
    child.stderr?.on('data', (chunk) => {
      complaint += chunk;
    });
    const giveUp = (why: string) => {
      reason = why;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const firstBytes = setTimeout(() => {
      if (readdirSync(workplace).length === 0) giveUp('no open internet');
    }, FIRST_BYTES_LIMIT_MS);
    const whole = setTimeout(() => giveUp('the download took too long'), DOWNLOAD_LIMIT_MS);
    const settle = (outcome: () => void) => {
      clearTimeout(firstBytes);
      clearTimeout(whole);
      outcome();
    };
    child.once('error', (error) => settle(() => reject(error)));
    child.once('exit', (code) =>
      settle(() => (code === 0 ? resolve() : reject(new Error(reason ?? explain(complaint))))),
    );
  });
}

/** The helper fails with a stack and nested causes; the innermost cause is what a person can use. */
function explain(complaint: string): string {
  const line = complaint.split('\n').find((text) => text.includes('Error: ')) ?? 'the download failed';
  return line.replaceAll(/[[\]]/g, '').split(': ').slice(-2).join(': ').trim();
}
