/** Offices, sites, calendars and policies: what a registrar sends. Nothing here is about a person. */
import { z } from 'zod';
import type { JsonValue } from '../domain/decider.ts';
import type {
  RegisterAssessorData,
  RenewLicenceData,
  WithdrawLicenceData,
} from '../domain/registers/assessor.ts';
import type { RegisterCalendarData, SetHolidaysData } from '../domain/registers/calendar.ts';
import type { RegisterEmployerData, ReportWorkforceData } from '../domain/registers/employer.ts';
import {
  type FacilityLockdownData,
  OFFICE_KINDS,
  type RegisterOfficeData,
} from '../domain/registers/office.ts';
import type { SetPolicyData } from '../domain/registers/policy.ts';
import {
  PROGRAMME_TYPES,
  type RegisterProgrammeData,
  type RetireProgrammeData,
  type ReviseProgrammeData,
} from '../domain/registers/programme.ts';
import type { RegisterName } from '../domain/registers/register-decider.ts';
import type { RegisterSchemeData, ReviseSchemeData } from '../domain/registers/scheme.ts';
import { SUSPENSION_REASONS } from '../domain/registers/site.ts';
import type {
  AmendSiteData,
  RegisterSiteData,
  ReinstateSiteData,
  SuspendSiteData,
} from '../domain/registers/site-register.ts';
import type {
  AmendVacancyData,
  CloseVacancyData,
  ReportVacancyData,
} from '../domain/registers/vacancy-register.ts';
import { type CatalogueEntry, calendarFact, officeFact } from './entry.ts';
import { code, documentNumber, localDate, oneLine, wholeNumber, workType, zone } from './fields.ts';
import { unitCode } from './training-fields.ts';
import { closing, employer, vacancy, vacancyChanges, workforce } from './vacancy-fields.ts';

/** Names of places, agencies and posts. */
const placeName = oneLine(200);
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7)));

const agreement = z.strictObject({
  number: documentNumber,
  validFrom: localDate,
  validTo: localDate,
  parties: z.array(placeName).max(20),
});

const siteFields = {
  name: placeName,
  owner: code,
  agency: placeName,
  regency: placeName,
  capacityPerDay: wholeNumber(1, 10_000),
  workTypes: z.array(workType).max(50),
  agreement: agreement.nullable(),
  safetyCoverReference: documentNumber.nullable(),
  contactPost: placeName.nullable(),
  accessNotes: oneLine(1_000).nullable(),
  trainingCentre: z.boolean(),
  calendar: code,
  openWeekdays: z.array(weekday).min(1).max(7),
  openOnHolidays: z.boolean(),
  closedOn: z.array(localDate).max(1_000),
};

interface RegisterCommands {
  'register-office': RegisterOfficeData;
  'begin-facility-lockdown': FacilityLockdownData;
  'register-site': RegisterSiteData;
  'amend-site': AmendSiteData;
  'suspend-site': SuspendSiteData;
  'reinstate-site': ReinstateSiteData;
  'register-calendar': RegisterCalendarData;
  'set-holidays': SetHolidaysData;
  'set-policy': SetPolicyData;
  'register-programme': RegisterProgrammeData;
  'revise-programme': ReviseProgrammeData;
  'retire-programme': RetireProgrammeData;
  'register-scheme': RegisterSchemeData;
  'revise-scheme': ReviseSchemeData;
  'register-assessor': RegisterAssessorData;
  'renew-licence': RenewLicenceData;
  'withdraw-licence': WithdrawLicenceData;
  'register-employer': RegisterEmployerData;
  'report-workforce': ReportWorkforceData;
  'report-vacancy': ReportVacancyData;
  'amend-vacancy': AmendVacancyData;
  'report-vacancy-filled': CloseVacancyData;
  'withdraw-vacancy': CloseVacancyData;
}

export type RegisterCommandName = keyof RegisterCommands;

export interface RegisterEntry extends CatalogueEntry {
  readonly name: RegisterCommandName;
  readonly target: 'register';
  readonly register: RegisterName;
}

interface RegisterCommandDescription<Name extends RegisterCommandName, Schema extends z.ZodType> {
  readonly title: CatalogueEntry['title'];
  readonly register: RegisterName;
  readonly data: z.output<Schema> extends RegisterCommands[Name] ? Schema : never;
  readonly facts?: (data: z.output<Schema>) => readonly (string | null | undefined)[];
}

function registerCommand<Name extends RegisterCommandName, Schema extends z.ZodType>(
  name: Name,
  { title, register, data, facts }: RegisterCommandDescription<Name, Schema>,
): RegisterEntry {
  return {
    ...{ name, target: 'register', register, door: 'commands', title },
    ...{ data: data as z.ZodType, document: 'optional', sealed: {} },
    ...{ storesIdentity: false, indexesCaseNumber: false, derives: [] },
    ...{ attestsAge: false, attestsAgeNow: false },
    facts: (sent) =>
      (facts?.(sent as z.output<Schema>) ?? []).filter((key) => key !== undefined && key !== null),
  };
}

const programme = z.strictObject({
  trade: placeName,
  title: placeName,
  type: z.enum(PROGRAMME_TYPES),
  units: z
    .array(
      z.strictObject({
        code: unitCode,
        title: placeName,
        decree: documentNumber.nullable(),
        jp: wholeNumber(1, 2_000).nullable(),
      }),
    )
    .min(1)
    .max(100),
  jp: wholeNumber(1, 2_000),
  thresholdPercent: wholeNumber(1, 100).nullable(),
  excusedCounts: z.boolean(),
  minimumAge: wholeNumber(15, 60),
  prerequisites: z.strictObject({ units: z.array(unitCode).max(100), programmes: z.array(code).max(20) }),
  tags: z.array(code).max(20),
  schemeId: code.nullable(),
  source: oneLine(300),
});
const schemeFields = {
  title: placeName,
  certificationBodies: z.array(code).min(1).max(100),
  units: z
    .array(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9./-]{0,59}$/, 'not the code of a unit'))
    .min(1)
    .max(100),
  kbli: z
    .string()
    .regex(/^[0-9A-Z.]{1,10}$/, 'not a code of KBLI')
    .nullable(),
  kbji: z
    .string()
    .regex(/^[0-9A-Z.]{1,10}$/, 'not a code of KBJI')
    .nullable(),
  kkniLevel: wholeNumber(1, 9).nullable(),
  validityMonths: wholeNumber(1, 120).nullable(),
  programmeIds: z.array(code).max(50),
};
/** MET numbers as printed: no pattern is refused (L-19). */
const metNumber = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 ./-]{0,59}$/, 'not the number of an assessor');
const accountId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@:-]{0,99}$/, 'not the id of an account');
const schemeIds = z.array(code).max(200);
const licence = { validFrom: localDate, validTo: localDate };
/** Bodies whose offices are looked up before the decision; a further one costs a round. */
const MOST_BODIES = 5;

/** A policy's value: a number, a word, yes or no, or a list of them. */
const policyScalar = z.union([z.number(), oneLine(200), z.boolean()]);
const policyValue: z.ZodType<JsonValue> = z.union([policyScalar, z.array(policyScalar).max(50)]);

export const REGISTER_COMMANDS: { readonly [Name in RegisterCommandName]: RegisterEntry } = {
  'register-office': registerCommand('register-office', {
    title: { id: 'Daftarkan kantor', en: 'Register an office' },
    register: 'office',
    data: z.strictObject({
      kind: z.enum(OFFICE_KINDS),
      name: placeName,
      zone,
      parent: code.nullable(),
      regency: placeName,
      calendar: code,
    }),
    facts: ({ parent, calendar }) => [parent && officeFact(parent), calendarFact(calendar)],
  }),
  'begin-facility-lockdown': registerCommand('begin-facility-lockdown', {
    title: { id: 'Umumkan penutupan Lapas', en: 'Begin the lockdown of a prison' },
    register: 'office',
    data: z.strictObject({ from: localDate, until: localDate.exactOptional() }),
  }),
  'register-site': registerCommand('register-site', {
    title: { id: 'Daftarkan lokasi', en: 'Register a site' },
    register: 'site',
    data: z.strictObject({ ...siteFields, zone, commercial: z.boolean() }),
    facts: ({ owner, calendar }) => [officeFact(owner), calendarFact(calendar)],
  }),
  'amend-site': registerCommand('amend-site', {
    title: { id: 'Ubah data lokasi', en: 'Amend a site' },
    register: 'site',
    data: z.strictObject({
      name: siteFields.name.exactOptional(),
      owner: siteFields.owner.exactOptional(),
      agency: siteFields.agency.exactOptional(),
      regency: siteFields.regency.exactOptional(),
      capacityPerDay: siteFields.capacityPerDay.exactOptional(),
      workTypes: siteFields.workTypes.exactOptional(),
      agreement: siteFields.agreement.exactOptional(),
      safetyCoverReference: siteFields.safetyCoverReference.exactOptional(),
      contactPost: siteFields.contactPost.exactOptional(),
      accessNotes: siteFields.accessNotes.exactOptional(),
      trainingCentre: siteFields.trainingCentre.exactOptional(),
      calendar: siteFields.calendar.exactOptional(),
      openWeekdays: siteFields.openWeekdays.exactOptional(),
      openOnHolidays: siteFields.openOnHolidays.exactOptional(),
      closedOn: siteFields.closedOn.exactOptional(),
    }),
    facts: ({ owner, calendar }) => [owner && officeFact(owner), calendar && calendarFact(calendar)],
  }),
  'suspend-site': registerCommand('suspend-site', {
    title: { id: 'Hentikan lokasi', en: 'Suspend a site' },
    register: 'site',
    data: z.strictObject({ reason: z.enum(SUSPENSION_REASONS), on: localDate.exactOptional() }),
  }),
  'reinstate-site': registerCommand('reinstate-site', {
    title: { id: 'Aktifkan kembali lokasi', en: 'Reinstate a site' },
    register: 'site',
    data: z.strictObject({}),
  }),
  'register-calendar': registerCommand('register-calendar', {
    title: { id: 'Daftarkan kalender kerja', en: 'Register a working calendar' },
    register: 'calendar',
    data: z.strictObject({ name: placeName }),
  }),
  'set-holidays': registerCommand('set-holidays', {
    title: { id: 'Muat hari libur satu tahun', en: 'Set the holidays of a year' },
    register: 'calendar',
    data: z.strictObject({
      year: wholeNumber(1_900, 2_200),
      source: oneLine(300),
      holidays: z.array(z.strictObject({ date: localDate, name: placeName })).max(100),
    }),
  }),
  'set-policy': registerCommand('set-policy', {
    title: { id: 'Tetapkan ketentuan', en: 'Set a policy' },
    register: 'policy',
    data: z.strictObject({
      unit: oneLine(100),
      from: localDate,
      value: policyValue,
      source: oneLine(300),
    }),
  }),
  'register-employer': registerCommand('register-employer', {
    title: { id: 'Daftarkan pemberi kerja', en: 'Register an employer' },
    register: 'employer',
    data: employer,
  }),
  'report-workforce': registerCommand('report-workforce', {
    title: { id: 'Laporkan jumlah pekerja', en: 'Report the number of workers' },
    register: 'employer',
    data: workforce,
  }),
  'report-vacancy': registerCommand('report-vacancy', {
    title: { id: 'Laporkan lowongan', en: 'Report a vacancy' },
    register: 'vacancy',
    data: vacancy,
    facts: ({ employerId }) => [`employer/${employerId}`],
  }),
  'amend-vacancy': registerCommand('amend-vacancy', {
    title: { id: 'Ubah lowongan', en: 'Amend a vacancy' },
    register: 'vacancy',
    data: vacancyChanges,
  }),
  'report-vacancy-filled': registerCommand('report-vacancy-filled', {
    title: { id: 'Laporkan lowongan terisi', en: 'Report a vacancy as filled' },
    register: 'vacancy',
    data: closing,
  }),
  'withdraw-vacancy': registerCommand('withdraw-vacancy', {
    title: { id: 'Tarik lowongan', en: 'Withdraw a vacancy' },
    register: 'vacancy',
    data: closing,
  }),
  'register-programme': registerCommand('register-programme', {
    title: { id: 'Daftarkan program pelatihan', en: 'Register a programme' },
    register: 'programme',
    data: programme,
  }),
  'revise-programme': registerCommand('revise-programme', {
    title: { id: 'Terbitkan versi baru program', en: 'Revise a programme' },
    register: 'programme',
    data: programme,
  }),
  'retire-programme': registerCommand('retire-programme', {
    title: { id: 'Tutup program pelatihan', en: 'Retire a programme' },
    register: 'programme',
    data: z.strictObject({}),
  }),
  'register-scheme': registerCommand('register-scheme', {
    title: { id: 'Daftarkan skema sertifikasi', en: 'Register a certification scheme' },
    register: 'scheme',
    data: z.strictObject(schemeFields),
    facts: ({ certificationBodies }) => certificationBodies.slice(0, MOST_BODIES).map(officeFact),
  }),
  'revise-scheme': registerCommand('revise-scheme', {
    title: { id: 'Ubah skema sertifikasi', en: 'Revise a certification scheme' },
    register: 'scheme',
    data: z.strictObject({
      title: schemeFields.title.exactOptional(),
      certificationBodies: schemeFields.certificationBodies.exactOptional(),
      units: schemeFields.units.exactOptional(),
      kbli: schemeFields.kbli.exactOptional(),
      kbji: schemeFields.kbji.exactOptional(),
      kkniLevel: schemeFields.kkniLevel.exactOptional(),
      validityMonths: schemeFields.validityMonths.exactOptional(),
      programmeIds: schemeFields.programmeIds.exactOptional(),
    }),
    facts: ({ certificationBodies = [] }) => certificationBodies.slice(0, MOST_BODIES).map(officeFact),
  }),
  'register-assessor': registerCommand('register-assessor', {
    title: { id: 'Daftarkan asesor', en: 'Register an assessor' },
    register: 'assessor',
    data: z.strictObject({
      met: metNumber,
      certificationBody: code,
      licence: z.strictObject(licence),
      schemeIds,
      accountId: accountId.nullable(),
      employer: code.nullable(),
    }),
    facts: ({ certificationBody }) => [officeFact(certificationBody)],
  }),
  'renew-licence': registerCommand('renew-licence', {
    title: { id: 'Catat perpanjangan lisensi asesor', en: 'Record the renewal of an assessor’s licence' },
    register: 'assessor',
    data: z.strictObject({ ...licence, schemeIds: schemeIds.exactOptional() }),
  }),
  'withdraw-licence': registerCommand('withdraw-licence', {
    title: { id: 'Catat pencabutan lisensi asesor', en: 'Record the withdrawal of an assessor’s licence' },
    register: 'assessor',
    data: z.strictObject({ on: localDate }),
  }),
};
