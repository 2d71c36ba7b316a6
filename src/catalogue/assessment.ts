/** Commands of assessments, as a client sends them. */
import { z } from 'zod';
import {
  APPEAL_GROUNDS,
  ASSESSOR_ROLES,
  CANCEL_REASONS,
  CONFLICT_GROUNDS,
  EVIDENCE_FORMS,
  PORTFOLIO_FORMS,
  POSTPONE_REASONS,
  RECUSE_REASONS,
  TEST_PLACE_KINDS,
} from '../domain/journey/assessment/terms.ts';
import { journeyCommand, officeFact } from './entry.ts';
import { code, localDate, sensitiveText } from './fields.ts';

/** More units than any scheme has. */
const MOST_UNITS = 100;

export const assessmentId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the id of an assessment')
  .meta({ example: 'a4f0c2' });
const certificateId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the id of a certificate');
const unit = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,59}$/, 'not the code of a competence unit')
  .meta({ example: 'C.24LAS01.001.1' });
/** Code of a reasonable adjustment, for example `SIGN_LANGUAGE_INTERPRETER`. */
const adjustment = z.string().regex(/^[A-Z][A-Z_]{1,39}$/, 'not the code of an adjustment');
const adjustments = z.array(adjustment).max(20);
/** Code of a paper that is wanted, never what is wrong with whose. */
const missingPaper = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'not the code of a paper')
  .meta({ example: 'IJAZAH' });
/** Account of a person of the certification body: opaque. */
const accountId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}$/, 'not the id of an account');
const results = z
  .array(z.strictObject({ unit, result: z.enum(['K', 'BK']) }))
  .min(1)
  .max(MOST_UNITS);
const evidence = z
  .array(z.strictObject({ unit, forms: z.array(z.enum(EVIDENCE_FORMS)).min(1).max(EVIDENCE_FORMS.length) }))
  .min(1)
  .max(MOST_UNITS);
const members = z.array(accountId).min(1).max(20);
const testPlace = z.strictObject({
  placeId: code,
  kind: z.enum(TEST_PLACE_KINDS),
  verified: z.boolean(),
});
/** Numbers as printed: patterns differ and none is refused (D-13). */
const printedNumber = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}$/, 'not a number as printed on a certificate or a form');

const assessorFact = (assessorId: string): string => `assessor/${assessorId}`;
const schemeFact = (schemeId: string): string => `scheme/${schemeId}`;

export const assessmentCommands = {
  'request-assessment': journeyCommand('request-assessment', {
    title: { id: 'Ajukan asesmen (APL.01, APL.02)', en: 'Apply for an assessment (APL.01, APL.02)' },
    document: 'usual',
    derives: ['assessmentId'],
    data: z.strictObject({
      schemeId: code,
      certificationBody: code,
      basis: z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('TRAINING'),
          enrolmentId: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the id of an enrolment'),
        }),
        z.strictObject({
          kind: z.literal('RPL'),
          portfolio: z.array(z.enum(PORTFOLIO_FORMS)).min(1).max(PORTFOLIO_FORMS.length),
        }),
      ]),
      selfAssessment: z
        .array(z.strictObject({ unit, able: z.boolean() }))
        .min(1)
        .max(MOST_UNITS),
      needs: adjustments.default([]),
    }),
    facts: ({ schemeId, certificationBody }) => [schemeFact(schemeId), officeFact(certificationBody)],
  }),
  'verify-requirements': journeyCommand('verify-requirements', {
    title: { id: 'Periksa persyaratan dasar', en: 'Check the basic requirements' },
    data: z.strictObject({
      assessmentId,
      met: z.boolean(),
      missing: z.array(missingPaper).max(20).default([]),
    }),
  }),
  'assign-assessor': journeyCommand('assign-assessor', {
    title: { id: 'Tugaskan asesor', en: 'Assign an assessor' },
    document: 'usual',
    data: z.strictObject({ assessmentId, assessorId: code, role: z.enum(ASSESSOR_ROLES).default('LEAD') }),
    policies: ['assessor_look_back_years', 'assessor_daily_maximum'],
    facts: ({ assessorId }) => [assessorFact(assessorId)],
  }),
  'recuse-assessor': journeyCommand('recuse-assessor', {
    title: { id: 'Asesor mengundurkan diri atau diganti', en: 'An assessor steps back or is replaced' },
    sealed: { note: 'case' },
    data: z.strictObject({
      assessmentId,
      assessorId: code,
      reason: z.enum(RECUSE_REASONS),
      note: sensitiveText.exactOptional(),
    }),
  }),
  'report-assessor-conflict': journeyCommand('report-assessor-conflict', {
    title: { id: 'Laporkan benturan kepentingan asesor', en: 'Report a conflict of interest of an assessor' },
    document: 'usual',
    sealed: { note: 'case' },
    data: z.strictObject({
      assessmentId,
      assessorId: code,
      ground: z.enum(CONFLICT_GROUNDS),
      foundOn: localDate,
      note: sensitiveText.exactOptional(),
    }),
  }),
  'schedule-test': journeyCommand('schedule-test', {
    title: { id: 'Jadwalkan uji kompetensi', en: 'Schedule the test' },
    data: z.strictObject({ assessmentId, on: localDate, testPlace }),
    policies: ['assessor_daily_maximum'],
  }),
  'postpone-test': journeyCommand('postpone-test', {
    title: { id: 'Tunda uji kompetensi', en: 'Postpone the test' },
    data: z.strictObject({ assessmentId, reason: z.enum(POSTPONE_REASONS) }),
  }),
  'agree-adjustment': journeyCommand('agree-adjustment', {
    title: { id: 'Sepakati penyesuaian yang layak (AK.07)', en: 'Agree reasonable adjustments (AK.07)' },
    document: 'usual',
    data: z.strictObject({ assessmentId, adjustments: adjustments.min(1) }),
  }),
  'sign-consent': journeyCommand('sign-consent', {
    title: { id: 'Tanda tangani persetujuan (AK.01)', en: 'Sign agreement and confidentiality (AK.01)' },
    document: 'usual',
    data: z.strictObject({ assessmentId, signedOn: localDate }),
  }),
  'record-test-taken': journeyCommand('record-test-taken', {
    title: { id: 'Catat uji yang dilaksanakan (AK.02)', en: 'Record the test that was held (AK.02)' },
    document: 'usual',
    data: z.strictObject({ assessmentId, takenOn: localDate, evidence }),
    policies: ['assessment_report_days'],
  }),
  'file-recommendation': journeyCommand('file-recommendation', {
    title: { id: 'Kirim rekomendasi asesor (AK.05)', en: 'File the assessor’s recommendation (AK.05)' },
    sealed: { note: 'case' },
    data: z.strictObject({ assessmentId, results, note: sensitiveText.exactOptional() }),
    policies: ['plenary_days'],
  }),
  'review-recommendation': journeyCommand('review-recommendation', {
    title: { id: 'Tinjau rekomendasi', en: 'Review the recommendation' },
    sealed: { note: 'case' },
    data: z.strictObject({ assessmentId, agreed: z.boolean(), note: sensitiveText.exactOptional() }),
    policies: ['assessment_report_days'],
  }),
  'hold-plenary': journeyCommand('hold-plenary', {
    title: { id: 'Catat rapat pleno', en: 'Record the plenary' },
    document: 'required',
    data: z.strictObject({
      assessmentId,
      heldOn: localDate,
      members,
      results,
      noticeOn: localDate.exactOptional(),
    }),
    policies: ['plenary_members', 'appeal_filing_days'],
  }),
  'start-remedial': journeyCommand('start-remedial', {
    title: { id: 'Mulai remedial', en: 'Start remedial training' },
    data: z.strictObject({ assessmentId, startedOn: localDate }),
    policies: ['retest_earliest_days', 'retest_maximum'],
  }),
  'schedule-retest': journeyCommand('schedule-retest', {
    title: { id: 'Jadwalkan uji ulang', en: 'Schedule a retest' },
    data: z.strictObject({ assessmentId, on: localDate, testPlace }),
    policies: ['retest_maximum', 'assessor_daily_maximum'],
  }),
  'file-appeal': journeyCommand('file-appeal', {
    title: { id: 'Ajukan banding (AK.04)', en: 'File an appeal (AK.04)' },
    document: 'usual',
    sealed: { reason: 'case' },
    data: z.strictObject({
      assessmentId,
      filedOn: localDate,
      ground: z.enum(APPEAL_GROUNDS),
      explained: z.boolean(),
      discussed: z.boolean(),
      helped: z.boolean(),
      reason: sensitiveText,
    }),
    policies: ['appeal_decision_working_days'],
  }),
  'waive-appeal-time': journeyCommand('waive-appeal-time', {
    title: { id: 'Buka kembali waktu banding', en: 'Open the time to appeal again' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ assessmentId, until: localDate, reason: sensitiveText }),
  }),
  'accept-appeal': journeyCommand('accept-appeal', {
    title: { id: 'Terima banding', en: 'Accept an appeal' },
    sealed: { note: 'case' },
    data: z.strictObject({ assessmentId, note: sensitiveText.exactOptional() }),
  }),
  'reject-appeal': journeyCommand('reject-appeal', {
    title: { id: 'Tolak banding', en: 'Reject an appeal' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ assessmentId, rejectedOn: localDate, reason: sensitiveText }),
  }),
  're-assess': journeyCommand('re-assess', {
    title: { id: 'Catat asesmen oleh asesor lain', en: 'Record the assessment by another assessor' },
    document: 'usual',
    data: z.strictObject({ assessmentId, takenOn: localDate, evidence, results }),
  }),
  'decide-appeal': journeyCommand('decide-appeal', {
    title: { id: 'Putuskan banding', en: 'Decide an appeal' },
    document: 'required',
    data: z.strictObject({ assessmentId, decidedOn: localDate, members, results }),
    policies: ['plenary_members'],
  }),
  'hand-over-assessment': journeyCommand('hand-over-assessment', {
    title: { id: 'Serahkan asesmen ke LSP lain', en: 'Hand an assessment to another body' },
    document: 'usual',
    data: z.strictObject({ assessmentId, certificationBody: code }),
    facts: ({ certificationBody }) => [officeFact(certificationBody)],
  }),
  'cancel-assessment': journeyCommand('cancel-assessment', {
    title: { id: 'Batalkan asesmen', en: 'Cancel an assessment' },
    data: z.strictObject({ assessmentId, reason: z.enum(CANCEL_REASONS) }),
  }),
  'void-assessment': journeyCommand('void-assessment', {
    title: { id: 'Batalkan pencatatan asesmen', en: 'Void an assessment entered in error' },
    sealed: { reason: 'case' },
    data: z.strictObject({ assessmentId, reason: sensitiveText }),
  }),
  'request-certificate-issue': journeyCommand('request-certificate-issue', {
    title: { id: 'Terbitkan sertifikat hasil asesmen', en: 'Have the certificate issued' },
    document: 'usual',
    derives: ['certificateId'],
    data: z.strictObject({
      assessmentId,
      number: printedNumber.meta({ example: '62014 2512 3 0001234 2026' }),
      registrationNumber: printedNumber.exactOptional(),
      blankNumber: printedNumber.exactOptional(),
      issuedOn: localDate,
    }),
  }),
  'note-certificate-issued': journeyCommand('note-certificate-issued', {
    title: { id: 'Sertifikat telah terbit', en: 'The certificate was issued' },
    door: 'internal',
    data: z.strictObject({
      certificateId,
      number: printedNumber,
      issuedOn: localDate,
      validUntil: localDate,
    }),
  }),
  'note-certificate-refused': journeyCommand('note-certificate-refused', {
    title: { id: 'Sertifikat tidak dapat terbit', en: 'The certificate could not be issued' },
    door: 'internal',
    data: z.strictObject({ certificateId, code: z.string().regex(/^[A-Z_]{1,60}$/) }),
  }),
  'note-certificate-status': journeyCommand('note-certificate-status', {
    title: { id: 'Status sertifikat berubah', en: 'The status of the certificate changed' },
    door: 'internal',
    data: z.strictObject({
      certificateId,
      status: z.enum(['VALID', 'EXPIRING', 'EXPIRED', 'FROZEN', 'WITHDRAWN']),
      on: localDate,
      validUntil: localDate,
    }),
  }),
} as const;
