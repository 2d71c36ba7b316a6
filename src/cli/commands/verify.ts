/** `titian verify`: is the whole record as it was recorded? For operators and their schedulers, on the servers themselves. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { VerifyProgress } from '../../audit/verify/report.ts';
import { wordsOf } from '../../audit/verify/report.ts';
import { verifyRecord } from '../../audit/verify/verify-record.ts';
import { openApplicationPool } from '../../runtime/application-pool.ts';
import type { Configuration } from '../../runtime/configuration.ts';
import { findServers } from '../../runtime/running.ts';
import { openSeal } from '../../runtime/seal-parts.ts';
import { toVerify } from '../../runtime/verify-parts.ts';
import { parseTrustPolicy } from '../../transparency/trust-policy.ts';
import { print, progressLine } from '../output.ts';
import type { SharedOptions } from '../session.ts';

/** For schedulers. */
const EXIT_CODES = { intact: 0, findings: 1, unfinished: 2 } as const;

interface VerifyOptions {
  readonly quick?: boolean;
  readonly witness?: boolean;
  readonly against?: readonly string[];
  readonly threads?: number;
}

/** @param configured throws, with the mistakes, where the environment is wrong. */
export function addVerifyCommand(program: Command, configured: () => Configuration): void {
  program
    .command('verify')
    .description('read the whole record, and name the first thing that does not hold (exit code 0, 1 or 2)')
    .option('--quick', 'chains and the last checkpoint only')
    .option(
      '--witness',
      'ask each witness of the trust policy which tree it knows (as usual where it has an address)',
    )
    .option('--no-witness', 'ask no witness')
    .option('--against <file...>', 'checkpoints that somebody kept')
    .option('--threads <number>', 'how many read beside each other, 0 to 8', wholeNumber)
    .action(async (own: VerifyOptions, command: Command) => {
      const { json = false } = command.optsWithGlobals<SharedOptions>();
      process.exitCode = EXIT_CODES.unfinished;
      const report = await verify(configured(), own);
      print(report, json, () => wordsOf(report));
      process.exitCode = EXIT_CODES[report.outcome];
    });
}

async function verify(configuration: Configuration, { quick, witness, against, threads }: VerifyOptions) {
  const { database } = findServers(configuration);
  const progress = progressLine();
  try {
    const installation = toVerify(configuration, database, await logOf(configuration, database));
    return await verifyRecord({
      ...installation,
      ...(quick === undefined ? {} : { quick }),
      askWitnesses: witness ?? canBeAsked(installation.policy),
      ...(against === undefined ? {} : { against }),
      ...(threads === undefined ? {} : { threads }),
      onProgress: (seen) => progress.show(lineOf(seen)),
    });
  } finally {
    progress.done();
  }
}

const canBeAsked = (policy: string | undefined): boolean =>
  policy !== undefined && parseTrustPolicy(policy).witnesses.some(({ url }) => url !== undefined);

const lineOf = ({ share, streams, events, leaves, findings, perSecond }: VerifyProgress): string =>
  `${(share * 100).toFixed(0)} %  ${streams} streams, ${events} events, ${leaves} leaves, ` +
  `${perSecond} rows a second, ${findings} findings`;

/** The log's name and trust policy; no key is made where there is none. */
async function logOf(
  configuration: Configuration,
  database: ReturnType<typeof findServers>['database'],
): Promise<{ origin: string; policy: string } | undefined> {
  const { seal, dataFolder } = configuration;
  const key = seal.key ?? join(dataFolder, 'log-signing-key.pem');
  if (seal.policy === undefined && !existsSync(key)) return undefined;
  const pool = await openApplicationPool(database, { connections: 1 });
  try {
    return openSeal(configuration, pool);
  } finally {
    await pool.end();
  }
}

function wholeNumber(text: string): number {
  if (!/^[0-8]$/.test(text)) throw new InvalidArgumentError('give a whole number from 0 to 8');
  return Number(text);
}
