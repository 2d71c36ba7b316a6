/** Commands of offers and enrolments, as a client sends them. */
import { z } from 'zod';
import { CANCEL_ENROLMENT_REASONS, DROP_REASONS } from '../domain/journey/training/commands.ts';
import { journeyCommand } from './entry.ts';
import { caseId, code, documentNumber, localDate, sensitiveText, wholeNumber } from './fields.ts';
import { classId, enrolmentId, needs, unitCode } from './training-fields.ts';

const offerId = z
  .string()
  .regex(/^o[1-9]\d{0,3}$/, 'not an offer')
  .meta({ example: 'o1' });
const programmeFact = (id: string): string => `programme/${id}`;
const classFact = (id: string): string => `class/${id}`;
const hours = wholeNumber(0, 5_000);
const ofClass = { enrolmentId, classId };
const seatEnd = z.enum([
  'NOT_ELIGIBLE',
  'PAPERS_MISSING',
  'DID_NOT_COME',
  'ASKED_FOR',
  'OTHER',
  'HOLD_EXPIRED',
  'INTERRUPTED',
  'WITHDRAWN',
  'CLASS_FINISHED',
]);

export const trainingCommands = {
  'offer-training': journeyCommand('offer-training', {
    title: { id: 'Tawarkan pelatihan', en: 'Offer training' },
    facts: (data) => [programmeFact(data.programmeId), data.classId && classFact(data.classId)],
    data: z.strictObject({
      caseId,
      programmeId: code,
      classId: classId.exactOptional(),
      as: z.enum(['VOLUNTARY', 'COURT_MEASURE', 'PLACE_OF_WORK']),
    }),
  }),
  'answer-training-offer': journeyCommand('answer-training-offer', {
    title: { id: 'Jawab tawaran pelatihan', en: 'Answer an offer of training' },
    data: z.strictObject({ offerId, accepted: z.boolean() }),
  }),
  'apply-for-class': journeyCommand('apply-for-class', {
    title: { id: 'Daftarkan ke kelas', en: 'Apply for a class' },
    derives: ['enrolmentId'],
    attestsAgeNow: true,
    facts: (data) => [classFact(data.classId)],
    data: z.strictObject({
      classId,
      caseId: caseId.exactOptional(),
      offerId: offerId.exactOptional(),
      needs,
      waits: z.boolean().default(false),
      availableUntil: localDate.exactOptional(),
    }),
  }),
  'move-enrolment': journeyCommand('move-enrolment', {
    title: { id: 'Pindahkan ke kelas lain', en: 'Move to another class' },
    facts: (data) => [classFact(data.classId)],
    data: z.strictObject({ ...ofClass, waits: z.boolean().default(false) }),
  }),
  'suspend-enrolment': journeyCommand('suspend-enrolment', {
    title: { id: 'Hentikan sementara pelatihan', en: 'Suspend a training' },
    data: z.strictObject({
      enrolmentId,
      reason: z.enum(['ILLNESS', 'FAMILY', 'WORK', 'OTHER']),
      on: localDate,
    }),
  }),
  'resume-enrolment': journeyCommand('resume-enrolment', {
    title: { id: 'Lanjutkan pelatihan', en: 'Resume a training' },
    data: z.strictObject({ enrolmentId }),
  }),
  'drop-enrolment': journeyCommand('drop-enrolment', {
    title: { id: 'Keluarkan dari pelatihan', en: 'Drop from a training' },
    document: 'usual',
    sealed: { note: 'health' },
    data: z.strictObject({ enrolmentId, reason: z.enum(DROP_REASONS), note: sensitiveText.exactOptional() }),
  }),
  'cancel-enrolment': journeyCommand('cancel-enrolment', {
    title: { id: 'Batalkan pendaftaran', en: 'Cancel an enrolment' },
    data: z.strictObject({ enrolmentId, reason: z.enum(CANCEL_ENROLMENT_REASONS) }),
  }),
  'issue-training-certificate': journeyCommand('issue-training-certificate', {
    title: { id: 'Terbitkan sertifikat pelatihan', en: 'Issue a training certificate' },
    data: z.strictObject({ enrolmentId, number: documentNumber, issuedOn: localDate }),
  }),

  'note-seat-held': journeyCommand('note-seat-held', {
    title: { id: 'Kursi ditahan', en: 'A seat is held' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, until: localDate }),
  }),
  'note-seat-confirmed': journeyCommand('note-seat-confirmed', {
    title: { id: 'Kursi dipastikan', en: 'A seat is confirmed' },
    door: 'internal',
    data: z.strictObject(ofClass),
  }),
  'note-seat-refused': journeyCommand('note-seat-refused', {
    title: { id: 'Kursi tidak diberikan', en: 'No seat was given' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, code: z.enum(['NO_SEAT', 'CLASS_NOT_OPEN', 'CLASS_STARTED']) }),
  }),
  'note-waiting': journeyCommand('note-waiting', {
    title: { id: 'Masuk daftar tunggu', en: 'On the waiting list' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, position: wholeNumber(1, 10_000) }),
  }),
  'note-seat-released': journeyCommand('note-seat-released', {
    title: { id: 'Kursi dilepas', en: 'A seat was released' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, reason: seatEnd, attendedJp: hours }),
  }),
  'note-seat-returned': journeyCommand('note-seat-returned', {
    title: { id: 'Kembali ke kursi', en: 'Back in the seat' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, running: z.boolean(), on: localDate }),
  }),
  'note-class-amended': journeyCommand('note-class-amended', {
    title: { id: 'Tanggal kelas berubah', en: 'The class changed its days' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, startsOn: localDate, endsOn: localDate }),
  }),
  'note-class-started': journeyCommand('note-class-started', {
    title: { id: 'Kelas dimulai', en: 'The class began' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, on: localDate }),
  }),
  'note-attendance-low': journeyCommand('note-attendance-low', {
    title: { id: 'Kehadiran rendah', en: 'Attendance is low' },
    door: 'internal',
    data: z.strictObject({
      ...ofClass,
      percent: wholeNumber(0, 100),
      attendedJp: hours,
      missedJp: hours,
    }),
  }),
  'note-unit-achieved': journeyCommand('note-unit-achieved', {
    title: { id: 'Unit tuntas', en: 'A unit was achieved' },
    door: 'internal',
    data: z.strictObject({ ...ofClass, unitCode }),
  }),
  'note-training-finished': journeyCommand('note-training-finished', {
    title: { id: 'Pelatihan berakhir', en: 'The training ended' },
    door: 'internal',
    data: z.strictObject({
      ...ofClass,
      attendedJp: hours,
      requiredJp: hours,
      thresholdPercent: wholeNumber(1, 100),
      reached: z.boolean(),
      units: z.array(unitCode).max(200),
      finishedOn: localDate,
    }),
  }),
  'note-class-cancelled': journeyCommand('note-class-cancelled', {
    title: { id: 'Kelas dibatalkan', en: 'The class was cancelled' },
    door: 'internal',
    policies: ['waiting_list_days', 'waiting_list_notice_days'],
    data: z.strictObject({ ...ofClass, attendedJp: hours }),
  }),
} as const;
