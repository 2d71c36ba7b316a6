/** Postgres and Temporal for one run: own ones in a folder that goes away, or those of the environment. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { migrate } from '../src/ledger/migrate.ts';
import { startEmbeddedPostgres } from '../src/runtime/embedded-postgres.ts';
import { startTemporalServer } from '../src/runtime/temporal-server.ts';

export interface BenchServers {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly client: Client;
  readonly versions: { readonly node: string; readonly postgres: string; readonly temporal: string };
  /** In words, for the report: `embedded` or `from the environment`. */
  readonly kind: { readonly postgres: string; readonly temporal: string };
  close(): Promise<void>;
}

/** Where a running Titian keeps the program it fetched: once for all. */
const PROGRAM_FOLDER = join('.titian', 'temporal', 'program');

export async function openServers(tell: (line: string) => void): Promise<BenchServers> {
  const folder = mkdtempSync(join(tmpdir(), 'titian-bench-'));
  // Postgres has an account of its own when this runs as root.
  chmodSync(folder, 0o711);
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.reverse()) await closer();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await openPostgres(folder, closers);
    const temporal = await openTemporal(folder, closers, tell);
    await migrate(postgres.ownerUrl);
    const connection = await Connection.connect({ address: temporal.address });
    closers.push(() => connection.close());
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    return {
      appUrl: postgres.appUrl,
      ownerUrl: postgres.ownerUrl,
      temporalAddress: temporal.address,
      namespace: temporal.namespace,
      client: new Client({ connection, namespace: temporal.namespace }),
      versions: {
        node: process.version,
        postgres: await postgresVersion(postgres.ownerUrl),
        temporal: serverVersion ?? 'unknown',
      },
      kind: { postgres: postgres.kind, temporal: temporal.kind },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openPostgres(folder: string, closers: (() => Promise<void>)[]) {
  const { DATABASE_URL: appUrl, TITIAN_OWNER_DATABASE_URL: ownerUrl } = process.env;
  if (appUrl !== undefined) return { appUrl, ownerUrl: ownerUrl ?? appUrl, kind: 'from the environment' };
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres') });
  closers.push(() => postgres.stop());
  return { appUrl: postgres.appUrl(), ownerUrl: postgres.ownerUrl(), kind: 'embedded, fsync on' };
}

async function openTemporal(folder: string, closers: (() => Promise<void>)[], tell: (line: string) => void) {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace = 'default' } = process.env;
  if (address !== undefined) return { address, namespace, kind: 'from the environment' };
  const server = await startTemporalServer({
    folder: join(folder, 'temporal'),
    binaryFolder: resolve(PROGRAM_FOLDER),
    tell,
  });
  closers.push(() => server.stop());
  return { address: server.address, namespace: server.namespace, kind: 'development server, SQLite file' };
}

async function postgresVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? 'unknown';
  } finally {
    await client.end();
  }
}
