// Builds the verifier's two files, each complete in itself: node build.mjs <folder>
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;

/** Same sources, same bytes, on every machine: whoever doubts a file builds it again and compares. */
const COMMON = {
  absWorkingDir: here,
  bundle: true,
  write: false,
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};

/** @param {string} folder where verify.mjs and verify.html are put */
export async function buildVerifier(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'verify.mjs'), await program());
  writeFileSync(join(folder, 'verify.html'), await page());
}

function program() {
  return script('node/main.ts', { format: 'esm', platform: 'node' });
}

async function page() {
  const worker = await script('browser/rule-worker.ts', { format: 'iife', platform: 'browser' });
  const code = await script('browser/page.ts', {
    format: 'iife',
    platform: 'browser',
    define: { RULE_WORKER: JSON.stringify(worker) },
  });
  const style = readFileSync(join(here, 'browser', 'page.css'), 'utf8');
  // The hashes say which script and which style may stand in the page; nothing else runs, and nothing connects.
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(code)}'`,
    `style-src '${hashOf(style)}'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts = { POLICY: policy, STYLE: style, SCRIPT: code };
  return readFileSync(join(here, 'browser', 'page.html'), 'utf8').replace(
    /%(POLICY)%|\/\* %(STYLE|SCRIPT)% \*\//g,
    (_, attribute, content) => parts[attribute ?? content],
  );
}

async function script(entry, how) {
  const { outputFiles } = await build({ ...COMMON, entryPoints: [entry], ...how });
  // Names of source files depend on where packages are installed.
  return outputFiles[0].text.replace(/^ *\/\/ [^\n]*\.[jt]s\n/gm, '');
}

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

if (process.argv[1] === import.meta.filename) await buildVerifier(process.argv[2] ?? 'dist');
