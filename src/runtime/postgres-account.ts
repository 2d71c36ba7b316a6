import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StartupProblem } from './startup-problem.ts';

/** The account that Postgres runs under, as it refuses to run as root. */
export interface PostgresAccount {
  readonly uid: number;
  readonly gid: number;
}

const ACCOUNT_NAME = 'postgres';

/**
 * The account for Postgres: nothing (our own) for an ordinary user; `postgres`, created if need be, for root, who
 * is the usual user inside a container.
 *
 * @throws StartupProblem if root cannot create the account.
 */
export function findPostgresAccount(): PostgresAccount | undefined {
  if (process.getuid === undefined || process.getuid() !== 0) return undefined;
  return lookUp() ?? create();
}

/** Whether the account may pass through every folder that leads to this path. */
export function canReach(account: PostgresAccount, path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const entry = statSync(folder, { throwIfNoEntry: false });
    if (entry?.isDirectory() && !maySearch(account, entry)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function maySearch(account: PostgresAccount, folder: { uid: number; gid: number; mode: number }): boolean {
  if (folder.uid === account.uid) return (folder.mode & 0o100) !== 0;
  if (folder.gid === account.gid) return (folder.mode & 0o010) !== 0;
  return (folder.mode & 0o001) !== 0;
}

function lookUp(): PostgresAccount | undefined {
  try {
    return { uid: askId('-u'), gid: askId('-g') };
  } catch {
    return undefined;
  }
}

function askId(flag: string): number {
  return Number.parseInt(run('id', [flag, ACCOUNT_NAME]), 10);
}

function create(): PostgresAccount {
  // Debian, Fedora and their kin have useradd; Alpine has adduser only.
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT_NAME]],
    ['adduser', ['-S', '-D', '-H', ACCOUNT_NAME]],
  ];
  for (const [command, args] of ways) {
    try {
      run(command, args);
    } catch {
      // The next way may exist where this one does not; the look-up below judges the outcome.
    }
    const account = lookUp();
    if (account !== undefined) return account;
  }
  throw new StartupProblem(
    'Postgres does not run as root, and no account "postgres" could be created for it.',
    'Run Titian as an ordinary user, or set DATABASE_URL to a Postgres of your own.',
  );
}

function run(command: string, args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}
