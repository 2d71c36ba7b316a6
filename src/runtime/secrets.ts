import { generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type MasterKeyRing, parseMasterKeys } from '../vault/master-key.ts';
import { loadOrCreateMasterKeys } from '../vault/master-key-file.ts';
import type { Configuration } from './configuration.ts';
import { StartupProblem } from './startup-problem.ts';

/** What must not be known to others. Never logged. */
export interface Secrets {
  readonly masterKeys: MasterKeyRing;
  /** ES256 private key (PKCS 8, PEM) of the sandbox's own token issuer; outside a sandbox there is none. */
  readonly tokenSigningKey?: string;
}

/**
 * Reads the secrets. Only a sandbox may make its own, in files that nobody else on the machine can read: keys of
 * real people's data must come from where they are also backed up, and never appear by themselves.
 *
 * @throws StartupProblem if they are missing or malformed.
 */
export function readSecrets(configuration: Configuration): Secrets {
  const masterKeys = readMasterKeys(configuration);
  if (!configuration.sandbox) return { masterKeys };
  return {
    masterKeys,
    tokenSigningKey: keepTokenKey(join(configuration.dataFolder, 'token-signing-key.pem')),
  };
}

function readMasterKeys(configuration: Configuration): MasterKeyRing {
  const { masterKey, sandbox, dataFolder } = configuration;
  const file = join(dataFolder, 'master-key');
  try {
    if (masterKey !== undefined) return parseMasterKeys(masterKey);
    if (sandbox) return loadOrCreateMasterKeys(file);
  } catch (error) {
    throw new StartupProblem(
      `The master key cannot be used: ${(error as Error).message}.`,
      masterKey !== undefined ? 'Correct TITIAN_MASTER_KEY.' : `Put ${file} back from its backup.`,
    );
  }
  throw new StartupProblem(
    'There is no master key, and outside a sandbox none is made up.',
    'Set TITIAN_MASTER_KEY, or TITIAN_SANDBOX=on to try Titian out.',
  );
}

function keepTokenKey(file: string): string {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    mkdirSync(dirname(file), { recursive: true });
    try {
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of the same first start was faster: its key is the one that counts.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8');
}
