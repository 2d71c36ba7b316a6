import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStillRunning } from '../../src/runtime/process-identity.ts';
import {
  startTemporalServer,
  stopLeftoverTemporal,
  type TemporalServer,
} from '../../src/runtime/temporal-server.ts';
import { makeTestFolder, removeTestFolder } from '../support/test-folder.ts';

let folder: string;
let told: string[];
let running: TemporalServer | undefined;

beforeEach(() => {
  folder = makeTestFolder();
  told = [];
});
afterEach(async () => {
  await running?.stop();
  removeTestFolder(folder);
});

async function start(): Promise<TemporalServer> {
  running = await startTemporalServer({
    folder: join(folder, 'temporal'),
    binaryFolder: join(process.cwd(), '.titian', 'temporal', 'program'),
    tell: (line) => told.push(line),
  });
  return running;
}

async function onServer<Answer>(
  server: TemporalServer,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const connection = await Connection.connect({ address: server.address });
  try {
    return await work(new Client({ connection, namespace: server.namespace }));
  } finally {
    await connection.close();
  }
}

test('a killed server is started again at the same address and still knows its workflows', async () => {
  const first = await start();
  await onServer(first, (client) =>
    client.workflow.start('nobody-runs-this', { workflowId: 'journey/1', taskQueue: 'none' }),
  );
  await first.kill();
  expect(isStillRunning(first.identity)).toBe(false);

  const second = await start();
  expect(second.address).toBe(first.address);
  const found = await onServer(second, (client) => client.workflow.getHandle('journey/1').describe());
  expect(found.status.name).toBe('RUNNING');
});

test('a server that a killed Titian left running is stopped first', async () => {
  const orphan = await start();
  const second = await start();
  expect(isStillRunning(orphan.identity)).toBe(false);
  expect(second.address).toBe(orphan.address);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(`process ${orphan.identity.pid}`);
});

test('a copied folder leaves the server of the folder it was copied from alone', async () => {
  const original = await start();
  const copy = join(folder, 'copy');
  mkdirSync(copy);
  cpSync(join(folder, 'temporal', 'running.json'), join(copy, 'running.json'));
  await stopLeftoverTemporal(copy);
  expect(isStillRunning(original.identity)).toBe(true);
});
