/** What a verification takes of this installation: its database, its log, and what its signer remembers. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import type { VerifyDependencies } from '../../activities/verify.ts';
import { createVerifications, type Verifications } from '../audit/verify/asked-verifications.ts';
import { outcomeOf } from '../audit/verify/report.ts';
import { type VerifyRecordOptions, verifyRecord } from '../audit/verify/verify-record.ts';
import { noteVerification, type VerificationOutcome } from '../ledger/verifications.ts';
import type { SealedLog } from '../seal/sealed-log.ts';
import type { ApplicationAddress } from './application-pool.ts';
import type { Configuration } from './configuration.ts';

export type InstallationToVerify = Pick<
  VerifyRecordOptions,
  'database' | 'origin' | 'policy' | 'signedTreeFile'
>;

export function toVerify(
  { seal, dataFolder }: Pick<Configuration, 'seal' | 'dataFolder'>,
  { appUrl, role }: ApplicationAddress,
  log: Pick<SealedLog, 'origin' | 'policy'> | undefined,
): InstallationToVerify {
  const key = seal.key ?? join(dataFolder, 'log-signing-key.pem');
  const signed = `${key}.signed`;
  // Where the key lies, its memory should too: that it is gone must be told, and not passed over.
  const signsHere = log !== undefined && (existsSync(key) || existsSync(signed));
  return {
    database: { url: appUrl, ...(role === undefined ? {} : { role }) },
    ...(log === undefined ? {} : { origin: log.origin, policy: log.policy }),
    ...(signsHere ? { signedTreeFile: signed } : {}),
  };
}

/** Worker threads, so that what a worker is there for goes on beside it. */
const THREADS = 1;

/** The scheduled verification: witnesses are asked, the outcome is noted, findings alarm. */
export function scheduledVerification(
  installation: () => InstallationToVerify,
  { pool, logger, registry }: { readonly pool: Pool; readonly logger: Logger; readonly registry: Registry },
): VerifyDependencies {
  const told = verifyMetrics(registry);
  return {
    verify: async (watch) =>
      outcomeOf(await verifyRecord({ ...installation(), ...watch, askWitnesses: true, threads: THREADS })),
    note: (runId, outcome) => noteVerification(pool, runId, outcome),
    tell(outcome) {
      told(outcome);
      raiseAlarm(logger, outcome);
    },
  };
}

/** Verifications at an auditor's wish: the same reading, the same note, the same alarm. */
export function askedVerifications(
  installation: () => InstallationToVerify,
  { pool, logger }: { readonly pool: Pool; readonly logger: Logger },
): Verifications {
  return createVerifications({
    pool,
    verify: (watch) => verifyRecord({ ...installation(), ...watch, askWitnesses: true, threads: THREADS }),
    tell: (outcome) => raiseAlarm(logger, outcome),
  });
}

function raiseAlarm(
  logger: Logger,
  { outcome, sentence, findings, rows, seconds }: VerificationOutcome,
): void {
  if (outcome === 'findings') logger.error({ alarm: 'verify', findings }, sentence);
  else if (outcome === 'unfinished') logger.error({ alarm: 'verify-unfinished' }, sentence);
  else logger.info({ verify: 'intact', rows, seconds }, sentence);
}

function verifyMetrics(registry: Registry): (outcome: VerificationOutcome) => void {
  const registers = [registry];
  const findings = new Gauge({
    name: 'titian_verify_findings',
    help: 'Findings of the last scheduled verification that this worker made',
    registers,
  });
  const ended = new Gauge({
    name: 'titian_verify_ended_timestamp_seconds',
    help: 'When the last scheduled verification that this worker made ended, finished or not',
    labelNames: ['outcome'],
    registers,
  });
  return (outcome) => {
    findings.set(outcome.findings);
    ended.set({ outcome: outcome.outcome }, Date.now() / 1000);
  };
}
