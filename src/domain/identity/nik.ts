/**
 * NIK, the population number: province 2, regency 2, district 2, birth date DDMMYY (women: day + 40),
 * serial 4 (G-01). It is for life and cannot be corrected to match a corrected birth date (G-02), so
 * whatever differs is a warning, never a refusal (I-11). Pure text: nothing here keeps a NIK.
 */
import type { Warning } from '../decider.ts';
import { warn } from '../law/warnings.ts';
import { partsOf } from '../time/day-number.ts';
import type { LocalDate } from '../time/moment.ts';

export type Sex = 'FEMALE' | 'MALE';

export interface NikCheck {
  /** Sixteen digits. Area codes are not judged: they may be older than a province's division (G-02). */
  readonly wellFormed: boolean;
  readonly warnings: readonly Warning[];
}

/** What of the identity the digits do not agree with. Never the digits themselves. */
export type NikMismatchPart = 'BIRTH_DATE' | 'SEX' | 'CALENDAR';

const WOMEN_DAY_OFFSET = 40;

/** Removes what people type between the groups: spaces, dots and hyphens. */
export const normaliseNik = (text: string): string => text.replace(/[\s.\-\u2010-\u2015]/g, '');

export const isWellFormedNik = (nik: string): boolean => /^\d{16}$/.test(nik);

/** Digits 7 to 12 as the registry would have given them. `470396` for a woman born 1996-03-07 (S54). */
export const birthDigits = (birthDate: LocalDate, sex: Sex): string => {
  const { year, month, day } = partsOf(birthDate);
  const shifted = sex === 'FEMALE' ? day + WOMEN_DAY_OFFSET : day;
  return [shifted, month, year % 100].map((number) => String(number).padStart(2, '0')).join('');
};

const mismatch = (part: NikMismatchPart): Warning => warn('NIK_MISMATCH', { part });

/**
 * Compares a NIK with what else is known. The century of the two-digit year is taken from the birth
 * date (G-02). At most one warning per part.
 */
export const checkNik = (
  nik: string,
  known: { readonly birthDate?: LocalDate; readonly sex?: Sex } = {},
): NikCheck => {
  const digits = normaliseNik(nik);
  if (!isWellFormedNik(digits)) return { wellFormed: false, warnings: [warn('NIK_MALFORMED', {})] };
  const codedDay = Number(digits.slice(6, 8));
  const month = Number(digits.slice(8, 10));
  const codedSex: Sex = codedDay > WOMEN_DAY_OFFSET ? 'FEMALE' : 'MALE';
  const day = codedSex === 'FEMALE' ? codedDay - WOMEN_DAY_OFFSET : codedDay;
  if (day < 1 || day > 31 || month < 1 || month > 12) {
    return { wellFormed: true, warnings: [mismatch('CALENDAR')] };
  }
  const warnings: Warning[] = [];
  if (known.birthDate !== undefined && birthDigits(known.birthDate, codedSex) !== digits.slice(6, 12)) {
    warnings.push(mismatch('BIRTH_DATE'));
  }
  if (known.sex !== undefined && known.sex !== codedSex) warnings.push(mismatch('SEX'));
  return { wellFormed: true, warnings };
};
