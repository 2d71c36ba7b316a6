/**
 * The whole product as separate processes that can be killed one by one: Postgres and Temporal on files
 * that stay, a worker and an API from the build. Whatever dies is started again, as any supervisor would.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { migrate } from '../../src/ledger/migrate.ts';
import { findPackageRoot } from '../../src/ledger/package-root.ts';
import { createPool } from '../../src/ledger/pool.ts';
import {
  endProcess,
  type ServerProcess,
  startServerProcess,
  tailOf,
} from '../../src/runtime/child-process.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts';
import { findFreePort } from '../../src/runtime/ports.ts';
import { startTemporalServer, type TemporalServer } from '../../src/runtime/temporal-server.ts';
import { OutageLog } from './outages.ts';

export type ServerName = 'postgres' | 'temporal';
export type ProductName = 'worker' | 'api';

/** A part is looked at this often, and started again this long after it died. */
const LOOK_MS = 100;
const RESTART_PAUSE_MS = 300;
const READY_LIMIT_MS = 60_000;
const KILL = [{ signal: 'SIGKILL', graceMs: 5_000 }] as const;

export class ChaosSystem {
  readonly apiAddress: string;
  readonly appUrl: string;
  readonly namespace: string;
  readonly temporalAddress: string;
  /** Deaths that were counted, by part, asked for or not. */
  readonly deaths: Record<ServerName | ProductName, number> = { postgres: 0, temporal: 0, worker: 0, api: 0 };
  readonly outages = new OutageLog();
  readonly #folder: string;
  readonly #mailUrl: string;
  readonly #port: number;
  /** Where the worker tells its metrics. */
  readonly #operationsPort: number;
  readonly #products = new Map<ProductName, Supervised>();
  #postgres: EmbeddedPostgres;
  #temporal: TemporalServer;
  /** What the next worker is to die of. */
  #failpoint: string | undefined;
  #stopping = false;

  private constructor(
    folder: string,
    mailUrl: string,
    [port, operationsPort]: readonly [number, number],
    postgres: EmbeddedPostgres,
    temporal: TemporalServer,
  ) {
    this.#folder = folder;
    this.#mailUrl = mailUrl;
    this.#port = port;
    this.#operationsPort = operationsPort;
    this.#postgres = postgres;
    this.#temporal = temporal;
    this.apiAddress = `http://127.0.0.1:${port}`;
    this.appUrl = postgres.appUrl();
    this.namespace = temporal.namespace;
    this.temporalAddress = temporal.address;
  }

  /**
   * @param folder empty, and passable for the account that Postgres runs under.
   * @param mailUrl where offices get their mail.
   */
  static async start(folder: string, mailUrl: string): Promise<ChaosSystem> {
    const started = await Promise.allSettled([
      startEmbeddedPostgres({ folder: join(folder, 'postgres') }),
      startTemporalServer(temporalOptions(folder)),
    ]);
    const [postgres, temporal] = started;
    if (postgres.status === 'rejected' || temporal.status === 'rejected') {
      for (const server of started) if (server.status === 'fulfilled') await server.value.stop();
      throw (started.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason;
    }
    await migrate(postgres.value.ownerUrl());
    const ports = [await findFreePort(), await findFreePort()] as const;
    const system = new ChaosSystem(folder, mailUrl, ports, postgres.value, temporal.value);
    try {
      // One after the other: the first makes the sandbox's keys.
      await system.#supervise('worker');
      await system.#supervise('api');
    } catch (error) {
      await system.stop();
      throw error;
    }
    return system;
  }

  /** Has the worker that starts next kill itself at a point, for example `after-commit:3`. */
  arm(failpoint: string): void {
    this.#failpoint = failpoint;
  }

  async kill(part: ServerName | ProductName): Promise<void> {
    this.outages.down(part);
    if (part === 'postgres') {
      this.deaths.postgres += 1;
      await this.#postgres.kill();
    } else if (part === 'temporal') {
      this.deaths.temporal += 1;
      await this.#temporal.kill();
    } else {
      await this.#products.get(part)?.kill();
    }
  }

  async restart(server: ServerName): Promise<void> {
    if (server === 'postgres') {
      this.#postgres = await startEmbeddedPostgres({ folder: join(this.#folder, 'postgres') });
    } else {
      this.#temporal = await startTemporalServer(temporalOptions(this.#folder));
    }
    this.outages.up(server);
  }

  /** Temporal must be dead: everything it knows goes with its files. */
  deleteTemporalDatabase(): void {
    for (const ending of ['', '-wal', '-shm', '-journal']) {
      rmSync(join(this.#folder, 'temporal', `temporal.db${ending}`), { force: true });
    }
  }

  /** `titian revive`, as an operator would call it. */
  async revive(): Promise<void> {
    const logFile = join(this.#folder, 'revive.log');
    const child = await startServerProcess({
      command: process.execPath,
      args: [join(findPackageRoot(), 'dist', 'src', 'cli', 'main.js'), 'revive', '--json'],
      logFile,
      env: this.#environment(),
    });
    await child.ended;
    if (!/"revived":\s*\d+/.test(tailOf(logFile))) throw new Error(`revive failed: ${tailOf(logFile)}`);
    await this.#lookAfterNotices();
  }

  /** A worker looks after deliveries every half an hour, and a run is shorter: an operator would not wait either. */
  async #lookAfterNotices(): Promise<void> {
    const pool = createPool(this.appUrl, { connections: 1 });
    pool.on('error', () => undefined);
    try {
      await pool.query("UPDATE notice.delivery SET look_at = clock_timestamp() WHERE state = 'WAITING'");
    } finally {
      await pool.end();
    }
  }

  /** Waits until both product parts answer. */
  async ready(limitMs = READY_LIMIT_MS): Promise<void> {
    const giveUpAt = Date.now() + limitMs;
    for (;;) {
      if ((await this.#apiReady()) && this.isWorkerReady()) return;
      if (Date.now() > giveUpAt) throw new Error(`not ready after ${limitMs} ms: ${this.tails()}`);
      await delay(LOOK_MS);
    }
  }

  isWorkerReady(): boolean {
    return this.#products.get('worker')?.isReady() ?? false;
  }

  /** How often the ledger has told this worker that a shell was behind. */
  async tailAnswers(): Promise<number> {
    const response = await fetch(`http://127.0.0.1:${this.#operationsPort}/metrics`);
    const metrics = await response.text();
    if (!metrics.includes('titian_record_answers_total'))
      throw new Error('the worker tells no record answers');
    return Number(/^titian_record_answers_total\{status="tail"\} (\d+)/m.exec(metrics)?.[1] ?? 0);
  }

  tails(): string {
    return [...this.#products].map(([name, { tail }]) => `${name}: ${tail()}`).join('\n');
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    for (const supervised of this.#products.values()) await supervised.stop();
    await Promise.all([this.#postgres.stop(), this.#temporal.stop()]);
  }

  async #supervise(name: ProductName): Promise<void> {
    let starts = 0;
    let server = await this.#startProduct(name, starts);
    let stopping = false;
    const watching = (async () => {
      for (;;) {
        await server.ended;
        if (stopping || this.#stopping) return;
        this.deaths[name] += 1;
        this.outages.down(name);
        await delay(RESTART_PAUSE_MS);
        starts += 1;
        server = await this.#startProduct(name, starts);
        if (name === 'worker') void this.#noteReady(server);
      }
    })();
    this.#products.set(name, {
      isReady: () => readySince(join(this.#folder, name), server.identity.pid),
      tail: () => tailOf(server.logFile),
      kill: () => endProcess(server.identity, KILL),
      async stop() {
        stopping = true;
        await endProcess(server.identity, KILL);
        await watching;
        // One that was being started while we stopped.
        await endProcess(server.identity, KILL);
      },
    });
    const giveUpAt = Date.now() + READY_LIMIT_MS;
    const isReady = (): Promise<boolean> | boolean =>
      name === 'api' ? this.#apiReady() : this.#products.get(name)!.isReady();
    while (!(await isReady())) {
      if (Date.now() > giveUpAt) throw new Error(`${name} did not start: ${tailOf(server.logFile)}`);
      await delay(LOOK_MS);
    }
  }

  async #noteReady(worker: ServerProcess): Promise<void> {
    while (!worker.hasEnded() && !readySince(join(this.#folder, 'worker'), worker.identity.pid)) {
      await delay(LOOK_MS);
    }
    if (!worker.hasEnded()) this.outages.up('worker');
  }

  #startProduct(name: ProductName, ordinal: number): Promise<ServerProcess> {
    const failpoint = name === 'worker' ? this.#failpoint : undefined;
    if (name === 'worker') this.#failpoint = undefined;
    return startServerProcess({
      command: process.execPath,
      args: ['--enable-source-maps', join(findPackageRoot(), 'dist', 'src', 'runtime', 'main.js')],
      logFile: join(this.#folder, `${name}-${ordinal}.log`),
      env: {
        ...this.#environment(),
        TITIAN_PARTS: name,
        ...(name === 'worker' ? { TITIAN_OPERATIONS_PORT: String(this.#operationsPort) } : {}),
        ...(failpoint === undefined ? {} : { TITIAN_FAILPOINT: failpoint }),
      },
    });
  }

  #environment(): NodeJS.ProcessEnv {
    const inherited = Object.entries(process.env).filter(([name]) => !/^(TITIAN_|TEMPORAL_|PG)/.test(name));
    return {
      ...Object.fromEntries(inherited),
      HOST: '127.0.0.1',
      PORT: String(this.#port),
      DATABASE_URL: this.appUrl,
      TEMPORAL_ADDRESS: this.temporalAddress,
      TEMPORAL_NAMESPACE: this.namespace,
      TITIAN_SANDBOX: 'on',
      TITIAN_DATA: join(this.#folder, 'data'),
      TITIAN_LOG_LEVEL: 'warn',
      TITIAN_SMTP_URL: this.#mailUrl,
      TITIAN_NOTICE_FROM: 'titian@contoh.example',
      TITIAN_NOTICE_SANDBOX: 'on',
    };
  }

  async #apiReady(): Promise<boolean> {
    try {
      const response = await fetch(`${this.apiAddress}/readyz`, { signal: AbortSignal.timeout(3_000) });
      return response.ok;
    } catch {
      return false;
    }
  }
}

interface Supervised {
  isReady(): boolean;
  tail(): string;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const temporalOptions = (folder: string) => ({
  folder: join(folder, 'temporal'),
  // Where a running Titian keeps it: fetched once for all.
  binaryFolder: resolve(findPackageRoot(), '.titian', 'temporal', 'program'),
});

/** The worker marks itself ready with its own process id. */
function readySince(folder: string, pid: number): boolean {
  const file = join(folder, '..', 'data', 'worker-ready');
  return existsSync(file) && Number(readFileSync(file, 'utf8')) === pid;
}
