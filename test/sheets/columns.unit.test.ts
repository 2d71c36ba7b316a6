import { describe, expect, it } from 'vitest';
import type { CellReader } from '../../src/sheets/columns/column.ts';
import { clockCell, dateCell } from '../../src/sheets/columns/dates.ts';
import { nikCell } from '../../src/sheets/columns/nik.ts';
import { choiceCell, wholeNumberCell } from '../../src/sheets/columns/texts.ts';

const read = <Value>(reader: CellReader<Value>, cell: Parameters<CellReader<Value>>[0]) => {
  const found = reader(cell);
  return found.ok ? found.value : found.problem.code;
};

describe('a date', () => {
  it.each([
    ['17/08/2026', '2026-08-17'],
    ['7-8-2026', '2026-08-07'],
    ['17.08.2026', '2026-08-17'],
    ['2026-08-17', '2026-08-17'],
    [new Date(Date.UTC(2026, 7, 17)), '2026-08-17'],
    // Day 46,251 of a spreadsheet, as a number and as CSV keeps it.
    [46_251, '2026-08-17'],
    ['46251', '2026-08-17'],
    // Day first, never month first: the 13th month does not exist.
    ['08/13/2026', 'NOT_A_DATE'],
    ['31/02/2026', 'NOT_A_DATE'],
    ['29/02/2028', '2028-02-29'],
    ['17/08/26', 'YEAR_OF_TWO_DIGITS'],
    ['Senin', 'NOT_A_DATE'],
    [17, 'NOT_A_DATE'],
    [46_251.5, 'NOT_A_DATE'],
    [true, 'NOT_A_DATE'],
  ])('%s is %s', (cell, expected) => expect(read(dateCell, cell)).toBe(expected));
});

describe('a time', () => {
  it.each([
    ['08:30', '08:30'],
    ['8.30', '08:30'],
    ['08:30:00', '08:30'],
    [0.354166667, '08:30'],
    [new Date(Date.UTC(1899, 11, 30, 8, 30)), '08:30'],
    [0, '00:00'],
    ['24:00', 'NOT_A_TIME'],
    ['08:60', 'NOT_A_TIME'],
    [8.3, 'NOT_A_TIME'],
    ['pagi', 'NOT_A_TIME'],
  ])('%s is %s', (cell, expected) => expect(read(clockCell, cell)).toBe(expected));
});

describe('a NIK', () => {
  it.each([
    ['1271014101900001', '1271014101900001'],
    ['1271.0141-0190 0001', '1271014101900001'],
    ["'1271014101900001", '1271014101900001'],
    [1_271_014_101_900_001, 'NIK_AS_NUMBER'],
    ['1,27101E+15', 'NIK_AS_NUMBER'],
    ['1.27101E+15', 'NIK_AS_NUMBER'],
    ['271014101900001', 'NIK_FIFTEEN_DIGITS'],
    ['127101410190', 'NIK_MALFORMED'],
    [true, 'NIK_MALFORMED'],
  ])('%s is %s', (cell, expected) => expect(read(nikCell, cell)).toBe(expected));

  it('is not repeated in what is said about it', () => {
    const found = nikCell('271014101900001');
    expect(JSON.stringify(found)).not.toContain('271014');
  });
});

it('a whole number has its range, and a choice its words', () => {
  expect(read(wholeNumberCell(1, 32), '32')).toBe(32);
  expect(read(wholeNumberCell(1, 32), 8)).toBe(8);
  expect(read(wholeNumberCell(1, 32), '0')).toBe('NOT_A_NUMBER');
  expect(read(wholeNumberCell(1, 32), '1,5')).toBe('NOT_A_NUMBER');
  const choice = choiceCell({ Hadir: 'PRESENT', Sakit: 'SICK' });
  expect(read(choice, ' hadir ')).toBe('PRESENT');
  expect(read(choice, 'bolos')).toBe('NOT_A_CHOICE');
});
