/** Codes, ids, free text, whole numbers and choices. */
import { bad, type CellReader, good } from './column.ts';

const textOf = (cell: Parameters<CellReader<unknown>>[0]): string | undefined =>
  cell instanceof Date || typeof cell === 'boolean' ? undefined : String(cell).trim().normalize('NFC');

/** Text in one of our own forms; what a spreadsheet made of it (a date, a truth) is not guessed back. */
const inForm =
  (form: RegExp, code: string, id: string, en: string, made: (text: string) => string = (text) => text) =>
  (cell: Parameters<CellReader<string>>[0]) => {
    const text = made(textOf(cell) ?? '');
    return form.test(text) ? good(text) : bad(code, id, en);
  };

export const personIdCell: CellReader<string> = inForm(
  /^p[0-9a-f]{32}$/,
  'NOT_A_PERSON_ID',
  'Bukan ID peserta. Salin dari Titian: huruf p dan 32 tanda.',
  'Not a person id. Copy it from Titian: the letter p and 32 characters.',
);

export const caseIdCell: CellReader<string> = inForm(
  /^c[1-9]\d{0,3}$/,
  'NOT_A_CASE_ID',
  'Bukan nomor perkara di Titian, seperti c1.',
  'Not a case id of Titian, like c1.',
  (text) => text.toLowerCase(),
);

export const codeCell: CellReader<string> = inForm(
  /^[a-z0-9](?:[a-z0-9._-]{0,78}[a-z0-9])?$/,
  'NOT_A_CODE',
  'Bukan kode: huruf kecil, angka, titik, garis.',
  'Not a code: small letters, digits, dots, dashes.',
  (text) => text.toLowerCase(),
);

export const enrolmentIdCell: CellReader<string> = inForm(
  /^[a-z0-9][a-z0-9-]{0,63}$/,
  'NOT_AN_ENROLMENT',
  'Bukan nomor peserta. Salin dari daftar kelas di Titian.',
  'Not an enrolment number. Copy it from the class list in Titian.',
);

export const documentNumberCell: CellReader<string> = inForm(
  /^[A-Za-z0-9][A-Za-z0-9 ./_()-]{0,99}$/,
  'NOT_A_DOCUMENT_NUMBER',
  'Bukan nomor surat: huruf, angka, garis miring, titik, kurung.',
  'Not a document number: letters, digits, slashes, dots, brackets.',
);

/** Free text: sealed before it is kept. */
export const noteCell: CellReader<string> = (cell) => {
  const text = textOf(cell);
  return text === undefined
    ? bad('NOT_TEXT', 'Bukan teks. Beri sel format Teks.', 'Not text. Give the cell the format Text.')
    : good(text);
};

export const wholeNumberCell =
  (least: number, most: number): CellReader<number> =>
  (cell) => {
    const text = textOf(cell) ?? '';
    const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return good(number);
    return bad(
      'NOT_A_NUMBER',
      `Bukan bilangan bulat dari ${least} sampai ${most}.`,
      `Not a whole number from ${least} to ${most}.`,
    );
  };

/** Words that people know for values that the law knows; big and small letters alike. */
export const choiceCell = <Value extends string>(
  choices: Readonly<Record<string, Value>>,
): CellReader<Value> => {
  const known = new Map(Object.entries(choices).map(([word, value]) => [word.toLowerCase(), value]));
  const words = Object.keys(choices).join(', ');
  return (cell) => {
    const value = known.get((textOf(cell) ?? '').toLowerCase());
    return value === undefined
      ? bad('NOT_A_CHOICE', `Isi salah satu dari: ${words}.`, `Give one of: ${words}.`)
      : good(value);
  };
};
