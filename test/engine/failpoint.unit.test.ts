/** A worker dies on purpose only where it was asked to, and never outside a sandbox. */
import { expect, test } from 'vitest';
import { failpointsFrom } from '../../activities/failpoint.ts';
import type { RecordAnswer, RecordInput } from '../../src/domain/envelope.ts';

const LENGTH = { commandsPerRun: 3, commandsPerBusyRun: 5, pauseMs: 10_000 };
const AT = Date.parse('2026-03-02T02:00:00.000Z');
const recorded = { status: 'recorded' } as RecordAnswer;
const known = { status: 'known' } as RecordAnswer;
const input = (name: string, runId = 'r1', second = 0): RecordInput =>
  ({ command: { name }, runId, now: new Date(AT + second * 1_000).toISOString() }) as RecordInput;

function deathsAt(failpoint: string, sandbox?: string) {
  let deaths = 0;
  const env = { TITIAN_FAILPOINT: failpoint, ...(sandbox === undefined ? {} : { TITIAN_SANDBOX: sandbox }) };
  const points = failpointsFrom(env, LENGTH, () => {
    deaths += 1;
  });
  return { points, deaths: () => deaths };
}

test('dies once, at the counted passing of its point', () => {
  const { points, deaths } = deathsAt('after-commit:2', 'on');
  points.after(input('record-session'), recorded);
  points.after(input('record-session'), known);
  points.after(input('fire-deadline'), recorded);
  expect(deaths()).toBe(0);
  points.after(input('record-session'), recorded);
  points.after(input('record-session'), recorded);
  expect(deaths()).toBe(1);
});

test('a firing has points of its own', () => {
  const { points, deaths } = deathsAt('before-firing', 'on');
  points.before(input('record-session'));
  expect(deaths()).toBe(0);
  points.before(input('fire-deadline'));
  expect(deaths()).toBe(1);
});

test('at-continue-as-new is the last record of one run: early after a pause, late without one', () => {
  const { points, deaths } = deathsAt('at-continue-as-new:2', 'on');
  const record = (runId: string, second: number) =>
    points.after(input('record-session', runId, second), recorded);
  for (const second of [0, 1, 12]) record('apart', second);
  for (const second of [0, 1, 2, 3]) record('busy', second);
  expect(deaths()).toBe(0);
  record('busy', 4);
  expect(deaths()).toBe(1);
});

test.each([undefined, 'off'])('does nothing where TITIAN_SANDBOX is %s', (sandbox) => {
  const { points, deaths } = deathsAt('before-append', sandbox);
  points.before(input('record-session'));
  expect(deaths()).toBe(0);
});

test('a point that does not exist is told at once', () => {
  expect(() => deathsAt('before-lunch', 'on')).toThrow('before-append');
});
