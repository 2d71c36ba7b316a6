// Builds dist: TypeScript to JavaScript, the files beside it, and the workflow bundle with its build id. Nothing
// is done when the sources are those of the last build.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ensureInstalled, requireNode, root, run, runTool } from './bootstrap.mjs';

const SOURCES = ['workflows', 'activities', 'workers', 'src', 'witness', 'verifier', 'bench', 'test/chaos'];
const SETTINGS = ['package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];
const ASSET = /\.(sql|json|ya?ml|mjs|css|svg|woff2|txt|html|ico|png|webmanifest)$/;
/** Results of benchmarks lie among the sources and are not part of them. */
const NOT_SOURCES = ['bench/results'];

const dist = join(root, 'dist');
const next = join(root, 'dist', '.next');
const lock = join(root, 'dist', '.lock');
const LOCK_LOOK_MS = 100;

/**
 * @param {{ tell: (line: string) => void }} options
 * @returns {Promise<boolean>} whether dist now is what the sources say
 */
export async function build({ tell }) {
  const sources = hashOfSources();
  if (isBuilt(sources)) return true;
  mkdirSync(dist, { recursive: true });
  await takeLock();
  try {
    // Whoever held the lock may have built the very same.
    if (isBuilt(sources)) return true;
    tell('building');
    rmSync(next, { recursive: true, force: true });
    if ((await runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', next])) !== 0)
      return false;
    copyAssets();
    if (!(await bundleWorkflows()) || !(await bundleScripts())) return false;
    writeFileSync(
      join(next, 'build.json'),
      `${JSON.stringify({ buildId: buildIdOf(), sources }, null, 2)}\n`,
    );
    moveIntoPlace();
    return true;
  } finally {
    rmSync(lock, { force: true });
  }
}

function isBuilt(sources) {
  try {
    return JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8')).sources === sources;
  } catch {
    return false;
  }
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...listSources()]) {
    const path = join(root, file);
    if (!existsSync(path)) continue;
    const content = readFileSync(path);
    // Lengths stand before contents, so that no two sets of files read the same.
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function listSources() {
  return SOURCES.filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) =>
          relative(root, join(entry.parentPath ?? entry.path, entry.name))
            .split(sep)
            .join('/'),
        ),
    )
    .filter((file) => !NOT_SOURCES.some((folder) => file.startsWith(`${folder}/`)))
    .sort();
}

function copyAssets() {
  // The verifier's page and style are inlined by its own build.
  for (const file of listSources().filter((name) => ASSET.test(name) && !name.startsWith('verifier/'))) {
    const target = join(next, file);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(root, file), target);
  }
}

/** A process of its own: the bundler needs half a gigabyte that a running Titian should not carry along. */
async function bundleWorkflows() {
  const entry = join(root, 'workflows', 'index.ts');
  const script = join(root, 'src', 'runtime', 'bundle-workflows.mjs');
  return (await run(process.execPath, [script, entry, join(next, 'workflow-bundle.js')])) === 0;
}

/**
 * The id says which workflow code ran and by which rules it was decided, also where no workflow decides: same
 * code, same id, on every machine.
 */
function buildIdOf() {
  const hash = createHash('sha256');
  for (const file of ['workflow-bundle.js', 'rules-pack.js']) hash.update(readFileSync(join(next, file)));
  return hash.digest('hex').slice(0, 16);
}

/** Rule pack, witness and whatever else goes to others as one file; also a process of its own. */
async function bundleScripts() {
  return (await run(process.execPath, [join(root, 'src', 'runtime', 'bundle-scripts.mjs'), next])) === 0;
}

/** Built aside first, so that a build that fails leaves the last good one. */
function moveIntoPlace() {
  for (const name of readdirSync(dist)) {
    if (!name.startsWith('.')) rmSync(join(dist, name), { recursive: true, force: true });
  }
  // build.json comes last: its presence says that all else is there.
  const names = readdirSync(next).filter((name) => name !== 'build.json');
  for (const name of [...names, 'build.json']) renameSync(join(next, name), join(dist, name));
  rmSync(next, { recursive: true, force: true });
}

async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isLockStale()) rmSync(lock, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, LOCK_LOOK_MS));
  }
}

function isLockStale() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

if (process.argv[1] === import.meta.filename) {
  requireNode();
  await ensureInstalled();
  process.exit((await build({ tell: console.log })) ? 0 : 1);
}
