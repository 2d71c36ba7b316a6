/**
 * The README's five-minute tour, word for word, by Bash against a Titian that `npm start`'s own program
 * started: what a newcomer pastes must do what the page says.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFreePort } from '../../src/runtime/ports.ts';
import { findTemporalProgram } from '../../src/runtime/temporal-server.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';
import { missingLines, tourSteps } from './readme-tour.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const MARK = '@@ step ended with';
/** Two servers, a migration and the registers, on a machine that runs other tests at the same time. */
const START_LIMIT_MS = 240_000;
const TOUR_LIMIT_MS = 300_000;

let folder: string;
let titian: Running;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = makeTestFolder();
  // Fetched once for all tests, and not once more into this folder.
  const program = await findTemporalProgram(join(ROOT, '.titian', 'temporal', 'program'), () => {});
  env = {
    ...process.env,
    PORT: String(await findFreePort()),
    TITIAN_DATA: join(folder, 'data'),
    TITIAN_PILOT: 'off',
    TEMPORAL_CLI_PATH: program.path,
  };
  // Word for word as well: what a reader types, npm and all.
  titian = run('npm', ['start']);
  await titian.says('Titian is ready');
}, START_LIMIT_MS);

afterAll(async () => {
  // npm ends at once and passes nothing on: Titian has to notice by itself, and its output ends when it has.
  titian?.process.kill('SIGTERM');
  expect((await titian?.ended)?.output).toContain('Titian has stopped.');
  removeTestFolder(folder);
});

test('every block of the tour does what the README promises', { timeout: TOUR_LIMIT_MS }, async () => {
  const steps = tourSteps(readFileSync(join(ROOT, 'README.md'), 'utf8'));
  const script = steps.map(({ commands }) => `${commands}\necho "${MARK} $?"`).join('\n');
  const { output } = await run('bash', ['-c', script]).ended;
  const parts = output.split(new RegExp(`^${MARK} (\\d+)\n`, 'm'));
  const told = steps.map((step, index) => {
    const text = parts[2 * index] ?? '';
    return { step, text, exitCode: Number(parts[2 * index + 1]), missing: missingLines(step.promised, text) };
  });

  for (const { step, text, missing } of told) {
    expect(missing, `promised under\n${step.commands}\n\nand the output was\n${text}`).toEqual([]);
  }
  // The ninth hour, and nothing else, is refused.
  const refused = told.filter(({ exitCode }) => exitCode !== 0);
  expect(refused.map(({ exitCode }) => exitCode)).toEqual([1]);
  expect(refused[0]?.text).toMatch(/^DAILY_LIMIT: [\s\S]*art\. 85\(5\)/);
  // A block's exit code is that of its last command; these would be the others. The last word is the verifier's.
  expect(output.match(/^[A-Z][A-Z_]+: /gm)).toEqual(['DAILY_LIMIT: ', 'VERIFIED: ']);

  const [review] = told.filter(({ text }) => / REVIEW /.test(text));
  expect(review?.step.commands).toContain('--to 2026-09-28');
  const replay = told.find(({ step }) => step.commands.includes('--as-of'));
  expect(replay?.text).toMatch(/ RUNNING [\s\S]* PLANNED [\s\S]* CaseClosed /);
  const verified = told.find(({ step }) => step.commands === 'titian verify');
  expect(verified?.text).toMatch(/^The record is intact\.$/m);
  expect(told.at(-1)?.text).toMatch(/ decisions were made again [\s\S]* all agree with the record/);
});

interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<{ code: number | null; output: string }>;
  /** @throws if the process ends before it has said so. */
  says(text: string): Promise<void>;
}

function run(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  const hear = (chunk: Buffer): void => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = () => output.includes(text) && resolve();
      listeners.add(look);
      look();
      void ended.then(({ code }) => reject(new Error(`ended with ${code} before "${text}":\n${output}`)));
    });
  return { process: child, ended, says };
}
