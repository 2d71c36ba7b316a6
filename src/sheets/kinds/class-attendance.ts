/** The attendance of classes: a line for each person and session, one command for each session of a class. */
import type { JsonObject, RecordedEvent } from '../../domain/decider.ts';
import {
  ATTENDANCE_OUTCOMES,
  type AttendanceOutcome,
} from '../../domain/training-class/attendance-outcomes.ts';
import { optional, required } from '../columns/column.ts';
import { clockCell, dateCell } from '../columns/dates.ts';
import { choiceCell, codeCell, enrolmentIdCell, wholeNumberCell } from '../columns/texts.ts';
import { problem } from '../words.ts';
import { type LineCommand, line, sheetKind } from './kind.ts';

const OUTCOMES = Object.fromEntries(
  Object.entries(ATTENDANCE_OUTCOMES).map(([code, { id }]) => [id, code as AttendanceOutcome]),
);

const columns = {
  classId: required(codeCell, {
    header: 'Kelas',
    meaning: { id: 'Kode kelas di Titian.', en: 'Code of the class in Titian.' },
    example: 'las-2026-08',
  }),
  date: required(dateCell, {
    header: 'Tanggal',
    meaning: { id: 'Tanggal pertemuan, hari lebih dulu.', en: 'Date of the session, day first.' },
    example: '17/08/2026',
  }),
  slot: required(clockCell, {
    header: 'Jam mulai',
    meaning: { id: 'Jam mulai pertemuan menurut jadwal.', en: 'When the session starts by the timetable.' },
    example: '08:00',
  }),
  enrolmentId: required(enrolmentIdCell, {
    header: 'Nomor peserta',
    meaning: { id: 'Nomor kepesertaan, dari daftar kelas.', en: 'Enrolment number, from the class list.' },
    example: 'e0f3c9a1b2d4e5f60718293a4b5c6',
  }),
  outcome: required(choiceCell(OUTCOMES), {
    header: 'Kehadiran',
    meaning: { id: `Salah satu dari: ${Object.keys(OUTCOMES).join(', ')}.`, en: 'One of the words listed.' },
    example: 'Hadir',
  }),
  jp: optional(wholeNumberCell(0, 16), {
    header: 'JP',
    meaning: { id: 'Bila kurang dari seluruh pertemuan.', en: 'Where it was less than the whole session.' },
    example: '4',
  }),
} as const;

/** What a sheet of a class can say of one of its lines while it takes the others. */
const REJECTIONS: { readonly [code: string]: readonly [id: string, en: string] } = {
  NOT_IN_CLASS: ['Peserta ini tidak ada di kelas.', 'This enrolment is not in the class.'],
  SEAT_NOT_ACTIVE: ['Kursi peserta ini tidak aktif.', 'The seat of this enrolment is not active.'],
  ALREADY_MARKED: [
    'Kehadirannya sudah dicatat. Perbaiki lewat perintah perbaikan.',
    'Its attendance is recorded already. Correct it with the command for that.',
  ],
  JP_OVER_SLOT: ['JP melebihi JP pertemuan.', 'More hours than the session has.'],
  TWICE_IN_SHEET: ['Peserta ini tertulis dua kali.', 'This enrolment is named twice.'],
};

interface Marks {
  readonly marks: readonly { readonly enrolmentId: string }[];
}
interface Rejected {
  readonly rejected: readonly { readonly enrolmentId: string; readonly code: string }[];
}

const keyOf = ({ target, data }: LineCommand): string =>
  `${target.to === 'entity' ? target.stream : ''} ${data.sessionOn} ${data.slot}`;

function join(commands: readonly LineCommand[]): LineCommand {
  const [first] = commands as readonly [LineCommand, ...LineCommand[]];
  const marks = commands.flatMap(({ data }) => (data as unknown as Marks).marks as unknown as JsonObject[]);
  return { ...first, data: { ...first.data, marks } };
}

function refusedParts(data: JsonObject, events: readonly RecordedEvent[]) {
  const rejected = events
    .filter(({ type }) => type === 'AttendanceRecorded')
    .flatMap((event) => [...(event.data as Rejected).rejected]);
  const seen = new Set<string>();
  return (data as unknown as Marks).marks.map(({ enrolmentId }) => {
    const isTwin = seen.has(enrolmentId);
    seen.add(enrolmentId);
    const found = rejected.find(
      (part) => part.enrolmentId === enrolmentId && isTwin === (part.code === 'TWICE_IN_SHEET'),
    );
    if (found === undefined) return undefined;
    const [id, en] = REJECTIONS[found.code] ?? [found.code, found.code];
    return problem(found.code, id, en);
  });
}

export const classAttendance = sheetKind({
  name: 'class-attendance',
  title: { id: 'Daftar hadir kelas', en: 'Attendance of a class' },
  commands: ['record-attendance'],
  columns,
  lineOf({ classId, date, slot, enrolmentId, outcome, jp }) {
    const mark = { enrolmentId, outcome, ...(jp === undefined ? {} : { jp }) };
    return line({
      target: { to: 'entity', stream: `class/${classId}` },
      name: 'record-attendance',
      data: { sessionOn: date, slot, marks: [mark] },
    });
  },
  joined: { keyOf, join, refusedParts, most: 120 },
});
