// Bundles the programs that leave this package as one file each: node bundle-scripts.mjs <folder> [output …]
import { join } from 'node:path';
import { build } from 'esbuild';
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
