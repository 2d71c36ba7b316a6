/** The workflow bundle made from the sources as they are now, once per content. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const root = new URL('../../', import.meta.url).pathname;

export interface TestBundle {
  readonly path: string;
  readonly buildId: string;
}

export async function workflowBundle(): Promise<TestBundle> {
  const hash = createHash('sha256');
  for (const folder of ['workflows', 'src/domain']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  const buildId = hash.digest('hex').slice(0, 16);
  const folder = join(root, 'node_modules/.cache/titian');
  const path = join(folder, `workflow-bundle-${buildId}.js`);
  if (!existsSync(path)) {
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(root, 'workflows/index.ts'),
      logger: { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: console.error },
    });
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, code);
    renameSync(`${path}.${process.pid}`, path);
  }
  return { path, buildId };
}

const quiet = (): void => undefined;
