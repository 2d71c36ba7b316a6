/**
 * One log over one database: all sections of a run seal the same tree, and a signer that has forgotten what it
 * signed refuses to go on. So they share the key and the file beside it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogSigner, type LogSigner } from '../src/seal/signer.ts';
import { loadOrCreateKeyFile } from '../src/transparency/key-file.ts';
import { formatVerifierKey } from '../src/transparency/verifier-key.ts';

export const LOG_ORIGIN = 'bench.invalid/log';

let shared: LogSigner | undefined;

export function logSigner(): LogSigner {
  if (shared !== undefined) return shared;
  const folder = mkdtempSync(join(tmpdir(), 'titian-bench-log-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const key = loadOrCreateKeyFile(join(folder, 'log.pem'));
  shared = createLogSigner(LOG_ORIGIN, key, join(folder, 'log.signed'));
  return shared;
}

/** Without witnesses: what others' machines take is not this one's figure. */
export const trustPolicy = (): string => `log ${formatVerifierKey(logSigner().key)}\nquorum none\n`;
