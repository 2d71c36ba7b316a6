/** Rows that several papers have: who, and which ruling. */
import { dateInWords, rupiahInWords } from '../words.ts';

export interface PaperPerson {
  readonly name: string;
  readonly birthDate?: string;
  readonly sex?: 'MALE' | 'FEMALE';
  readonly address?: string;
}

export interface PaperRuling {
  readonly court: string;
  readonly date: string;
  readonly caseNumber: string;
  readonly finalOn: string | null;
}

export type PaperReplaced =
  | { readonly kind: 'PRISON'; readonly days: number }
  | { readonly kind: 'FINE'; readonly rupiah: number };

type Row = readonly [string, string];

/** Who it is, without where. */
export const nameRows = ({ name, birthDate, sex }: PaperPerson): Row[] => [
  ['Nama lengkap', name],
  ['Tanggal lahir', birthDate === undefined ? '' : dateInWords(birthDate)],
  ['Jenis kelamin', sex === undefined ? '' : sex === 'FEMALE' ? 'Perempuan' : 'Laki-laki'],
];

export const personRows = (person: PaperPerson): Row[] => [
  ...nameRows(person),
  ['Tempat tinggal', person.address ?? ''],
];

export const rulingRows = ({ court, date, caseNumber, finalOn }: PaperRuling): Row[] => [
  ['Putusan', `${court} nomor ${caseNumber}`],
  ['Tanggal putusan', dateInWords(date)],
  ['Berkekuatan hukum tetap', finalOn === null ? '' : dateInWords(finalOn)],
];

export const replacedInWords = (replaced: PaperReplaced | null): string =>
  replaced === null
    ? ''
    : replaced.kind === 'PRISON'
      ? `pidana penjara ${replaced.days} hari`
      : `pidana denda ${rupiahInWords(replaced.rupiah)}`;
