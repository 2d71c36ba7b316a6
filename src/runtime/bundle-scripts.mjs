// Bundles the programs that leave this package as one file each: node bundle-scripts.mjs <folder> [output …]
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { compile } from 'sass';
import { buildVerifier } from '../../verifier/build.mjs';
import { root } from './bootstrap.mjs';

/**
 * What is bundled: `entry` from the package's folder, `output` in dist. A script of format `iife` leaves its
 * exports behind under `globalName`; `platform` says what it may import (`neutral`: nothing).
 *
 * @type {readonly { entry: string, output: string, format: 'esm' | 'iife', globalName?: string,
 *   platform: 'node' | 'browser' | 'neutral' }[]}
 */
const SCRIPTS = [
  {
    entry: 'src/rules/pack.ts',
    output: 'rules-pack.js',
    format: 'iife',
    globalName: 'TitianRules',
    platform: 'neutral',
  },
  { entry: 'witness/main.ts', output: 'witness.mjs', format: 'esm', platform: 'node' },
];

const [folder, ...wanted] = process.argv.slice(2);
for (const { entry, output, ...how } of SCRIPTS) {
  if (wanted.length > 0 && !wanted.includes(output)) continue;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(folder, output),
    bundle: true,
    // The oldest Node that Titian runs on, and browsers of its age.
    target: 'es2022',
    // Same sources, same bytes, on every machine: comments would name folders, and names stay readable.
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    ...how,
  });
}
// The verifier builds itself, so that it can leave this repository as it is.
if (wanted.length === 0 || wanted.includes('verifier')) await buildVerifier(join(folder, 'verifier'));

if (wanted.length === 0 || wanted.includes('console')) await buildConsole(join(folder, 'console'));

/** Style and scripts of the console: each script of src/console/browser that is no part of another is a file. */
async function buildConsole(target) {
  const scripts = join(root, 'src', 'console', 'browser');
  const entries = readdirSync(scripts).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => join(scripts, name)),
    outdir: target,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  const style = compile(join(root, 'src', 'console', 'style', 'console.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true,
    silenceDeprecations: ['import', 'if-function'],
  });
  writeFileSync(join(target, 'console.css'), style.css);
  const pictures = join(root, 'src', 'console', 'style');
  for (const name of readdirSync(pictures).filter((one) => /\.(svg|png|webmanifest)$/.test(one))) {
    copyFileSync(join(pictures, name), join(target, name));
  }
}
