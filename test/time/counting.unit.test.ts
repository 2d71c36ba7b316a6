import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addWorkingDays,
  ageOn,
  isWorkingDay,
  minutesBetween,
  splitAtMidnight,
} from '../../src/domain/time/index.ts';
import { anyDate, anyReading, SEED } from './arbitraries.ts';

describe('working days', () => {
  test('S37: fourteen working days from Tuesday 2026-06-02', () => {
    expect(addWorkingDays('2026-06-02', 14, ['2026-06-16'])).toBe('2026-06-23');
    expect(addWorkingDays('2026-06-02', 14, [])).toBe('2026-06-22');
  });
  test('S53: thirty working days before 2027-03-31', () => {
    expect(addWorkingDays('2027-03-31', -30, [])).toBe('2027-02-17');
    expect(addWorkingDays('2027-03-31', -30, ['2027-03-10'])).toBe('2027-02-16');
  });
  test('S01: 240 hours at eight a weekday, with the site shut on two of them', () => {
    const thirtiethDay = (closed: string[]) => addWorkingDays('2026-03-30', 29, closed);
    expect(thirtiethDay([])).toBe('2026-05-08');
    expect(thirtiethDay(['2026-04-03', '2026-05-01'])).toBe('2026-05-12');
  });
  test('nought working days away is the date itself; nonsense throws', () => {
    expect(addWorkingDays('2026-06-06', 0, [])).toBe('2026-06-06');
    expect(() => addWorkingDays('2026-06-06', 1.5, [])).toThrow(RangeError);
    expect(() => addWorkingDays('2026-06-06', 1_000_000, [])).toThrow(RangeError);
  });
  test('as many working days lie between as were asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 90 }), fc.array(fc.nat(200)), (date, count, offsets) => {
        const holidays = offsets.map((offset) => addDays(date, offset));
        const reached = addWorkingDays(date, count, holidays);
        let counted = 0;
        for (let day = addDays(date, 1); day <= reached; day = addDays(day, 1)) {
          if (isWorkingDay(day, holidays)) counted += 1;
        }
        expect(counted).toBe(count);
        expect(isWorkingDay(reached, holidays)).toBe(true);
      }),
      { seed: SEED },
    );
  });
});

describe('age', () => {
  test.each([
    ['2008-03-15', '2026-02-15', 17, 11],
    ['2008-03-15', '2026-03-14', 17, 11],
    ['2008-03-15', '2026-03-15', 18, 0],
    ['2008-02-29', '2026-02-27', 17, 11],
    ['2008-02-29', '2026-02-28', 18, 0],
    ['2008-01-31', '2008-02-29', 0, 1],
  ])('born %s, on %s: %i years and %i months (S26)', (born, date, years, months) =>
    expect(ageOn(born, date)).toEqual({ years, months }),
  );
  test('before birth nobody is of age', () => {
    expect(ageOn('2026-01-02', '2026-01-01').years).toBeLessThan(0);
  });
});

describe('sessions across midnight', () => {
  test('S06: 20:00 to 04:00 is 240 and 240 minutes', () => {
    expect(splitAtMidnight('2026-04-10T20:00', '2026-04-11T04:00')).toEqual([
      { date: '2026-04-10', minutes: 240, start: '2026-04-10T20:00', end: '2026-04-11T00:00' },
      { date: '2026-04-11', minutes: 240, start: '2026-04-11T00:00', end: '2026-04-11T04:00' },
    ]);
  });
  test('a session that ends at midnight has no part on the next date', () => {
    expect(splitAtMidnight('2026-04-10T20:00', '2026-04-11T00:00').map((part) => part.date)).toEqual([
      '2026-04-10',
    ]);
  });
  test('nothing lies between an end and an earlier start', () => {
    expect(splitAtMidnight('2026-04-10T20:00', '2026-04-10T20:00')).toEqual([]);
    expect(splitAtMidnight('2026-04-10T20:00', '2026-04-09T20:00')).toEqual([]);
  });
  test('no minute is invented and the parts join up', () => {
    fc.assert(
      fc.property(anyReading, fc.integer({ min: 1, max: 5000 }), (start, seconds) => {
        const end = new Date(Date.parse(`${start}Z`) + seconds * 60_000).toISOString().slice(0, 19);
        const parts = splitAtMidnight(start, end);
        const total = parts.reduce((sum, part) => sum + part.minutes, 0);
        expect(total).toBeLessThanOrEqual(minutesBetween(start, end));
        expect(total).toBeGreaterThan(minutesBetween(start, end) - parts.length);
        expect(parts[0]?.start).toBe(start);
        expect(parts.at(-1)?.end).toBe(end);
        for (const [index, part] of parts.entries()) {
          expect(part.start.slice(0, 10)).toBe(part.date);
          if (index > 0) expect(part.start).toBe(parts[index - 1]?.end);
        }
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});
