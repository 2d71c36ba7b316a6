/** Matching shows its reasons, and whatever a person learns more never makes them fall back; the quota (S51). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PolicyName, startingPolicy } from '../../src/domain/law/policy-catalogue.ts';
import { reasonSentence } from '../../src/domain/matching/reasons.ts';
import {
  type CandidateProfile,
  matchOf,
  matchWeightsOn,
  ranked,
  type Wanted,
} from '../../src/domain/matching/score.ts';
import { disabilityQuota, QUOTA_LAW, quotaPercentOn } from '../../src/domain/quota/disability-quota.ts';
import { EmploymentWorld, employer, otherEmployer, registrar, vacancy } from './employment-world.ts';

const rules = { policy: <T>(name: string): T => startingPolicy(name as PolicyName).value as T };
const weights = matchWeightsOn(rules, '2026-08-01');
const words = (...all: string[]) => fc.subarray(all);
const candidate: fc.Arbitrary<CandidateProfile> = fc.record({
  units: words('u1', 'u2', 'u3', 'u4'),
  schemes: words('las', 'listrik'),
  regencies: words('Kota Medan', 'Kabupaten Deli Serdang'),
  sectors: words('MANUFACTURING', 'TRADE'),
  availableFrom: fc.constantFrom('2026-08-01', '2026-09-01', '2027-01-01'),
  needs: words('RAMP', 'SCREEN_READER'),
});
const wanted: fc.Arbitrary<Wanted> = fc.record({
  units: words('u1', 'u2', 'u3'),
  schemes: words('las', 'listrik'),
  regency: fc.constantFrom('Kota Medan', 'Kota Bandung'),
  sector: fc.constantFrom('MANUFACTURING', 'TRADE'),
  validUntil: fc.constantFrom('2026-08-31', '2026-12-31'),
  needsSupported: words('RAMP'),
});

describe('matching', () => {
  it('never lowers anyone for a skill, a certificate or a place more', () => {
    fc.assert(
      fc.property(candidate, wanted, fc.constantFrom('u1', 'u2', 'u3', 'u4'), (who, job, unit) => {
        const { points } = matchOf(who, job, weights);
        for (const more of [
          { ...who, units: [...new Set([...who.units, unit])] },
          { ...who, schemes: ['las', 'listrik'] },
          { ...who, regencies: ['Kota Medan', 'Kabupaten Deli Serdang', 'Kota Bandung'] },
          { ...who, availableFrom: '2026-08-01' },
        ]) {
          expect(matchOf(more, job, weights).points).toBeGreaterThanOrEqual(points);
        }
      }),
    );
  });

  it('never moves who learned more behind anyone they stood before', () => {
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 2, maxLength: 6 }), wanted, (people, job) => {
        const keyed = people.map((who, index) => ({ ...who, key: `k${index}` }));
        const place = (list: typeof keyed) =>
          ranked(list, job, weights).findIndex(({ candidate: { key } }) => key === 'k0');
        const learned = keyed.map((who) =>
          who.key === 'k0' ? { ...who, units: ['u1', 'u2', 'u3', 'u4'] } : who,
        );
        expect(place(learned)).toBeLessThanOrEqual(place(keyed));
      }),
    );
  });

  it('has a reason with a sentence for every point beyond what needs nothing', () => {
    fc.assert(
      fc.property(candidate, wanted, (who, job) => {
        const { points, reasons } = matchOf(who, job, weights);
        const told = reasons.reduce((sum, reason) => sum + reason.points, 0);
        expect(points - told).toBeCloseTo(who.needs.length === 0 ? weights.need : 0);
        for (const reason of reasons) expect(reasonSentence(reason).id).toContain(reason.what);
      }),
    );
  });

  it('puts the welder of the place first, and says why', () => {
    const job: Wanted = {
      ...{ units: ['C.24LAS01.001.1'], schemes: ['las-smaw'], regency: 'Kabupaten Deli Serdang' },
      ...{ sector: 'MANUFACTURING', validUntil: '2026-12-31', needsSupported: [] },
    };
    const none = { units: [], schemes: [], sectors: [], needs: [], availableFrom: '2026-08-17' };
    const [first, second] = ranked(
      [
        { ...none, key: 'far', regencies: ['Kota Bandung'] },
        {
          ...none,
          ...{ key: 'welder', units: ['C.24LAS01.001.1'], schemes: ['las-smaw'] },
          ...{ regencies: ['Kabupaten Deli Serdang'], sectors: ['MANUFACTURING'] },
        },
      ],
      job,
      weights,
    );
    expect(first?.candidate.key).toBe('welder');
    expect(first?.match.points).toBe(100);
    expect(first?.match.reasons.map(({ code, points }) => `${code} ${points}`)).toEqual([
      'UNIT_HELD 30',
      'SCHEME_CERTIFIED 25',
      'REGENCY_FITS 20',
      'AVAILABLE_IN_TIME 10',
      'SECTOR_WANTED 5',
    ]);
    expect(second?.match.points).toBe(20);
  });
});

describe('S51: the quota of workers with a disability', () => {
  it.each([
    ['PRIVATE', 250, 1, 2.5, 3],
    ['STATE_OWNED', 250, 2, 5, 5],
    ['REGIONALLY_OWNED', 250, 2, 5, 5],
    ['GOVERNMENT', 1, 2, 0.02, 1],
    ['PRIVATE', 100, 1, 1, 1],
    ['PRIVATE', 101, 1, 1.01, 2],
    ['PRIVATE', 0, 1, 0, 0],
  ] as const)(
    '%s with %i workers: %i %%, exactly %d, rounded up %i',
    (ownership, workers, percent, exact, up) => {
      expect(quotaPercentOn(rules, ownership, '2026-08-10')).toBe(percent);
      const quota = disabilityQuota({ workers, disabledWorkers: 0 }, percent);
      expect(quota).toMatchObject({ law: 'UU 8/2016 art. 53', exact, roundedUp: up, missing: up });
    },
  );

  it('cites UU 8/2016, and never the law on health quarantine that a report names', () => {
    expect(QUOTA_LAW).not.toContain('6/2018');
    expect(startingPolicy('disability_quota_percent_private').source).toBe('UU 8/2016 art. 53(2)');
  });

  it('is never exceeded into a debt: who employs more misses nobody', () => {
    expect(disabilityQuota({ workers: 250, disabledWorkers: 9 }, 1).missing).toBe(0);
  });
});

describe('the registers of employers and vacancies', () => {
  it('let an employer speak for itself alone', () => {
    const story = new EmploymentWorld();
    const report = { workers: 250, disabledWorkers: 3, on: '2026-08-10' };
    const send = (data: typeof report, by = employer) =>
      story.toRegister('employer/bengkel-las-contoh', 'report-workforce', data, by).refusal?.code;
    expect(send(report, otherEmployer)).toBe('NOT_PERMITTED');
    expect(send({ ...report, disabledWorkers: 251 })).toBe('MALFORMED');
    expect(send(report)).toBeUndefined();
    expect(story.world.factValue('employer/bengkel-las-contoh')).toMatchObject({ workforce: [report] });
    expect(story.toRegister('vacancy/x', 'report-vacancy', vacancy(), otherEmployer).refusal?.code).toBe(
      'NOT_PERMITTED',
    );
    expect(
      story.toRegister('vacancy/x', 'report-vacancy', vacancy({ employerId: 'none' }), registrar).refusal
        ?.code,
    ).toBe('EMPLOYER_UNKNOWN');
  });

  it('keep a vacancy from its report to the report that it is filled (Perpres 57/2023 art. 6)', () => {
    const story = new EmploymentWorld();
    const send = (name: string, data = {}, by = employer) =>
      story.toRegister('vacancy/las-1', name, data, by).refusal?.code;
    expect(send('amend-vacancy', { openings: 1 })).toBe('ALREADY_DONE');
    expect(send('amend-vacancy', { validUntil: '2026-07-01' })).toBe('DATE_IMPLAUSIBLE');
    expect(send('amend-vacancy', { openings: 2 }, otherEmployer)).toBe('NOT_PERMITTED');
    expect(send('amend-vacancy', { openings: 2 })).toBeUndefined();
    expect(send('report-vacancy-filled', { on: '2026-08-20' })).toBeUndefined();
    expect(story.world.factValue('vacancy/las-1')).toMatchObject({
      ...{ openings: 2, status: 'FILLED', closedOn: '2026-08-20' },
    });
    expect(send('withdraw-vacancy')).toBe('VACANCY_CLOSED');
  });
});
