/** One witness for one memory: a second process on the same folder would cosign beside the first. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WitnessProblem } from './witness-problem.ts';

/**
 * @returns releases it
 * @throws WitnessProblem if a process that lives has it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock');
  const holder = holderOf(file);
  if (holder !== undefined && holder !== process.pid && isAlive(holder))
    throw new WitnessProblem(
      `Process ${holder} is a witness on ${folder} already. If it is none, delete ${file} and start again.`,
    );
  rmSync(file, { force: true });
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new WitnessProblem(`Another witness is starting on ${folder} at this moment.`);
  }
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else lives too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
