/** What a person's own page takes from the record. */
import { describe, expect, test } from 'vitest';
import { minutesToGo, nextAppearance, nextTestOn, type OwnJourney } from '../../src/console/my/facts.ts';
import type { Attempt } from '../../src/domain/journey/assessment/state.ts';

const attempt = (on: string): Attempt => ({
  ...{ kind: 'FIRST', units: [], assessors: [], notBefore: null, takenOn: null },
  ...{ recommended: null, results: null, void: null },
  test: { on, testPlace: { placeId: 'tuk-bbpvp-medan', kind: 'MANDIRI', verified: true } },
});
type Tested = NonNullable<OwnJourney['assessment']>['assessments'][number];
const withTests = (...assessments: Tested[]): OwnJourney => ({ cases: [], assessment: { assessments } });
const tested = (on: string, stage: Tested['stage'] = 'SCHEDULED', zone: Tested['zone'] = 'WIB'): Tested => ({
  ...{ stage, zone, attempts: [attempt(on)] },
});

describe('the next test of competence', () => {
  test('is the nearest that is still ahead', () => {
    const journey = withTests(tested('2026-05-20'), tested('2026-04-10', 'CONSENTED'), tested('2026-03-01'));
    expect(nextTestOn(journey, '2026-04-01T01:00:00.000Z')).toBe('2026-04-10');
  });

  test('is none where nothing is set, or where it was taken or called off', () => {
    expect(nextTestOn({ cases: [] }, '2026-04-01T01:00:00.000Z')).toBeUndefined();
    const over = withTests(tested('2026-05-20', 'TAKEN'), tested('2026-05-20', 'CANCELLED'));
    expect(nextTestOn(over, '2026-04-01T01:00:00.000Z')).toBeUndefined();
  });

  test('counts on its day, and not the day after, by the clock of its place', () => {
    // Half past one in the night of the eleventh in Jayapura; in Greenwich it is still the tenth.
    const now = '2026-04-10T16:30:00.000Z';
    expect(nextTestOn(withTests(tested('2026-04-11', 'SCHEDULED', 'WIT')), now)).toBe('2026-04-11');
    expect(nextTestOn(withTests(tested('2026-04-10', 'SCHEDULED', 'WIT')), now)).toBeUndefined();
    expect(nextTestOn(withTests(tested('2026-04-10')), now)).toBe('2026-04-10');
  });
});

type OwnCase = OwnJourney['cases'][number];
const slot = { start: '08:00', end: '12:00', breakMinutes: 0 };
const found = {
  ...{ caseId: 'c1', zone: 'WIB', office: 'kejari-medan', hold: null, execution: null, measure: null },
  ...{ open: true, minutesLeft: 600 },
  plan: { siteId: 'puskesmas-helvetia', from: '2026-03-30', slots: [{ ...slot, weekday: 1 }] },
} as unknown as OwnCase;
const always = () => true;

describe('the next time to be somewhere', () => {
  const monday = { date: '2026-03-30', start: '08:00', siteId: 'puskesmas-helvetia' };

  test('is the first slot that has not ended', () => {
    expect(nextAppearance(found, '2026-03-28T01:00:00.000Z', always)).toMatchObject(monday);
    expect(nextAppearance(found, '2026-03-30T04:59:00.000Z', always)).toMatchObject(monday);
    expect(nextAppearance(found, '2026-03-30T05:00:00.000Z', always)?.date).toBe('2026-04-06');
  });

  test('passes over days on which the site is closed', () => {
    const isOpen = (_site: string, date: string) => date !== '2026-03-30';
    expect(nextAppearance(found, '2026-03-28T01:00:00.000Z', isOpen)?.date).toBe('2026-04-06');
  });

  test('is none on hold, without hours left, or once the case is closed', () => {
    for (const over of [
      { hold: { resumeAt: null, from: 'RUNNING' } as const },
      { minutesLeft: 0 },
      { open: false },
    ]) {
      expect(nextAppearance({ ...found, ...over }, '2026-03-28T01:00:00.000Z', always)).toBeUndefined();
    }
  });
});

test('of a training measure is left what was ordered and not yet done', () => {
  const measure = { siteId: 'bbpvp-medan', orderedMinutes: 480, doneMinutes: 120, completed: false };
  expect(minutesToGo({ ...found, measure, minutesLeft: null })).toBe(360);
  expect(minutesToGo(found)).toBe(600);
});
