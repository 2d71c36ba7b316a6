/** Patterns, weights and kinds of the auditor's lists, in words. */
import { WARNING_CODES, WARNINGS } from '../../domain/law/warnings.ts';
import type { Meaning } from '../parts/text.tsx';
import { valueWords } from '../words/values.ts';
import { same, type Words } from '../words/words.ts';

const w = (id: string, en: string): Words => ({ id, en });

const NAMES: { readonly [list: string]: Words } = {
  overlaps: w('Dua tempat sekaligus', 'Two places at once'),
  backdating: w('Dicatat terlambat', 'Entered late'),
  'after-the-end': w('Setelah akhir', 'After the end'),
  'one-hand': w('Satu tangan', 'One hand'),
  'out-of-hours': w('Di luar jam kerja', 'Out of hours'),
  'even-sheets': w('Terlalu rapi', 'Too even'),
  warnings: w('Peringatan yang dilewati', 'Warnings passed over'),
  faults: w('Perintah yang gagal', 'Commands that failed'),
  'late-deadlines': w('Tenggat yang terlambat', 'Late deadlines'),
  'lost-claims': w('Tempat dan nomor yang diperebutkan', 'Claims that were lost'),
};

const PATTERNS: { readonly [pattern: string]: Words } = {
  FOUND: w('ditemukan saat dicatat', 'found when it was entered'),
  REFUSED: w('ditolak karena bertumpuk', 'refused for overlapping'),
  STANDING: w('masih bertumpuk', 'still overlapping'),
  IN_CUSTODY: w('bekerja saat masih ditahan', 'at work while in custody'),
  LATE_ENTRY: w('dicatat jauh setelah kejadian', 'entered long after it happened'),
  AFTER_DEATH: w('setelah meninggal', 'after death'),
  AFTER_CLOSURE: w('setelah perkara ditutup', 'after the case was closed'),
  OWN_CONFIRMATION: w('mengonfirmasi catatan sendiri', 'confirmed their own entry'),
  OWN_CORRECTION: w('mengoreksi catatan sendiri', 'corrected their own entry'),
  ASSESSED_AND_APPROVED: w('menguji dan menyetujui', 'assessed and approved'),
  TRAINED_AND_ASSESSED: w('melatih dan menguji', 'trained and assessed'),
  NIGHT: w('malam hari', 'at night'),
  DAY_OFF: w('akhir pekan atau hari libur', 'weekend or holiday'),
  AT_LIMIT: w('berhari-hari tepat di batas', 'days on end just at the limit'),
  IDENTICAL: w('menit yang sama bagi banyak orang', 'the same minutes for many people'),
  FIRED_LATE: w('dijalankan terlambat', 'acted late'),
  FAULT: w('gagal diputuskan', 'could not be decided'),
  LOST: w('berulang kali kalah', 'lost again and again'),
};

const WEIGHTS: { readonly [weight: string]: { readonly words: Words; readonly meaning: Meaning } } = {
  light: { words: w('ringan', 'light'), meaning: 'hold' },
  middle: { words: w('sedang', 'middle'), meaning: 'due' },
  heavy: { words: w('berat', 'heavy'), meaning: 'overdue' },
};

const MONEY: { readonly [kind: string]: Words } = {
  FINE_REPLACED: w('Denda yang diganti pidana kerja sosial', 'Fine replaced by community service'),
  FINE_UNPAID: w('Denda yang belum dibayar', 'Fine unpaid'),
  FINE_ORDERED: w('Denda yang diperintahkan', 'Fine ordered'),
  FINE_PAID: w('Denda yang dibayar', 'Fine paid'),
};

const NOT_RECORDED: { readonly [what: string]: Words } = {
  wages: w('upah', 'wages'),
  stipends: w('uang saku', 'stipends'),
  'class-costs': w('biaya kelas', 'costs of classes'),
  'assessment-fees': w('biaya uji', 'assessment fees'),
  'permit-levies': w('dana kompensasi izin', 'permit levies'),
};

const of = <Value>(table: { readonly [key: string]: Value }, key: string, otherwise: Value): Value =>
  (Object.hasOwn(table, key) ? table[key] : undefined) ?? otherwise;

export const listName = (list: string): Words => of(NAMES, list, same(list));
/** A list of warnings has their codes for patterns: said by their sentences, without the values of one case. */
export const patternWords = (pattern: string): Words => {
  const code = WARNING_CODES.find((one) => one === pattern);
  if (code === undefined) return of(PATTERNS, pattern, valueWords('warning', pattern));
  const { id, en } = WARNINGS[code];
  const bare = (sentence: string) => sentence.replaceAll(/\{\w+\}/g, '…');
  return { id: bare(id), en: bare(en) };
};
export const weightSaid = (weight: string) =>
  of(WEIGHTS, weight, { words: same(weight), meaning: 'hold' as const });
export const moneyWords = (kind: string): Words => of(MONEY, kind, same(kind));
export const notRecordedWords = (what: string): Words => of(NOT_RECORDED, what, same(what));
