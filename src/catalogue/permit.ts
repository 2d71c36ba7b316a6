/** Commands of a foreign-worker permit, as a client sends them. */
import { z } from 'zod';
import type { PermitCommands } from '../domain/permit/commands.ts';
import { calendarFact, entityCommand, officeFact } from './entry.ts';
import { code, documentNumber, localDate, oneLine, sensitiveText, wholeNumber } from './fields.ts';

const permitCommand = entityCommand<PermitCommands>();

const candidate = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/, 'not a candidate as the search shows it');
const companion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('LOCAL_GRADUATE'), candidate }),
  z.strictObject({ kind: z.literal('OWN_EMPLOYEE'), reference: documentNumber }),
]);
const units = z.array(oneLine(60)).max(100);
const localGraduates = z.strictObject({
  occupation: oneLine(120),
  regency: oneLine(120),
  units,
  shown: wholeNumber(0, 100_000),
  skipReason: z
    .enum(['NONE_AVAILABLE', 'SKILL_LEVEL', 'LANGUAGE', 'ALREADY_EMPLOYED', 'TRANSFER_OF_KNOWLEDGE', 'OTHER'])
    .exactOptional(),
});
const NATIONAL = calendarFact('nasional');

export const permitCommands = {
  'apply-for-permit': permitCommand('permit', 'apply-for-permit', {
    title: { id: 'Ajukan RPTKA', en: 'Apply for a permit' },
    policies: ['permit_feasibility_working_days'],
    facts: ({ permitOffice }, { office }) => [officeFact(permitOffice), NATIONAL, `employer/${office}`],
    data: z.strictObject({
      permitOffice: code,
      position: oneLine(120),
      occupation: oneLine(120),
      workers: wholeNumber(1, 10_000),
      regency: oneLine(120),
      periodFrom: localDate,
      periodTo: localDate,
      specialEconomicZone: z.boolean().default(false),
      companion: companion.nullable(),
      localGraduates,
    }),
  }),
  'name-companion': permitCommand('permit', 'name-companion', {
    title: { id: 'Tunjuk tenaga kerja pendamping', en: 'Name a companion worker' },
    policies: ['permit_feasibility_working_days'],
    data: z.strictObject({ companion }),
  }),
  'assess-feasibility': permitCommand('permit', 'assess-feasibility', {
    title: { id: 'Nilai kelayakan', en: 'Assess feasibility' },
    sealed: { reason: 'case' },
    data: z.strictObject({ feasible: z.boolean(), reason: sensitiveText.exactOptional() }),
  }),
  'submit-candidates': permitCommand('permit', 'submit-candidates', {
    title: { id: 'Sampaikan data calon TKA', en: 'Submit the candidates' },
    data: z.strictObject({ workers: wholeNumber(1, 10_000), reference: documentNumber }),
  }),
  'record-payment-reference': permitCommand('permit', 'record-payment-reference', {
    title: { id: 'Catat bukti DKPTKA', en: 'Record the reference of the payment' },
    data: z.strictObject({ reference: documentNumber }),
  }),
  'approve-permit': permitCommand('permit', 'approve-permit', {
    title: { id: 'Sahkan RPTKA', en: 'Approve the permit' },
    document: 'usual',
    policies: ['permit_extension_working_days', 'permit_longest_years'],
    facts: () => [NATIONAL],
    data: z.strictObject({ number: documentNumber, validFrom: localDate, validTo: localDate }),
  }),
  'reject-permit': permitCommand('permit', 'reject-permit', {
    title: { id: 'Tolak RPTKA', en: 'Reject the permit' },
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
  'hand-off-to-immigration': permitCommand('permit', 'hand-off-to-immigration', {
    title: { id: 'Teruskan ke Imigrasi', en: 'Hand over to Immigration' },
    data: z.strictObject({ reference: documentNumber }),
  }),
  'record-stay-permit': permitCommand('permit', 'record-stay-permit', {
    title: { id: 'Catat ITAS', en: 'Record the stay permit' },
    data: z.strictObject({ number: documentNumber, validFrom: localDate, validTo: localDate }),
  }),
  'attach-training-evidence': permitCommand('permit', 'attach-training-evidence', {
    title: { id: 'Lampirkan bukti pelatihan', en: 'Attach evidence of training' },
    data: z.strictObject({ certificateNumber: oneLine(60), units }),
  }),
  'record-absorption': permitCommand('permit', 'record-absorption', {
    title: { id: 'Catat penyerapan tenaga kerja Indonesia', en: 'Record Indonesian workers taken on' },
    data: z.strictObject({ workers: wholeNumber(1, 100_000), since: localDate }),
  }),
  'file-permit-report': permitCommand('permit', 'file-permit-report', {
    title: { id: 'Sampaikan laporan', en: 'File a report' },
    data: z.strictObject({
      kind: z.enum(['ANNUAL', 'END_OF_CONTRACT']),
      year: wholeNumber(2_021, 2_200),
      companionTrained: z.boolean(),
    }),
  }),
  'apply-for-extension': permitCommand('permit', 'apply-for-extension', {
    title: { id: 'Ajukan perpanjangan', en: 'Apply for an extension' },
    sealed: { reason: 'case' },
    policies: ['permit_extension_decision_working_days'],
    facts: () => [NATIONAL],
    data: z.strictObject({
      reason: sensitiveText,
      until: localDate,
      companion: companion.nullable(),
      localGraduates,
    }),
  }),
  'decide-extension': permitCommand('permit', 'decide-extension', {
    title: { id: 'Putuskan perpanjangan', en: 'Decide on an extension' },
    document: 'usual',
    sealed: { reason: 'case' },
    policies: ['permit_extension_working_days', 'permit_longest_years'],
    facts: () => [NATIONAL],
    data: z.strictObject({
      approved: z.boolean(),
      number: documentNumber.exactOptional(),
      until: localDate.exactOptional(),
      reason: sensitiveText.exactOptional(),
    }),
  }),
  'withdraw-permit-application': permitCommand('permit', 'withdraw-permit-application', {
    title: { id: 'Tarik permohonan', en: 'Withdraw the application' },
    sealed: { reason: 'case' },
    data: z.strictObject({ reason: sensitiveText }),
  }),
} as const;
