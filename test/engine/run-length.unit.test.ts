/** Runs are short where every command finds the journey evicted, and long where it is held. */
import { expect, test } from 'vitest';
import { isLongEnough } from '../../src/domain/run-length.ts';

const length = { commandsPerRun: 8, commandsPerBusyRun: 32, pauseMs: 10_000 };

test('after a pause the shorter length counts', () => {
  expect(isLongEnough(length, 7, 10_000)).toBe(false);
  expect(isLongEnough(length, 8, 10_000)).toBe(true);
});

test('without a pause the longer one does', () => {
  expect(isLongEnough(length, 8, 9_999)).toBe(false);
  expect(isLongEnough(length, 31, 0)).toBe(false);
  expect(isLongEnough(length, 32, 0)).toBe(true);
});

test('a run begun before there were two lengths keeps its one', () => {
  expect(isLongEnough({ commandsPerRun: 4 }, 3, 0)).toBe(false);
  expect(isLongEnough({ commandsPerRun: 4 }, 4, 0)).toBe(true);
});
