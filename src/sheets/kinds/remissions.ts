/** The remissions of a day, for example 17 August: each shortens a term or ends it (B-10). */
import { optional, required } from '../columns/column.ts';
import { dateCell } from '../columns/dates.ts';
import { caseIdCell, choiceCell, wholeNumberCell } from '../columns/texts.ts';
import { line, sheetKind } from './kind.ts';
import { paperColumns, paperOf } from './paper-columns.ts';
import { isWrong, personColumns, personOf } from './person-columns.ts';

const KINDS = {
  Umum: 'GENERAL',
  Khusus: 'SPECIAL',
  Tambahan: 'ADDITIONAL',
  Dasawarsa: 'DASAWARSA',
  Lainnya: 'OTHER',
} as const;
const EFFECTS = { 'RU I': 'RU_I', 'RU II': 'RU_II', 'RK I': 'RK_I', 'RK II': 'RK_II' } as const;
const listed = (words: object): string => `Salah satu dari: ${Object.keys(words).join(', ')}.`;

const columns = {
  ...personColumns,
  caseId: required(caseIdCell, {
    header: 'Perkara',
    meaning: { id: 'Nomor perkara orang itu di Titian.', en: 'The person’s case in Titian.' },
    example: 'c1',
  }),
  kind: required(choiceCell(KINDS), {
    header: 'Jenis remisi',
    meaning: { id: listed(KINDS), en: 'One of the words listed.' },
    example: 'Umum',
  }),
  effect: required(choiceCell(EFFECTS), {
    header: 'Golongan',
    meaning: {
      id: `${listed(EFFECTS)} II berarti langsung bebas.`,
      en: 'One of the words listed; II ends the term at once.',
    },
    example: 'RU I',
  }),
  amountDays: required(wholeNumberCell(1, 365), {
    header: 'Jumlah hari',
    meaning: { id: 'Besar remisi dalam hari.', en: 'The remission in days.' },
    example: '60',
  }),
  grantedOn: required(dateCell, {
    header: 'Tanggal pemberian',
    meaning: { id: 'Hari remisi diberikan.', en: 'The day it is granted.' },
    example: '17/08/2026',
  }),
  releaseOn: optional(dateCell, {
    header: 'Tanggal bebas baru',
    meaning: { id: 'Menurut surat atau SDP.', en: 'By the decree or the prison database.' },
    example: '20/10/2026',
  }),
  ...paperColumns,
} as const;

export const remissions = sheetKind({
  name: 'remissions',
  title: { id: 'Remisi', en: 'Remissions' },
  commands: ['grant-remission'],
  columns,
  lineOf(row) {
    const target = personOf(row);
    if (isWrong(target)) return target;
    const { caseId, kind, effect, amountDays, grantedOn, releaseOn } = row;
    return line({
      ...{ target, name: 'grant-remission' },
      data: {
        ...{ caseId, kind, effect, amountDays, grantedOn },
        ...(releaseOn === undefined ? {} : { releaseOn }),
      },
      document: paperOf('SK', row),
    });
  },
});
