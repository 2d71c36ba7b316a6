import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf, timesProblem, totalMinutes } from '../../src/domain/journey/sessions/parts.ts';
import { minutesBetween } from '../../src/domain/time/index.ts';
import { SEED } from './session-arbitraries.ts';

const minutesOf = (start: string, end: string, ...breaks: [string, string][]) =>
  partsOf({ start, end, breaks: breaks.map(([from, to]) => ({ start: from, end: to })) }, 30).map(
    ({ date, minutes }) => [date, minutes],
  );

describe('net minutes of a session (A-26, L-23)', () => {
  it('credits a break of 29 minutes and leaves one of 30 minutes out', () => {
    expect(
      minutesOf('2026-04-06T08:00', '2026-04-06T12:00', ['2026-04-06T10:00', '2026-04-06T10:29']),
    ).toEqual([['2026-04-06', 240]]);
    expect(
      minutesOf('2026-04-06T08:00', '2026-04-06T12:00', ['2026-04-06T10:00', '2026-04-06T10:30']),
    ).toEqual([['2026-04-06', 210]]);
  });

  it('takes pauses that touch as one pause', () => {
    const halves: [string, string][] = [
      ['2026-04-06T10:20', '2026-04-06T10:40'],
      ['2026-04-06T10:00', '2026-04-06T10:20'],
    ];
    expect(minutesOf('2026-04-06T08:00', '2026-04-06T12:00', ...halves)).toEqual([['2026-04-06', 200]]);
  });

  it('measures a break over midnight whole and takes it from both dates', () => {
    const pause: [string, string] = ['2026-04-06T23:45', '2026-04-07T00:20'];
    expect(minutesOf('2026-04-06T20:00', '2026-04-07T04:00', pause)).toEqual([
      ['2026-04-06', 225],
      ['2026-04-07', 220],
    ]);
  });

  it('S06: splits a night at local midnight', () => {
    expect(minutesOf('2026-04-06T20:00', '2026-04-07T04:00')).toEqual([
      ['2026-04-06', 240],
      ['2026-04-07', 240],
    ]);
  });

  it('gives nothing to the date on whose first instant a session ends', () => {
    expect(minutesOf('2026-04-06T20:00', '2026-04-07T00:00')).toEqual([['2026-04-06', 240]]);
  });

  it('never rounds up', () => {
    expect(minutesOf('2026-04-06T08:00:00', '2026-04-06T08:59:59')).toEqual([['2026-04-06', 59]]);
  });

  it.each([
    ['END_NOT_AFTER_START', '2026-04-06T08:00', '2026-04-06T08:00', []],
    ['LONGER_THAN_A_DAY', '2026-04-06T08:00', '2026-04-07T08:01', []],
    ['NOT_A_TIME', '2026-04-31T08:00', '2026-05-01T09:00', []],
    ['BREAK_END_NOT_AFTER_START', '2026-04-06T08:00', '2026-04-06T12:00', [['10:00', '10:00']]],
    ['BREAK_OUTSIDE_SESSION', '2026-04-06T08:00', '2026-04-06T12:00', [['07:50', '08:10']]],
    ['BREAK_OUTSIDE_SESSION', '2026-04-06T08:00', '2026-04-06T12:00', [['11:50', '12:10']]],
    [
      'BREAKS_OVERLAP',
      '2026-04-06T08:00',
      '2026-04-06T12:00',
      [
        ['09:00', '10:00'],
        ['09:30', '10:30'],
      ],
    ],
  ] as [string, string, string, [string, string][]][])(
    'names what is wrong: %s',
    (problem, start, end, pauses) => {
      const breaks = pauses.map(([from, to]) => ({ start: `2026-04-06T${from}`, end: `2026-04-06T${to}` }));
      expect(timesProblem({ start, end, breaks })).toBe(problem);
    },
  );

  it('never credits more than the clock shows, and all of it where there is no break', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1439 }), minute, minute, minute, (begin, length, left, right) => {
        const at = (offset: number): string =>
          new Date(Date.UTC(2026, 3, 6) + (begin + offset) * 60_000).toISOString().slice(0, 16);
        const session = { start: at(0), end: at(length + 1) };
        const [from, to] = [Math.min(left, right), Math.max(left, right)];
        const breaks = to > from && to <= length + 1 ? [{ start: at(from), end: at(to) }] : [];
        expect(timesProblem({ ...session, breaks })).toBeUndefined();
        const uncredited = breaks.length > 0 && to - from >= 30 ? to - from : 0;
        expect(totalMinutes(partsOf({ ...session, breaks }, 30))).toBe(
          minutesBetween(session.start, session.end) - uncredited,
        );
      }),
      { seed: SEED },
    );
  });
});
