// What the pages under docs/ and the README promise and a machine can check: links that lead somewhere, files that
// are there, variables that something reads. Plain Node without dependencies, as the other checks are.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Where the names of variables come from: Titian itself, its command line, the compose file. */
const READERS_OF_VARIABLES = ['src/runtime/variables.ts', 'src/cli/session.ts', 'docker-compose.yml'];
const OUR_VARIABLE = /\b(?:TITIAN|TEMPORAL)_[A-Z][A-Z_]*\b/g;
/** A path in code type that begins with one of our rooms. */
const OUR_PATH = /`((?:workflows|activities|workers|src|test|bench|docs|\.ci)\/[\w./-]*)`/g;

/**
 * @param {string} root the folder of package.json
 * @returns {string[]} one line for each thing that does not hold
 */
export function findDocsMistakes(root) {
  const readers = READERS_OF_VARIABLES.map((file) => readFileSync(join(root, file), 'utf8'));
  const variables = new Set(readers.flatMap((text) => text.match(OUR_VARIABLE) ?? []));
  return listPages(root).flatMap((page) => {
    const text = readFileSync(join(root, page), 'utf8');
    return [
      ...brokenLinks(root, page, text),
      ...missingFiles(root, text).map((path) => `${page}: there is no ${path}`),
      ...unknownVariables(variables, text).map((name) => `${page}: nothing reads ${name}`),
    ];
  });
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

function listPages(root) {
  const inDocs = existsSync(join(root, 'docs'))
    ? readdirSync(join(root, 'docs'), { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
    : [];
  return [...readdirSync(root), ...inDocs].filter((file) => file.endsWith('.md'));
}
