/** Writing files so that a loss of power leaves the old or the new one, whole. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from '../src/transparency/sync-folder.ts';

/** Replaces the file at once. On return it is on the disk, and its name too. */
export function replaceFile(file: string, content: string): void {
  renameSync(writeDraft(file, content), file);
  syncFolder(dirname(file));
}

/** @returns false if there is such a file already: it stays as it is */
export function createFile(file: string, content: string): boolean {
  const draft = writeDraft(file, content);
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

/** A draft that is left over was never valid, and is written over. */
function writeDraft(file: string, content: string): string {
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o644);
  try {
    const bytes = Buffer.from(content);
    for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return draft;
}
