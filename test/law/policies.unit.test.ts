import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PolicyFact } from '../../src/domain/law/policies.ts';
import { NoPolicyInForce, policyOn } from '../../src/domain/law/policies.ts';
import {
  isAssumption,
  POLICY_NAMES,
  STARTING_POLICIES,
  startingPolicy,
  statedSource,
} from '../../src/domain/law/policy-catalogue.ts';
import { isLocalDate } from '../../src/domain/time/index.ts';

const dated = (...values: [from: string, value: number][]): PolicyFact => ({
  unit: 'days',
  values: values.map(([from, value]) => ({ from, value, source: 'test decree' })),
});

describe('the policy in force on a date', () => {
  const fact = dated(['2026-01-02', 180], ['2027-07-01', 120]);
  test.each([
    ['2026-01-02', 180],
    ['2027-06-30', 180],
    ['2027-07-01', 120],
    ['2199-01-01', 120],
  ])('on %s is %i', (date, value) => expect(policyOn(fact, 'window_days', date).value).toBe(value));

  test('before the first date there is none', () => {
    expect(() => policyOn(fact, 'window_days', '2026-01-01')).toThrow(NoPolicyInForce);
    expect(() => policyOn(null, 'window_days', '2026-01-02')).toThrow(/window_days/);
  });
  test('of two values with one date, the one set later counts', () => {
    expect(policyOn(dated(['2026-01-02', 180], ['2026-01-02', 181]), 'window_days', '2026-05-01').value).toBe(
      181,
    );
  });
  test('a value from a later date changes nothing before that date', () => {
    const anyDay = fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`);
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1 }), anyDay, anyDay, (froms, later, asked) => {
        fc.pre(asked < later);
        const before = dated(
          ['2026-01-02', -1],
          ...froms.map((from, value): [string, number] => [from, value]),
        );
        const after = { ...before, values: [...before.values, { from: later, value: 999, source: 'new' }] };
        expect(policyOn(after, 'p', asked)).toEqual(policyOn(before, 'p', asked));
      }),
      { seed: 20_260_102 },
    );
  });
});

/** Names of policies that the rules ask for: `context.policy<number>('window_days', date)`. */
function policiesRead(): Set<string> {
  const domain = join(import.meta.dirname, '../../src/domain');
  const sources = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const asked = /\.policy(?:<[^(]*>)?\(\s*'([a-z0-9_]+)'/g;
  return new Set(
    sources.flatMap((file) =>
      [...readFileSync(join(domain, file), 'utf8').matchAll(asked)].map(([, name]) => name as string),
    ),
  );
}

describe('a policy is a switch or says that it is none', () => {
  const read = policiesRead();
  test.each(POLICY_NAMES)('%s', (name) => expect(read.has(name)).toBe(!isAssumption(name)));
  test('no rule asks for a policy that does not exist', () => {
    expect([...read].filter((name) => !(POLICY_NAMES as string[]).includes(name))).toEqual([]);
  });
  test('an assumption names its open question and that it is not a switch', () => {
    for (const name of POLICY_NAMES.filter(isAssumption)) {
      expect(statedSource(name)).toContain(
        `recorded assumption (${startingPolicy(name).question}): not a switch`,
      );
    }
    expect(statedSource('excused_extends_window')).toBe('recorded assumption (L-05): not a switch');
  });
});

describe('the starting policies', () => {
  test.each(POLICY_NAMES)('%s has a date, a unit and a source', (name) => {
    const policy = startingPolicy(name);
    expect(isLocalDate(policy.from)).toBe(true);
    expect(policy.unit).not.toBe('');
    expect(policy.source).toMatch(
      /^((UU|PP|Perpres|Keppres|Permenaker|Permenkumham) \d+\/\d{4}|assumption L-\d\d$|practice [A-F]-\d\d$|design (I\.\d|[A-F]-\d\d|S\d\d))/,
    );
  });
  test('hold the numbers of the law (I-1 to I-3, A-02)', () => {
    const startingValue = (name: keyof typeof STARTING_POLICIES) => STARTING_POLICIES[name].value;
    expect(startingValue('daily_limit_minutes')).toBe(480);
    expect([startingValue('minimum_hours'), startingValue('maximum_hours')]).toEqual([8, 240]);
    expect([startingValue('window_days'), startingValue('replaced_prison_limit_days')]).toEqual([180, 180]);
    expect(startingValue('threat_limit_months')).toBe(60);
    expect(startingValue('fine_category_2_rupiah')).toBe(10_000_000);
  });
  test('a full category II fine equals 200 hours (A-13)', () => {
    const { fine_category_2_rupiah: fine, fine_substitute_rupiah_per_hour: rate } = STARTING_POLICIES;
    expect(fine.value / rate.value).toBe(200);
  });
});
