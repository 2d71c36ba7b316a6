import { describe, expect, it } from 'vitest';
import { NOTICE_RULES } from '../../src/domain/law/policies/notice-rules.ts';
import { giveUpAt, quietUntil, readyAt } from '../../src/domain/notice/times.ts';

const policies = {
  policy: <T>(name: string) => NOTICE_RULES[name as keyof typeof NOTICE_RULES].value as unknown as T,
};

describe('when an item is ready', () => {
  it('at once where it is urgent, after a quarter of an hour where it is not', () => {
    const now = '2026-03-30T03:00:00.000Z';
    expect(readyAt('URGENT', now, 'WIB', policies)).toBe('2026-03-30T03:00:00.000Z');
    expect(readyAt('GROUPED', now, 'WIB', policies)).toBe('2026-03-30T03:15:00.000Z');
  });

  it('a daily digest goes out at 16:00 of the recipient’s own clock', () => {
    const morning = '2026-08-17T02:00:00.000Z';
    expect(readyAt('DAILY', morning, 'WIB', policies)).toBe('2026-08-17T09:00:00.000Z');
    expect(readyAt('DAILY', morning, 'WIT', policies)).toBe('2026-08-17T07:00:00.000Z');
    // What comes later belongs to tomorrow's.
    expect(readyAt('DAILY', '2026-08-17T09:00:00.000Z', 'WIB', policies)).toBe('2026-08-18T09:00:00.000Z');
  });
});

describe('quiet hours', () => {
  it.each([
    ['2026-03-30T12:59:59.000Z', 'WIB', undefined],
    ['2026-03-30T13:00:00.000Z', 'WIB', '2026-03-30T23:00:00.000Z'],
    ['2026-03-30T22:59:00.000Z', 'WIB', '2026-03-30T23:00:00.000Z'],
    ['2026-03-30T23:00:00.000Z', 'WIB', undefined],
    // Jayapura sleeps two hours before Medan.
    ['2026-03-30T11:00:00.000Z', 'WIT', '2026-03-30T21:00:00.000Z'],
    ['2026-03-30T11:00:00.000Z', 'WITA', undefined],
  ] as const)('%s in %s: until %s', (now, zone, until) => {
    expect(quietUntil(now, zone, policies)).toBe(until);
  });

  it('may also lie within one day', () => {
    const noon = { policy: <T>() => ['12:00', '13:00'] as unknown as T };
    expect(quietUntil('2026-03-30T05:30:00.000Z', 'WIB', noon)).toBe('2026-03-30T06:00:00.000Z');
    expect(quietUntil('2026-03-30T06:00:00.000Z', 'WIB', noon)).toBeUndefined();
  });
});

it('a delivery that keeps failing is given up after seven days', () => {
  expect(giveUpAt('2026-03-30T03:00:00.000Z', 'WIB', policies)).toBe('2026-04-06T03:00:00.000Z');
});
