import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseCaseNumber } from '../../src/domain/identity/case-number.ts';

describe('case numbers', () => {
  test.each([
    '12/Pid.B/2026/PN Mdn',
    '12/Pid.B/2026/PN.MDN',
    '12/PID.B/2026/PN MDN',
    ' 012 / Pid. B / 2026 / PN-Mdn ',
    'Nomor 12/Pid.B/2026/PN Mdn',
    'No. 12/Pid.B/2026/PN Mdn.',
    'Nomor: 12/pid.b/2026/pnmdn',
    '12/Pid.B/2026/PN\u00a0Mdn',
  ])('S56: %j is one and the same case', (text) =>
    expect(normaliseCaseNumber(text)).toEqual({
      key: '12/PID.B/2026/PN MDN',
      type: 'PID.B',
      year: 2026,
      court: 'PN MDN',
    }),
  );
  test.each([
    ['1008/Pid.Sus/2025/PN Mdn', '1008/PID.SUS/2025/PN MDN'],
    ['8/Pid.C/2021/PN.GNS', '8/PID.C/2021/PN GNS'],
    ['1/PID.SUS-ANAK/2019/PN.PTS', '1/PID.SUS-ANAK/2019/PN PTS'],
    ['1/Pid.Sus Anak/2019/PN Pts', '1/PID.SUS-ANAK/2019/PN PTS'],
    ['77/PID/2026/PT MDN', '77/PID/2026/PT MDN'],
    ['20/Pid.S/2026/PN Jkt.Sel', '20/PID.S/2026/PN JKTSEL'],
  ])('%s has the key %s', (text, key) => expect(normaliseCaseNumber(text)?.key).toBe(key));

  test.each([
    '',
    '12',
    '12/Pdt.G/2026/PN Mdn',
    '0/Pid.B/2026/PN Mdn',
    '12/Pid.B/26/PN Mdn',
    '12/Pid.B/2026/PN',
    '12/Pid.B/2026/PA Mdn',
    '12/Pid.B/2026/PN Mdn; drop',
    '12/Pid.B/9999/PN Mdn',
    `12/Pid.B/2026/PN ${'M'.repeat(200)}`,
  ])('%j cannot be read', (text) => expect(normaliseCaseNumber(text)).toBeNull());

  test('different numbers, types, years or courts never share a key', () => {
    const anyCase = fc.record({
      number: fc.integer({ min: 1, max: 9999 }),
      type: fc.constantFrom('Pid.B', 'Pid.S', 'Pid.C', 'Pid.Sus', 'Pid.Sus-Anak'),
      year: fc.integer({ min: 2000, max: 2099 }),
      court: fc.constantFrom('Mdn', 'Lbp', 'Kds', 'Jap', 'Byw'),
    });
    fc.assert(
      fc.property(anyCase, anyCase, (left, right) => {
        const keyOf = (parts: typeof left) =>
          normaliseCaseNumber(`${parts.number}/${parts.type}/${parts.year}/PN ${parts.court}`)?.key;
        expect(keyOf(left) === keyOf(right)).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
      { seed: 20_260_102, numRuns: 300 },
    );
  });
  test('case, leading zeros and separators never change the key, and a key reads as itself', () => {
    const gap = fc.constantFrom('', ' ', '  ', '\u00a0');
    const dot = fc.constantFrom('.', ' ', ' . ', '-', '.  ');
    const upper = fc.boolean();
    const parts = fc.record({ gap, dot, afterCourt: dot, upper, zeros: fc.constantFrom('', '0', '000') });
    fc.assert(
      fc.property(parts, ({ gap, dot, afterCourt, upper, zeros }) => {
        const text = `${zeros}31${gap}/${gap}Pid${dot}Sus${dot}Anak${gap}/2026/${gap}PN${afterCourt}Jkt${dot}Sel`;
        const key = '31/PID.SUS-ANAK/2026/PN JKTSEL';
        expect(normaliseCaseNumber(upper ? text.toUpperCase() : text)?.key).toBe(key);
        expect(normaliseCaseNumber(key)?.key).toBe(key);
      }),
      { seed: 20_260_102, numRuns: 300 },
    );
  });
  test('no text of any kind breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 120, unit: 'binary' }), (text) => {
        expect(() => normaliseCaseNumber(`12/Pid.B/2026/PN ${text}`)).not.toThrow();
      }),
      { seed: 20_260_102 },
    );
  });
});
