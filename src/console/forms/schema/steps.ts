/** How long commands are divided: which fields are asked together, in the order in which a clerk reads the paper. */
import type { CommandName } from '../../../access/roles.ts';
import type { Words } from '../../words/words.ts';

export interface Step {
  readonly key: string;
  readonly title: Words;
  /** Of top-level fields. */
  readonly names: readonly string[];
}

export type StepTable = readonly Step[];

const step = (key: string, id: string, en: string, ...names: string[]): Step => ({
  key,
  title: { id, en },
  names,
});

/** Long, and yet one sheet of paper on the desk: asked at once. */
export const ON_ONE_PAGE: ReadonlySet<string> = new Set<CommandName>([
  ...([
    'file-appeal',
    'record-retention-check',
    'open-finding',
    'receive-referral',
    'change-ruling',
  ] as const),
  ...(['complete-ruling', 'amend-class', 'revise-scheme', 'record-release'] as const),
]);

const PROGRAMME: StepTable = [
  step('program', 'Program', 'The programme', 'trade', 'title', 'type', 'jp', 'source'),
  step('unit', 'Unit kompetensi', 'Competence units', 'units', 'schemeId'),
  step(
    ...(['syarat', 'Syarat dan kehadiran', 'Conditions and attendance'] as const),
    ...['minimumAge', 'prerequisites', 'thresholdPercent', 'excusedCounts', 'tags'],
  ),
];

const SITE: StepTable = [
  step(
    ...(['tempat', 'Tempat', 'The place'] as const),
    ...['name', 'agency', 'owner', 'regency', 'zone', 'trainingCentre', 'commercial'],
  ),
  step('pekerjaan', 'Pekerjaan dan kapasitas', 'Work and capacity', 'workTypes', 'capacityPerDay'),
  step(
    ...(['buka', 'Hari buka', 'When it is open'] as const),
    ...['calendar', 'openWeekdays', 'openOnHolidays', 'closedOn'],
  ),
  step(
    ...(['perjanjian', 'Perjanjian dan jaminan', 'Agreement and cover'] as const),
    ...['agreement', 'safetyCoverReference', 'contactPost', 'accessNotes'],
  ),
];

const VACANCY: StepTable = [
  step(
    ...(['lowongan', 'Lowongan', 'The vacancy'] as const),
    ...['employerId', 'jobTitle', 'kbjiCode', 'openings', 'sector', 'regency', 'zone'],
  ),
  step('waktu-upah', 'Waktu dan upah', 'Time and wage', 'validFrom', 'validUntil', 'wage'),
  step(
    ...(['keahlian', 'Keahlian', 'Skills'] as const),
    ...['units', 'schemes', 'education', 'experienceMonths', 'needsSupported'],
  ),
  step('syarat-hukum', 'Syarat hukum', 'Legal conditions', 'ages', 'sex', 'exclusions'),
];

export const STEPS: { readonly [C in CommandName]?: StepTable } = {
  'register-ruling': [
    step('perkara', 'Perkara', 'The case', 'origin', 'caseNumber', 'defendantOrder', 'court', 'rulingDate'),
    step('perbuatan', 'Perbuatan', 'The act', 'actDate', 'article', 'maximumThreatMonths'),
    step(
      ...(['pidana', 'Pidana', 'The sentence'] as const),
      ...['replaced', 'orderedHours', 'hoursPerDay', 'daysPerWeek', 'completionDays', 'unpaidFineRupiah'],
      'measure',
    ),
    step(
      ...(['pelaksanaan', 'Tempat dan persetujuan', 'Place and consent'] as const),
      ...['place', 'consentRecorded', 'probationOffice', 'anomalyReason'],
    ),
  ],
  'import-inmate': [
    step(
      ...(['pidana', 'Pidana', 'The sentence'] as const),
      ...['registerNumber', 'sentence', 'generalRemissions', 'linkedCaseId'],
    ),
    step('tanggal', 'Tanggal', 'Dates', 'stageDates', 'releaseOn', 'probationOffice'),
  ],
  'request-apprenticeship': [
    step(
      ...(['perjanjian', 'Perjanjian', 'The agreement'] as const),
      ...['agreementNumber', 'scheme', 'employerId', 'proposalId', 'requestedOn', 'startsOn', 'endsOn'],
    ),
    step(
      ...(['peserta', 'Peserta', 'The apprentice'] as const),
      ...['ageYears', 'parentalConsent', 'theoryPercent', 'graduatedOn'],
    ),
  ],
  'open-class': [
    step(
      ...(['kelas', 'Kelas', 'The class'] as const),
      ...['programmeId', 'deliveryMode', 'siteId', 'room', 'hostFacility', 'capacity'],
    ),
    step('waktu', 'Waktu', 'When', 'startsOn', 'endsOn', 'opensOn', 'timetable'),
    step('pengajar', 'Instruktur dan alat', 'Instructors and tools', 'instructors', 'allowedTools'),
  ],
  'apply-for-permit': [
    step(
      ...(['permohonan', 'Permohonan', 'The application'] as const),
      ...['permitOffice', 'position', 'occupation', 'workers', 'regency', 'periodFrom', 'periodTo'],
      'specialEconomicZone',
    ),
    step('lulusan', 'Lulusan setempat', 'Local graduates', 'localGraduates', 'companion'),
  ],
  'register-site': SITE,
  'amend-site': SITE,
  'report-vacancy': VACANCY,
  'amend-vacancy': VACANCY,
  'register-programme': PROGRAMME,
  'revise-programme': PROGRAMME,
  'register-scheme': [
    step('skema', 'Skema', 'The scheme', 'title', 'certificationBodies', 'units', 'programmeIds'),
    step(
      'kode',
      'Kode dan masa berlaku',
      'Codes and validity',
      'kbli',
      'kbji',
      'kkniLevel',
      'validityMonths',
    ),
  ],
};
