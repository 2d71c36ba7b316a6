import { defineConfig } from 'vitest/config';

/**
 * The kind of a test stands in its file name: `.unit` (pure), `.db` (real Postgres), `.temporal`, `.api` and
 * `.crash` (real Postgres and a real Temporal server), `.browser` (a real browser on top). What a run's kinds
 * need is started once, by test/support/global-setup.ts, and shared by all files.
 */
export default defineConfig({
  test: {
    include: ['test/**/*.{unit,db,temporal,api,crash,browser}.test.ts'],
    pool: 'forks',
    // Two files at a time also on two cores (the default leaves one core idle): most files wait for Postgres or Temporal.
    maxWorkers: 2,
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/counting-reporter.ts'],
    // Real servers on a small shared machine: a limit that catches a hang, not a slow minute.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
