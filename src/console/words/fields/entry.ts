/** Words of one field: what it is called, what helps, what it is counted in. */
import type { Words } from '../words.ts';

export interface FieldWords {
  readonly label: Words;
  readonly hint?: Words;
  /** Stands after the box: jam, hari, JP. */
  readonly unit?: Words;
}

/** By the field's name, its path, or `command.path`; the longest that fits counts. */
export type FieldTable = { readonly [nameOrPath: string]: FieldWords };

export const f = (id: string, en: string, hintId?: string, hintEn?: string): FieldWords => ({
  label: { id, en },
  ...(hintId === undefined || hintEn === undefined ? {} : { hint: { id: hintId, en: hintEn } }),
});

const UNITS = {
  hours: { id: 'jam', en: 'hours' },
  days: { id: 'hari', en: 'days' },
  months: { id: 'bulan', en: 'months' },
  years: { id: 'tahun', en: 'years' },
  jp: { id: 'JP', en: 'JP' },
  percent: { id: '%', en: '%' },
  people: { id: 'orang', en: 'people' },
} as const;

/** A field that is counted in something. */
export const counted = (unit: keyof typeof UNITS, words: FieldWords): FieldWords => ({
  ...words,
  unit: UNITS[unit],
});
