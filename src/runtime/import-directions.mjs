// Imports point one way (docs/ARCHITECTURE.md): this is the table, and the check that holds code to it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from './bootstrap.mjs';

/** Room → rooms that it may import from at run time. Types may be imported from anywhere: they vanish. */
const MAY_IMPORT = {
  'src/domain': [],
  workflows: ['src/domain'],
  'src/ledger': ['src/domain'],
  'src/vault': ['src/domain', 'src/ledger'],
  'src/access': ['src/domain', 'src/ledger'],
  'src/catalogue': ['src/domain', 'src/access'],
  'src/gateway': ['src/domain', 'workflows'],
  'src/sandbox': ['src/domain', 'src/ledger'],
  'src/projections': ['src/domain', 'src/ledger'],
  'src/notices': ['src/domain', 'src/ledger', 'src/vault', 'src/access', 'src/projections'],
  'src/papers': ['src/domain', 'src/ledger', 'src/vault', 'src/access', 'src/projections'],
  'src/sheets': ['src/domain', 'src/ledger', 'src/access', 'src/catalogue'],
  'src/credentials': ['src/domain', 'src/ledger'],
  'src/registers': ['src/domain', 'src/ledger', 'src/gateway'],
  'src/rules': ['src/domain'],
  'src/transparency': [],
  'src/seal': ['src/domain', 'src/ledger', 'src/transparency'],
  'src/audit': [
    'src/domain',
    'src/ledger',
    'src/transparency',
    'src/seal',
    'src/access',
    'src/catalogue',
    'src/vault',
    'src/projections',
    'src/sheets',
  ],
  // Reads and writes through the API alone, as everybody else does; what it imports are shapes and words.
  'src/console': ['src/domain', 'src/access', 'src/catalogue', 'src/ledger', 'src/vault', 'src/sandbox'],
  witness: ['src/transparency'],
  verifier: [],
  activities: [
    'src/domain',
    'src/ledger',
    'src/vault',
    'src/projections',
    'src/gateway',
    'src/sandbox',
    'src/notices',
  ],
};

/** Packages that never belong into code which must replay: they read clocks, files or networks, or are large. */
const PURE_ROOMS = ['src/domain', 'workflows'];
const PURE_PACKAGES = ['@temporalio/workflow'];

/** @returns {string[]} one line per import that points the wrong way */
export function findWrongImports() {
  return Object.keys(MAY_IMPORT).flatMap((room) =>
    filesIn(room).flatMap((file) => importsOf(file).flatMap((target) => judge(room, file, target))),
  );
}

function judge(room, file, target) {
  if (!target.startsWith('.')) {
    const pure = PURE_ROOMS.includes(room) && !PURE_PACKAGES.includes(target);
    return pure ? [`${file}: ${room} is replayed and may not import ${target}`] : [];
  }
  const path = relative(root, join(root, dirname(file), target));
  const owner = Object.keys(MAY_IMPORT).find((other) => path.startsWith(`${other}/`)) ?? dirname(path);
  const allowed = owner === room || MAY_IMPORT[room].includes(owner);
  return allowed ? [] : [`${file}: ${room} may not import from ${owner} (${target})`];
}

function filesIn(room) {
  if (!existsSync(join(root, room))) return [];
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') || file.endsWith('.tsx'))
    .map((file) => `${room}/${file}`);
}

/** Run-time imports only: `import type` and `export type` vanish when the code is built. */
function importsOf(file) {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(/^(?:import|export)\s+(?!type\s)(?:[\s\S]*?\sfrom\s+)?'([^']+)';/gm);
  return [...statements].filter(([whole]) => !onlyTypes(whole)).map(([, target]) => target);
}

function onlyTypes(statement) {
  const names = /\{([\s\S]*?)\}/.exec(statement)?.[1];
  return names?.split(',').every((name) => name.trim() === '' || /^type\s/.test(name.trim())) ?? false;
}
