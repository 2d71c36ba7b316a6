// Runs a TypeScript program of this package: node src/runtime/run.mjs bench/main.ts [arguments]
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, prepare, root } from './bootstrap.mjs';

const [program] = process.argv.slice(2);
if (program === undefined) fail('Give the program to run: node src/runtime/run.mjs bench/main.ts');
await prepare();
const built = join(root, 'dist', relative(root, resolve(root, program)).replace(/\.ts$/, '.js'));
if (!existsSync(built))
  fail(`${program} is not among the programs that are built: ${relative(root, built)} is missing.`);
// The program sees its arguments where it would if it had been started directly.
process.argv.splice(1, 2, built);
await import(pathToFileURL(built).href);
