import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { openSealedLog, type SealedLog } from '../seal/sealed-log.ts';
import { createLogSigner, type LogSigner } from '../seal/signer.ts';
import { loadOrCreateKeyFile, readKeyFile } from '../transparency/key-file.ts';
import { PolicyProblem, parseTrustPolicy, type TrustPolicy } from '../transparency/trust-policy.ts';
import {
  formatVerifierKey,
  isSameKey,
  SIGNATURE_TYPES,
  verifierKeyOf,
} from '../transparency/verifier-key.ts';
import type { Configuration } from './configuration.ts';
import { StartupProblem } from './startup-problem.ts';

/**
 * The sealed log of this installation. Only a sandbox makes up a key and a name: both stand in every checkpoint.
 * What the key signed last is kept beside it, in a file of the same name with `.signed`.
 *
 * @returns undefined where neither a key nor a trust policy is configured: nothing is sealed then.
 * @throws StartupProblem for a key or a policy that cannot be used.
 */
export function openSeal(configuration: Configuration, pool: Pool): SealedLog | undefined {
  const { seal } = configuration;
  const signer = signerOf(configuration);
  if (signer === undefined && seal.policy === undefined) return undefined;
  const policy = seal.policy === undefined ? logAlone(signer!) : readPolicy(seal.policy);
  requireOwnLog(parseTrustPolicy(policy), signer, seal.origin);
  const { checkpointMs, checkpointLeaves, headsMs, headsLeaves } = seal;
  return openSealedLog({
    ...{ pool, policy, origin: signer?.origin ?? seal.origin! },
    ...(signer === undefined ? {} : { signer }),
    pace: { checkpointMs, checkpointLeaves, headsMs, headsLeaves },
  });
}

function signerOf({ seal, sandbox, parts, dataFolder }: Configuration): LogSigner | undefined {
  // A sandbox of several processes must be told where they all find the one key.
  const usual = sandbox && parts === 'all' ? join(dataFolder, 'log-signing-key.pem') : undefined;
  const file = seal.key ?? usual;
  if (file === undefined) return undefined;
  let key: KeyObject;
  try {
    if (!sandbox && !existsSync(file)) throw new Error(`${file} is not there`);
    key = sandbox ? loadOrCreateKeyFile(file) : readKeyFile(file);
  } catch (error) {
    throw new StartupProblem(
      `The key that signs the log cannot be used: ${(error as Error).message}.`,
      'Put the file back from its backup, or correct TITIAN_LOG_KEY.',
    );
  }
  return createLogSigner(seal.origin ?? sandboxOrigin(key), key, `${file}.signed`);
}

/** Sandboxes are many: each has a name of its own, so that receipts of one do not pass for those of another. */
function sandboxOrigin(key: KeyObject): string {
  const { bytes } = verifierKeyOf('sandbox', SIGNATURE_TYPES.note, key);
  return `sandbox.titian.invalid/${bytes.toString('hex', 0, 4)}`;
}

/** The log's own word, without witnesses. */
const logAlone = (signer: LogSigner): string => `log ${formatVerifierKey(signer.key)}\nquorum none\n`;

function readPolicy(file: string): string {
  try {
    const text = readFileSync(file, 'utf8');
    parseTrustPolicy(text);
    return text;
  } catch (error) {
    const why = error instanceof PolicyProblem ? error.message : `${file} cannot be read.`;
    throw new StartupProblem(`The trust policy cannot be used: ${why}`, 'Correct TITIAN_TRUST_POLICY.');
  }
}

function requireOwnLog(
  { logs }: TrustPolicy,
  signer: LogSigner | undefined,
  origin: string | undefined,
): void {
  const own = logs.some(({ key }) =>
    signer === undefined ? key.name === origin : key.name === signer.origin && isSameKey(key, signer.key),
  );
  if (own) return;
  const line = signer === undefined ? `the log ${origin}` : `this line: log ${formatVerifierKey(signer.key)}`;
  throw new StartupProblem(
    'The trust policy does not name this log, or names it with another key.',
    `The file that TITIAN_TRUST_POLICY names needs ${line}.`,
  );
}
