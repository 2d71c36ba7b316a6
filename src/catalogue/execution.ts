/** Execution: order, site, schedule, start, suspension, move of office. */
import { z } from 'zod';
import { NATIONAL_CALENDAR } from '../domain/registers/data/national-calendar.ts';
import { calendarFact, journeyCommand, officeFact, siteFact } from './entry.ts';
import { caseId, code, localDate, sensitiveText, slots } from './fields.ts';

const siteSource = z.enum(['COURT', 'PROSECUTOR']);

export const executionCommands = {
  'order-execution': journeyCommand('order-execution', {
    title: { id: 'Terbitkan P-48', en: 'Order the execution (P-48)' },
    document: 'usual',
    data: z.strictObject({ caseId, orderedOn: localDate, firstAppearanceOn: localDate }),
  }),
  'assign-site': journeyCommand('assign-site', {
    title: { id: 'Tetapkan lokasi', en: 'Assign a site' },
    data: z.strictObject({ caseId, siteId: code, source: siteSource }),
    policies: ['site_answer_days'],
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'answer-site-assignment': journeyCommand('answer-site-assignment', {
    title: { id: 'Jawab penempatan', en: 'Answer an assignment' },
    sealed: { reason: 'case' },
    data: z.strictObject({
      caseId,
      siteId: code,
      accepted: z.boolean(),
      reason: sensitiveText.exactOptional(),
    }),
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'plan-schedule': journeyCommand('plan-schedule', {
    title: { id: 'Susun jadwal', en: 'Plan the schedule' },
    data: z.strictObject({ caseId, siteId: code, from: localDate, slots, discussedWithPerson: z.boolean() }),
    policies: ['window_days', 'daily_limit_minutes', 'break_uncredited_minutes'],
    facts: ({ siteId }) => [siteFact(siteId), calendarFact(NATIONAL_CALENDAR)],
  }),
  'start-execution': journeyCommand('start-execution', {
    title: { id: 'Mulai pelaksanaan (BA-17)', en: 'Start the execution (BA-17)' },
    document: 'usual',
    data: z.strictObject({ caseId, startedOn: localDate }),
    policies: ['window_days', 'window_warning_days', 'pace_check_weekday'],
  }),
  'suspend-execution': journeyCommand('suspend-execution', {
    title: { id: 'Tunda pelaksanaan', en: 'Suspend the execution' },
    sealed: { reason: 'case' },
    document: 'usual',
    data: z.strictObject({
      caseId,
      reason: sensitiveText,
      resumeOn: localDate.nullable(),
      windowEndsOn: localDate.exactOptional(),
    }),
  }),
  'resume-execution': journeyCommand('resume-execution', {
    title: { id: 'Lanjutkan pelaksanaan', en: 'Resume the execution' },
    data: z.strictObject({ caseId, windowEndsOn: localDate.exactOptional() }),
  }),
  'change-site': journeyCommand('change-site', {
    title: { id: 'Ganti lokasi', en: 'Change the site' },
    sealed: { reason: 'case' },
    data: z.strictObject({ caseId, siteId: code, reason: sensitiveText }),
    policies: ['site_answer_days'],
    facts: ({ siteId }) => [siteFact(siteId)],
  }),
  'transfer-jurisdiction': journeyCommand('transfer-jurisdiction', {
    title: { id: 'Pindahkan kewenangan kantor', en: 'Transfer to another office' },
    document: 'usual',
    data: z.strictObject({ caseId, toOffice: code, toProbationOffice: code, movedOn: localDate }),
    policies: ['site_reassignment_days', 'pace_check_weekday', 'daily_limit_minutes'],
    facts: ({ toOffice, toProbationOffice }) => [officeFact(toOffice), officeFact(toProbationOffice)],
  }),
  'suspend-site-sessions': journeyCommand('suspend-site-sessions', {
    title: { id: 'Hentikan sesi di lokasi', en: 'Stop the sessions at a site' },
    door: 'internal',
    data: z.strictObject({ siteId: code, suspendedOn: localDate }),
    policies: ['site_reassignment_days'],
  }),
} as const;
