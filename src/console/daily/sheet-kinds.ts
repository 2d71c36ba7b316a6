/** The kinds of sheets a desk may send. What a kind holds, its template says (docs/sheets.md). */
import { COMMAND_RULES, type CommandName } from '../../access/roles.ts';
import { SHEET_READS } from '../../access/rules/sheets.ts';
import type { TokenRole } from '../session/session.ts';
import type { Words } from '../words/words.ts';

export interface SheetKindWords {
  /** As the API names it. */
  readonly name: string;
  readonly title: Words;
  readonly about: Words;
  /** What its lines become; the first is what it is about. */
  readonly commands: readonly CommandName[];
}

export const SHEET_KIND_WORDS: readonly SheetKindWords[] = [
  {
    name: 'site-attendance',
    title: { id: 'Daftar hadir lokasi (PKS-03)', en: 'Attendance at a site (PKS-03)' },
    about: {
      id: 'Satu baris untuk satu sesi kerja satu orang.',
      en: 'A line for each session somebody worked.',
    },
    commands: ['record-session'],
  },
  {
    name: 'class-attendance',
    title: { id: 'Daftar hadir kelas', en: 'Attendance of a class' },
    about: {
      id: 'Satu baris untuk satu peserta pada satu sesi.',
      en: 'A line for each participant and session.',
    },
    commands: ['record-attendance'],
  },
  {
    name: 'sdp-import',
    title: { id: 'Impor SDP', en: 'Import from the prison database' },
    about: {
      id: 'Satu baris untuk satu warga binaan dengan pidana dan tanggalnya.',
      en: 'A line for each person with the sentence and its dates.',
    },
    commands: ['import-inmate', 'register-person'],
  },
  {
    name: 'release-dates',
    title: { id: 'Perubahan tanggal bebas', en: 'Changes of release dates' },
    about: {
      id: 'Satu baris untuk satu tanggal bebas yang berubah.',
      en: 'A line for each release date that moves.',
    },
    commands: ['change-release-date'],
  },
  {
    name: 'remissions',
    title: { id: 'Remisi', en: 'Remissions' },
    about: {
      id: 'Satu baris untuk satu remisi dengan tanggal bebas sesudahnya.',
      en: 'A line for each remission with the release date after it.',
    },
    commands: ['grant-remission'],
  },
];

/** Whoever may issue the command that the kind is about; a kind's further commands only help it. */
export const sheetKindsFor = (role: TokenRole): readonly SheetKindWords[] =>
  SHEET_KIND_WORDS.filter(
    ({ commands: [main] }) => main !== undefined && Object.hasOwn(COMMAND_RULES[main], role),
  );

export const sheetKindTitle = (name: string): Words =>
  SHEET_KIND_WORDS.find((kind) => kind.name === name)?.title ?? { id: name, en: name };

/** Roles that may send some sheet, and whoever looks at what became of one. */
export const SHEET_ROLES = (Object.keys(SHEET_READS['read-sheet']) as TokenRole[]).filter(
  (role) => role === 'AUDITOR' || sheetKindsFor(role).length > 0,
);
