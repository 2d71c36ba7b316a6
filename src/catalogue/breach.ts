/** Supervision and breach: reports, warning letters, review, opinion, decision (art. 85(7)). */
import { z } from 'zod';
import { journeyCommand } from './entry.ts';
import { caseId, code, days, eventVersion, hours, localDate, rupiah, sensitiveText } from './fields.ts';

export const breachCommands = {
  'issue-warning-letter': journeyCommand('issue-warning-letter', {
    title: { id: 'Terbitkan surat peringatan', en: 'Issue a warning letter' },
    document: 'usual',
    data: z.strictObject({
      caseId,
      number: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      evidence: z.array(eventVersion).max(100),
    }),
    policies: ['warning_letters_before_review', 'breach_opinion_days', 'breach_decision_chase_days'],
  }),
  'file-monthly-report': journeyCommand('file-monthly-report', {
    title: { id: 'Serahkan laporan bulanan', en: 'File a monthly report' },
    data: z.strictObject({
      caseId,
      month: z
        .string()
        .regex(/^(?:19\d\d|20\d\d|21\d\d|2200)-(?:0[1-9]|1[0-2])$/, 'not a month YYYY-MM')
        .meta({ example: '2026-04' }),
    }),
  }),
  'record-guidance': journeyCommand('record-guidance', {
    title: { id: 'Catat pembimbingan', en: 'Record guidance' },
    sealed: { note: 'case' },
    data: z.strictObject({ caseId, heldOn: localDate, note: sensitiveText.exactOptional() }),
  }),
  'open-breach-review': journeyCommand('open-breach-review', {
    title: { id: 'Buka pemeriksaan pelanggaran', en: 'Open a breach review' },
    sealed: { note: 'case' },
    data: z.strictObject({ caseId, note: sensitiveText }),
    policies: ['breach_opinion_days', 'breach_decision_chase_days'],
  }),
  'report-new-offence': journeyCommand('report-new-offence', {
    title: { id: 'Laporkan tindak pidana baru', en: 'Report a new offence' },
    sealed: { note: 'case' },
    document: 'usual',
    data: z.strictObject({ caseId, note: sensitiveText }),
    policies: ['breach_opinion_days', 'breach_decision_chase_days'],
  }),
  'record-breach-opinion': journeyCommand('record-breach-opinion', {
    title: {
      id: 'Catat pendapat pembimbing kemasyarakatan',
      en: 'Record the probation counsellor’s opinion',
    },
    sealed: { note: 'case' },
    document: 'usual',
    data: z.strictObject({ caseId, lawfulExcuse: z.boolean(), note: sensitiveText.exactOptional() }),
  }),
  'record-breach-decision': journeyCommand('record-breach-decision', {
    title: { id: 'Catat putusan atas pelanggaran', en: 'Record the decision on a breach' },
    document: 'required',
    data: z.discriminatedUnion('outcome', [
      // Required by the law once the window is over (L-05); until then the window goes on as it is.
      z.strictObject({ caseId, outcome: z.literal('CONTINUE'), windowEndsOn: localDate.exactOptional() }),
      z.strictObject({
        caseId,
        outcome: z.literal('REPEAT'),
        repeatHours: hours,
        windowEndsOn: localDate.exactOptional(),
      }),
      z.strictObject({ caseId, outcome: z.literal('REPLACED_PRISON'), prisonDays: days, facility: code }),
      z.strictObject({ caseId, outcome: z.literal('REPLACED_FINE'), rupiah, payBy: localDate }),
    ]),
    policies: ['repeat_window_days', 'window_warning_days', 'pace_check_weekday'],
  }),
} as const;
