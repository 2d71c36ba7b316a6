import { join } from 'node:path';
import { createAccessLog } from '../../src/access/access-log.ts';
import { checkpointOf, type KeptCheckpoint } from '../../src/seal/checkpoints.ts';
import { openSealedLog, type SealedLog } from '../../src/seal/sealed-log.ts';
import { createSealer, type Sealer, type SealPace } from '../../src/seal/sealer.ts';
import { createLogSigner, type LogSigner } from '../../src/seal/signer.ts';
import { entryBytes, type LeafEntry, leafHash } from '../../src/transparency/entry.ts';
import { treeHash } from '../../src/transparency/growing-tree.ts';
import { loadOrCreateKeyFile } from '../../src/transparency/key-file.ts';
import { parseTrustPolicy } from '../../src/transparency/trust-policy.ts';
import { formatVerifierKey } from '../../src/transparency/verifier-key.ts';
import { type OpenLedger, openLedger } from '../ledger/open-ledger.ts';
import { requestOf } from '../ledger/requests.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

export const ORIGIN = 'log.test/titian';
/** Everything that waits is sealed at once. */
export const AT_ONCE: Partial<SealPace> = { checkpointMs: 0, checkpointLeaves: 1 };
const AUDITOR = { id: 'auditor-1', role: 'AUDITOR', office: 'audit-board' } as const;

export interface SealedWorld {
  readonly open: OpenLedger;
  /** Holds the log's key and, beside it, what it signed last. */
  readonly folder: string;
  readonly signer: LogSigner;
  readonly log: SealedLog;
  sealer(signer?: LogSigner, pace?: Partial<SealPace>): Sealer;
  /** One decision with two events. */
  write(stream: string, sequence: number): Promise<void>;
  look(subject: string): Promise<void>;
  sequence(): Promise<void>;
  close(): Promise<void>;
}

export const signerIn = (folder: string): LogSigner =>
  createLogSigner(ORIGIN, loadOrCreateKeyFile(join(folder, 'log.pem')), join(folder, 'log.pem.signed'));

export const policyOf = (signer: LogSigner, ...rest: string[]): string =>
  [`log ${formatVerifierKey(signer.key)}`, ...rest, ...(rest.length === 0 ? ['quorum none'] : []), ''].join(
    '\n',
  );

/** @param policyLines beside the log's; without any, no witness is asked. */
export async function sealedWorld(...policyLines: string[]): Promise<SealedWorld> {
  const open = await openLedger();
  const folder = makeTestFolder();
  const signer = signerIn(folder);
  const policy = policyOf(signer, ...policyLines);
  const access = createAccessLog(open.pool);
  const { pool } = open;
  return {
    ...{ open, folder, signer },
    log: openSealedLog({ pool, origin: ORIGIN, policy, signer, pace: AT_ONCE }),
    sealer: (own = signer, pace = AT_ONCE) =>
      createSealer({ pool, signer: own, policy: parseTrustPolicy(policy), pace }),
    async write(stream, sequence) {
      const events = [{ type: 'One' }, { type: 'Two' }];
      const commandId = `${stream}/${sequence}`;
      const expectedVersion = (sequence - 1) * 2;
      await open.ledger.recordRequest(requestOf({ stream, commandId, expectedVersion, events }));
    },
    async look(subject) {
      await access.record({
        ...{ actor: AUDITOR, world: 'live', action: 'read-journey', subject },
        outcome: 'allowed',
      });
    },
    async sequence() {
      while ((await open.ledger.sequenceLeaves()) > 0);
    },
    async close() {
      await open.close();
      removeTestFolder(folder);
    },
  };
}

/** Every leaf there is, read without the code that seals. */
export async function allEntries({ superPool }: OpenLedger): Promise<LeafEntry[]> {
  const { rows } = await superPool.query(
    `SELECT leaf_index, entry AS kind, stream_id AS stream, position, encode(hash, 'hex') AS hash
     FROM ledger.leaf ORDER BY leaf_index`,
  );
  if (rows.some((row, index) => row.leaf_index !== index)) throw new Error('the leaves have a hole');
  return rows;
}

export const naiveRoot = (entries: readonly LeafEntry[]): string =>
  treeHash(entries.map((entry) => leafHash(entryBytes(entry)))).toString('hex');

/** Every checkpoint, in ascending order. */
export async function allCheckpoints({ superPool }: OpenLedger): Promise<KeptCheckpoint[]> {
  const { rows } = await superPool.query<{ size: number }>('SELECT size FROM seal.checkpoint ORDER BY size');
  return Promise.all(rows.map(async ({ size }) => (await checkpointOf(superPool, size))!));
}
