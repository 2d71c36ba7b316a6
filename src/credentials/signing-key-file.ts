/** The file of signing keys, a JWK set. Whoever has it can make certificates: it belongs into a vault of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { JWK } from 'jose';
import { generateSigningKey, openSigningKeys, SigningKeyProblem, type SigningKeys } from './signing-keys.ts';

/** @throws SigningKeyProblem for a file that is missing or is no JWK set of private keys. */
export async function readSigningKeys(file: string): Promise<SigningKeys> {
  return openSigningKeys(keysIn(file));
}

/** Makes the file with one key at a sandbox's first start. */
export async function loadOrCreateSigningKeys(file: string): Promise<SigningKeys> {
  if (!existsSync(file)) await createKeyFile(file);
  return readSigningKeys(file);
}

function keysIn(file: string): JWK[] {
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys?: JWK[] };
    if (Array.isArray(keys)) return keys;
  } catch {
    // Said below: the parser's own words could repeat the key.
  }
  throw new SigningKeyProblem(`${file} holds no JWK set`);
}

/** Written aside and linked into place: of two processes that start at once, both read the same key. */
async function createKeyFile(file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const text = `${JSON.stringify({ keys: [await generateSigningKey()] }, null, 2)}\n`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
