// What every command does before Titian's own code can run: check Node, install, build. Plain Node without
// dependencies, as none may be installed yet; and written for old Node versions too, as they must be told apart.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const OLDEST_NODE = 20;

/** Ends the process with one line if Node is too old. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  fail(
    `Titian needs Node ${OLDEST_NODE} or newer; this is ${process.version}. Install a newer one and try again.`,
  );
}

/** Ends the process with one line for a person. */
export function fail(line) {
  console.error(line);
  process.exit(1);
}

/**
 * Runs a program in the package's folder.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv }} [options] quiet: show its output only if it fails
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, options = {}) {
  const quiet = options.quiet === true;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: options.env || process.env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm is a script on Windows, which only a shell can run.
      shell: process.platform === 'win32' && command === 'npm',
    });
    const output = [];
    if (quiet) {
      child.stdout.on('data', (chunk) => output.push(chunk));
      child.stderr.on('data', (chunk) => output.push(chunk));
    }
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(signal === null ? code : 128);
    });
  });
}

/** Runs a tool that is installed in node_modules, by its script, so that no shell or PATH is in the way. */
export function runTool(script, args, options) {
  return run(process.execPath, [join(root, 'node_modules', script), ...args], options);
}

/** Installs the packages of package-lock.json unless exactly they are installed. */
export async function ensureInstalled({ quiet = false } = {}) {
  if (isInstalled()) return;
  (quiet ? console.error : console.log)('installing packages (npm ci), about a minute');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // The npm that runs us, if one does; it need not be the one on the PATH.
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await run(process.execPath, [npm, ...args], { quiet: true })
    : await run('npm', args, { quiet: true });
  if (code !== 0)
    fail('The packages could not be installed; npm says why above. Check the network and try again.');
}

/** npm leaves a copy of the lock in node_modules: compared by content, as times differ from clone to clone. */
function isInstalled() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.keys(wanted).every((path) => {
    if (path === '') return true;
    // Builds for other platforms are in the lock and not installed.
    if (installed[path] === undefined) return wanted[path].optional === true;
    return installed[path].version === wanted[path].version;
  });
}

/** Builds unless the sources are those of the last build. */
export async function ensureBuilt({ quiet = false } = {}) {
  const { build } = await import('./build.mjs');
  const outcome = await build({ tell: quiet ? console.error : console.log });
  if (!outcome) fail('The build failed; the lines above say where.');
}

/** Node, packages, build: all that a command needs before it can load from dist. */
export async function prepare(options) {
  requireNode();
  await ensureInstalled(options);
  await ensureBuilt(options);
}
