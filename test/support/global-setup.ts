import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/runtime/embedded-postgres.ts';
import { startTemporalServer } from '../../src/runtime/temporal-server.ts';
import '../console/support/real-console.ts';
import { startRealProduct } from './real-product.ts';
import { cloneTemplate, prepareTemplate } from './template-database.ts';
import { clearAbandonedTestFolders, makeTestFolder, removeTestFolder } from './test-folder.ts';
import { needsOf } from './test-kinds.ts';

const TEMPLATE = 'titian_template';
/** The pilot's workflows are named by their places in it: another product of the run may play it, too. */
const CONSOLE_NAMESPACE = 'console';

/** Starts, once for the whole run and only if its files need them, a Postgres and a Temporal server. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { filenamePattern } = project.vitest as unknown as { filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  const needs = needsOf(testFiles);
  project.provide('postgres', null);
  project.provide('temporal', null);
  project.provide('console', null);
  if (!needs.postgres) return async () => {};

  await clearAbandonedTestFolders();
  const folder = makeTestFolder();
  const stops: (() => Promise<void>)[] = [];
  const tearDown = async () => {
    for (const stop of stops) await stop();
    removeTestFolder(folder);
  };
  try {
    await Promise.all([
      provideDatabase(project, folder, stops),
      needs.temporal ? provideTemporal(project, folder, stops) : undefined,
    ]);
    // Beside the first tests: whoever needs it waits for it.
    if (needs.console) await provideConsole(project, folder, stops);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

async function provideConsole(project: TestProject, folder: string, stops: (() => Promise<void>)[]) {
  const [postgres, temporal] = [project.getProvidedContext().postgres, project.getProvidedContext().temporal];
  if (postgres === null || temporal === null) throw new Error('the console needs both servers');
  const name = 'titian_console';
  await cloneTemplate(postgres, name);
  const product = await startRealProduct(project.config.root, folder, {
    appUrl: postgres.appUrl + name,
    ownerUrl: postgres.ownerUrl + name,
    temporal: temporal.address,
    namespace: CONSOLE_NAMESPACE,
  });
  // It stops before the servers that it works on.
  stops.unshift(() => product.stop());
  project.provide('console', { address: product.address, mark: product.mark });
}

async function provideDatabase(project: TestProject, folder: string, stops: (() => Promise<void>)[]) {
  const postgres = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), durable: false });
  stops.push(() => postgres.stop());
  await prepareTemplate(postgres, TEMPLATE);
  project.provide('postgres', {
    superUrl: postgres.superUrl(''),
    ownerUrl: postgres.ownerUrl(''),
    appUrl: postgres.appUrl(''),
    template: TEMPLATE,
  });
}

async function provideTemporal(project: TestProject, folder: string, stops: (() => Promise<void>)[]) {
  const temporal = await startTemporalServer({
    folder: join(folder, 'temporal'),
    // Where a running Titian keeps it: fetched once for both.
    binaryFolder: join(project.config.root, '.titian', 'temporal', 'program'),
    otherNamespaces: [CONSOLE_NAMESPACE],
    tell: (line) => process.stderr.write(`${line}\n`),
  });
  stops.push(() => temporal.stop());
  project.provide('temporal', { address: temporal.address, namespace: temporal.namespace });
}
