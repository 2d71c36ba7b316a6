/** The ruling: registered, final, confirmed, changed, void, and what was paid of a fine. */
import { z } from 'zod';
import { journeyCommand, officeFact, siteFact } from './entry.ts';
import {
  caseId,
  code,
  court,
  days,
  hours,
  localDate,
  oneLine,
  replacedPenalty,
  rupiah,
  sensitiveText,
  wholeNumber,
  workType,
} from './fields.ts';

export const rulingCommands = {
  'register-ruling': journeyCommand('register-ruling', {
    title: { id: 'Catat putusan', en: 'Register a ruling' },
    sealed: { caseNumber: 'case', anomalyReason: 'case' },
    indexesCaseNumber: true,
    attestsAge: true,
    document: 'usual',
    data: z.strictObject({
      origin: z.enum(['PRIMARY_85', 'FINE_SUBSTITUTE_82', 'ADAT_SUBSTITUTE_96', 'MEASURE_103']),
      caseNumber: oneLine(100).meta({ example: '12/Pid.B/2026/PN Mdn' }),
      defendantOrder: wholeNumber(1, 999).default(1),
      court,
      rulingDate: localDate,
      actDate: localDate,
      article: z
        .string()
        .regex(/^[0-9]{1,4}[A-Za-z]?(\([0-9]{1,2}[a-z]?\))?([a-z])?$/, 'not an article number')
        .meta({ example: '466' }),
      maximumThreatMonths: wholeNumber(0, 1_200),
      replaced: replacedPenalty.nullable(),
      orderedHours: hours.nullable(),
      hoursPerDay: wholeNumber(1, 24).exactOptional(),
      daysPerWeek: wholeNumber(1, 7).exactOptional(),
      completionDays: wholeNumber(1, 3_650).exactOptional(),
      place: z.strictObject({ siteId: code, source: z.enum(['COURT', 'PROSECUTOR']) }).exactOptional(),
      consentRecorded: z.boolean(),
      measure: z.strictObject({ jp: wholeNumber(1, 10_000), siteId: code }).exactOptional(),
      unpaidFineRupiah: rupiah.exactOptional(),
      probationOffice: code,
      anomalyReason: sensitiveText.exactOptional(),
    }),
    policies: [
      'minimum_hours',
      'maximum_hours',
      'threat_limit_months',
      'replaced_prison_limit_days',
      'fine_category_2_rupiah',
      'minimum_age_years',
      'missing_data_chase_days',
      'jp_minutes',
      'hour_credit_policy_default',
    ],
    facts: (data, { office }) => [
      officeFact(office),
      officeFact(data.probationOffice),
      data.place && siteFact(data.place.siteId),
      data.measure && siteFact(data.measure.siteId),
    ],
  }),
  'record-profiling': journeyCommand('record-profiling', {
    title: { id: 'Catat hasil profiling (PKS-02)', en: 'Record the profiling (PKS-02)' },
    sealed: { note: 'health' },
    document: 'usual',
    data: z.strictObject({
      caseId: caseId.exactOptional(),
      fit: z.boolean(),
      workTypes: z.array(workType).max(30),
      note: sensitiveText.exactOptional(),
    }),
  }),
  'record-ruling-final': journeyCommand('record-ruling-final', {
    title: { id: 'Catat putusan berkekuatan hukum tetap', en: 'Record that the ruling is final' },
    document: 'required',
    data: z.strictObject({ caseId, finalOn: localDate }),
    policies: ['execution_due_days'],
  }),
  'confirm-sentence-anomaly': journeyCommand('confirm-sentence-anomaly', {
    title: { id: 'Tegaskan kejanggalan amar', en: 'Confirm an anomaly of the sentence' },
    sealed: { reason: 'case' },
    data: z.strictObject({
      caseId,
      anomaly: z.enum([
        'THREAT_TOO_HIGH',
        'REPLACED_PRISON_TOO_LONG',
        'REPLACED_FINE_TOO_HIGH',
        'HOURS_OUT_OF_RANGE',
      ]),
      reason: sensitiveText,
    }),
  }),
  'record-consent': journeyCommand('record-consent', {
    title: { id: 'Catat persetujuan dalam salinan putusan', en: 'Record the consent found in the full copy' },
    document: 'usual',
    data: z.strictObject({ caseId }),
  }),
  'void-case': journeyCommand('void-case', {
    title: { id: 'Batalkan pencatatan perkara', en: 'Void a case entered in error' },
    sealed: { reason: 'case' },
    data: z.strictObject({ caseId, reason: sensitiveText }),
  }),
  'change-ruling': journeyCommand('change-ruling', {
    title: { id: 'Catat perubahan putusan', en: 'Record a changed ruling' },
    document: 'required',
    data: z.strictObject({
      caseId,
      instance: z.enum(['APPEAL', 'CASSATION', 'REVIEW']),
      decidedOn: localDate,
      orderedHours: hours.nullable(),
      replaced: replacedPenalty.nullable().exactOptional(),
      completionDays: days.exactOptional(),
    }),
    policies: ['minimum_hours', 'maximum_hours', 'signature_chase_days', 'window_days'],
  }),
  'record-fine-payment': journeyCommand('record-fine-payment', {
    title: { id: 'Catat pembayaran denda', en: 'Record a payment of the fine' },
    document: 'usual',
    data: z.strictObject({ caseId, rupiah, paidOn: localDate }),
    policies: ['fine_substitute_rupiah_per_hour', 'signature_chase_days'],
  }),
  'grant-clemency': journeyCommand('grant-clemency', {
    title: { id: 'Catat grasi, amnesti atau abolisi', en: 'Record clemency' },
    document: 'required',
    data: z.strictObject({ caseId, kind: z.enum(['GRASI', 'AMNESTI', 'ABOLISI']), grantedOn: localDate }),
  }),
} as const;
