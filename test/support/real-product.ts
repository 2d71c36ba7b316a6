/** Starts Titian as `npm start` does, in a process of its own, on the run's servers. Told ready by a file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../../src/runtime/ports.ts';

export interface RealProduct {
  readonly address: string;
  /** A file that says `ready`, or what went wrong, once it is known. */
  readonly mark: string;
  stop(): Promise<void>;
}

/** @param servers of the run; the database is its own, migrated and empty. */
export async function startRealProduct(
  root: string,
  folder: string,
  servers: {
    readonly appUrl: string;
    readonly ownerUrl: string;
    readonly temporal: string;
    readonly namespace: string;
  },
): Promise<RealProduct> {
  const port = await findFreePort();
  const mark = join(folder, 'console-ready');
  const child = spawn(process.execPath, [join(root, 'src', 'runtime', 'start.mjs')], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      TITIAN_DATA: join(folder, 'console-data'),
      DATABASE_URL: servers.appUrl,
      TITIAN_OWNER_DATABASE_URL: servers.ownerUrl,
      TEMPORAL_ADDRESS: servers.temporal,
      TEMPORAL_NAMESPACE: servers.namespace,
      TITIAN_TASK_QUEUE: `console-${port}`,
      TITIAN_SANDBOX: 'on',
      TITIAN_LOG_LEVEL: 'warn',
    },
  });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    if (said.includes('Titian is ready')) writeFileSync(mark, 'ready');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      if (!said.includes('Titian is ready')) writeFileSync(mark, said.slice(-4_000));
      resolve();
    });
  });
  return { address: `http://127.0.0.1:${port}`, mark, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM');
  await ended;
}
