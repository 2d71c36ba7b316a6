/** Release dates that move for many at once, for example after a correction in the prison database (B-12). */
import { required } from '../columns/column.ts';
import { dateCell } from '../columns/dates.ts';
import { caseIdCell, choiceCell } from '../columns/texts.ts';
import { line, sheetKind, wrong } from './kind.ts';
import { paperColumns, paperOf } from './paper-columns.ts';
import { isWrong, personColumns, personOf } from './person-columns.ts';

const REASONS = {
  'Koreksi SDP': 'SDP_CORRECTION',
  Remisi: 'REMISSION',
  'Tanggal tahapan': 'STAGE_DATES',
  Integrasi: 'INTEGRATION',
  'Putusan berubah': 'RULING_CHANGED',
  Grasi: 'CLEMENCY',
  Lainnya: 'OTHER',
} as const;

const columns = {
  ...personColumns,
  caseId: required(caseIdCell, {
    header: 'Perkara',
    meaning: { id: 'Nomor perkara orang itu di Titian.', en: 'The person’s case in Titian.' },
    example: 'c1',
  }),
  from: required(dateCell, {
    header: 'Tanggal bebas lama',
    meaning: {
      id: 'Seperti tercatat sekarang: lembar lama tidak membatalkan tanggal yang lebih baru.',
      en: 'As it stands now: an old sheet does not undo a newer date.',
    },
    example: '20/12/2026',
  }),
  to: required(dateCell, {
    header: 'Tanggal bebas baru',
    meaning: { id: 'Menurut surat.', en: 'By the decree.' },
    example: '20/11/2026',
  }),
  reason: required(choiceCell(REASONS), {
    header: 'Alasan',
    meaning: { id: `Salah satu dari: ${Object.keys(REASONS).join(', ')}.`, en: 'One of the words listed.' },
    example: 'Remisi',
  }),
  ...paperColumns,
} as const;

export const releaseDates = sheetKind({
  name: 'release-dates',
  title: { id: 'Perubahan tanggal bebas', en: 'Changes of release dates' },
  commands: ['change-release-date'],
  columns,
  lineOf(row) {
    const target = personOf(row);
    if (isWrong(target)) return target;
    const { caseId, from, to, reason } = row;
    if (from === to) {
      return wrong(
        'to',
        'SAME_DATE',
        'Tanggal baru sama dengan tanggal lama.',
        'The new date is the old one.',
      );
    }
    return line({
      ...{ target, name: 'change-release-date', data: { caseId, from, to, reason } },
      document: paperOf('SK', row),
    });
  },
});
