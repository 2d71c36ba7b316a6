// What the pages under docs/ and the README promise and a machine can check: links that lead somewhere, files that
// are there, variables that something reads; and pages that comments in the code point to. Plain Node without
// dependencies, as the other checks are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/** Where the names of variables come from: Titian itself, its command line, the compose file. */
const READERS_OF_VARIABLES = ['src/runtime/variables.ts', 'src/cli/session.ts', 'docker-compose.yml'];
const OUR_VARIABLE = /\b(?:TITIAN|TEMPORAL)_[A-Z][A-Z_]*\b/g;
/** A path in code type that begins with one of our rooms. */
const OUR_PATH = /`((?:workflows|activities|workers|src|test|bench|docs|\.ci)\/[\w./-]*)`/g;
/** Rooms whose comments are read, and the kinds of files in them that have any. */
const ROOMS_OF_CODE = ['src', 'workers', 'workflows', 'activities', 'bench', 'test'];
const CODE = /\.(?:ts|mjs|sql|yaml)$/;
/** The part of a line that is a comment, as far as a line alone can tell. */
const COMMENT = /^\s*(?:\*|\/\*|--|#).*|(?:^|\s)\/\/.*/;
/** A page, or the number that a decision's page begins with. */
const OUR_PAGE = /\bdocs\/(?:decisions\/\d{4}(?![\w-])|[\w./-]*\w\.md\b)/g;

/**
 * @param {string} root the folder of package.json
 * @returns {string[]} one line for each thing that does not hold
 */
export function findDocsMistakes(root) {
  const readers = READERS_OF_VARIABLES.map((file) => readFileSync(join(root, file), 'utf8'));
  const variables = new Set(readers.flatMap((text) => text.match(OUR_VARIABLE) ?? []));
  const inPages = listPages(root).flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [
      ...brokenLinks(root, page, text),
      ...missingFiles(root, text).map((path) => `${page}: there is no ${path}`),
      ...unknownVariables(variables, text).map((name) => `${page}: nothing reads ${name}`),
    ];
  });
  return [...inPages, ...listCode(root).flatMap((file) => missingPages(root, file))];
}

function missingPages(root, file) {
  const comments = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => line.match(COMMENT)?.[0] ?? '');
  return once(comments.flatMap((comment) => comment.match(OUR_PAGE) ?? []))
    .filter((page) => !isPage(root, page))
    .map((page) => `${file}: there is no ${page}`);
}

function isPage(root, page) {
  if (page.endsWith('.md')) return existsSync(join(root, page));
  const folder = join(root, dirname(page));
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith(`${basename(page)}-`));
}

function brokenLinks(root, page, text) {
  return [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)]
    .map((match) => match[1].split('#')[0])
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(join(root, dirname(page), decodeURIComponent(target))))
    .map((target) => `${page}: the link to ${target} leads nowhere`);
}

const missingFiles = (root, text) =>
  once([...text.matchAll(OUR_PATH)].map((match) => match[1])).filter((path) => !existsSync(join(root, path)));

const unknownVariables = (known, text) =>
  once(text.match(OUR_VARIABLE) ?? []).filter((name) => !known.has(name));

const once = (items) => [...new Set(items)];

const listPages = (root) =>
  [...readdirSync(root), ...filesUnder(root, 'docs')].filter((file) => file.endsWith('.md'));

const listCode = (root) =>
  ROOMS_OF_CODE.flatMap((room) => filesUnder(root, room)).filter((file) => CODE.test(file));

function filesUnder(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));
}
