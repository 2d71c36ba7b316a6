/** `titian audit sample`: a sample that anybody can draw again from the same seed and leaf. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { queryOf } from './query.ts';

interface Sample {
  readonly leaf: number;
  readonly seed: string;
  readonly population: number;
  readonly streams: readonly {
    readonly stream: string;
    readonly stratum: string;
    readonly risk: number;
    readonly stages: readonly string[];
  }[];
}

const NAMES = ['seed', 'size', 'kind', 'office', 'stage', 'risk', 'by', 'leaf', 'world'] as const;

export function addAuditSample(audit: Command): void {
  audit
    .command('sample')
    .description(
      'draw a sample by office, period, stage and risk; the same seed at the same leaf, the same sample',
    )
    .requiredOption('--seed <text>', 'publish it before you draw')
    .requiredOption('--size <number>')
    .option('--kind <kind>', 'journey, class, certificate or permit', 'journey')
    .option('--office <code>')
    .option('--period <from..to>', 'dates, for example 2026-01-01..2026-06-30')
    .option('--stage <stage>')
    .option('--risk <points>', 'at least so many')
    .option('--by <stratum>', 'stage or office')
    .option('--leaf <index>', 'as of this leaf')
    .option('--world <id>')
    .action(async (own: Record<string, string>, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const query = queryOf(own, NAMES);
      const [from, to] = own.period?.split('..') ?? [];
      if (from) query.set('from', from);
      if (to) query.set('to', to);
      const api = await signedIn(options);
      const answer = await api.get<Sample>(`/api/v1/audit/sample?${query}`);
      print(answer, options.json ?? false, () => text(answer));
    });
}

const text = ({ leaf, seed, population, streams }: Sample): string =>
  [
    `${streams.length} of ${population}, seed ${seed}, leaf ${leaf}`,
    table(
      ['stream', 'stratum', 'stages', 'risk'],
      streams.map(({ stream, stratum, stages, risk }) => [stream, stratum, stages.join(' '), risk]),
    ),
  ].join('\n');
