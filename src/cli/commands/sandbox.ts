/** `titian token`, `world`, `clock`: for practice, in a sandbox only. */
import type { Command } from 'commander';
import { isLocalDateTime, momentOf, ZONES } from '../../domain/time/index.ts';
import { CommandFailed } from '../client.ts';
import { print, table } from '../output.ts';
import { addressOf, askForToken, identityFrom, type SharedOptions, signedIn } from '../session.ts';

interface World {
  readonly id: string;
  readonly now: string;
  readonly fired?: number;
}

export function addSandboxCommands(program: Command): void {
  program
    .command('token <identity>')
    .description('a sandbox token for ROLE@office, for example EXECUTING_PROSECUTOR@kejari-medan')
    .action(async (identity: string, _own: unknown, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const token = await askForToken(addressOf(options), identityFrom(identity));
      print({ token }, options.json ?? false, () => token);
    });

  program
    .command('world <id>')
    .description('make a sandbox world whose clock starts at a date')
    .requiredOption('--starts-at <localDateTime>', 'for example 2026-03-30T07:00')
    .option('--zone <zone>', 'WIB, WITA or WIT', 'WIB')
    .action(async (id: string, own: { startsAt: string; zone: string }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const world = await (await signedIn(options)).post<World>('/api/v1/sandbox/worlds', {
        id,
        startsAt: instantOf(own.startsAt, own.zone),
      });
      print(world, options.json ?? false, () => worldTable([world]));
    });

  program
    .command('clock <world>')
    .description('read a world’s clock, or move it forward; everything due on the way acts')
    .option('--to <localDateTime>', 'for example 2026-09-29T00:00')
    .option('--zone <zone>', 'WIB, WITA or WIT', 'WIB')
    .option('--outage', 'as if nobody had been awake: act late, at the end', false)
    .action(async (id: string, own: { to?: string; zone: string; outage: boolean }, command: Command) => {
      const options = command.optsWithGlobals<SharedOptions>();
      const api = await signedIn(options);
      const path = `/api/v1/sandbox/worlds/${encodeURIComponent(id)}`;
      const world =
        own.to === undefined
          ? await api.get<World>(path)
          : await api.post<World>(`${path}/clock`, {
              to: instantOf(own.to, own.zone),
              mode: own.outage ? 'outage' : 'advance',
            });
      print(world, options.json ?? false, () => worldTable([world]));
    });
}

function instantOf(reading: string, zone: string): string {
  const known = ZONES.find((name) => name === zone);
  if (known === undefined) throw new CommandFailed(`--zone is one of ${ZONES.join(', ')}.`);
  if (!isLocalDateTime(reading))
    throw new CommandFailed(`Not a date and time: ${reading}. For example 2026-03-30T07:00.`);
  return momentOf(reading, known).at;
}

const worldTable = (worlds: readonly World[]): string =>
  table(
    ['world', 'clock', 'deadlines fired'],
    worlds.map(({ id, now, fired }) => [id, now, fired]),
  );
