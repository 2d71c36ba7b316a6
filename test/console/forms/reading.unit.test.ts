/** What people type, and what becomes of it. */
import { describe, expect, it } from 'vitest';
import { ALL_COMMANDS } from '../../../src/catalogue/index.ts';
import {
  describeForm,
  errorsOn,
  type FormValues,
  isOf,
  mergePage,
  pagesOf,
  parseForm,
  sampleFor,
  valuesOf,
} from '../../../src/console/forms/schema/index.ts';

const entryOf = (name: string) => ALL_COMMANDS.find((entry) => entry.name === name)!;
const read = (name: string, values: FormValues) => parseForm(describeForm(entryOf(name)), values);

describe('a date', () => {
  const dateOf = (boxes: FormValues) =>
    read('record-no-show', { caseId: 'c1', ...boxes }).partial.data as { readonly date?: string };

  it.each([
    ['three boxes', { 'date.day': '30', 'date.month': '3', 'date.year': '2026' }],
    ['a month in words', { 'date.day': '30', 'date.month': 'Maret', 'date.year': '2026' }],
    ['pasted into the first box', { 'date.day': '2026-03-30', 'date.month': '', 'date.year': '' }],
    ['pasted as people write it', { 'date.day': '30/3/2026', 'date.month': '', 'date.year': '' }],
    ['given in an address', { date: '2026-03-30' }],
  ])('is understood from %s', (_how, boxes) => {
    expect(dateOf(boxes).date).toBe('2026-03-30');
  });

  it.each([
    ['31 April', { 'date.day': '31', 'date.month': '4', 'date.year': '2026' }],
    ['a year of two digits', { 'date.day': '30', 'date.month': '3', 'date.year': '26' }],
    ['half a date', { 'date.day': '30', 'date.month': '', 'date.year': '' }],
  ])('is not %s', (_what, boxes) => {
    const { errors, body } = read('record-no-show', { caseId: 'c1', ...boxes });
    expect(body).toBeUndefined();
    expect(errors).toEqual([
      {
        path: 'date',
        message: {
          id: 'Masukkan tanggal yang ada di kalender, misalnya 30 3 2026.',
          en: 'Enter a real date, for example 30 3 2026.',
        },
      },
    ]);
  });
});

describe('a number', () => {
  const rupiahOf = (rupiah: string) => {
    const { partial, errors } = read('record-fine-payment', { caseId: 'c1', rupiah, paidOn: '2026-03-30' });
    return errors.length > 0 ? errors.map(({ path }) => path) : partial.data.rupiah;
  };

  it.each([
    ['500000', 500_000],
    ['500.000', 500_000],
    ['Rp 1.500.000', 1_500_000],
    ['Rp10.000,00', 10_000],
  ])('of rupiah may be written %s', (text, rupiah) => {
    expect(rupiahOf(text)).toBe(rupiah);
  });

  it.each(['1,5', '1.5', 'seratus', '-1', '10.00'])('is not %s', (text) => {
    expect(rupiahOf(text)).toEqual(['rupiah']);
  });

  it('outside its range is told with the range', () => {
    const { errors } = read('set-holidays', { year: '1700', source: 'SKB', '~x': '' });
    expect(errors).toEqual([
      { path: 'year', message: { id: 'Masukkan angka 1.900 atau lebih.', en: 'Enter 1,900 or more.' } },
    ]);
  });
});

describe('rows', () => {
  const description = describeForm(entryOf('plan-schedule'));
  const filled = valuesOf(description, sampleFor(entryOf('plan-schedule')));

  it('get one more, and nothing is wrong yet', () => {
    const more = parseForm(description, { ...filled, '~add': 'slots', 'from.day': '99' });
    expect(more).toMatchObject({ reshaped: true, errors: [] });
    expect(more.values).toMatchObject({ 'slots.3.~row': '1' });
    expect(Object.keys(more.values)).not.toContain('~add');
  });

  it('get one less; the others keep what was typed', () => {
    const less = parseForm(description, { ...filled, '~remove': 'slots.1' });
    expect(less.reshaped).toBe(true);
    const { body } = parseForm(description, less.values);
    expect(body).toMatchObject({ data: { slots: [{ weekday: 1 }, { weekday: 5 }] } });
  });

  it('that were left empty do not count; errors stand in the row that was typed', () => {
    const { errors } = parseForm(description, {
      ...filled,
      'slots.4.~row': '1',
      'slots.7.~row': '1',
      'slots.7.weekday': '2',
      'slots.7.start': '26.00',
      'slots.7.end': '12.00',
    });
    expect(errors.map(({ path }) => path)).toEqual(['slots.7.start']);
  });
});

describe('a kind and its fields', () => {
  it('only the chosen kind counts', () => {
    const common = {
      caseId: 'c1',
      'document.number': 'P-1',
      'document.date': '2026-03-30',
      'document.kind': 'P',
    };
    const fields = { 'REPEAT.repeatHours': '20', 'REPLACED_FINE.rupiah': 'banyak' };
    const { body, errors } = read('record-breach-decision', { ...common, ...fields, outcome: 'REPEAT' });
    expect(errors).toEqual([]);
    expect(body?.data).toEqual({ caseId: 'c1', outcome: 'REPEAT', repeatHours: 20 });
  });

  it('must be chosen where it is asked', () => {
    const { errors } = read('name-companion', {});
    expect(errors).toEqual([
      {
        path: 'companion.kind',
        message: { id: 'Pilih: Tenaga kerja pendamping.', en: 'Choose: Companion worker.' },
      },
    ]);
  });
});

describe('what is left empty', () => {
  it('stays as it was where an entry is changed, and is none where that is said', () => {
    expect(read('amend-site', {}).body?.data).toEqual({});
    const { body } = read('amend-site', { 'agreement.~none': '1', 'closedOn.~none': '1' });
    expect(body?.data).toEqual({ agreement: null, closedOn: [] });
  });

  it('a document of which the form filled in the kind alone is none', () => {
    const { body } = read('record-consent', {
      caseId: 'c1',
      'document.kind': 'PUTUSAN',
      'occurredAt.zone': 'WIB',
    });
    expect(body).toEqual({ data: { caseId: 'c1' } });
  });

  it('a document without which the law says no is asked for', () => {
    const { errors } = read('close-case', { caseId: 'c1', reason: 'COMPLETED' });
    expect(errors).toEqual([]);
    const missing = read('record-ruling-final', { caseId: 'c1', finalOn: '2026-03-30' });
    expect(missing.errors.map(({ path }) => path)).toEqual([
      'document.kind',
      'document.number',
      'document.date',
    ]);
  });
});

describe('pages of a long form', () => {
  const description = describeForm(entryOf('register-site'));
  const pages = pagesOf(description);
  const open = pages.find(({ key }) => key === 'buka')!;

  it('take back what was unticked and keep the other pages', () => {
    const draft = { name: 'Taman', openWeekdays: ['1', '2'], openOnHolidays: 'false' };
    const merged = mergePage(open, draft, { openOnHolidays: 'true', name: 'nothing of this page' });
    expect(merged).toEqual({ name: 'Taman', openOnHolidays: 'true' });
  });

  it('show their own errors only', () => {
    const { errors } = parseForm(description, {});
    const shown = pages.flatMap((page) => errorsOn(page, errors));
    expect(new Set(shown)).toEqual(new Set(errors));
    expect(errorsOn(open, errors).every(({ path }) => isOf(open, path))).toBe(true);
  });
});

it('nothing that somebody might post breaks a form', () => {
  const nasty: FormValues = {
    ...{ __proto__: 'x', constructor: 'x', 'slots.__proto__.start': 'x', 'slots.99999.start': 'x' },
    ...{ 'slots.0.weekday': ['1', '2'], slots: 'x', from: ['a', 'b'], '~remove': '', caseId: '\u0000' },
    ...{ 'from.day': '\uD800', discussedWithPerson: 'perhaps' },
  };
  for (const entry of ALL_COMMANDS) {
    const { body, errors } = parseForm(describeForm(entry), nasty);
    expect(body === undefined).toBe(errors.length > 0);
  }
});
