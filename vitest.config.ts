import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

/** Loads rules of other days into the running process, and looks at all that it finds there. */
const WANT_A_PROCESS_OF_THEIR_OWN = ['test/verifier/**'];

/**
 * The kind of a test stands in its file name: `.unit` (pure), `.db` (real Postgres), `.temporal`, `.api` and
 * `.crash` (real Postgres and a real Temporal server), `.browser` (a real browser on top). What a run's kinds
 * need is started once, by test/support/global-setup.ts, and shared by all files.
 */
export default defineConfig({
  test: {
    pool: 'forks',
    // Two files at a time also on two cores (the default leaves one core idle): most files wait for Postgres or Temporal.
    maxWorkers: 2,
    reporters: ['default', './test/support/counting-reporter.ts'],
    sequence: { sequencer: LongestFirst },
    // Real servers on a small shared machine: a limit that catches a hang, not a slow minute.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['test/**/*.unit.test.ts'],
          exclude: WANT_A_PROCESS_OF_THEIR_OWN,
          // Pure functions leave nothing behind: the domain and the catalogue are loaded once, not 180 times.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['test/**/*.db.test.ts'],
          // Each file has a database of its own; what is loaded they share.
          isolate: false,
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'real',
          include: [
            'test/**/*.{temporal,api,crash,browser}.test.ts',
            ...WANT_A_PROCESS_OF_THEIR_OWN.map((path) => `${path}/*.unit.test.ts`),
          ],
          globalSetup: ['test/support/global-setup.ts'],
        },
      },
    ],
  },
});
