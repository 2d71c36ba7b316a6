/** Sentences about entries of the registers: offices, sites, calendars, rules, programmes, schemes, assessors, work. */
import type { AssessorFact, AssessorLicence, WithdrawLicenceData } from '../../domain/registers/assessor.ts';
import type { RegisterCalendarData, SetHolidaysData } from '../../domain/registers/calendar.ts';
import type { EmployerFact, Workforce } from '../../domain/registers/employer.ts';
import type { FacilityLockdownData, OfficeFact } from '../../domain/registers/office.ts';
import type { SetPolicyData } from '../../domain/registers/policy.ts';
import type { ProgrammeContent, ProgrammeFact } from '../../domain/registers/programme.ts';
import type { ReviseSchemeData, SchemeFact } from '../../domain/registers/scheme.ts';
import type { SiteFact, SuspensionReason } from '../../domain/registers/site.ts';
import type { AmendSiteData } from '../../domain/registers/site-register.ts';
import type { VacancyFact } from '../../domain/registers/vacancy.ts';
import type { AmendVacancyData } from '../../domain/registers/vacancy-register.ts';
import type { LocalDate } from '../../domain/time/moment.ts';
import { about, type Said, type TemplatesOf, words } from './template.ts';

const register = about('register');

interface On {
  readonly on: LocalDate;
}

/** A register writes its events where it decides: these are their shapes. */
export interface RegisterEvents {
  OfficeRegistered: OfficeFact;
  FacilityLockdownBegun: FacilityLockdownData & { readonly facility: string };
  SiteRegistered: SiteFact;
  SiteAmended: { readonly changes: AmendSiteData };
  SiteSuspended: On & { readonly reason: SuspensionReason };
  SiteReinstated: On;
  CalendarRegistered: RegisterCalendarData;
  HolidaysSet: SetHolidaysData;
  PolicyValueAdded: SetPolicyData;
  ProgrammeRegistered: ProgrammeFact;
  ProgrammeRevised: ProgrammeContent & { readonly version: number };
  ProgrammeRetired: On;
  SchemeRegistered: SchemeFact;
  SchemeRevised: { readonly changes: ReviseSchemeData };
  AssessorRegistered: AssessorFact;
  LicenceRenewed: { readonly licence: AssessorLicence; readonly schemeIds?: readonly string[] };
  LicenceWithdrawn: WithdrawLicenceData;
  EmployerRegistered: EmployerFact;
  WorkforceReported: Workforce;
  VacancyReported: VacancyFact;
  VacancyAmended: { readonly changes: AmendVacancyData };
  VacancyFilled: On;
  VacancyWithdrawn: On;
}

const SUSPENDED: Said<SuspensionReason> = {
  COMMERCIAL_USE: words('dipakai untuk keuntungan komersial', 'of commercial use'),
  OVERWORK: words('kerja melebihi batas', 'of overwork'),
  SAFETY: words('keselamatan', 'of safety'),
  NO_CONFIRMATIONS: words('sesi tidak dikonfirmasi', 'sessions were not confirmed'),
  AGENCY_REQUEST: words('permintaan instansinya', 'the agency asked for it'),
  OTHER: words('hal lain', 'of another matter'),
};

export const REGISTER: TemplatesOf<RegisterEvents> = {
  OfficeRegistered: register('Kantor didaftarkan', 'An office was registered', ({ name }, t) =>
    words(`Kantor didaftarkan: ${t.text(name)}`, `An office was registered: ${t.text(name)}`),
  ),
  FacilityLockdownBegun: register('Lapas ditutup sementara', 'A prison was locked down', (d, t) => {
    const id = `${t.name(d.facility)} ditutup sementara sejak ${t.date(d.from)}`;
    const en = `${t.name(d.facility)} was locked down from ${t.date(d.from)}`;
    if (d.until === undefined) return words(id, en);
    return words(`${id} sampai ${t.date(d.until)}`, `${en} to ${t.date(d.until)}`);
  }),
  SiteRegistered: register('Tempat kerja sosial didaftarkan', 'A site was registered', (d, t) =>
    words(
      `Tempat kerja sosial didaftarkan: ${t.text(d.name)}, ${t.people(d.capacityPerDay)} sehari`,
      `A site was registered: ${t.text(d.name)}, ${t.people(d.capacityPerDay)} a day`,
    ),
  ),
  SiteAmended: register('Data tempat kerja sosial diubah', 'The data of the site was changed'),
  SiteSuspended: register('Tempat kerja sosial ditangguhkan', 'The site was suspended', (d, t) =>
    words(
      `Tempat kerja sosial ditangguhkan sejak ${t.date(d.on)} karena ${t.of(SUSPENDED, d.reason)}`,
      `The site was suspended from ${t.date(d.on)} because ${t.of(SUSPENDED, d.reason)}`,
    ),
  ),
  SiteReinstated: register('Tempat kerja sosial dipakai lagi', 'The site was reinstated', ({ on }, t) =>
    words(`Tempat kerja sosial dipakai lagi sejak ${t.date(on)}`, `The site was reinstated on ${t.date(on)}`),
  ),
  CalendarRegistered: register('Kalender kerja didaftarkan', 'A calendar was registered', ({ name }, t) =>
    words(`Kalender kerja didaftarkan: ${t.text(name)}`, `A calendar was registered: ${t.text(name)}`),
  ),
  HolidaysSet: register('Hari libur ditetapkan', 'The holidays were set', (d, t) =>
    words(
      `Hari libur tahun ${t.text(d.year)} ditetapkan: ${t.days(d.holidays.length)}`,
      `The holidays of ${t.text(d.year)} were set: ${t.days(d.holidays.length)}`,
    ),
  ),
  PolicyValueAdded: register('Nilai aturan ditetapkan', 'A value of the rule was set', ({ from }, t) =>
    words(
      `Nilai aturan ditetapkan, berlaku mulai ${t.date(from)}`,
      `A value of the rule was set, in force from ${t.date(from)}`,
    ),
  ),
  ProgrammeRegistered: register('Program pelatihan didaftarkan', 'A programme was registered', (d, t) =>
    words(
      `Program ${t.text(d.title)} didaftarkan: ${t.units(d.units.length)}, ${t.jp(d.jp)}`,
      `The programme ${t.text(d.title)} was registered: ${t.units(d.units.length)}, ${t.jp(d.jp)}`,
    ),
  ),
  ProgrammeRevised: register('Program pelatihan diperbarui', 'The programme was revised', (d, t) =>
    words(
      `Program ${t.text(d.title)} diperbarui menjadi versi ${t.whole(d.version)}: ${t.units(d.units.length)}, ${t.jp(d.jp)}`,
      `The programme ${t.text(d.title)} was revised to version ${t.whole(d.version)}: ${t.units(d.units.length)}, ${t.jp(d.jp)}`,
    ),
  ),
  ProgrammeRetired: register(
    'Program pelatihan tidak dibuka lagi',
    'The programme was retired',
    ({ on }, t) =>
      words(
        `Program pelatihan tidak dibuka lagi sejak ${t.date(on)}`,
        `The programme was retired on ${t.date(on)}`,
      ),
  ),
  SchemeRegistered: register('Skema sertifikasi didaftarkan', 'A scheme was registered', (d, t) =>
    words(
      `Skema ${t.text(d.title)} didaftarkan: ${t.units(d.units.length)}`,
      `The scheme ${t.text(d.title)} was registered: ${t.units(d.units.length)}`,
    ),
  ),
  SchemeRevised: register('Skema sertifikasi diperbarui', 'The scheme was revised'),
  AssessorRegistered: register('Asesor didaftarkan', 'An assessor was registered', (d, t) =>
    words(
      `Asesor ${t.text(d.met)} didaftarkan untuk ${t.name(d.certificationBody)}`,
      `Assessor ${t.text(d.met)} was registered for ${t.name(d.certificationBody)}`,
    ),
  ),
  LicenceRenewed: register(
    'Lisensi asesor diperpanjang',
    'The licence of the assessor was renewed',
    ({ licence }, t) =>
      words(
        `Lisensi asesor diperpanjang sampai ${t.date(licence.validTo)}`,
        `The licence of the assessor was renewed until ${t.date(licence.validTo)}`,
      ),
  ),
  LicenceWithdrawn: register(
    'Lisensi asesor dicabut',
    'The licence of the assessor was withdrawn',
    ({ on }, t) =>
      words(
        `Lisensi asesor dicabut sejak ${t.date(on)}`,
        `The licence of the assessor was withdrawn from ${t.date(on)}`,
      ),
  ),
  EmployerRegistered: register('Pemberi kerja didaftarkan', 'An employer was registered', ({ name }, t) =>
    words(`Pemberi kerja didaftarkan: ${t.text(name)}`, `An employer was registered: ${t.text(name)}`),
  ),
  WorkforceReported: register('Jumlah pekerja dilaporkan', 'The workforce was reported', (d, t) =>
    words(
      `Jumlah pekerja per ${t.date(d.on)} dilaporkan: ${t.people(d.workers)}, penyandang disabilitas ${t.people(d.disabledWorkers)}`,
      `The workforce on ${t.date(d.on)} was reported: ${t.people(d.workers)}, with a disability ${t.people(d.disabledWorkers)}`,
    ),
  ),
  VacancyReported: register('Lowongan dilaporkan', 'A vacancy was reported', (d, t) =>
    words(
      `Lowongan dilaporkan: ${t.text(d.jobTitle)}, ${t.people(d.openings)}, sampai ${t.date(d.validUntil)}`,
      `A vacancy was reported: ${t.text(d.jobTitle)}, ${t.people(d.openings)}, until ${t.date(d.validUntil)}`,
    ),
  ),
  VacancyAmended: register('Data lowongan diubah', 'The vacancy was changed'),
  VacancyFilled: register('Lowongan terisi', 'The vacancy was filled', ({ on }, t) =>
    words(`Lowongan terisi pada ${t.date(on)}`, `The vacancy was filled on ${t.date(on)}`),
  ),
  VacancyWithdrawn: register('Lowongan ditarik', 'The vacancy was withdrawn', ({ on }, t) =>
    words(`Lowongan ditarik pada ${t.date(on)}`, `The vacancy was withdrawn on ${t.date(on)}`),
  ),
};
