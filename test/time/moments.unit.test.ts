import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareInstants,
  endOfDay,
  instantMilliseconds,
  instantOf,
  isInstant,
  localDateTimeOf,
  momentAt,
  momentOf,
  startOfDay,
  windowEnd,
} from '../../src/domain/time/index.ts';
import { anyReading, anyZone, SEED } from './arbitraries.ts';

describe('moments', () => {
  test('S24: half past midnight in Jayapura is the afternoon before in UTC', () => {
    expect(momentOf('2026-09-29T00:30', 'WIT')).toEqual({
      at: '2026-09-28T15:30:00.000Z',
      date: '2026-09-29',
      zone: 'WIT',
    });
    const end = windowEnd('2026-04-01', 180, 'WIT');
    expect(end).toEqual({ at: '2026-09-28T14:59:59.000Z', date: '2026-09-28', zone: 'WIT' });
    expect(compareInstants(momentOf('2026-09-29T00:30', 'WIT').at, end.at)).toBeGreaterThan(0);
    expect(compareInstants(momentOf('2026-09-28T23:59', 'WIT').at, end.at)).toBeLessThan(0);
  });
  test('S01, S02: the window ends 180 days after the start (A-08)', () => {
    expect(windowEnd('2026-03-30', 180, 'WIB').date).toBe('2026-09-26');
    expect(windowEnd('2026-04-01', 180, 'WIB')).toEqual({
      at: '2026-09-28T16:59:59.000Z',
      date: '2026-09-28',
      zone: 'WIB',
    });
  });
  test('an instant belongs to different dates in different zones', () => {
    expect(momentAt('2026-09-28T15:30:00.000Z', 'WIB').date).toBe('2026-09-28');
    expect(momentAt('2026-09-28T15:30:00.000Z', 'WITA').date).toBe('2026-09-28');
    expect(momentAt('2026-09-28T15:30:00.000Z', 'WIT').date).toBe('2026-09-29');
  });
  test('a day begins and ends on its own date', () => {
    expect(localDateTimeOf(startOfDay('2026-08-17', 'WITA'))).toBe('2026-08-17T00:00:00');
    expect(localDateTimeOf(endOfDay('2026-08-17', 'WITA'))).toBe('2026-08-17T23:59:59');
  });
  test.each([
    '2026-09-28T15:30:00Z',
    '2026-09-28T15:30:00.000',
    '2026-09-28T15:30:00.000+07:00',
    '2026-02-30T00:00:00.000Z',
  ])('%s is not an instant', (text) => expect(isInstant(text)).toBe(false));
});

describe('properties of moments', () => {
  test('reading, moment and reading again are the same', () => {
    fc.assert(
      fc.property(anyReading, anyZone, (reading, zone) => {
        const moment = momentOf(reading, zone);
        expect(localDateTimeOf(moment)).toBe(reading);
        expect(momentAt(moment.at, zone)).toEqual(moment);
        expect(isInstant(moment.at)).toBe(true);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
  test('instants agree with the platform and sort as text', () => {
    const anyInstant = fc.integer({ min: Date.UTC(1901, 0), max: Date.UTC(2199, 0) });
    fc.assert(
      fc.property(anyInstant, anyInstant, (left, right) => {
        expect(instantOf(left)).toBe(new Date(left).toISOString());
        expect(instantMilliseconds(instantOf(left))).toBe(left);
        expect(Math.sign(compareInstants(instantOf(left), instantOf(right)))).toBe(Math.sign(left - right));
        expect(instantOf(left) < instantOf(right)).toBe(left < right);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
