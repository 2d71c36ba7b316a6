import { readFileSync } from 'node:fs';
import type { TemporalCluster } from './configuration.ts';
import { StartupProblem } from './startup-problem.ts';

/** What both the client's Connection and the worker's NativeConnection take. */
export interface TemporalConnectionOptions {
  address: string;
  apiKey?: string;
  tls?:
    | true
    | { serverNameOverride?: string; serverRootCACertificate?: Buffer; clientCertPair?: CertificatePair };
}

interface CertificatePair {
  crt: Buffer;
  key: Buffer;
}

/**
 * Turns the configured cluster into the SDK's options.
 *
 * @throws StartupProblem if a certificate or key file cannot be read.
 */
export function connectionOptionsOf(cluster: TemporalCluster): TemporalConnectionOptions {
  const options: TemporalConnectionOptions = { address: cluster.address };
  if (cluster.apiKey !== undefined) options.apiKey = cluster.apiKey;
  if (!cluster.tls) return options;
  const tls: Exclude<TemporalConnectionOptions['tls'], true | undefined> = {};
  if (cluster.tlsServerName !== undefined) tls.serverNameOverride = cluster.tlsServerName;
  if (cluster.tlsAuthorityFile !== undefined) {
    tls.serverRootCACertificate = readTlsFile('TEMPORAL_TLS_SERVER_CA_CERT_PATH', cluster.tlsAuthorityFile);
  }
  if (cluster.tlsCertificateFile !== undefined && cluster.tlsKeyFile !== undefined) {
    tls.clientCertPair = {
      crt: readTlsFile('TEMPORAL_TLS_CLIENT_CERT_PATH', cluster.tlsCertificateFile),
      key: readTlsFile('TEMPORAL_TLS_CLIENT_KEY_PATH', cluster.tlsKeyFile),
    };
  }
  options.tls = Object.keys(tls).length === 0 ? true : tls;
  return options;
}

function readTlsFile(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new StartupProblem(
      `${variable} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`,
      'Correct the path or its rights.',
    );
  }
}
