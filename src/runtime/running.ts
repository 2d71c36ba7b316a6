/**
 * Where the servers of a running Titian are, for the command line on the same machine: the embedded ones
 * choose their ports and passwords themselves. Readable by its owner only, gone when Titian stops.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApplicationAddress, roleFor } from './application-pool.ts';
import type { Configuration } from './configuration.ts';
import { StartupProblem } from './startup-problem.ts';
import { connectionOptionsOf, type TemporalConnectionOptions } from './temporal-connection.ts';

export interface RunningServers {
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
}

const FILE = 'running.json';

export function noteRunning(dataFolder: string, servers: RunningServers): { remove(): void } {
  const path = join(dataFolder, FILE);
  writeFileSync(`${path}.draft`, JSON.stringify(servers), { mode: 0o600 });
  renameSync(`${path}.draft`, path);
  return { remove: () => rmSync(path, { force: true }) };
}

/**
 * The servers a command-line tool works on: those of the environment, else those of a running `npm start`.
 *
 * @throws StartupProblem where neither is there.
 */
export function findServers(configuration: Configuration): {
  database: ApplicationAddress;
  temporal: { connection: TemporalConnectionOptions; namespace: string };
} {
  const running = readRunning(configuration.dataFolder);
  const appUrl = configuration.database?.appUrl ?? running?.databaseUrl;
  if (appUrl === undefined) throw nothingRuns('database', 'DATABASE_URL');
  const database = { appUrl, ...roleFor(appUrl) };
  if (configuration.temporal !== undefined) {
    const connection = connectionOptionsOf(configuration.temporal);
    return { database, temporal: { connection, namespace: configuration.temporalNamespace } };
  }
  if (running === undefined) throw nothingRuns('Temporal server', 'TEMPORAL_ADDRESS');
  const { temporalAddress, temporalNamespace } = running;
  return {
    database,
    temporal: { connection: { address: temporalAddress }, namespace: temporalNamespace },
  };
}

function readRunning(dataFolder: string): RunningServers | undefined {
  try {
    return JSON.parse(readFileSync(join(dataFolder, FILE), 'utf8')) as RunningServers;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const nothingRuns = (what: string, variable: string): StartupProblem =>
  new StartupProblem(`There is no ${what} to look at.`, `Start Titian (npm start), or set ${variable}.`);
