/** `titian audit money`: sums of recorded amounts, each with its events. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { queryOf } from './query.ts';

interface Money {
  readonly leaf: number;
  readonly sums: Readonly<Record<string, number>>;
  readonly notRecorded: readonly string[];
  readonly streams: readonly {
    readonly stream: string;
    readonly entries: readonly {
      readonly version: number;
      readonly type: string;
      readonly kind: string;
      readonly rupiah: number;
      readonly on: string;
      readonly office: string;
    }[];
  }[];
}

export function addAuditMoney(audit: Command): void {
  audit
    .command('money')
    .description('money per person as far as the record carries it: every sum is a sum of events')
    .option('--office <code>', 'of whoever made the entry')
    .option('--leaf <index>', 'as of this leaf')
    .option('--world <id>')
    .action(async (own: Record<string, string>, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const query = queryOf(own, ['office', 'leaf', 'world']);
      const answer = await api.get<Money>(`/api/v1/audit/money?${query}`);
      print(answer, options.json ?? false, () => text(answer));
    });
}

const text = ({ leaf, sums, notRecorded, streams }: Money): string =>
  [
    `as of leaf ${leaf}`,
    table(['kind', 'rupiah'], Object.entries(sums)),
    table(
      ['stream', 'event', 'type', 'kind', 'on', 'office', 'rupiah'],
      streams.flatMap(({ stream, entries }) =>
        entries.map(({ version, type, kind, on, office, rupiah }) => [
          ...[stream, version, type, kind, on, office, rupiah],
        ]),
      ),
    ),
    `not recorded anywhere: ${notRecorded.join(', ')}`,
  ].join('\n');
