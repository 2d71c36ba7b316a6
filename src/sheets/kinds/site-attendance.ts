/** The attendance sheet of a site (PKS-03), a line for each session worked. */
import { optional, required } from '../columns/column.ts';
import { clockCell, dateCell } from '../columns/dates.ts';
import { caseIdCell, codeCell, noteCell } from '../columns/texts.ts';
import { line, sheetKind, wrong } from './kind.ts';
import { isWrong, personColumns, personOf } from './person-columns.ts';

const columns = {
  ...personColumns,
  caseId: required(caseIdCell, {
    header: 'Perkara',
    meaning: { id: 'Nomor perkara orang itu di Titian.', en: 'The person’s case in Titian.' },
    example: 'c1',
  }),
  siteId: required(codeCell, {
    header: 'Kode lokasi',
    meaning: { id: 'Kode tempat kerja sosial.', en: 'Code of the place of work.' },
    example: 'puskesmas-helvetia',
  }),
  date: required(dateCell, {
    header: 'Tanggal',
    meaning: { id: 'Tanggal kerja, hari lebih dulu.', en: 'Date of the work, day first.' },
    example: '17/08/2026',
  }),
  start: required(clockCell, {
    header: 'Jam mulai',
    meaning: { id: 'Jam setempat.', en: 'Local time.' },
    example: '08:00',
  }),
  end: required(clockCell, {
    header: 'Jam selesai',
    meaning: {
      id: 'Jam setempat, pada tanggal yang sama. Sesi lewat tengah malam dicatat satu per satu.',
      en: 'Local time, on the same date. A session past midnight is entered singly.',
    },
    example: '12:00',
  }),
  breakStart: optional(clockCell, {
    header: 'Istirahat mulai',
    meaning: { id: 'Bila ada istirahat.', en: 'Where there was a break.' },
    example: '10:00',
  }),
  breakEnd: optional(clockCell, {
    header: 'Istirahat selesai',
    meaning: { id: 'Bila ada istirahat.', en: 'Where there was a break.' },
    example: '10:15',
  }),
  note: optional(noteCell, {
    header: 'Catatan',
    meaning: { id: 'Tanpa nama orang. Disimpan tersegel.', en: 'Without names. Kept sealed.' },
    example: 'Membersihkan halaman',
  }),
} as const;

export const siteAttendance = sheetKind({
  name: 'site-attendance',
  title: { id: 'Daftar hadir lokasi (PKS-03)', en: 'Attendance at a site (PKS-03)' },
  commands: ['record-session'],
  columns,
  lineOf(row) {
    const target = personOf(row);
    if (isWrong(target)) return target;
    const { caseId, siteId, date, start, end, breakStart, breakEnd, note } = row;
    if (end <= start) {
      return wrong(
        'end',
        'END_BEFORE_START',
        'Jam selesai harus sesudah jam mulai.',
        'The end must come after the start.',
      );
    }
    if ((breakStart === undefined) !== (breakEnd === undefined)) {
      return wrong(
        breakStart === undefined ? 'breakStart' : 'breakEnd',
        'HALF_A_BREAK',
        'Isi jam mulai dan jam selesai istirahat, atau kosongkan keduanya.',
        'Give both the start and the end of the break, or neither.',
      );
    }
    const breaks =
      breakStart === undefined ? [] : [{ start: `${date}T${breakStart}`, end: `${date}T${breakEnd}` }];
    return line({
      target,
      name: 'record-session',
      data: {
        ...{ caseId, siteId, start: `${date}T${start}`, end: `${date}T${end}`, breaks },
        ...(note === undefined ? {} : { note }),
      },
    });
  },
});
