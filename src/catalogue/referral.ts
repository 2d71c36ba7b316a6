/** Commands of the social entrance, as a client sends them. */
import { z } from 'zod';
import { journeyCommand, officeFact } from './entry.ts';
import { caseId, code, documentNumber, localDate, sensitiveText, sha256 } from './fields.ts';

export const accommodationCode = z.enum([
  'SIGN_LANGUAGE_INTERPRETER',
  'SCREEN_READER',
  'RAMP',
  'ADAPTED_TOOLS',
  'EXTRA_TIME',
  'COMPANION',
  'LARGE_PRINT',
  'QUIET_ROOM',
]);
const needs = z.array(accommodationCode).max(8).default([]);
const purpose = z.enum(['TRAINING_REFERRAL', 'MATCHING', 'DISCLOSE_DISABILITY', 'NOTIFICATION', 'FOLLOW_UP']);
/** The abbreviation of another system, in capitals: no name is written so. */
const otherSystem = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'not the abbreviation of a system')
  .meta({ example: 'DTSEN' });
/** A reference of another system: digits and letters, never a name. */
const externalId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./_-]{0,59}$/, 'not a reference');

export const referralCommands = {
  'receive-referral': journeyCommand('receive-referral', {
    title: { id: 'Terima rujukan', en: 'Receive a referral' },
    document: 'usual',
    sealed: { goal: 'health', disability: 'health' },
    policies: ['referral_answer_days'],
    facts: ({ centre }) => [officeFact(centre)],
    data: z.strictObject({
      centre: code,
      purpose: z.enum(['TRAINING', 'APPRENTICESHIP', 'PLACEMENT']),
      cohort: code.exactOptional(),
      goal: sensitiveText.exactOptional(),
      disability: sensitiveText.exactOptional(),
      reference: z.strictObject({ system: otherSystem, id: externalId }).exactOptional(),
      needs,
    }),
  }),
  'return-referral': journeyCommand('return-referral', {
    title: { id: 'Kembalikan rujukan', en: 'Return a referral' },
    sealed: { reason: 'health' },
    policies: ['retention_years'],
    data: z.strictObject({ caseId, reason: sensitiveText }),
  }),
  'give-consent': journeyCommand('give-consent', {
    title: { id: 'Catat persetujuan', en: 'Give consent' },
    document: 'usual',
    data: z.strictObject({ purpose, caseId: caseId.exactOptional() }),
  }),
  'withdraw-consent': journeyCommand('withdraw-consent', {
    title: { id: 'Tarik persetujuan', en: 'Withdraw consent' },
    document: 'usual',
    policies: ['retention_years'],
    data: z.strictObject({ purpose, stopsTraining: z.boolean().default(false) }),
  }),
  'assess-accommodation': journeyCommand('assess-accommodation', {
    title: { id: 'Asesmen kebutuhan', en: 'Assess needs' },
    sealed: { note: 'health' },
    data: z.strictObject({ caseId, needs, note: sensitiveText.exactOptional() }),
  }),
  'plan-accommodation': journeyCommand('plan-accommodation', {
    title: { id: 'Rencanakan akomodasi yang layak', en: 'Plan an accommodation' },
    policies: ['accommodation_ready_days'],
    data: z.strictObject({ caseId, code: accommodationCode, classStartsOn: localDate }),
  }),
  'provide-accommodation': journeyCommand('provide-accommodation', {
    title: { id: 'Catat akomodasi tersedia', en: 'Provide an accommodation' },
    data: z.strictObject({ caseId, code: accommodationCode }),
  }),
  'confirm-accommodation': journeyCommand('confirm-accommodation', {
    title: { id: 'Konfirmasi akomodasi', en: 'Confirm an accommodation' },
    data: z.strictObject({ caseId, code: accommodationCode }),
  }),
  'put-on-waiting-list': journeyCommand('put-on-waiting-list', {
    title: { id: 'Masukkan ke daftar tunggu', en: 'Put on the waiting list' },
    policies: ['waiting_list_days', 'waiting_list_notice_days'],
    data: z.strictObject({ caseId, programmeId: code }),
  }),
  'record-place-offer': journeyCommand('record-place-offer', {
    title: { id: 'Catat tawaran tempat', en: 'Record the offer of a place' },
    data: z.strictObject({ caseId, classId: code, accepted: z.boolean() }),
  }),
  'close-referral': journeyCommand('close-referral', {
    title: { id: 'Tutup rujukan', en: 'Close a referral' },
    policies: ['retention_years'],
    data: z.strictObject({
      caseId,
      reason: z.enum(['PLACED', 'DECLINED', 'WITHDREW', 'DEATH', 'MOVED']),
    }),
  }),
  'note-referral-letter': journeyCommand('note-referral-letter', {
    title: { id: 'Catat surat rujukan', en: 'Note a referral letter' },
    data: z.strictObject({
      about: code.describe('A referral, an offer of training or an enrolment'),
      ...{ number: documentNumber, date: localDate, hash: sha256 },
    }),
  }),
} as const;
