/** Writing files so that a loss of power leaves the old or the new one, whole. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const FOR_ALL_TO_READ = 0o644;

/** Replaces the file at once. On return it is on the disk, and its name too. */
export function replaceFile(file: string, content: string, mode: number = FOR_ALL_TO_READ): void {
  const draft = draftOf(file);
  writeDraft(draft, content, mode);
  moveDraft(draft, file);
}

/**
 * Of two processes that create the same file at once, one does.
 *
 * @returns false if there is such a file already: it stays as it is
 */
export function createFile(file: string, content: string, mode: number = FOR_ALL_TO_READ): boolean {
  const draft = draftOf(file);
  writeDraft(draft, content, mode);
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft);
  }
  syncFolder(dirname(file));
  return true;
}

/**
 * Content of a file that nobody reads yet.
 *
 * @param mode of a file that is made; without it the file must be there, and is left in place.
 */
export function writeDraft(draft: string, content: string, mode?: number): void {
  const handle = mode === undefined ? openSync(draft, 'r+') : openSync(draft, 'w', mode);
  try {
    const bytes = Buffer.from(content);
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a written draft the file's name, in one step that happens or does not. */
export function moveDraft(draft: string, file: string): void {
  renameSync(draft, file);
  syncFolder(dirname(file));
}

/** One of its own for each process: a draft that is left over was never valid. */
const draftOf = (file: string): string => `${file}.${process.pid}.${randomBytes(4).toString('hex')}.draft`;

/** The name of a new or renamed file is durable once its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
