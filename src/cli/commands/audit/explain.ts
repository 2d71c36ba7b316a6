/** `titian audit explain`: why a decision, an event, a deadline or a balance is what it is. */
import type { Command } from 'commander';
import { CommandFailed } from '../../client.ts';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { streamAddress } from './stream-address.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}

interface Posting {
  readonly version: number;
  readonly sequence: number;
  readonly date: string;
  readonly receipt: string;
  readonly siteId?: string | null;
  readonly credited?: number;
  readonly notCredited?: number;
  readonly reason?: string | null;
  readonly outcome?: string;
  readonly jp?: number;
}

interface Explanation {
  readonly sentence?: Words;
  readonly sentences?: readonly Words[];
  readonly decision?: { readonly sentences: readonly Words[] };
  readonly hours?: { readonly postings: readonly Posting[] };
  readonly measure?: { readonly postings: readonly Posting[] } | null;
  readonly postings?: readonly Posting[];
  readonly agrees?: boolean;
}

interface Asked {
  readonly person?: string;
  readonly stream?: string;
  readonly decision?: string;
  readonly event?: string;
  readonly deadline?: string;
  readonly balance?: string;
  readonly enrolment?: string;
  readonly english: boolean;
}

export function addAuditExplain(audit: Command): void {
  audit
    .command('explain')
    .description('which rule, which version, which paper, and what it would take to come out otherwise')
    .option('--person <id>', 'whose journey')
    .option('--stream <name>', 'or any stream, for example class/…')
    .option('--decision <number>', 'a decision: accepted or refused')
    .option('--event <number>', 'an event: a credited minute, a certificate')
    .option('--deadline <id>', 'why it is due then, and what it will do')
    .option('--balance <case>', 'the hours of a case, posting by posting')
    .option('--enrolment <id>', 'the training hours of an enrolment, with --stream class/…')
    .option('--english', 'sentences in English', false)
    .action(async (asked: Asked, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const stream = asked.person ?? asked.stream;
      if (stream === undefined) throw new CommandFailed('Say whose: --person ID or --stream NAME.');
      const { decision, event, deadline, balance, enrolment } = asked;
      const query = new URLSearchParams(
        Object.entries({ decision, event, deadline, case: balance, enrolment }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value] as [string, string]],
        ),
      );
      if (query.size !== 1) {
        throw new CommandFailed('Ask for one: --decision, --event, --deadline, --balance or --enrolment.');
      }
      const api = await signedIn(options);
      const answer = await api.get<Explanation>(`${streamAddress(stream)}/explanation?${query}`);
      print(answer, options.json ?? false, () => explanationText(answer, asked.english ? 'en' : 'id'));
      if (answer.agrees === false) process.exitCode = 1;
    });
}

function explanationText(answer: Explanation, language: keyof Words): string {
  const sentences = [
    ...(answer.sentence === undefined ? [] : [answer.sentence]),
    ...(answer.decision?.sentences ?? answer.sentences ?? []),
  ];
  const accounts = [answer.hours?.postings, answer.measure?.postings, answer.postings];
  return [
    ...sentences.map((sentence) => sentence[language]),
    ...accounts.flatMap((postings) => (postings === undefined ? [] : ['', postingTable(postings)])),
  ].join('\n');
}

const postingTable = (postings: readonly Posting[]): string =>
  table(
    ['date', 'event', 'decision', 'where', 'credited', 'not credited', 'why', 'receipt'],
    postings.map((posting) => [
      ...[posting.date, posting.version, posting.sequence, posting.siteId ?? null],
      ...[posting.credited ?? posting.jp ?? null, posting.notCredited ?? null],
      ...[posting.reason ?? posting.outcome ?? null, `${posting.receipt.slice(0, 16)}…`],
    ]),
  );
