import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './authenticated-cipher.ts';
import { type MasterKeyRing, parseMasterKeys } from './master-key.ts';

/**
 * Reads the master keys from a file, and makes one with a fresh key at the first start. Whoever loses
 * this file has lost every sealed text: it belongs into a backup apart from the database's.
 */
export function loadOrCreateMasterKeys(file: string): MasterKeyRing {
  if (!existsSync(file)) createKeyFile(file);
  return parseMasterKeys(readFileSync(file, 'utf8'));
}

/** Written aside and linked into place: of two processes that start at once, both read the same key. */
function createKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(draft, `1:${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
