/** The product as people start it, pilot and all, in a process and a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPackageRoot } from '../src/ledger/package-root.ts';
import { findFreePort } from '../src/runtime/ports.ts';

export interface StartedProduct {
  readonly address: string;
  /** As the product itself is connected. */
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

/** @throws Error with what it said, where it does not start. */
export async function startProduct(): Promise<StartedProduct> {
  const root = findPackageRoot();
  const folder = mkdtempSync(join(tmpdir(), 'titian-product-'));
  const port = await findFreePort();
  const child = spawn(process.execPath, [join(root, 'src', 'runtime', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, PORT: String(port), TITIAN_DATA: folder },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (said.includes('Titian is ready')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then(() => reject(new Error(`the product did not start:\n${said}`)));
  });
  const { databaseUrl } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as {
    databaseUrl: string;
  };
  return {
    address: `http://127.0.0.1:${port}`,
    databaseUrl,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
