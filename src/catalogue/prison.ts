/** Commands of the prison entrance, as a client sends them. */
import { z } from 'zod';
import { calendarFact, journeyCommand, officeFact } from './entry.ts';
import {
  caseId,
  code,
  days,
  documentNumber,
  eventVersion,
  localDate,
  sensitiveText,
  wholeNumber,
} from './fields.ts';

/** Term of nearly all calendars: an office of its own calendar costs a round. */
const NATIONAL_CALENDAR = calendarFact('nasional');

/** B-13: as the prison writes it, for example `BI.123/2026`; a number of a book, and no name. */
const registerNumber = documentNumber.max(40).meta({ example: 'BI.123/2026' });

const stageDates = z.strictObject({
  oneThird: localDate,
  half: localDate,
  twoThirds: localDate,
  expiry: localDate.describe('tanggal ekspirasi'),
});

const sentence = z.strictObject({
  kind: z.enum(['TERM', 'LIFE', 'SUBSTITUTE']).default('TERM'),
  startedOn: localDate.describe('first day that counts as served, detention included'),
  months: wholeNumber(0, 600),
  days: wholeNumber(0, 1_000).default(0),
});

const purpose = z.enum(['TRAINING', 'INTEGRATION', 'STAGE_CHANGE']).default('TRAINING');

const contact = {
  contactPhone: sensitiveText.exactOptional(),
  contactFamily: sensitiveText.exactOptional(),
  contactOffice: code.describe('Bapas or manpower office that receives the person').exactOptional(),
};

const admission = {
  'import-inmate': journeyCommand('import-inmate', {
    title: { id: 'Terima data SDP', en: 'Import an inmate from the prison database' },
    document: 'usual',
    data: z.strictObject({
      registerNumber,
      sentence,
      stageDates,
      releaseOn: localDate.exactOptional(),
      probationOffice: code.nullable().default(null),
      generalRemissions: wholeNumber(0, 60).default(0),
      linkedCaseId: caseId.exactOptional(),
    }),
    policies: ['release_watch_days'],
    facts: ({ probationOffice }, { office }) => [
      officeFact(office),
      probationOffice === null ? undefined : officeFact(probationOffice),
    ],
  }),
  'assess-inmate-needs': journeyCommand('assess-inmate-needs', {
    title: { id: 'Catat asesmen kebutuhan', en: 'Record the assessment of needs' },
    sealed: { note: 'case' },
    data: z.strictObject({ caseId, note: sensitiveText.exactOptional() }),
  }),
  'request-litmas': journeyCommand('request-litmas', {
    title: { id: 'Minta litmas', en: 'Ask for a social inquiry report' },
    document: 'usual',
    data: z.strictObject({ caseId, purpose, probationOffice: code.exactOptional() }),
    policies: ['litmas_working_days'],
    facts: ({ probationOffice }) => [
      probationOffice === undefined ? undefined : officeFact(probationOffice),
      NATIONAL_CALENDAR,
    ],
  }),
  'record-litmas': journeyCommand('record-litmas', {
    title: { id: 'Catat litmas', en: 'Record the social inquiry report' },
    sealed: { note: 'case' },
    document: 'usual',
    data: z.strictObject({ caseId, recommended: z.boolean(), note: sensitiveText.exactOptional() }),
  }),
  'schedule-tpp': journeyCommand('schedule-tpp', {
    title: { id: 'Jadwalkan sidang TPP', en: 'Schedule the TPP session' },
    data: z.strictObject({ caseId, purpose, on: localDate }),
  }),
  'record-tpp-decision': journeyCommand('record-tpp-decision', {
    title: { id: 'Catat keputusan sidang TPP', en: 'Record the decision of the TPP session' },
    sealed: { note: 'case' },
    document: 'required',
    data: z.strictObject({
      caseId,
      heldOn: localDate,
      approved: z.boolean(),
      suspendsTraining: z.boolean().exactOptional(),
      note: sensitiveText.exactOptional(),
    }),
  }),
} as const;

const dates = {
  'change-stage-dates': journeyCommand('change-stage-dates', {
    title: { id: 'Ubah tanggal tahapan', en: 'Change the dates of the term' },
    document: 'required',
    data: z.strictObject({ caseId, stageDates }),
    policies: ['release_watch_days'],
  }),
  'grant-remission': journeyCommand('grant-remission', {
    title: { id: 'Catat remisi', en: 'Record a remission' },
    document: 'required',
    data: z.strictObject({
      caseId,
      kind: z.enum(['GENERAL', 'SPECIAL', 'ADDITIONAL', 'DASAWARSA', 'OTHER']),
      effect: z.enum(['RU_I', 'RU_II', 'RK_I', 'RK_II']),
      amountDays: days,
      grantedOn: localDate,
      releaseOn: localDate
        .describe('release date that the decree or the SDP states after it')
        .exactOptional(),
    }),
    policies: ['release_watch_days'],
  }),
  'change-release-date': journeyCommand('change-release-date', {
    title: { id: 'Ubah tanggal bebas', en: 'Change the release date' },
    document: 'required',
    data: z.strictObject({
      caseId,
      from: localDate.describe('release date on record: an old sheet does not undo a newer date'),
      to: localDate,
      reason: z.enum([
        ...(['SDP_CORRECTION', 'REMISSION', 'STAGE_DATES', 'INTEGRATION'] as const),
        ...(['RULING_CHANGED', 'CLEMENCY', 'OTHER'] as const),
      ]),
    }),
    policies: ['release_watch_days'],
  }),
} as const;

const from = localDate;
const probationEndsOn = localDate;

const custody = {
  'transfer-inmate': journeyCommand('transfer-inmate', {
    title: { id: 'Catat mutasi', en: 'Record a transfer' },
    document: 'required',
    data: z.strictObject({
      caseId,
      toFacility: code,
      on: localDate,
      registerNumber: registerNumber.exactOptional(),
    }),
    facts: ({ toFacility }) => [officeFact(toFacility)],
  }),
  'record-discipline': journeyCommand('record-discipline', {
    title: { id: 'Catat Register F', en: 'Record an entry in Register F' },
    sealed: { note: 'case' },
    document: 'required',
    data: z.strictObject({
      caseId,
      entryOn: localDate,
      hearingOn: localDate.exactOptional(),
      suspendsTraining: z.boolean(),
      note: sensitiveText.exactOptional(),
    }),
  }),
  'annul-discipline': journeyCommand('annul-discipline', {
    title: { id: 'Batalkan catatan Register F', en: 'Annul an entry in Register F' },
    sealed: { reason: 'case' },
    document: 'required',
    data: z.strictObject({
      caseId,
      entryOn: localDate,
      version: eventVersion.describe('where a date has several entries').exactOptional(),
      reason: sensitiveText,
    }),
  }),
  'record-illness': journeyCommand('record-illness', {
    title: { id: 'Catat sakit', en: 'Record an illness' },
    document: 'usual',
    data: z.strictObject({ caseId, from, expectedDays: wholeNumber(1, 3_650) }),
    policies: ['illness_suspends_after_days'],
  }),
  'declare-lockdown': journeyCommand('declare-lockdown', {
    title: { id: 'Catat penutupan blok', en: 'Record a lockdown' },
    data: z.strictObject({ caseId, from, until: localDate.exactOptional() }),
  }),
  'apply-lockdown': journeyCommand('apply-lockdown', {
    title: { id: 'Terapkan penutupan Lapas', en: 'Apply a facility’s lockdown' },
    door: 'internal',
    data: z.strictObject({ facility: code, from, until: localDate.exactOptional() }),
  }),
  'record-escape': journeyCommand('record-escape', {
    title: { id: 'Catat pelarian', en: 'Record an escape' },
    document: 'required',
    data: z.strictObject({ caseId, on: localDate }),
  }),
  'record-recapture': journeyCommand('record-recapture', {
    title: { id: 'Catat penangkapan kembali', en: 'Record a recapture' },
    document: 'usual',
    data: z.strictObject({ caseId, on: localDate }),
  }),
  'end-interruption': journeyCommand('end-interruption', {
    title: { id: 'Catat gangguan berakhir', en: 'Record the end of an interruption' },
    data: z.strictObject({ caseId, on: localDate }),
  }),
} as const;

const integration = {
  'grant-assimilation': journeyCommand('grant-assimilation', {
    title: { id: 'Catat SK asimilasi', en: 'Record an assimilation decree' },
    document: 'required',
    data: z.strictObject({ caseId, from }),
    policies: ['conditional_leave_most_months'],
  }),
  'grant-conditional-release': journeyCommand('grant-conditional-release', {
    title: { id: 'Catat SK pembebasan bersyarat (PB)', en: 'Record a conditional release decree (PB)' },
    document: 'required',
    data: z.strictObject({ caseId, from, probationEndsOn }),
    policies: [
      ...(['conditional_leave_most_months', 'conditional_release_least_months'] as const),
      ...(['conditional_release_good_months', 'release_watch_days'] as const),
    ],
  }),
  'grant-conditional-leave': journeyCommand('grant-conditional-leave', {
    title: { id: 'Catat SK cuti bersyarat (CB)', en: 'Record a conditional leave decree (CB)' },
    document: 'required',
    data: z.strictObject({ caseId, from, probationEndsOn }),
    policies: ['conditional_leave_most_months', 'conditional_leave_good_months', 'release_watch_days'],
  }),
  'grant-pre-release-leave': journeyCommand('grant-pre-release-leave', {
    title: { id: 'Catat SK cuti menjelang bebas (CMB)', en: 'Record a pre-release leave decree (CMB)' },
    document: 'required',
    data: z.strictObject({ caseId, from, probationEndsOn }),
    policies: [
      ...(['conditional_leave_most_months', 'conditional_release_least_months'] as const),
      ...(['conditional_release_good_months', 'release_watch_days'] as const),
    ],
  }),
} as const;

const release = {
  'record-release': journeyCommand('record-release', {
    title: { id: 'Catat pembebasan', en: 'Record a release' },
    sealed: { contactPhone: 'case', contactFamily: 'case', noContactReason: 'case' },
    document: 'required',
    data: z.strictObject({
      caseId,
      kind: z.enum(['BEBAS_MURNI', 'RU_II', 'PB', 'CB', 'CMB', 'DEMI_HUKUM']),
      on: localDate,
      ...contact,
      noContactReason: sensitiveText.exactOptional(),
    }),
    policies: ['hand_over_days', 'release_chase_days'],
    facts: ({ contactOffice }) => [contactOffice === undefined ? undefined : officeFact(contactOffice)],
  }),
  'record-release-contact': journeyCommand('record-release-contact', {
    title: { id: 'Catat kontak orang yang bebas', en: 'Record a contact of a released person' },
    sealed: { contactPhone: 'case', contactFamily: 'case' },
    data: z.strictObject({ caseId, ...contact }),
    facts: ({ contactOffice }) => [contactOffice === undefined ? undefined : officeFact(contactOffice)],
  }),
  'hand-over-released': journeyCommand('hand-over-released', {
    title: {
      id: 'Catat serah terima ke Bapas atau Disnaker',
      en: 'Record the hand-over of a released person',
    },
    document: 'usual',
    data: z.strictObject({ caseId, to: code, on: localDate }),
    facts: ({ to }) => [officeFact(to)],
  }),
  'accept-client': journeyCommand('accept-client', {
    title: { id: 'Terima klien Bapas', en: 'Accept a client of the probation office' },
    document: 'usual',
    data: z.strictObject({ caseId, on: localDate }),
    policies: ['aftercare_report_months'],
  }),
  'record-aftercare-report': journeyCommand('record-aftercare-report', {
    title: { id: 'Catat wajib lapor', en: 'Record a client’s report' },
    sealed: { note: 'case' },
    data: z.strictObject({
      caseId,
      reportedOn: localDate,
      way: z.enum(['IN_PERSON', 'REMOTE']),
      note: sensitiveText.exactOptional(),
    }),
    policies: ['aftercare_report_months'],
  }),
  'revoke-conditional-release': journeyCommand('revoke-conditional-release', {
    title: { id: 'Catat pencabutan PB, CB, atau CMB', en: 'Record the revocation of a conditional release' },
    document: 'required',
    data: z.strictObject({
      caseId,
      on: localDate,
      ground: z.enum(['BREACH', 'NEW_OFFENCE']),
      registerNumber: registerNumber.exactOptional(),
      stageDates: stageDates.exactOptional(),
      releaseOn: localDate.exactOptional(),
    }),
    policies: ['release_watch_days', 'revocation_months_after_probation', 'retention_years'],
    facts: (_data, { office }) => [officeFact(office)],
  }),
  'end-aftercare': journeyCommand('end-aftercare', {
    title: { id: 'Akhiri pembimbingan', en: 'End the aftercare' },
    document: 'usual',
    data: z.strictObject({
      caseId,
      on: localDate,
      reason: z.enum(['PROBATION_ENDED', 'TERM_ENDED', 'OTHER']),
    }),
  }),
  'close-prison-case': journeyCommand('close-prison-case', {
    title: { id: 'Tutup perkara Lapas', en: 'Close a prison case' },
    document: 'usual',
    data: z.strictObject({
      caseId,
      reason: z.enum(['PROGRAMME_DONE', 'RELEASED_NO_CONTACT', 'DEATH', 'ESCAPE_LAPSED']),
    }),
    policies: ['retention_years'],
  }),
} as const;

export const prisonCommands = { ...admission, ...dates, ...custody, ...integration, ...release } as const;
