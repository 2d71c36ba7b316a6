/** One witness for one memory: a second process on the same folder would cosign beside the first. */
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createFile } from '../src/transparency/durable-file.ts';
import { lives, type ProcessPlace, thisProcess } from './this-process.ts';
import { WitnessProblem } from './witness-problem.ts';

export interface FolderLock {
  /** @throws WitnessProblem if another process has it now */
  require(): void;
  /** Shows that its holder lives; to be called more often than once a minute. Throws as `require`. */
  touch(): void;
  /** Leaves that of another as it is. */
  release(): void;
}

/** Whether a process of another container lives cannot be asked: it shows it by touching its lock. */
const UNTOUCHED_MS = 60_000;

/**
 * @param own who locks, in tests
 * @throws WitnessProblem if a process that lives, or may live, has it
 */
export function lockFolder(folder: string, own: ProcessPlace = thisProcess()): FolderLock {
  const file = join(folder, 'lock');
  const content = `${[own.pid, own.started, own.place, randomBytes(8).toString('hex')].join(' ')}\n`;
  refuseLiving(folder, file, own);
  rmSync(file, { force: true });
  if (!createFile(file, content))
    throw new WitnessProblem(`Another witness is starting on ${folder} at this moment.`);
  const isOwn = () => contentOf(file) === content;
  const require = () => {
    if (!isOwn()) throw new WitnessProblem(`Another process has become the witness on ${folder}.`);
  };
  return {
    require,
    touch() {
      require();
      utimesSync(file, new Date(), new Date());
    },
    release: () => isOwn() && rmSync(file, { force: true }),
  };
}

function refuseLiving(folder: string, file: string, own: ProcessPlace): void {
  const content = contentOf(file);
  if (content === undefined) return;
  const [pid, started = '', place] = content.trimEnd().split(' ');
  const remedy = `If it is none, delete ${file} and start again.`;
  if (place === own.place) {
    if (lives({ pid: Number(pid), started, place }))
      throw new WitnessProblem(`Process ${pid} is a witness on ${folder} already. ${remedy}`);
  } else if (Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) < UNTOUCHED_MS) {
    throw new WitnessProblem(
      `Process ${pid} of another container or machine was a witness on ${folder} less than a minute ago. ${remedy}`,
    );
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
