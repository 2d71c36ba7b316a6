import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  dayOfWeek,
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  minutesBetween,
  mondayAfter,
} from '../../src/domain/time/index.ts';
import { anyDate, SEED } from './arbitraries.ts';

describe('calendar dates', () => {
  test.each([
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '1899-12-31',
    '2201-01-01',
    '2026-1-1',
    '',
    ' 2026-01-01',
  ])('%s is not a date', (text) => expect(isLocalDate(text)).toBe(false));
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('%s is a date', (text) =>
    expect(isLocalDate(text)).toBe(true),
  );
  test('1900 was no leap year', () => expect(isLocalDate('1900-02-29')).toBe(false));
  test.each([null, 20260101, {}, ['2026-01-01']])('%j is not a date', (value) =>
    expect(isLocalDate(value)).toBe(false),
  );

  test.each([
    ['2026-09-28T23:59', true],
    ['2026-09-28T23:59:59', true],
    ['2026-09-28T24:00', false],
    ['2026-09-28T07:60', false],
    ['2026-09-28 07:00', false],
    ['2026-09-28T07:00Z', false],
    ['2026-02-30T07:00', false],
    ['2026-09-28T7:00', false],
  ])('%s is a clock reading: %s', (text, expected) => expect(isLocalDateTime(text)).toBe(expected));

  test('29 February plus years ends on the last day of February (I.1)', () => {
    expect(addYears('2024-02-29', 3)).toBe('2027-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
  test('months are clamped to the last day', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-08-10', 6)).toBe('2027-02-10');
  });
  test('the Monday after a Monday is the next one', () => {
    expect(mondayAfter('2026-03-30')).toBe('2026-04-06');
    expect(mondayAfter('2026-04-05')).toBe('2026-04-06');
  });
  test('minutes are rounded down (A-26)', () => {
    expect(minutesBetween('2026-04-01T07:00:30', '2026-04-01T08:00:29')).toBe(59);
  });
  test('arithmetic on something that is no date throws', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addDays('2026-02-20', 0.5)).toThrow(RangeError);
  });
});

describe('properties of dates', () => {
  test('agree with the platform calendar', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30_000, max: 30_000 }), (date, days) => {
        const expected = new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000);
        expect(addDays(date, days)).toBe(expected.toISOString().slice(0, 10));
        expect(dayOfWeek(addDays(date, days)) % 7).toBe(expected.getUTCDay());
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });
  test('the distance between dates is what was added', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -9_999, max: 9_999 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
      { seed: SEED },
    );
  });
  test('the Monday after is a Monday, one to seven days away', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = mondayAfter(date);
        expect(dayOfWeek(monday)).toBe(1);
        expect(daysBetween(date, monday)).toBeGreaterThanOrEqual(1);
        expect(daysBetween(date, monday)).toBeLessThanOrEqual(7);
      }),
      { seed: SEED },
    );
  });
});
