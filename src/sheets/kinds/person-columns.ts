/** The two ways in which a line names a person, for every kind of sheet that does. */
import { optional } from '../columns/column.ts';
import { nikCell } from '../columns/nik.ts';
import { personIdCell } from '../columns/texts.ts';
import { type LineRead, type LineTarget, wrong } from './kind.ts';

export const personColumns = {
  personId: optional(personIdCell, {
    header: 'ID peserta',
    meaning: {
      id: 'ID orang di Titian. Boleh kosong bila NIK diisi.',
      en: 'The person’s id in Titian. May be empty where the NIK is given.',
    },
    example: 'p0123456789abcdef0123456789abcdef',
  }),
  nik: optional(nikCell, {
    header: 'NIK',
    meaning: {
      id: '16 angka, sel berformat Teks. Hanya untuk peran yang boleh mencari menurut NIK.',
      en: '16 digits, cells in the format Text. Only for roles that may search by NIK.',
    },
    example: '1271014101900001',
  }),
} as const;

/** Exactly one of the two; a line that names both could mean two persons. */
export function personOf(row: { readonly personId?: string; readonly nik?: string }): LineTarget | LineRead {
  if (row.personId !== undefined && row.nik === undefined) return { to: 'person', personId: row.personId };
  if (row.nik !== undefined && row.personId === undefined) return { to: 'nik', nik: row.nik };
  return wrong(
    'personId',
    'ONE_PERSON',
    'Isi ID peserta atau NIK, salah satu saja.',
    'Give the person’s id or the NIK, one of them only.',
  );
}

export const isWrong = (target: LineTarget | LineRead): target is LineRead => 'ok' in target;
