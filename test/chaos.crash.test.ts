/** The short form of `npm run chaos`: parts are killed under people at work, and every answer still holds. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findPackageRoot } from '../src/ledger/package-root.ts';
import { type ChaosReport, runChaos } from './chaos/run.ts';
import { makeTestFolder, removeTestFolder } from './support/test-folder.ts';

/** Fixed, so that a failure comes back; `npm run chaos` draws its own. */
const SEED = 20_260_102;
const SECONDS = 12;
const RACES = 3;
const LIMIT_MS = 300_000;

let folder: string;
let report: ChaosReport;

beforeAll(async () => {
  // Worker and API run from the build, as users run them; npm test makes it first.
  expect(existsSync(join(findPackageRoot(), 'dist', 'build.json')), 'build first: npm run build').toBe(true);
  folder = makeTestFolder();
  const options = {
    seed: SEED,
    seconds: SECONDS,
    journeys: 6,
    long: false,
    races: RACES,
    certified: 1,
    inmates: 40,
  };
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

test('everybody who asked again was answered, also by a last word that knows the head of the ledger', () => {
  expect(report.unanswered).toEqual([]);
  expect(report.silent).toEqual([]);
  expect(report.shellsBehind).toEqual([]);
});

test('before any last word everything due has fired, once, and every message has arrived', () => {
  expect(report.unsettled).toEqual([]);
  expect(report.armedInTime).toBeGreaterThan(0);
  expect(report.deadlinesMissed).toEqual([]);
  expect(report.firedTwice).toEqual([]);
  expect(report.messagesWaiting).toEqual([]);
});

test('no deadline is later than the longest outage and the sweep explain', () => {
  expect(report.latestFiringSeconds).toBeLessThanOrEqual(report.latenessLimitSeconds);
});

test('some left without an answer, and what holds above holds for what they sent', () => {
  expect(report.abandoned.sent).toBeGreaterThan(0);
});

test('of two who want the last seat one has it and one hears NO_SEAT', () => {
  expect(report.seats.races).toBe(RACES);
  expect(report.seats.wrong).toEqual([]);
});

test('an assessment has one certificate, and its number is given once', () => {
  expect(report.certificates).toMatchObject({ requested: 1, issued: 1, wrong: [] });
});

test('each line of a sheet is in the ledger once, and its result file says so', () => {
  expect(report.sheets.sheets).toBeGreaterThan(1);
  expect(report.sheets.wrong).toEqual([]);
});

test('each notice is told once in effect, to receivers that are really there', () => {
  expect(report.notices.deliveries).toBeGreaterThan(0);
  expect(report.notices.wrong).toEqual([]);
});

test('all chains are intact', () => {
  expect(report.chains.findings).toEqual([]);
  expect(report.chains.intact).toBe(true);
});
