/** `titian audit replay`: every workflow run of a stream, made again by the code that made it and by today's. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { streamAddress } from './stream-address.ts';

interface Words {
  readonly id: string;
  readonly en: string;
}

interface Outcome {
  readonly outcome: string;
  readonly message?: string;
}

interface Run {
  readonly runId: string;
  readonly buildId: string;
  readonly firstRecordedAt: string;
  readonly ending: string | null;
  readonly historyEvents: number | null;
  readonly findings: readonly Words[];
  readonly own: Outcome;
  readonly today: Outcome;
}

export function addAuditReplay(audit: Command): void {
  audit
    .command('replay <stream>')
    .description('replay every archived run, with its own bundle and with today’s; a bare id is a person’s')
    .option('--english', 'sentences in English', false)
    .action(async (stream: string, own: { english: boolean }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const answer = await api.get<{ stream: string; runs: Run[] }>(`${streamAddress(stream)}/replay`);
      print(answer, options.json ?? false, () => replayText(answer, own.english ? 'en' : 'id'));
      if (answer.runs.some(isBad)) process.exitCode = 1;
    });
}

/** Today's code doing otherwise is told, and is no fault of the record. */
const isBad = ({ own, findings }: Run): boolean =>
  findings.length > 0 ||
  ['nondeterminism', 'unreadable', 'given up', 'removed', 'bundle changed'].includes(own.outcome);

function replayText(
  { stream, runs }: { stream: string; runs: readonly Run[] },
  language: keyof Words,
): string {
  if (runs.length === 0) return `${stream}: no workflow run ever decided here.`;
  const rows = runs.map((run) => [
    run.firstRecordedAt.slice(0, 19),
    run.runId,
    run.buildId,
    run.historyEvents,
    run.ending,
    run.own.outcome,
    run.today.outcome,
  ]);
  const words = runs.flatMap((run) => [
    ...run.findings.map((sentence) => `! ${sentence[language]}`),
    ...[run.own, run.today]
      .filter(({ message }) => message !== undefined)
      .map(({ outcome, message }) => `! Run ${run.runId}: ${outcome}: ${message}`),
  ]);
  const header = ['began (UTC)', 'run', 'build', 'events', 'ended', 'with its own code', 'with today’s code'];
  return [stream, table(header, rows), ...new Set(words)].join('\n');
}
