/**
 * Inmates from the prison database (SDP): the person, where Titian does not know them, and their sentence with its
 * dates as the prison states them, never computed as binding (I.3, B-12).
 */
import type { JsonObject } from '../../domain/decider.ts';
import { optional, required } from '../columns/column.ts';
import { dateCell } from '../columns/dates.ts';
import { nikCell } from '../columns/nik.ts';
import { choiceCell, codeCell, documentNumberCell, noteCell, wholeNumberCell } from '../columns/texts.ts';
import { line, sheetKind, wrong } from './kind.ts';

const SEXES = { L: 'MALE', P: 'FEMALE', 'Laki-laki': 'MALE', Perempuan: 'FEMALE' } as const;
const TERMS = { Pidana: 'TERM', 'Seumur hidup': 'LIFE', Subsider: 'SUBSTITUTE' } as const;

const day = (header: string, id: string, en: string, example: string) =>
  required(dateCell, { header, meaning: { id, en }, example });

const columns = {
  name: required(noteCell, {
    header: 'Nama',
    meaning: { id: 'Disimpan tersegel, terpisah dari perkara.', en: 'Kept sealed, apart from the case.' },
    example: 'Budi Contoh',
  }),
  nik: optional(nikCell, {
    header: 'NIK',
    meaning: {
      id: '16 angka, sel berformat Teks. Kosong bila belum diketahui.',
      en: '16 digits as Text. Empty where unknown.',
    },
    example: '1271010703960017',
  }),
  birthDate: day('Tanggal lahir', 'Seperti di SDP.', 'As in the SDP.', '07/03/1996'),
  sex: required(choiceCell(SEXES), {
    header: 'Jenis kelamin',
    meaning: { id: 'L atau P.', en: 'L for male, P for female.' },
    example: 'L',
  }),
  registerNumber: required(documentNumberCell, {
    header: 'Nomor register',
    meaning: { id: 'Nomor register narapidana.', en: 'Register number of the inmate.' },
    example: 'BI.123/2026',
  }),
  term: optional(choiceCell(TERMS), {
    header: 'Jenis pidana',
    meaning: { id: 'Pidana bila kosong.', en: 'A term where empty.' },
    example: 'Pidana',
  }),
  startedOn: day(
    'Mulai ditahan',
    'Hari pertama yang dihitung.',
    'First day that counts as served.',
    '10/01/2026',
  ),
  months: required(wholeNumberCell(0, 600), {
    header: 'Lama pidana (bulan)',
    meaning: { id: 'Tahun dijadikan bulan.', en: 'Years as months.' },
    example: '24',
  }),
  days: optional(wholeNumberCell(0, 1_000), {
    header: 'Lama pidana (hari)',
    meaning: { id: 'Di samping bulan.', en: 'Beside the months.' },
    example: '0',
  }),
  oneThird: day('1/3', 'Tanggal sepertiga masa pidana.', 'When a third is served.', '10/09/2026'),
  half: day('1/2', 'Tanggal setengah masa pidana.', 'When half is served.', '10/01/2027'),
  twoThirds: day('2/3', 'Tanggal dua pertiga masa pidana.', 'When two thirds are served.', '10/05/2027'),
  expiry: day('Ekspirasi', 'Tanggal ekspirasi.', 'End of the term.', '10/01/2028'),
  releaseOn: optional(dateCell, {
    header: 'Tanggal bebas',
    meaning: { id: 'Bila bukan tanggal ekspirasi.', en: 'Where it is not the end of the term.' },
    example: '10/11/2027',
  }),
  probationOffice: optional(codeCell, {
    header: 'Bapas',
    meaning: { id: 'Kode Bapas pembimbing.', en: 'Code of the probation office.' },
    example: 'bapas-medan',
  }),
  generalRemissions: optional(wholeNumberCell(0, 60), {
    header: 'Remisi umum diterima',
    meaning: { id: 'Berapa kali sebelum ini.', en: 'How often before.' },
    example: '0',
  }),
} as const;

export const sdpImport = sheetKind({
  name: 'sdp-import',
  title: { id: 'Impor SDP', en: 'Import from the prison database' },
  commands: ['import-inmate', 'register-person'],
  // NIK and register number are claims.
  inOrder: true,
  columns,
  lineOf(row) {
    const { name, nik, birthDate, sex, registerNumber, term, startedOn, months, days } = row;
    const { oneThird, half, twoThirds, expiry, releaseOn, probationOffice, generalRemissions } = row;
    if (!(oneThird <= half && half <= twoThirds && twoThirds <= expiry)) {
      return wrong(
        'half',
        'DATES_OUT_OF_ORDER',
        'Urutan tanggal harus 1/3, 1/2, 2/3, lalu ekspirasi.',
        'The dates must follow one another: 1/3, 1/2, 2/3, end of the term.',
      );
    }
    const identity: JsonObject = { name, birthDate, sex, ...(nik === undefined ? {} : { nik }) };
    const target = { to: 'new-person', identity } as const;
    return line(
      { target, name: 'register-person', data: { identity, provisional: nik === undefined } },
      {
        target,
        name: 'import-inmate',
        data: {
          registerNumber,
          sentence: { kind: term ?? 'TERM', startedOn, months, days: days ?? 0 },
          stageDates: { oneThird, half, twoThirds, expiry },
          ...(releaseOn === undefined ? {} : { releaseOn }),
          probationOffice: probationOffice ?? null,
          generalRemissions: generalRemissions ?? 0,
        },
      },
    );
  },
});
