import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import {
  type EndingStep,
  endProcess,
  type ServerProcess,
  startServerProcess,
  waitUntilReady,
} from './child-process.ts';
import { choosePort, LOOPBACK } from './ports.ts';
import { canReach, findPostgresAccount, type PostgresAccount } from './postgres-account.ts';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';
import { canConnect } from './postgres-connection.ts';
import { commandLineOf, identifyProcess, type ProcessIdentity } from './process-identity.ts';
import { StartupProblem } from './startup-problem.ts';

/** The database that Titian keeps its ledger, vault and projections in. */
export const DATABASE_NAME = 'titian';
/** Migrates: makes the schemas and the role that owns each of them, for which it needs CREATEROLE. */
export const OWNER_LOGIN = 'titian_owner';
/** Serves people: it may read and call the ledger's one write door, no more. */
export const APPLICATION_LOGIN = 'titian_app';
/** The cluster's superuser, for making databases and for tests; the running product does not use it. */
export const SUPERUSER_LOGIN = 'titian_super';

/** initdb takes about a second; recovery after a crash replays at most some minutes of writing. */
const READY_LIMIT_MS = 60_000;
/** A statement of the product ends within seconds. */
const ORPHAN_LIMIT_MS = 15_000;
const ORPHAN_LOOK_MS = 200;
/** Room for the workers' pools, the API's, and what a person opens by hand. */
const MAX_CONNECTIONS = 200;

/** SIGINT is Postgres's "fast" shutdown: sessions are ended, a checkpoint is written. SIGQUIT recovers at the next start. */
const ENDING: readonly EndingStep[] = [
  { signal: 'SIGINT', graceMs: 20_000 },
  { signal: 'SIGQUIT', graceMs: 5_000 },
  { signal: 'SIGKILL', graceMs: 2_000 },
];

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its passwords, its port and its log. Made if need be. */
  readonly folder: string;
  /** Port to listen on; by default the one used before, or any free one at the first start. */
  readonly port?: number;
  /** Whether an acknowledged commit outlives a crash of the machine. Only tests that check no crash say no. */
  readonly durable?: boolean;
  /** Told, one line at a time, what a person may want to know. */
  readonly tell?: (line: string) => void;
}

export interface EmbeddedPostgres {
  readonly port: number;
  readonly identity: ProcessIdentity;
  /** Settles when the server has ended, whether it was asked to or not. */
  readonly ended: Promise<void>;
  /** Address for the superuser, of this database or of `titian`. */
  superUrl(database?: string): string;
  ownerUrl(database?: string): string;
  appUrl(database?: string): string;
  /** Ends sessions, writes a checkpoint and stops. */
  stop(): Promise<void>;
  /** Kills the server without a checkpoint, for fault tests. */
  kill(): Promise<void>;
}

interface Passwords {
  readonly super: string;
  readonly owner: string;
  readonly app: string;
}

/**
 * Starts the bundled PostgreSQL on the loopback address, and makes its cluster, logins and database where they
 * are missing. A server that an earlier, killed Titian left behind on the same folder is stopped first.
 *
 * @throws StartupProblem with cause and remedy if it cannot run here.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const tell = options.tell ?? (() => {});
  const account = findPostgresAccount();
  const folder = chooseFolder(resolve(options.folder), account, tell);
  mkdirSync(folder, { recursive: true });
  // The server's account passes through here to the cluster; the passwords beside it are closed on their own.
  chmodSync(folder, 0o711);
  const binaries = findPostgresBinaries(account, join(folder, 'program'));
  const cluster = join(folder, 'cluster');
  const passwords = keepPasswords(join(folder, 'passwords.json'));
  const durable = options.durable ?? true;

  if (existsSync(join(cluster, 'PG_VERSION'))) await clearLeftover(cluster, tell);
  else await makeCluster(binaries, cluster, passwords, account, durable);
  const port = await choosePort({
    wanted: options.port,
    file: join(folder, 'port'),
    server: 'Postgres',
    tell,
  });
  const url = (login: string, password: string, database = DATABASE_NAME) =>
    `postgres://${login}:${password}@${LOOPBACK}:${port}/${database}`;
  const superUrl = (database?: string) => url(SUPERUSER_LOGIN, passwords.super, database);
  const start = () => startServer(binaries, cluster, folder, port, durable, account);
  const server = await startWhenFree(start, () => canConnect(superUrl('postgres')));
  const postgres: EmbeddedPostgres = {
    port,
    identity: server.identity,
    ended: server.ended,
    superUrl,
    ownerUrl: (database) => url(OWNER_LOGIN, passwords.owner, database),
    appUrl: (database) => url(APPLICATION_LOGIN, passwords.app, database),
    stop: () => endProcess(server.identity, ENDING),
    // Its backends notice the death of their parent and end by themselves, without a checkpoint.
    kill: () => endProcess(server.identity, [{ signal: 'SIGKILL', graceMs: 5_000 }]),
  };
  await makeLoginsAndDatabase(postgres, passwords);
  return postgres;
}

/** Stops a server that runs on this folder and that nobody owns any more; nothing if there is none. */
export async function stopLeftoverPostgres(folder: string): Promise<void> {
  await clearLeftover(join(resolve(folder), 'cluster'), () => {});
}

/** A clone under /root is closed to the account that Postgres needs, so its data then live in a system folder. */
function chooseFolder(
  wanted: string,
  account: PostgresAccount | undefined,
  tell: (line: string) => void,
): string {
  if (account === undefined || canReach(account, wanted)) return wanted;
  const open = join('/var/lib/titian', wanted.replaceAll(/[^a-zA-Z0-9]+/g, '-').replace(/^-/, ''));
  tell(`Postgres may not enter ${wanted} (it does not run as root): its data are in ${open}`);
  return open;
}

function keepPasswords(file: string): Passwords {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Passwords;
  const fresh = () => randomBytes(24).toString('hex');
  const passwords = { super: fresh(), owner: fresh(), app: fresh() };
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

async function makeCluster(
  binaries: PostgresBinaries,
  cluster: string,
  passwords: Passwords,
  account: PostgresAccount | undefined,
  durable: boolean,
): Promise<void> {
  // PG_VERSION is among the first files: a first start that was killed leaves a cluster without it, or one in
  // the waiting folder; neither holds data.
  const waiting = `${cluster}.new`;
  for (const remains of [waiting, cluster]) rmSync(remains, { recursive: true, force: true });
  mkdirSync(waiting, { mode: 0o700 });
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, passwords.super, { mode: 0o600 });
  if (account !== undefined) {
    chownSync(waiting, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${waiting}`,
        `--username=${SUPERUSER_LOGIN}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order of text on every machine, whatever its locales: the ledger's reads depend on it.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--data-checksums',
        ...(durable ? [] : ['--no-sync']),
      ],
      { cwd: waiting, env: { ...process.env, LC_ALL: 'C' }, ...account },
    );
  } catch (error) {
    throw new StartupProblem(
      `Postgres could not make its data folder: ${(error as Error).message.trim()}`,
      'Check room and rights in TITIAN_DATA, or set DATABASE_URL to a Postgres of your own.',
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(waiting, cluster);
}

/**
 * Deals with postmaster.pid. Postgres itself refuses to start while any process has the number in it, and after
 * a restart of a container that is often an innocent one; so the process behind the number is looked at.
 */
async function clearLeftover(cluster: string, tell: (line: string) => void): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10);
  const process = identifyProcess(pid);
  if (process !== undefined && commandLineOf(pid).includes(cluster)) {
    tell(`Postgres of an earlier run that was killed is still there (process ${pid}): stopping it`);
    await endProcess(process, ENDING);
  }
  if (existsSync(lock)) {
    tell('Postgres was not stopped properly last time: it recovers from its log');
    rmSync(lock, { force: true });
  }
}

function startServer(
  binaries: PostgresBinaries,
  cluster: string,
  folder: string,
  port: number,
  durable: boolean,
  account: PostgresAccount | undefined,
): Promise<ServerProcess> {
  const switchedBy = durable ? 'on' : 'off';
  const settings = {
    listen_addresses: LOOPBACK,
    port: String(port),
    // No socket file: its folder would need rights, and its path has a length limit that deep folders exceed.
    unix_socket_directories: '',
    max_connections: String(MAX_CONNECTIONS),
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Statements may carry sealed text; the log gets the error and not the statement.
    log_min_error_statement: 'panic',
    log_parameter_max_length_on_error: '0',
    fsync: switchedBy,
    synchronous_commit: switchedBy,
    full_page_writes: switchedBy,
  };
  return startServerProcess({
    command: binaries.postgres,
    args: ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    logFile: join(folder, 'postgres.log'),
    env: { ...process.env, LC_ALL: 'C', PGDATA: cluster },
    account,
  });
}

/**
 * Starts the server and waits until it answers. A backend of a killed server may still be finishing a statement,
 * and no new server may touch the files before it ends: that refusal, and only that, is waited out.
 */
async function startWhenFree(
  start: () => Promise<ServerProcess>,
  isReady: () => Promise<boolean>,
): Promise<ServerProcess> {
  const giveUpAt = Date.now() + ORPHAN_LIMIT_MS;
  for (;;) {
    const server = await start();
    try {
      await waitUntilReady(server, isReady, READY_LIMIT_MS);
      return server;
    } catch (error) {
      await endProcess(server.identity, ENDING);
      const { message } = error as Error;
      if (message.includes('shared memory block') && Date.now() < giveUpAt) {
        await delay(ORPHAN_LOOK_MS);
        continue;
      }
      throw new StartupProblem(
        `Postgres did not start: ${message}`,
        `See ${server.logFile}, or set DATABASE_URL to a Postgres of your own.`,
      );
    }
  }
}

async function makeLoginsAndDatabase(postgres: EmbeddedPostgres, passwords: Passwords): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.superUrl('postgres') });
  await client.connect();
  try {
    for (const [role, password] of [
      [`${OWNER_LOGIN} CREATEROLE`, passwords.owner],
      [APPLICATION_LOGIN, passwords.app],
    ] as const) {
      const known = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role.split(' ')[0]]);
      // Names and passwords are our own letters and digits, so they need no quoting beyond this.
      if (known.rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${password}'`);
    }
    const known = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE_NAME]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME} OWNER ${OWNER_LOGIN}`);
  } finally {
    await client.end();
  }
}
