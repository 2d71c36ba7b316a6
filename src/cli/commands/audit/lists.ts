/** `titian audit list`: integrity lists, each row with the decision at which its explanation begins. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { queryOf } from './query.ts';

interface Described {
  readonly name: string;
  readonly question: { readonly id: string; readonly en: string };
  readonly computed: string;
}

interface Known {
  readonly lists: readonly Described[];
  readonly breakGlassGrants: number | null;
}

interface List extends Omit<Described, 'name'> {
  readonly list: string;
  readonly leaf: number;
  readonly streams: number;
  readonly facts: readonly { readonly key: string; readonly version: number }[];
  readonly total: number;
  readonly nextOffset: number | null;
  readonly rows: readonly {
    readonly pattern: string;
    readonly stream: string;
    readonly version: number | null;
    readonly decision: number;
    readonly actor: { readonly id: string; readonly office: string };
    readonly recordedAt: string;
    readonly details: Readonly<Record<string, string | number>>;
  }[];
}

const NAMES = ['office', 'from', 'to', 'leaf', 'world', 'offset', 'limit'] as const;

export function addAuditLists(audit: Command): void {
  audit
    .command('list [name]')
    .description('an integrity list, computed from the events; without a name: which there are')
    .option('--office <code>', 'of whoever made the entry')
    .option('--from <date>')
    .option('--to <date>')
    .option('--leaf <index>', 'as of this leaf')
    .option('--world <id>')
    .option('--offset <number>')
    .option('--limit <number>')
    .action(async (name: string | undefined, own: Record<string, string>, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      if (name === undefined) {
        const answer = await api.get<Known>('/api/v1/audit/lists');
        print(answer, options.json ?? false, () => known(answer));
        return;
      }
      const address = `/api/v1/audit/lists/${encodeURIComponent(name)}?${queryOf(own, NAMES)}`;
      const answer = await api.get<List>(address);
      print(answer, options.json ?? false, () => text(answer));
    });
}

/** Emergency looks are no list of entries, and belong among what an auditor looks at. */
export const known = ({ lists, breakGlassGrants }: Known): string =>
  [
    table(
      ['list', 'question'],
      lists.map(({ name, question }) => [name, question.en]),
    ),
    ...(breakGlassGrants === null
      ? []
      : [`emergency looks granted: ${breakGlassGrants}; see titian audit who-looked --action break-glass`]),
  ].join('\n');

function text({ question, computed, leaf, streams, facts, total, rows, nextOffset }: List): string {
  const cells = rows.map(({ pattern, stream, version, decision, actor, recordedAt, details }) => [
    ...[pattern, stream, version, decision, actor.office, actor.id, recordedAt],
    Object.entries(details)
      .map(([key, value]) => `${key}=${value}`)
      .join(' '),
  ]);
  const header = ['pattern', 'stream', 'event', 'decision', 'office', 'account', 'recorded', 'details'];
  return [
    question.en,
    computed,
    `${total} rows in ${streams} streams, as of leaf ${leaf}`,
    ...ruledBy(facts),
    table(header, cells),
    ...(nextOffset === null ? [] : [`next: --leaf ${leaf} --offset ${nextOffset}`]),
  ].join('\n');
}

/** Sites are many and stand in --json; what rules the list are policies and calendars. */
function ruledBy(facts: List['facts']): string[] {
  const ruling = facts.filter(({ key }) => !key.startsWith('site/'));
  if (ruling.length === 0) return [];
  return [`by ${ruling.map(({ key, version }) => `${key} version ${version}`).join(', ')}`];
}
