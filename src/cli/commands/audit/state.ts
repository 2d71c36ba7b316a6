/** `titian audit state`: a stream's state at any point, on both axes of time. */
import type { Command } from 'commander';
import { print, table } from '../../output.ts';
import { type SharedOptions, signedIn } from '../../session.ts';
import { streamAddress } from './stream-address.ts';

interface State {
  readonly stream: string;
  readonly version: number;
  readonly headHash: string | null;
  readonly state: {
    readonly recordedAt: string;
    readonly armed: Readonly<
      Record<string, { readonly kind: string; readonly dueAt: { readonly date: string } }>
    >;
    readonly domain: unknown;
  };
  readonly asOf?: { readonly date: string; readonly cases: readonly Readonly<Record<string, unknown>>[] };
}

interface Point {
  readonly knownAt?: string;
  readonly asOf?: string;
  readonly version?: string;
  readonly decision?: string;
}

export function addAuditState(audit: Command): void {
  audit
    .command('state <stream>')
    .description('the state at any point, from events alone; a bare id is a person’s')
    .option('--known-at <moment>', 'by when it was recorded: a date or an instant')
    .option('--as-of <date>', 'by when it happened, for journeys')
    .option('--version <number>', 'after this event')
    .option('--decision <number>', 'after this decision')
    .action(async (stream: string, own: Point, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const asked = new URLSearchParams();
      for (const name of ['knownAt', 'asOf', 'version', 'decision'] as const) {
        if (own[name] !== undefined) asked.set(name, own[name]);
      }
      const api = await signedIn(options);
      const answer = await api.get<State>(`${streamAddress(stream)}/state?${asked}`);
      print(answer, options.json ?? false, () => stateText(answer));
    });
}

function stateText({ stream, version, headHash, state, asOf }: State): string {
  const deadlines = Object.values(state.armed).map(({ kind, dueAt }) => [dueAt.date, kind]);
  const cases = asOf?.cases.map((one) =>
    [one.caseId, one.stage, one.creditedMinutes, one.minutesLeft].map(String),
  );
  return [
    `${stream} after event ${version}, recorded until ${state.recordedAt || 'nothing'}, hash ${headHash ?? 'none'}`,
    ...(cases === undefined
      ? []
      : [`as of ${asOf?.date}:`, table(['case', 'stage', 'credited min', 'left min'], cases)]),
    ...(deadlines.length === 0 ? [] : [table(['due', 'waits for'], deadlines.sort())]),
    JSON.stringify(state.domain, null, 2),
  ].join('\n');
}
