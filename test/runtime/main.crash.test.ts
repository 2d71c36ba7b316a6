import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
let squatter: Server | undefined;
beforeEach(() => {
  folder = makeTestFolder();
});
afterEach(() => {
  squatter?.close();
  removeTestFolder(folder);
});

interface Ending {
  readonly code: number | null;
  readonly errors: string[];
}

/** Runs Titian's main program to its end. */
function runMain(env: Record<string, string>): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/runtime/main.ts'], {
      env: { ...process.env, TITIAN_DATA: join(folder, 'data'), ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, errors: errors.trim().split('\n') }));
  });
}

function takePort(): Promise<number> {
  return new Promise((resolve) => {
    squatter = createServer().listen(0, '127.0.0.1', () => {
      const address = squatter?.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

test('a port in use is one line with the remedy, and the exit code says that nothing runs', async () => {
  const port = await takePort();
  expect(await runMain({ PORT: String(port) })).toEqual({
    code: 1,
    errors: [
      `Port ${port} is in use. Stop the program that has it, or choose another: PORT=${port + 1} npm start`,
    ],
  });
});

test('every mistake in the environment is one line', async () => {
  const { code, errors } = await runMain({ PORT: 'eighty', TITIAN_PARTS: 'half' });
  expect(code).toBe(1);
  expect(errors.map((line) => line.split(' ')[0])).toEqual(['PORT', 'TITIAN_PARTS']);
});
