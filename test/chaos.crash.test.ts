/** The short form of `npm run chaos`: parts are killed under people at work, and every answer still holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPackageRoot } from '../src/ledger/package-root.ts';
import { type ChaosReport, runChaos } from './chaos/run.ts';
import { makeTestFolder, removeTestFolder } from './support/test-folder.ts';

/** Fixed, so that a failure comes back; `npm run chaos` draws its own. */
const SEED = 20_260_102;
const SECONDS = 9;
const LIMIT_MS = 240_000;

let folder: string;
let report: ChaosReport;

beforeAll(async () => {
  // Worker and API run from the build, as users run them; npm test makes it first.
  expect(existsSync(join(findPackageRoot(), 'dist', 'build.json')), 'build first: npm run build').toBe(true);
  folder = makeTestFolder();
  const options = { seed: SEED, seconds: SECONDS, journeys: 6, loseTemporal: true };
  report = await runChaos(options, folder, () => undefined);
}, LIMIT_MS);

afterAll(() => removeTestFolder(folder));

test('parts died while commands were answered', () => {
  expect(report.deaths.worker + report.deaths.api).toBeGreaterThan(0);
  expect(report.faults).toContain('lost all of Temporal, and revived');
  expect(report.faults.length).toBeGreaterThan(1);
  expect(report.acknowledged).toBeGreaterThan(20);
});

test('nothing that was answered is lost, and nothing was done twice', () => {
  expect(report.lost).toEqual([]);
  expect(report.doubled).toEqual([]);
  expect(report.unexpected).toEqual([]);
});

test('every journey goes on from where the ledger is', () => {
  expect(report.shellsBehind).toEqual([]);
  expect(report.messagesWaiting).toBe(0);
});

test('every deadline that fell due has fired, once', () => {
  expect(report.deadlinesDue).toBeGreaterThan(0);
  expect(report.deadlinesMissed).toEqual([]);
  expect(report.firedTwice).toEqual([]);
});

test('all chains are intact', () => {
  expect(report.chains.findings).toEqual([]);
  expect(report.chains.intact).toBe(true);
});
