/** Commands of a certificate, as a client sends them. */
import { z } from 'zod';
import type { CertificateCommands } from '../domain/certificate/commands.ts';
import { entityCommand } from './entry.ts';
import {
  code,
  documentNumber,
  localDate,
  oneLine,
  sensitiveText,
  sha256,
  wholeNumber,
  zone,
} from './fields.ts';

const certificateCommand = entityCommand<CertificateCommands>();

/** Ten years: more than any scheme; beyond this it is a typing error. */
const MOST_MONTHS = 120;

/** Numbers as printed: digits, letters, spaces, dots, dashes, slashes. Patterns differ (D-13). */
const printedNumber = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}$/, 'not a number as printed on a certificate or a form')
  .meta({ example: '62014 2512 3 0001234 2026' });
const blankNumber = printedNumber.meta({ example: 'B 0001234' });
const assessorIds = z.array(code).max(20);
const units = z.array(oneLine(60)).max(200);
const validityMonths = wholeNumber(1, MOST_MONTHS);
/** Of any thing that the server gave an id: it says nothing about the person. */
const opaqueId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not an id');

export const certificateCommands = {
  'issue-certificate': certificateCommand('certificate', 'issue-certificate', {
    title: { id: 'Terbitkan sertifikat', en: 'Issue a certificate' },
    door: 'internal',
    data: z.strictObject({
      certificateId: opaqueId,
      holderAddress: z.string().regex(/^address\/certificate\/[a-z0-9-]{1,64}$/, 'not an address'),
      certificationBody: code,
      schemeId: code,
      schemeName: oneLine(200).exactOptional(),
      units,
      number: printedNumber,
      registrationNumber: printedNumber.exactOptional(),
      issuedOn: localDate,
      zone,
      blankNumber: blankNumber.exactOptional(),
      assessorIds,
      assessmentId: opaqueId,
      validityMonths: validityMonths.exactOptional(),
    }),
    policies: ['certificate_validity_years', 'certificate_reminder_days'],
  }),
  'flag-holder-deceased': certificateCommand('certificate', 'flag-holder-deceased', {
    title: { id: 'Tandai pemegang meninggal', en: 'Flag the holder as deceased' },
    door: 'internal',
    data: z.strictObject({ certificateId: opaqueId, on: localDate }),
  }),
  'freeze-certificate-for-review': certificateCommand('certificate', 'freeze-certificate-for-review', {
    title: { id: 'Bekukan sertifikat untuk ditinjau', en: 'Freeze a certificate for review' },
    door: 'internal',
    data: z.strictObject({ certificateId: opaqueId, on: localDate }),
  }),
  'freeze-certificate': certificateCommand('certificate', 'freeze-certificate', {
    title: { id: 'Bekukan sertifikat', en: 'Freeze a certificate' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
  'unfreeze-certificate': certificateCommand('certificate', 'unfreeze-certificate', {
    title: { id: 'Cairkan sertifikat', en: 'Unfreeze a certificate' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
  'withdraw-certificate': certificateCommand('certificate', 'withdraw-certificate', {
    title: { id: 'Cabut sertifikat', en: 'Withdraw a certificate' },
    document: 'required',
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
  'reprint-certificate': certificateCommand('certificate', 'reprint-certificate', {
    title: { id: 'Cetak ulang sertifikat', en: 'Reprint a certificate' },
    sealed: { reason: 'case' },
    data: z.strictObject({ blankNumber, reason: sensitiveText }),
  }),
  'void-blank': certificateCommand('certificate', 'void-blank', {
    title: { id: 'Batalkan blanko', en: 'Void a controlled form' },
    sealed: { reason: 'case' },
    data: z.strictObject({ blankNumber, reason: sensitiveText }),
  }),
  'request-renewal': certificateCommand('certificate', 'request-renewal', {
    title: { id: 'Catat permintaan perpanjangan (RCC)', en: 'Record a request for renewal (RCC)' },
    document: 'usual',
    data: z.strictObject({ requestedOn: localDate }),
    policies: ['certificate_renewal_window_days'],
  }),
  'renew-certificate': certificateCommand('certificate', 'renew-certificate', {
    title: { id: 'Perpanjang sertifikat', en: 'Renew a certificate' },
    document: 'required',
    data: z.strictObject({
      decidedOn: localDate,
      evidence: documentNumber.describe('Reference of the logbook or portfolio'),
      assessorIds,
      validityMonths: validityMonths.exactOptional(),
      blankNumber: blankNumber.exactOptional(),
    }),
    policies: ['certificate_validity_years', 'certificate_reminder_days', 'certificate_renewal_counts_from'],
  }),
  'review-certificate': certificateCommand('certificate', 'review-certificate', {
    title: {
      id: 'Catat hasil pemeriksaan setelah lisensi asesor dicabut',
      en: 'Record the look after an assessor’s licence was withdrawn',
    },
    document: 'required',
    sealed: { note: 'case' },
    data: z.strictObject({
      assessorId: code,
      outcome: z.enum(['UPHELD', 'REASSESS', 'FREEZE']),
      note: sensitiveText.exactOptional(),
    }),
    facts: ({ assessorId }) => [`assessor/${assessorId}`],
  }),
  'note-certificate-paper': certificateCommand('certificate', 'note-certificate-paper', {
    title: { id: 'Catat berkas sertifikat', en: 'Note a paper of a certificate' },
    data: z.strictObject({
      kind: z.literal('CERTIFICATE'),
      number: documentNumber,
      date: localDate,
      hash: sha256,
    }),
  }),
} as const;
