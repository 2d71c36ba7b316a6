/** The paper that a line rests on, for every kind of sheet whose command asks for one. */
import type { SourceDocument } from '../../domain/decider.ts';
import { required } from '../columns/column.ts';
import { dateCell } from '../columns/dates.ts';
import { documentNumberCell } from '../columns/texts.ts';

export const paperColumns = {
  paperNumber: required(documentNumberCell, {
    header: 'Nomor surat',
    meaning: { id: 'Nomor surat keputusan.', en: 'Number of the decree.' },
    example: 'PAS-1234.PK.05.04/2026',
  }),
  paperDate: required(dateCell, {
    header: 'Tanggal surat',
    meaning: { id: 'Tanggal surat keputusan.', en: 'Date of the decree.' },
    example: '10/08/2026',
  }),
} as const;

export const paperOf = (
  kind: string,
  { paperNumber, paperDate }: { readonly paperNumber: string; readonly paperDate: string },
): SourceDocument => ({ kind, number: paperNumber, date: paperDate });
