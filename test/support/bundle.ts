/** The workflow bundle made from the sources as they are now, once per content. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = new URL('../../', import.meta.url).pathname;

export interface TestBundle {
  readonly path: string;
  readonly buildId: string;
}

export async function workflowBundle(): Promise<TestBundle> {
  const hash = createHash('sha256').update(readFileSync(join(root, 'src/runtime/bundle-workflows.mjs')));
  for (const folder of ['workflows', 'src/domain']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(root, folder, file)));
    }
  }
  const buildId = hash.digest('hex').slice(0, 16);
  const folder = join(root, 'node_modules/.cache/titian');
  const path = join(folder, `workflow-bundle-${buildId}.js`);
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${path}.${process.pid}`;
    // As the build does it: the same code must come out.
    const script = join(root, 'src/runtime/bundle-workflows.mjs');
    await promisify(execFile)(process.execPath, [script, join(root, 'workflows/index.ts'), draft]);
    renameSync(draft, path);
  }
  return { path, buildId };
}
