/** Every rule of the register is said in words, in both languages: no code and no English in Indonesian text. */
import { expect, test } from 'vitest';
import { POLICY_CHOICES, POLICY_UNITS, policyValue, policyWords } from '../../src/console/words/policies.ts';
import { POLICY_NAMES, startingPolicy } from '../../src/domain/law/policy-catalogue.ts';

test.each(POLICY_NAMES)('%s', (name) => {
  const { unit, value } = startingPolicy(name);
  expect(Object.keys(POLICY_UNITS)).toContain(unit);
  expect(policyWords(name).id).not.toBe(name);
  expect(policyWords(name).id).not.toMatch(/[A-Z]{2,}_|\.$/);
  for (const language of ['id', 'en'] as const) {
    expect(policyValue(language, value, unit)).not.toMatch(/[A-Z]{2,}_|true|false|"/);
  }
});

test('values are said as people say them', () => {
  expect(policyValue('id', 480, 'minutes')).toBe('480 menit');
  expect(policyValue('id', 1, 'weekday, 1 = Monday')).toBe('Senin');
  expect(policyValue('en', false, 'yes or no')).toBe('no');
  expect(policyValue('id', 50_000, 'rupiah per hour')).toBe('Rp50.000 sejam');
  expect(
    policyValue(
      'id',
      [
        [6, 15],
        [12, 30],
      ],
      '[months served, days of remission]',
    ),
  ).toBe('[6, 15], [12, 30] [bulan dijalani, hari remisi]');
  expect(policyValue('id', ['PROSECUTOR', 'JUDGE'], 'ordered steps')).toBe('jaksa, hakim (berurutan)');
});

test('no words for values that no rule has', () => {
  const values = POLICY_NAMES.flatMap((name) => [startingPolicy(name).value].flat());
  expect(Object.keys(POLICY_CHOICES).filter((choice) => !values.includes(choice))).toEqual([]);
});
