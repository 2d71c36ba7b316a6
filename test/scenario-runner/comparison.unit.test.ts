/** Two runs of one file agree, or the first difference is named. */
import { describe, expect, it } from 'vitest';
import { compareResults, unlike } from '../../src/scenarios/compare-results.ts';
import type { ScenarioResult } from '../../src/scenarios/result.ts';

describe('values of two runs', () => {
  it.each([
    ['sealed text against clear text', 'sealed:v1:abc', 'Surat dokter'],
    ['ids that each run makes', { personId: 'p1', minutes: 1 }, { personId: 'budi', minutes: 1 }],
    ['seconds of a firing', { firedAt: '2026-09-30T02:00:00.000Z' }, { firedAt: '2026-09-30T02:00:01.412Z' }],
    ['hours from a clock that runs', 'due:2027-01-18T09:00:00.000Z', 'due:2027-01-18T09:00:02.310Z'],
    ['keys in another order', { a: 1, b: [2] }, { b: [2], a: 1 }],
  ])('%s are alike', (_what, left, right) => {
    expect(unlike(left, right, 'nilai')).toEqual([]);
  });

  it.each([
    ['a number', { minutes: 240 }, { minutes: 241 }, 'nilai.minutes: 240 berbeda dari 241'],
    ['a field that one lacks', { a: 1 }, {}, 'nilai.a: 1 berbeda dari null'],
    [
      'the day of a firing',
      { firedAt: '2026-09-30T02:00' },
      { firedAt: '2026-09-29T02:00' },
      'nilai.firedAt',
    ],
    ['the last second of a day', '2027-01-18T16:59:59.000Z', '2027-01-18T17:00:00.000Z', 'nilai'],
    ['a minute and more', '2027-01-18T09:00:00.000Z', '2027-01-18T09:01:00.310Z', 'nilai'],
    ['lists of other length', [1], [1, 2], 'nilai: [1] berbeda dari [1,2]'],
  ])('%s differs', (_what, left, right, told) => {
    expect(unlike(left, right, 'nilai')[0]).toContain(told);
  });
});

const result = (over: Partial<ScenarioResult>): ScenarioResult => ({
  ...{ file: 'a.yaml', title: 'A', driver: 'murni', passed: true, steps: [], notRun: 0, journeys: {} },
  ...over,
});

describe('results of two runs', () => {
  const event = (version: number, minutes: number) => ({
    ...{ version, type: 'MinutesCredited', schema: 1, data: { minutes } },
    meta: { actor: { id: 'a', role: 'SYSTEM' as const, office: 'o' }, commandId: 'c' },
    occurredAt: { at: '2026-04-01T00:00:00.000Z', date: '2026-04-01', zone: 'WIB' as const },
    recordedAt: '2026-04-01T00:00:00.000Z',
  });

  it('name the first event that differs', () => {
    const left = result({ journeys: { budi: [event(1, 240), event(2, 60)] } });
    const right = result({ driver: 'HTTP', journeys: { budi: [event(1, 240), event(2, 61)] } });
    expect(compareResults(left, right)).toEqual(['budi, peristiwa 2.data.minutes: 60 berbeda dari 61']);
  });

  it('name an event that only one run has', () => {
    const left = result({ journeys: { budi: [event(1, 240)] } });
    const right = result({ journeys: { budi: [event(1, 240), event(2, 61)] } });
    expect(compareResults(left, right)).toEqual(['budi: 1 peristiwa, yang lain 2']);
  });
});
