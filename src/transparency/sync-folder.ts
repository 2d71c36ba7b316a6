import { closeSync, fsyncSync, openSync } from 'node:fs';

/** The name of a new or renamed file is durable once its folder is. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
