/** `titian audit what-if`: last year’s cases under a draft rule, page by page, with progress. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { parse } from 'yaml';
import { type ApiClient, CommandFailed } from '../../client.ts';
import { print, progressLine, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';

type Totals = Readonly<Record<string, number>>;

interface Tried {
  readonly stream: string;
  readonly office: string;
  readonly outcome: string;
  readonly notReplayable: {
    readonly sequence: number | null;
    readonly command: string | null;
    readonly why: string;
  } | null;
  readonly differences: readonly {
    readonly sequence: number;
    readonly command: string;
    readonly decidedAt: string;
    readonly kind: string;
    readonly recorded: string;
    readonly drafted: string;
    readonly followsFrom: number | null;
  }[];
  readonly cases: readonly {
    readonly caseId: string;
    readonly completedOn: { readonly recorded: string | null; readonly drafted: string | null };
    readonly windowEndsOn: { readonly recorded: string | null; readonly drafted: string | null };
  }[];
  readonly late: { readonly recorded: readonly object[]; readonly drafted: readonly object[] };
}

interface Page {
  readonly streams: readonly Tried[];
  readonly totals: Totals;
  readonly byOffice: Readonly<Record<string, Totals>>;
  readonly nextAfter: string | null;
}

interface Report {
  readonly totals: Totals;
  readonly byOffice: Readonly<Record<string, Totals>>;
  readonly streams: readonly Tried[];
}

interface Own {
  readonly draft: string;
  readonly from: string;
  readonly to: string;
  readonly office?: string;
  readonly world?: string;
}

export function addAuditWhatIf(audit: Command): void {
  audit
    .command('what-if')
    .description('replay recorded cases under a draft rule; nothing on record is touched')
    .requiredOption('--draft <file>', 'YAML or JSON: [{policy, from, value, source}]')
    .requiredOption('--from <date>', 'cases in which something was decided from this day')
    .requiredOption('--to <date>', 'until this day')
    .option('--office <id>', 'only cases of this office')
    .option('--world <id>', 'sandbox world')
    .action(async (own: Own, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const { draft: file, ...which } = own;
      const report = await reported(await signedIn(options), { draft: draftFrom(file), ...which });
      print(report, options.json ?? false, () => reportText(report));
    });
}

function draftFrom(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new CommandFailed(`The draft ${file} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
}

async function reported(api: ApiClient, body: object): Promise<Report> {
  const progress = progressLine();
  const streams: Tried[] = [];
  let totals: Totals = {};
  const byOffice: Record<string, Totals> = {};
  for (let after: string | null = ''; after !== null; ) {
    const page: Page = await api.post('/api/v1/audit/what-if', {
      ...body,
      ...(after === '' ? {} : { after }),
    });
    streams.push(...page.streams);
    totals = added(totals, page.totals);
    for (const [office, sums] of Object.entries(page.byOffice)) {
      byOffice[office] = added(byOffice[office] ?? {}, sums);
    }
    progress.show(`${totals.streams} lives replayed, ${totals.different} otherwise`);
    after = page.nextAfter;
  }
  progress.done();
  const offices = Object.entries(byOffice).sort(([one], [other]) => (one < other ? -1 : 1));
  return { totals, byOffice: Object.fromEntries(offices), streams };
}

const added = (one: Totals, other: Totals): Totals =>
  Object.fromEntries(Object.entries(other).map(([name, count]) => [name, count + (one[name] ?? 0)]));

const COLUMNS = [
  ['streams', 'lives'],
  ['different', 'otherwise'],
  ['refusedNow', 'refused now'],
  ['acceptedNow', 'accepted now'],
  ['casesEarlier', 'done earlier'],
  ['casesLater', 'done later'],
  ['casesNotDone', 'not done'],
  ['casesDone', 'newly done'],
  ['noLongerLate', 'late no longer'],
  ['newlyLate', 'newly late'],
  ['notReplayable', 'not replayable'],
] as const;

function reportText({ totals, byOffice, streams }: Report): string {
  const row = (name: string, sums: Totals) => [name, ...COLUMNS.map(([field]) => sums[field] ?? 0)];
  return [
    table(
      ['office', ...COLUMNS.map(([, title]) => title)],
      [...Object.entries(byOffice).map(([office, sums]) => row(office, sums)), row('all', totals)],
    ),
    ...streams.flatMap((tried) => ['', ...streamLines(tried)]),
  ].join('\n');
}

function streamLines({ stream, office, notReplayable, cases, differences, late }: Tried): string[] {
  if (notReplayable !== null) {
    const { sequence, command, why } = notReplayable;
    const at = sequence === null ? '' : ` at decision ${sequence} (${command})`;
    return [`${stream} (${office}): not replayable${at}: ${why}`];
  }
  const own = differences.filter(({ followsFrom }) => followsFrom === null);
  const followed = differences.length - own.length;
  const change = ({ recorded, drafted }: { recorded: string | null; drafted: string | null }): string =>
    `${recorded ?? 'not yet'} → ${drafted ?? 'not yet'}`;
  return [
    `${stream} (${office})`,
    ...cases.map(
      ({ caseId, completedOn, windowEndsOn }) =>
        `  ${caseId}: done ${change(completedOn)}; window ends ${change(windowEndsOn)}`,
    ),
    ...own.map(
      ({ sequence, command, decidedAt, kind, recorded, drafted }) =>
        `  decision ${sequence} (${command}, ${decidedAt.slice(0, 10)}): ${kind}: ${recorded || 'none'} → ${drafted || 'none'}`,
    ),
    ...(followed === 0 ? [] : [`  ${followed} more follow from these`]),
    ...(late.recorded.length + late.drafted.length === 0
      ? []
      : [`  late: ${late.recorded.length} no longer, ${late.drafted.length} newly`]),
  ];
}
