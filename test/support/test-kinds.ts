/** What the kinds of test files in a run need. */
export interface Needs {
  readonly postgres: boolean;
  readonly temporal: boolean;
  /** The whole product, as people start it. */
  readonly console: boolean;
}

const NEED_POSTGRES = new Set(['db', 'temporal', 'api', 'crash', 'browser']);
const NEED_TEMPORAL = new Set(['temporal', 'api', 'crash', 'browser']);

/** Reads the kinds off the file names: `test/ledger/append.db.test.ts` is of kind `db`. */
export function needsOf(files: readonly string[]): Needs {
  const kinds = files.map((file) => /\.([a-z]+)\.test\.ts$/.exec(file)?.[1] ?? '');
  return {
    postgres: kinds.some((kind) => NEED_POSTGRES.has(kind)),
    temporal: kinds.some((kind) => NEED_TEMPORAL.has(kind)),
    console: files.some(
      (file) => file.includes('/test/console/stories/') && file.endsWith('.browser.test.ts'),
    ),
  };
}
