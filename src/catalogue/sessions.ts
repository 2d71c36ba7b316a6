/** Sessions: checked in and out, recorded, confirmed, disputed, excused, decided on. */
import { z } from 'zod';
import { journeyCommand, siteFact } from './entry.ts';
import {
  breaks,
  caseId,
  code,
  eventVersion,
  localDate,
  localDateTime,
  sensitiveText,
  sessionId,
  sha256,
  wholeNumber,
} from './fields.ts';

/** What crediting minutes rests on. */
const CREDITING = [
  'daily_limit_minutes',
  'break_uncredited_minutes',
  'rolling_day_warning_minutes',
  'late_recorded_days',
  'session_confirmation_days',
  'session_escalation_days',
  'signature_chase_days',
] as const;

export const sessionCommands = {
  'check-in-session': journeyCommand('check-in-session', {
    title: { id: 'Catat kedatangan', en: 'Check in' },
    data: z.strictObject({ caseId, siteId: code, at: localDateTime }),
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'check-out-session': journeyCommand('check-out-session', {
    title: { id: 'Catat kepulangan', en: 'Check out' },
    data: z.strictObject({ sessionId, at: localDateTime, breaks }),
    policies: CREDITING,
  }),
  'record-session': journeyCommand('record-session', {
    title: { id: 'Catat sesi (PKS-03)', en: 'Record a session (PKS-03)' },
    sealed: { note: 'case' },
    data: z.strictObject({
      caseId,
      siteId: code,
      start: localDateTime,
      end: localDateTime,
      breaks,
      note: sensitiveText.exactOptional(),
    }),
    policies: CREDITING,
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'confirm-session': journeyCommand('confirm-session', {
    title: { id: 'Tegaskan sesi', en: 'Confirm a session' },
    data: z.strictObject({ sessionId }),
  }),
  'dispute-session': journeyCommand('dispute-session', {
    title: { id: 'Sanggah sesi', en: 'Dispute a session' },
    sealed: { reason: 'case' },
    data: z.strictObject({ sessionId, reason: sensitiveText }),
  }),
  'excuse-session': journeyCommand('excuse-session', {
    title: { id: 'Beri izin tidak hadir', en: 'Excuse an absence' },
    sealed: { note: 'health' },
    data: z.strictObject({
      caseId,
      date: localDate,
      reason: z.enum(['PERMISSION', 'SICK']),
      note: sensitiveText.exactOptional(),
    }),
  }),
  'record-no-show': journeyCommand('record-no-show', {
    title: { id: 'Catat tidak hadir', en: 'Record a no-show' },
    data: z.strictObject({ caseId, date: localDate }),
  }),
  'decide-session-credit': journeyCommand('decide-session-credit', {
    title: { id: 'Putuskan menit yang tidak dihitung', en: 'Decide on minutes not credited' },
    sealed: { reason: 'case' },
    data: z.strictObject({ sessionId, credited: z.boolean(), reason: sensitiveText }),
    policies: ['daily_limit_minutes', 'signature_chase_days'],
  }),
  'flag-commercial-use': journeyCommand('flag-commercial-use', {
    title: { id: 'Tandai penggunaan komersial', en: 'Flag commercial use' },
    data: z.strictObject({
      caseId,
      siteId: code,
      sessionId: sessionId.exactOptional(),
      evidenceHash: sha256.exactOptional(),
    }),
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'report-injury': journeyCommand('report-injury', {
    title: { id: 'Laporkan cedera', en: 'Report an injury' },
    sealed: { note: 'health' },
    data: z.strictObject({
      caseId,
      date: localDate,
      sessionId: sessionId.exactOptional(),
      note: sensitiveText,
      expectedDays: wholeNumber(1, 3_650).exactOptional(),
    }),
    policies: ['illness_suspends_after_days'],
  }),
  'correct-entry': journeyCommand('correct-entry', {
    title: { id: 'Perbaiki catatan', en: 'Correct an entry' },
    sealed: { reason: 'case' },
    data: z.strictObject({
      version: eventVersion,
      reason: sensitiveText,
      replacement: z
        .strictObject({ siteId: code, start: localDateTime, end: localDateTime, breaks })
        .exactOptional(),
    }),
    policies: CREDITING,
    facts: ({ replacement }) => [replacement && siteFact(replacement.siteId)],
  }),
  'set-hour-credit-policy': journeyCommand('set-hour-credit-policy', {
    title: { id: 'Tetapkan penghitungan jam pelatihan', en: 'Set whether training hours count' },
    document: 'usual',
    data: z.strictObject({
      caseId,
      policy: z.enum(['NONE', 'WORK_AT_BALAI', 'TRAINING_COUNTS']),
      siteId: code.exactOptional().describe('The centre that trains, where it is not the place of work'),
    }),
    facts: ({ siteId }) => [siteId && siteFact(siteId)],
  }),
  'record-training-hours': journeyCommand('record-training-hours', {
    title: { id: 'Catat jam pelatihan (JP)', en: 'Record training hours (JP)' },
    data: z.strictObject({ caseId, siteId: code, date: localDate, jp: wholeNumber(1, 32) }),
    policies: ['jp_minutes', 'daily_limit_minutes', 'signature_chase_days', 'late_recorded_days'],
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
} as const;
