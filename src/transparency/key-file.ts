/** Files of a log's or a witness's own key: PKCS #8 as PEM, readable by nobody else. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createFile } from './durable-file.ts';

const FOR_ITS_OWNER = 0o600;

/** @throws Error that names the file, if it holds no Ed25519 private key */
export function readKeyFile(file: string): KeyObject {
  const key = keyIn(readFileSync(file, 'utf8'));
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error(`${file} holds no Ed25519 private key (PEM, PKCS #8)`);
  return key;
}

/** Makes the file with a fresh key if there is none. Whoever loses it can no longer sign under that name. */
export function loadOrCreateKeyFile(file: string): KeyObject {
  if (!existsSync(file)) createKeyFile(file);
  return readKeyFile(file);
}

function keyIn(pem: string): KeyObject | undefined {
  try {
    return createPrivateKey(pem);
  } catch {
    // Said by the caller: the parser's own words could repeat the key.
    return undefined;
  }
}

/** Of two processes that start at once, both read the same key. */
function createKeyFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' });
  createFile(file, pem.toString(), FOR_ITS_OWNER);
}
