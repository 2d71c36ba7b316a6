import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identifyProcess, isStillRunning, type ProcessIdentity } from './process-identity.ts';
import { StartupProblem } from './startup-problem.ts';

/** A data folder that belongs to this process until it lets go. */
export interface DataFolder {
  readonly path: string;
  release(): void;
}

/**
 * Makes the folder if need be and takes it, so that two Titians never start servers on the same files. A lock
 * that a killed process left behind is recognised by the process no longer being there, and taken over.
 *
 * @throws StartupProblem if another Titian runs on it, or the folder cannot be written.
 */
export function claimDataFolder(path: string, tell: (line: string) => void): DataFolder {
  const lock = join(path, 'titian.lock');
  try {
    mkdirSync(path, { recursive: true });
    // Postgres, when it runs under an account of its own, must be able to pass through; secrets are closed themselves.
    chmodSync(path, 0o711);
    while (!takeLock(lock)) clearStaleLock(lock, path, tell);
  } catch (error) {
    if (error instanceof StartupProblem) throw error;
    throw new StartupProblem(
      `The data folder ${path} cannot be used (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}).`,
      'Give yourself the right to write there, or set TITIAN_DATA to another folder.',
    );
  }
  return { path, release: () => rmSync(lock, { force: true }) };
}

/** Written aside and linked into place: the lock never exists without its owner's name in it. */
function takeLock(lock: string): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(identifyProcess(process.pid)));
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function clearStaleLock(lock: string, path: string, tell: (line: string) => void): void {
  const owner = readOwner(lock);
  if (owner !== undefined && isStillRunning(owner)) {
    throw new StartupProblem(
      `Titian already runs on ${path} (process ${owner.pid}).`,
      'Stop it first, or set TITIAN_DATA and PORT for a second one.',
    );
  }
  tell('Titian was not stopped properly last time: taking over its data folder');
  rmSync(lock, { force: true });
}

function readOwner(lock: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as ProcessIdentity;
  } catch {
    // Gone since we looked, or cut short by a full disk: nobody holds it.
    return undefined;
  }
}
