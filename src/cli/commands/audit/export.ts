/** `titian audit export`: one file for a person, a class, an office or a period, checked on its way to the disk. */
import type { Command } from 'commander';
import { CommandFailed } from '../../client.ts';
import { print, progressLine } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { receiveBundle } from './receive-bundle.ts';

interface ExportOptions {
  readonly person?: string;
  readonly class?: string;
  readonly office?: string;
  readonly period?: string;
  readonly world?: string;
  readonly since?: string;
  readonly out: string;
}

export function addAuditExport(audit: Command): void {
  audit
    .command('export')
    .description('write one signed file that anybody can check without Titian')
    .option('--person <id>', 'the journey, its certificates, and who looked')
    .option('--class <id>', 'one training class')
    .option('--office <code>', 'all that an office had or has to do with; with --period what moved then')
    .option('--period <from..to>', 'everything committed in it, for example 2026-01-01..2026-04-01')
    .option('--world <id>', 'sandbox world of the office')
    .option('--since <size>', 'also prove that the log grew out of the checkpoint of this size')
    .requiredOption('--out <file>', 'where it goes; a file that is there is never written over')
    .action(async (own: ExportOptions, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const asked = queryOf(own);
      const api = await signedIn(options);
      const progress = progressLine();
      const received = await receiveBundle(
        () => api.open(`/api/v1/audit/bundle?${asked}`),
        own.out,
        ({ streams, streamsInAll, bytes }) =>
          progress.show(`${streams} of ${streamsInAll} streams, ${megabytes(bytes)}`),
      ).finally(() => progress.done());
      print(
        { file: own.out, ...received },
        options.json ?? false,
        () =>
          `${own.out}: ${received.streams} streams, ${received.lines} lines, ${megabytes(received.bytes)}\n` +
          'Check it with the verifier, against a trust policy of your own.',
      );
    });
}

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** @throws CommandFailed unless exactly one thing is asked for. */
function queryOf(own: ExportOptions): URLSearchParams {
  const scopes = (['person', 'class', 'office'] as const).filter((scope) => own[scope] !== undefined);
  const scope = scopes[0] ?? (own.period === undefined ? undefined : 'period');
  if (scope === undefined || scopes.length > 1)
    throw new CommandFailed('Say what to export: one of --person, --class, --office or --period.');
  if (own.period !== undefined && scope !== 'period' && scope !== 'office')
    throw new CommandFailed('A person and a class are always exported whole: leave out --period.');
  const asked = new URLSearchParams({ scope });
  if (scope !== 'period') asked.set('id', own[scope]!);
  for (const [name, value] of Object.entries(spanOf(own.period))) asked.set(name, value);
  if (own.world !== undefined) asked.set('world', own.world);
  if (own.since !== undefined) asked.set('since', own.since);
  return asked;
}

function spanOf(period?: string): { from?: string; to?: string } {
  if (period === undefined) return {};
  const [from, to, ...more] = period.split('..');
  if (!from || !to || more.length > 0)
    throw new CommandFailed(
      '--period needs two dates or instants: 2026-01-01..2026-04-01 ends before 1 April.',
    );
  return { from, to };
}
