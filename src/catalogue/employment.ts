/** Commands of job seekers, proposals and placements, as a client sends them (domain E). */
import { z } from 'zod';
import {
  ACCOMMODATION_CODES,
  APPRENTICESHIP_SCHEMES,
  CONTACT_CHANNELS,
  CONTRACTS,
  COUNSELLING_KINDS,
  COUNSELLING_PHASES,
  DECLINE_REASONS,
  END_REASONS,
  PROOF_KINDS,
  SECTORS,
  VACANCY_ENDS,
  WAGE_BANDS,
} from '../domain/journey/employment/codes.ts';
import { journeyCommand } from './entry.ts';
import {
  caseId,
  code,
  days,
  documentNumber,
  localDate,
  rupiah,
  sensitiveText,
  sha256,
  wholeNumber,
} from './fields.ts';

/** Regencies a person would work in: more than this is "anywhere". */
const MOST_REGENCIES = 50;
/** Completed years; beyond this it is a typing error. */
const OLDEST = 120;

/** As the law writes a regency's name, so that availability and vacancy meet; no sentence and no person fits. */
export const regency = z
  .string()
  .trim()
  .max(60)
  .regex(
    /^(?:Kota|Kabupaten)(?: (?:[A-Z][a-z]+(?:-[A-Z][a-z]+)?|dan)){1,4}$/,
    'not a regency: Kota … or Kabupaten …',
  )
  .meta({ example: 'Kabupaten Deli Serdang' });
export const sector = z.enum(SECTORS);
export const needs = z.array(z.enum(ACCOMMODATION_CODES)).max(ACCOMMODATION_CODES.length);
/** Names one legal exclusion; which ones there are stands in the vacancy, never beside a person. */
export const exclusionKey = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]{1,59}$/, 'not the key of a legal exclusion')
  .meta({ example: 'UU_35_2014_ART_76' });
const wageBand = z.enum(WAGE_BANDS);
const proposalId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, 'not the id of a proposal');
const placementId = z.string().regex(/^p[1-9]\d{0,3}$/, 'not a placement id like p1');

const officeFactOf = (_data: unknown, { office }: { readonly office: string }) => [`office/${office}`];

export const employmentCommands = {
  'issue-job-seeker-card': journeyCommand('issue-job-seeker-card', {
    title: { id: 'Terbitkan kartu pencari kerja (AK-1)', en: 'Issue a job seeker card (AK-1)' },
    derives: ['candidateId'],
    data: z.strictObject({ number: documentNumber, issuedOn: localDate }),
    policies: ['job_seeker_report_months', 'job_seeker_grace_months', 'job_seeker_card_years'],
    facts: officeFactOf,
  }),
  'note-job-seeker-card': journeyCommand('note-job-seeker-card', {
    title: { id: 'Catat cetakan kartu AK/I', en: 'Note a printed card (AK-1)' },
    data: z.strictObject({ number: documentNumber, date: localDate, hash: sha256 }),
  }),
  'report-job-seeker': journeyCommand('report-job-seeker', {
    title: { id: 'Catat laporan pencari kerja', en: 'Record a job seeker’s report' },
    data: z.strictObject({ reportedOn: localDate }),
    policies: ['job_seeker_report_months', 'job_seeker_grace_months'],
  }),
  'renew-job-seeker-card': journeyCommand('renew-job-seeker-card', {
    title: { id: 'Perpanjang kartu pencari kerja', en: 'Renew a job seeker card' },
    data: z.strictObject({ number: documentNumber, renewedOn: localDate }),
    policies: ['job_seeker_report_months', 'job_seeker_grace_months', 'job_seeker_card_years'],
  }),
  'hand-over-job-seeker': journeyCommand('hand-over-job-seeker', {
    title: { id: 'Serahkan pencari kerja ke dinas lain', en: 'Hand a job seeker over to another office' },
    data: z.strictObject({ office: code, on: localDate }),
    facts: ({ office }) => [`office/${office}`],
  }),
  'hold-counselling': journeyCommand('hold-counselling', {
    title: { id: 'Catat penyuluhan atau bimbingan jabatan', en: 'Record counselling' },
    sealed: { note: 'case' },
    data: z.strictObject({
      phase: z.enum(COUNSELLING_PHASES),
      kind: z.enum(COUNSELLING_KINDS),
      heldOn: localDate,
      note: sensitiveText.exactOptional(),
    }),
  }),
  'set-availability': journeyCommand('set-availability', {
    title: { id: 'Tetapkan ketersediaan kerja', en: 'Set availability for work' },
    data: z.strictObject({
      from: localDate,
      regencies: z.array(regency).min(1).max(MOST_REGENCIES),
      sectors: z.array(sector).max(SECTORS.length).default([]),
      needs: needs.default([]),
      wageFloorRupiah: rupiah.nullable().default(null),
    }),
  }),
  'record-eligibility': journeyCommand('record-eligibility', {
    title: { id: 'Jawab syarat hukum jabatan', en: 'Answer a legal condition of a job' },
    data: z.strictObject({ caseId, exclusionKey, eligible: z.boolean() }),
  }),

  'propose-candidate': journeyCommand('propose-candidate', {
    title: { id: 'Usulkan calon kepada pemberi kerja', en: 'Propose a candidate to an employer' },
    derives: ['proposalId'],
    data: z.strictObject({ vacancyId: code }),
    facts: ({ vacancyId }) => [`vacancy/${vacancyId}`],
  }),
  'invite-candidate': journeyCommand('invite-candidate', {
    title: { id: 'Undang calon', en: 'Invite a candidate' },
    data: z.strictObject({ proposalId }),
  }),
  'record-interview': journeyCommand('record-interview', {
    title: { id: 'Catat wawancara', en: 'Record an interview' },
    data: z.strictObject({ proposalId, heldOn: localDate }),
  }),
  'offer-job': journeyCommand('offer-job', {
    title: { id: 'Tawarkan pekerjaan', en: 'Offer the job' },
    data: z.strictObject({ proposalId }),
  }),
  'accept-candidate': journeyCommand('accept-candidate', {
    title: { id: 'Terima calon', en: 'Accept a candidate' },
    data: z.strictObject({ proposalId }),
  }),
  'decline-candidate': journeyCommand('decline-candidate', {
    title: { id: 'Tolak calon', en: 'Decline a candidate' },
    data: z.strictObject({ proposalId, reason: z.enum(DECLINE_REASONS) }),
  }),
  'withdraw-proposal': journeyCommand('withdraw-proposal', {
    title: { id: 'Tarik usulan', en: 'Withdraw a proposal' },
    data: z.strictObject({
      proposalId,
      reason: z.enum(['PERSON_DECLINED', 'FOUND_OTHER_WORK', 'UNAVAILABLE']),
    }),
  }),
  'end-proposals-of-vacancy': journeyCommand('end-proposals-of-vacancy', {
    title: { id: 'Akhiri usulan untuk lowongan yang ditutup', en: 'End the proposals of a closed vacancy' },
    door: 'internal',
    data: z.strictObject({ vacancyId: code, reason: z.enum(VACANCY_ENDS) }),
  }),
  'confirm-employment': journeyCommand('confirm-employment', {
    title: { id: 'Nyatakan status kerja', en: 'Confirm the employment' },
    data: z.strictObject({ proposalId, working: z.boolean(), on: localDate }),
  }),

  'request-apprenticeship': journeyCommand('request-apprenticeship', {
    title: { id: 'Ajukan persetujuan pemagangan', en: 'Ask for approval of an apprenticeship' },
    document: 'required',
    attestsAgeNow: true,
    data: z.strictObject({
      agreementNumber: documentNumber,
      scheme: z.enum(APPRENTICESHIP_SCHEMES),
      proposalId: proposalId.nullable().default(null),
      employerId: code,
      requestedOn: localDate,
      startsOn: localDate,
      endsOn: localDate,
      ageYears: wholeNumber(0, OLDEST),
      parentalConsent: z.boolean().default(false),
      theoryPercent: wholeNumber(0, 100),
      graduatedOn: localDate.nullable().default(null),
    }),
    policies: [
      'apprenticeship_most_days',
      'apprenticeship_minimum_age',
      'apprenticeship_theory_percent',
      'apprenticeship_answer_working_days',
      'graduate_scheme_days',
    ],
    facts: ({ employerId }, { office }) => [`employer/${employerId}`, `office/${office}`],
  }),
  'answer-apprenticeship': journeyCommand('answer-apprenticeship', {
    title: { id: 'Jawab permohonan pemagangan', en: 'Answer a request for an apprenticeship' },
    document: 'usual',
    data: z.strictObject({ agreementNumber: documentNumber, approved: z.boolean(), answeredOn: localDate }),
  }),

  'start-placement': journeyCommand('start-placement', {
    title: { id: 'Catat penempatan', en: 'Record a placement' },
    document: 'usual',
    sealed: { bpjsReference: 'case' },
    data: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('EMPLOYED'),
        proposalId: proposalId.nullable(),
        employerId: code.nullable(),
        contract: z.enum(CONTRACTS),
        bpjsReference: sensitiveText.exactOptional(),
        startedOn: localDate,
        regency,
        sector,
        wageBand: wageBand.nullable(),
      }),
      z.strictObject({
        kind: z.literal('SELF_EMPLOYED'),
        supportNumber: documentNumber.nullable(),
        startedOn: localDate,
        regency,
        sector,
      }),
      z.strictObject({
        kind: z.literal('APPRENTICE'),
        agreementNumber: documentNumber,
        startedOn: localDate,
        regency,
        sector,
      }),
    ]),
    policies: ['retention_check_days', 'apprentices_most_percent'],
  }),
  'record-retention-check': journeyCommand('record-retention-check', {
    title: { id: 'Catat pemantauan penempatan', en: 'Record a retention check' },
    data: z.strictObject({
      placementId,
      day: days,
      checkedOn: localDate,
      working: z.boolean(),
      sameEmployer: z.boolean(),
      gapDays: days.default(0),
      wageBand: wageBand.nullable(),
      relevantToCertificate: z.boolean().nullable(),
      proof: z.strictObject({ kind: z.enum(PROOF_KINDS), hash: sha256.exactOptional() }).nullable(),
    }),
    policies: ['retention_gap_days'],
  }),
  'record-contact-attempt': journeyCommand('record-contact-attempt', {
    title: { id: 'Catat upaya menghubungi', en: 'Record an attempt to reach the person' },
    data: z.strictObject({
      placementId,
      channel: z.enum(CONTACT_CHANNELS),
      attemptedOn: localDate,
      reached: z.boolean(),
    }),
    policies: ['contact_attempts', 'contact_attempts_days'],
  }),
  'change-job': journeyCommand('change-job', {
    title: { id: 'Catat pindah kerja', en: 'Record a change of job' },
    data: z.strictObject({
      placementId,
      employerId: code.nullable(),
      endedOn: localDate,
      startedOn: localDate,
      contract: z.enum(CONTRACTS).nullable(),
      wageBand: wageBand.nullable(),
    }),
  }),
  'end-placement': journeyCommand('end-placement', {
    title: { id: 'Akhiri penempatan', en: 'End a placement' },
    data: z.strictObject({ placementId, endedOn: localDate, reason: z.enum(END_REASONS) }),
  }),
} as const;
