import { join } from 'node:path';
import type { Pool } from 'pg';
import { type Credentials, createCredentials } from '../credentials/credentials.ts';
import { loadOrCreateSigningKeys, readSigningKeys } from '../credentials/signing-key-file.ts';
import { SigningKeyProblem, type SigningKeys } from '../credentials/signing-keys.ts';
import { createStatusPlaces } from '../credentials/status-places.ts';
import type { CertificateList } from '../projections/certificate-list.ts';
import type { Configuration } from './configuration.ts';
import { StartupProblem } from './startup-problem.ts';

/**
 * Digital certificates, where this installation can sign them. Only a sandbox makes up a key and an address:
 * both stand in every credential for as long as it counts.
 *
 * @returns undefined outside a sandbox where keys or public address are not configured.
 * @throws StartupProblem for keys that cannot be used.
 */
export async function openCredentials(
  configuration: Configuration,
  pool: Pool,
  certificates: CertificateList,
): Promise<Credentials | undefined> {
  const { sandbox, host, port, credentialKeys, notices } = configuration;
  const publicUrl = notices.publicUrl || (sandbox ? `http://${host}:${port}` : '');
  const keys = await signingKeys(configuration);
  if (keys === undefined || publicUrl === '') {
    if (credentialKeys === undefined) return undefined;
    throw new StartupProblem(
      'Digital certificates need the address at which people find this server.',
      'Set TITIAN_PUBLIC_URL.',
    );
  }
  return createCredentials({
    ...{ keys, publicUrl, inSandbox: sandbox, places: createStatusPlaces(pool) },
    stopped: certificates.stopped,
  });
}

async function signingKeys({
  credentialKeys,
  sandbox,
  dataFolder,
}: Configuration): Promise<SigningKeys | undefined> {
  try {
    if (credentialKeys !== undefined) return await readSigningKeys(credentialKeys);
    if (sandbox) return await loadOrCreateSigningKeys(join(dataFolder, 'credential-signing-keys.json'));
    return undefined;
  } catch (error) {
    if (!(error instanceof SigningKeyProblem)) throw error;
    throw new StartupProblem(
      `The keys that sign certificates cannot be used: ${error.message}.`,
      'Put the file back from its backup, or correct TITIAN_CREDENTIAL_KEYS.',
    );
  }
}
