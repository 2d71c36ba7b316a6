/** A worker dies on purpose only where it was asked to, and never outside a sandbox. */
import { expect, test } from 'vitest';
import { failpointsFrom } from '../../activities/failpoint.ts';
import type { RecordAnswer, RecordInput } from '../../src/domain/envelope.ts';

const recorded = { status: 'recorded' } as RecordAnswer;
const known = { status: 'known' } as RecordAnswer;
const input = (name: string, stream = 'journey/p1', runId = 'r1'): RecordInput =>
  ({ command: { name }, stream, runId }) as RecordInput;

function deathsAt(failpoint: string, sandbox?: string) {
  let deaths = 0;
  const env = { TITIAN_FAILPOINT: failpoint, ...(sandbox === undefined ? {} : { TITIAN_SANDBOX: sandbox }) };
  const points = failpointsFrom(env, () => {
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

test('at-continue-as-new is the first record of a run that follows another of the same journey', () => {
  const { points, deaths } = deathsAt('at-continue-as-new', 'on');
  points.after(input('record-session', 'journey/p1', 'r1'), recorded);
  points.after(input('record-session', 'journey/p2', 'r2'), recorded);
  points.after(input('record-session', 'journey/p1', 'r1'), recorded);
  expect(deaths()).toBe(0);
  points.after(input('record-session', 'journey/p1', 'r3'), recorded);
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
