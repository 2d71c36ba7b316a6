/** `titian audit who-looked`: the one place to ask who read what, and who was denied. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { queryOf } from './query.ts';

interface Looks {
  readonly looks: readonly {
    readonly at: string;
    readonly actor: { readonly id: string; readonly role: string; readonly office: string };
    readonly action: string;
    readonly subject: string;
    readonly outcome: string;
    readonly rows?: number | null;
    readonly grantId?: string | null;
    readonly reason?: string | null;
  }[];
  readonly nextCursor: string | null;
}

const NAMES = ['person', 'subject', 'actor', 'office', 'action', 'outcome', 'from', 'to', 'world'] as const;

export function addAuditWhoLooked(audit: Command): void {
  audit
    .command('who-looked')
    .description('who read what, who was denied, who broke the glass; newest first')
    .option('--person <id>', 'looks at this person')
    .option('--subject <id>', 'looks at exactly this')
    .option('--actor <id>', 'looks by this account')
    .option('--office <code>')
    .option('--action <name>', 'for example read-journey or break-glass')
    .option('--outcome <outcome>', 'allowed or denied')
    .option('--from <instant>')
    .option('--to <instant>', 'before this instant')
    .option('--world <id>')
    .option('--limit <number>', 'rows of a page', '50')
    .option('--cursor <cursor>', 'the next page')
    .action(async (own: Record<string, string>, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const query = queryOf(own, [...NAMES, 'limit', 'cursor']);
      const answer = await api.get<Looks>(`/api/v1/audit/who-looked?${query}`);
      print(answer, options.json ?? false, () => text(answer));
    });
}

function text({ looks, nextCursor }: Looks): string {
  const rows = looks.map(({ at, actor, action, subject, outcome, rows: shown, grantId, reason }) => [
    ...[at, actor.id, actor.role, actor.office, action, subject, outcome, shown],
    grantId ?? reason,
  ]);
  const header = ['at', 'account', 'role', 'office', 'action', 'subject', 'outcome', 'rows', 'why'];
  return [table(header, rows), ...(nextCursor === null ? [] : [`next: --cursor ${nextCursor}`])].join('\n');
}
