import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { birthDigits, checkNik, normaliseNik, type Sex } from '../../src/domain/identity/nik.ts';
import { renderWarning } from '../../src/domain/law/warnings.ts';

/** Fictitious numbers: area code of no regency, serial of no person. */
const nikWith = (birth: string): string => `129999${birth}0001`;

const partsWarned = (nik: string, known: Parameters<typeof checkNik>[1]): unknown[] =>
  checkNik(nik, known).warnings.map((warning) => warning.parameters.part);

describe('NIK against the identity', () => {
  test('S54: a woman born 1996-03-07 has the digits 470396', () => {
    expect(birthDigits('1996-03-07', 'FEMALE')).toBe('470396');
    expect(checkNik(nikWith('470396'), { birthDate: '1996-03-07', sex: 'FEMALE' })).toEqual({
      wellFormed: true,
      warnings: [],
    });
  });
  test('S54: the digits of a man on a woman are a warning, not a refusal', () => {
    const check = checkNik(nikWith('070396'), { birthDate: '1996-03-07', sex: 'FEMALE' });
    expect(check.wellFormed).toBe(true);
    expect(check.warnings).toEqual([{ code: 'NIK_MISMATCH', parameters: { part: 'SEX' } }]);
  });
  test('a corrected birth date differs for life (G-02)', () => {
    expect(partsWarned(nikWith('070396'), { birthDate: '1996-03-08', sex: 'MALE' })).toEqual(['BIRTH_DATE']);
    expect(partsWarned(nikWith('080396'), { birthDate: '1996-03-07', sex: 'FEMALE' })).toEqual([
      'BIRTH_DATE',
      'SEX',
    ]);
  });
  test('without the sex either day is right', () => {
    expect(partsWarned(nikWith('070396'), { birthDate: '1996-03-07' })).toEqual([]);
    expect(partsWarned(nikWith('470396'), { birthDate: '1996-03-07' })).toEqual([]);
  });
  test('the century comes from the birth date', () => {
    expect(partsWarned(nikWith('070305'), { birthDate: '1905-03-07', sex: 'MALE' })).toEqual([]);
    expect(partsWarned(nikWith('070305'), { birthDate: '2005-03-07', sex: 'MALE' })).toEqual([]);
  });
  test.each(['000396', '320396', '400396', '720396', '071396', '070096'])(
    '%s is no day of any calendar',
    (birth) => expect(partsWarned(nikWith(birth), { birthDate: '1996-03-07' })).toEqual(['CALENDAR']),
  );
  test.each(['', '123', `${nikWith('070396')}1`, 'abcdefghijklmnop'])('%j is not well formed', (text) =>
    expect(checkNik(text)).toEqual({
      wellFormed: false,
      warnings: [{ code: 'NIK_MALFORMED', parameters: {} }],
    }),
  );
  test('typed in groups it is the same number', () => {
    expect(normaliseNik(' 1299.9907-0396 0001 ')).toBe(nikWith('070396'));
    expect(checkNik('1299 9907 0396 0001', { birthDate: '1996-03-07', sex: 'MALE' }).warnings).toEqual([]);
  });
  test('the digits of any birth date agree with it, and no warning shows them', () => {
    const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(date, date, fc.constantFrom<Sex>('FEMALE', 'MALE'), (born, other, sex) => {
        const [birthDate, otherDate] = [born, other].map((day) => day.toISOString().slice(0, 10)) as [
          string,
          string,
        ];
        const digits = birthDigits(birthDate, sex);
        expect(checkNik(nikWith(digits), { birthDate, sex }).warnings).toEqual([]);
        for (const warning of checkNik(nikWith(digits), { birthDate: otherDate }).warnings) {
          expect(JSON.stringify([warning, renderWarning(warning)])).not.toMatch(/\d{3}/);
        }
      }),
      { seed: 20_260_102 },
    );
  });
});
