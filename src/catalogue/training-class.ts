/** Commands of a training class, as a client sends them. Enrolments are opaque ids; nobody is named. */
import { z } from 'zod';
import { ATTENDANCE_OUTCOME_CODES } from '../domain/training-class/attendance-outcomes.ts';
import {
  CANCEL_REASONS,
  RELEASE_REASONS,
  type TrainingClassCommands,
} from '../domain/training-class/commands.ts';
import { DELIVERY_MODES } from '../domain/training-class/fact.ts';
import { entityCommand, officeFact } from './entry.ts';
import { clockTime, code, documentNumber, localDate, oneLine, sha256, wholeNumber } from './fields.ts';
import { enrolmentId, needs, unitCode } from './training-fields.ts';

const classCommand = entityCommand<TrainingClassCommands>();

/** A class is about 16 (C-04); a hall full is a typing error. */
const capacity = wholeNumber(1, 60);
const slotJp = wholeNumber(1, 16);
const room = oneLine(80);
/** An account, as the token carries it. */
const account = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/, 'not an account');
const allowedTools = z.array(code).max(50).default([]);
const timetable = z.strictObject({
  weekly: z
    .array(z.strictObject({ weekday: wholeNumber(1, 7), start: clockTime, jp: slotJp }))
    .max(28)
    .default([]),
  dated: z
    .array(z.strictObject({ date: localDate, start: clockTime, jp: slotJp }))
    .max(250)
    .default([]),
  except: z.array(localDate).max(250).default([]),
});
const jp = wholeNumber(0, 16);
const outcome = z.enum(ATTENDANCE_OUTCOME_CODES as [(typeof ATTENDANCE_OUTCOME_CODES)[number]]);
const mark = { enrolmentId, outcome, jp: jp.exactOptional() };

export const trainingClassCommands = {
  'open-class': classCommand('class', 'open-class', {
    title: { id: 'Buka kelas', en: 'Open a class' },
    policies: ['class_capacity', 'attendance_threshold_percent', 'accommodation_ready_days'],
    facts: ({ programmeId, hostFacility }, { office }) => [
      `programme/${programmeId}`,
      officeFact(office),
      hostFacility && officeFact(hostFacility),
    ],
    data: z.strictObject({
      programmeId: code,
      siteId: code.exactOptional(),
      room: room.exactOptional(),
      deliveryMode: z.enum(DELIVERY_MODES),
      hostFacility: code.exactOptional(),
      capacity: capacity.exactOptional(),
      startsOn: localDate,
      endsOn: localDate,
      opensOn: localDate.exactOptional(),
      timetable,
      instructors: z.array(account).max(10),
      allowedTools,
    }),
  }),
  'amend-class': classCommand('class', 'amend-class', {
    title: { id: 'Ubah rencana kelas', en: 'Amend a class' },
    policies: ['seat_hold_days', 'accommodation_ready_days'],
    data: z.strictObject({
      siteId: code.nullable().exactOptional(),
      room: room.nullable().exactOptional(),
      capacity: capacity.exactOptional(),
      startsOn: localDate.exactOptional(),
      endsOn: localDate.exactOptional(),
      timetable: timetable.exactOptional(),
      allowedTools: z.array(code).max(50).exactOptional(),
    }),
  }),
  'cancel-class': classCommand('class', 'cancel-class', {
    title: { id: 'Batalkan kelas', en: 'Cancel a class' },
    document: 'usual',
    data: z.strictObject({ reason: z.enum(CANCEL_REASONS) }),
  }),
  'request-seat': classCommand('class', 'request-seat', {
    title: { id: 'Minta kursi', en: 'Request a seat' },
    door: 'internal',
    policies: ['seat_hold_days'],
    data: z.strictObject({
      enrolmentId,
      needs,
      priority: z.boolean(),
      waits: z.boolean(),
      availableUntil: localDate.exactOptional(),
      keptUnits: z.array(unitCode).max(200),
      restartUnit: unitCode.exactOptional(),
      carriedJp: wholeNumber(0, 5_000),
    }),
  }),
  'withdraw-seat': classCommand('class', 'withdraw-seat', {
    title: { id: 'Tarik permintaan kursi', en: 'Withdraw a seat' },
    door: 'internal',
    policies: ['seat_hold_days'],
    data: z.strictObject({ enrolmentId }),
  }),
  'suspend-seat': classCommand('class', 'suspend-seat', {
    title: { id: 'Tahan kursi', en: 'Hold the seat of an interrupted training' },
    door: 'internal',
    policies: ['interrupted_seat_hold_days'],
    data: z.strictObject({ enrolmentId, on: localDate }),
  }),
  'return-to-seat': classCommand('class', 'return-to-seat', {
    title: { id: 'Kembali ke kursi', en: 'Return to a seat' },
    door: 'internal',
    data: z.strictObject({ enrolmentId }),
  }),
  'change-availability': classCommand('class', 'change-availability', {
    title: { id: 'Ubah masa kehadiran', en: 'Change until when somebody can come' },
    door: 'internal',
    data: z.strictObject({ enrolmentId, availableUntil: localDate.nullable() }),
  }),
  'carry-attendance': classCommand('class', 'carry-attendance', {
    title: { id: 'Bawa JP dari kelas sebelumnya', en: 'Carry hours of an earlier class' },
    door: 'internal',
    data: z.strictObject({ enrolmentId, carriedJp: wholeNumber(0, 5_000) }),
  }),
  'confirm-seat': classCommand('class', 'confirm-seat', {
    title: { id: 'Pastikan kursi', en: 'Confirm a seat' },
    data: z.strictObject({ enrolmentId }),
  }),
  'release-seat': classCommand('class', 'release-seat', {
    title: { id: 'Lepaskan kursi', en: 'Release a seat' },
    policies: ['seat_hold_days'],
    data: z.strictObject({ enrolmentId, reason: z.enum(RELEASE_REASONS) }),
  }),
  'ready-accommodation': classCommand('class', 'ready-accommodation', {
    title: { id: 'Nyatakan akomodasi siap', en: 'Say that an accommodation is ready' },
    data: z.strictObject({ enrolmentId, needs }),
  }),
  'start-class': classCommand('class', 'start-class', {
    title: { id: 'Mulai kelas', en: 'Start a class' },
    data: z.strictObject({ startedOn: localDate }),
  }),
  'record-attendance': classCommand('class', 'record-attendance', {
    title: { id: 'Catat daftar hadir', en: 'Record an attendance sheet' },
    policies: ['low_attendance_percent', 'absences_in_a_row'],
    data: z.strictObject({
      sessionOn: localDate,
      slot: clockTime,
      marks: z.array(z.strictObject(mark)).min(1).max(120),
    }),
  }),
  'correct-attendance': classCommand('class', 'correct-attendance', {
    title: { id: 'Perbaiki kehadiran', en: 'Correct an attendance' },
    data: z.strictObject({ ...mark, sessionOn: localDate, slot: clockTime }),
  }),
  'record-unit-results': classCommand('class', 'record-unit-results', {
    title: { id: 'Catat ketuntasan unit', en: 'Record who achieved a unit' },
    data: z.strictObject({
      unitCode,
      results: z
        .array(z.strictObject({ enrolmentId, achieved: z.boolean() }))
        .min(1)
        .max(120),
    }),
  }),
  'swap-instructor': classCommand('class', 'swap-instructor', {
    title: { id: 'Ganti instruktur', en: 'Swap an instructor' },
    data: z.strictObject({ out: account, in: account }),
  }),
  'finish-class': classCommand('class', 'finish-class', {
    title: { id: 'Tutup kelas', en: 'Finish a class' },
    data: z.strictObject({ finishedOn: localDate }),
  }),
  'note-class-paper': classCommand('class', 'note-class-paper', {
    title: { id: 'Catat berkas kelas', en: 'Note a paper of a class' },
    data: z.strictObject({
      kind: z.literal('CLASS-LIST'),
      number: documentNumber,
      date: localDate,
      hash: sha256,
    }),
  }),
} as const;
