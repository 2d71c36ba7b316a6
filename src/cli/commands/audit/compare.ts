/** `titian audit compare`: ledger, histories and rules side by side, command by command. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { streamAddress } from './stream-address.ts';

interface Finding {
  readonly type: string;
  readonly weight: 'shown' | 'rule' | 'difference';
  readonly sentence: { readonly id: string; readonly en: string };
}

interface Compared {
  readonly sequence: number | null;
  readonly name: string;
  readonly ledger: string | null;
  readonly history: string | null;
  readonly historyStanding: string;
  readonly ownRules: string;
  readonly todaysRules: string;
  readonly matches: boolean;
  readonly findings: readonly Finding[];
}

interface Comparison {
  readonly stream: string;
  readonly commands: readonly Compared[];
  readonly findings: readonly Finding[];
  readonly states: readonly { readonly same: boolean }[];
  readonly differences: number;
  readonly rulesChanged: number;
}

export function addAuditCompare(audit: Command): void {
  audit
    .command('compare <stream>')
    .description(
      'lay ledger, histories and rules side by side; a bare id is a person’s; exit code 1 on a difference',
    )
    .option('--all', 'also commands on which all agree', false)
    .option('--english', 'sentences in English', false)
    .action(async (stream: string, own: { all: boolean; english: boolean }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const answer = await api.get<Comparison>(`${streamAddress(stream)}/comparison`);
      print(answer, options.json ?? false, () => comparisonText(answer, own.all, own.english ? 'en' : 'id'));
      if (answer.differences > 0) process.exitCode = 1;
    });
}

function comparisonText(
  { stream, commands, findings, states, ...sums }: Comparison,
  all: boolean,
  language: 'id' | 'en',
): string {
  const many = all ? new Set<string>() : manyTimesShown(commands);
  const shown = all
    ? commands
    : commands.filter((command) => command.findings.some(({ type }) => !many.has(type)));
  const rows = shown.map((one) => [
    one.sequence,
    one.name,
    one.ledger ?? 'missing',
    one.history ?? one.historyStanding,
    one.ownRules,
    one.todaysRules,
    one.matches ? 'agrees' : 'DIFFERS',
  ]);
  const header = ['#', 'command', 'ledger', 'history', 'rules then', 'rules today', ''];
  const sentences = [...findings, ...shown.flatMap((command) => command.findings)].filter(
    ({ type }) => !many.has(type),
  );
  const witnessed = commands.filter(({ history }) => history !== null).length;
  return [
    stream,
    ...(rows.length === 0 ? [] : [table(header, rows), '']),
    ...sentences.map((one) => `${MARK[one.weight]} ${one.type}: ${one.sentence[language]}`),
    ...[...many].map((type) => `  ${type}: ${firstOfMany(commands, type, language)}`),
    `${commands.length} commands, ${witnessed} of them witnessed by a kept history; ${sums.differences} ${sums.differences === 1 ? 'difference' : 'differences'}, ` +
      `${sums.rulesChanged} that today’s law would decide otherwise; ${states.length} states from histories, ` +
      `${states.filter(({ same }) => same).length} the same.`,
  ].join('\n');
}

const MARK = { shown: ' ', rule: '~', difference: '!' } as const;

/** What is no difference and is said more often than this is said once, so that nothing weighty drowns in it. */
const SAID_EACH_TIME = 3;

function manyTimesShown(commands: readonly Compared[]): Set<string> {
  const times = new Map<string, number>();
  for (const { type, weight } of commands.flatMap(({ findings }) => findings)) {
    if (weight === 'shown') times.set(type, (times.get(type) ?? 0) + 1);
  }
  return new Set([...times].filter(([, count]) => count > SAID_EACH_TIME).map(([type]) => type));
}

function firstOfMany(commands: readonly Compared[], type: string, language: 'id' | 'en'): string {
  const found = commands.flatMap(({ findings }) => findings.filter((one) => one.type === type));
  return `${found.length} commands (--all shows each), the first: ${found[0]?.sentence[language]}`;
}
