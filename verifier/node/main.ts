/** verify.mjs: checks a bundle or a receipt without network, database or anything installed but Node. */
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printable } from '../core/printable.ts';
import type { Report } from '../core/report.ts';
import { Unreadable } from '../core/unreadable.ts';
import { verifyBundle } from '../core/verify-bundle.ts';
import { verifyReceipt } from '../core/verify-receipt.ts';
import { jsonText } from './json-text.ts';
import { type Options, readOptions, USAGE } from './options.ts';
import { printReceipt, printReport } from './print-report.ts';
import { createProgressLine } from './progress-line.ts';
import { serveRules } from './rule-child.ts';
import { createProcessRules, RULES_ARGUMENT } from './rule-process.ts';

const EXIT = { verified: 0, differs: 1, unreadable: 2, unconfirmed: 3 } as const;

const CHUNK_BYTES = 1024 * 1024;

async function main(words: readonly string[]): Promise<number> {
  if (words[0] === RULES_ARGUMENT) {
    await serveRules();
    return 0;
  }
  const options = readOptions(words);
  if (options === undefined || options.what === 'help') {
    process.stderr.write(USAGE);
    return options === undefined ? EXIT.unreadable : 0;
  }
  try {
    return options.what === 'receipt' ? await checkReceipt(options) : await checkBundle(options);
  } catch (error) {
    const sentence = error instanceof Unreadable ? error.sentence[options.language] : fileProblem(error);
    if (sentence === undefined) throw error;
    process.stderr.write(`${printable(sentence)}\n`);
    return EXIT.unreadable;
  }
}

async function checkBundle({ file, policy, checkpoints, language, json }: Options): Promise<number> {
  const progress = createProgressLine((await stat(file)).size);
  const report: Report = await verifyBundle(() => createReadStream(file, { highWaterMark: CHUNK_BYTES }), {
    ...(policy === undefined ? {} : { trustPolicy: await readFile(policy) }),
    knownCheckpoints: await Promise.all(
      checkpoints.map(async (path) => ({ name: basename(path), note: await readFile(path, 'utf8') })),
    ),
    rules: createProcessRules(fileURLToPath(import.meta.url)),
    onProgress: progress.tell,
  }).finally(progress.end);
  process.stdout.write(json ? `${jsonText(report)}\n` : printReport(report, language));
  return EXIT[report.verdict];
}

async function checkReceipt({ file, policy, language, json }: Options): Promise<number> {
  const report = verifyReceipt(await readFile(file), await readFile(policy!));
  process.stdout.write(json ? `${jsonText(report)}\n` : printReceipt(report, language));
  return EXIT[report.verdict];
}

/** A file that is not there is a question of use, said in a line; anything else is a bug, and shown whole. */
function fileProblem(error: unknown): string | undefined {
  const { code, path } = error as NodeJS.ErrnoException;
  return code === undefined || path === undefined ? undefined : `${path}: ${code}`;
}

process.exitCode = await main(process.argv.slice(2));
