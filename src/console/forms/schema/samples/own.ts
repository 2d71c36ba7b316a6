/** What the general example does not know: commands whose fields must fit one another. */
import type { CommandName } from '../../../../access/roles.ts';
import type { JsonObject } from '../../../../domain/decider.ts';
import type { LocalDate } from '../../../../domain/time/moment.ts';

/** @param day so many days after today. */
type Sample = (day: (days: number) => LocalDate) => JsonObject;

/** Nobody has this number: 99 is the code of no province. */
const identity = {
  name: 'Budi Contoh',
  nik: '9901010101900001',
  birthDate: '1990-01-01',
  sex: 'MALE',
  address: 'Jalan Contoh 1, Medan',
  phone: '+62 812 0000 0000',
} as const;

const stageDates: Sample = (day) => ({
  oneThird: day(120),
  half: day(240),
  twoThirds: day(360),
  expiry: day(600),
});

const companion = { kind: 'OWN_EMPLOYEE', reference: 'SDM-17' } as const;

export const OWN_SAMPLES: { readonly [C in CommandName]?: Sample } = {
  'register-person': () => ({ identity, provisional: false }),
  'link-identity': () => ({ identity }),
  // Of yesterday: what is still to come is refused, whatever the hour.
  'record-session': (day) => ({ start: `${day(-1)}T08:00`, end: `${day(-1)}T12:00` }),
  'register-ruling': (day) => ({
    ...{ rulingDate: day(-7), actDate: day(-120), replaced: { kind: 'PRISON', days: 90 }, orderedHours: 60 },
    ...{ hoursPerDay: 4, daysPerWeek: 3, completionDays: 90, consentRecorded: true },
    place: { siteId: 'puskesmas-helvetia', source: 'COURT' },
  }),
  'complete-ruling': () => ({ hoursPerDay: 4, daysPerWeek: 3, consentRecorded: true }),
  'order-execution': (day) => ({ orderedOn: day(0), firstAppearanceOn: day(3) }),
  'change-ruling': () => ({ orderedHours: 40 }),
  'plan-schedule': (day) => ({
    from: day(1),
    slots: [1, 3, 5].map((weekday) => ({ weekday, start: '08:00', end: '12:00', breakMinutes: 0 })),
  }),
  'record-release': (day) => ({ on: day(0), contactOffice: 'bapas-medan' }),
  'import-inmate': (day) => ({
    sentence: { kind: 'TERM', startedOn: day(-60), months: 24, days: 0 },
    stageDates: stageDates(day),
    probationOffice: 'bapas-medan',
  }),
  'change-stage-dates': (day) => ({ stageDates: stageDates(day) }),
  'change-release-date': (day) => ({ from: day(600), to: day(570) }),
  'grant-conditional-release': (day) => ({ from: day(30), probationEndsOn: day(600) }),
  'grant-conditional-leave': (day) => ({ from: day(30), probationEndsOn: day(200) }),
  'grant-pre-release-leave': (day) => ({ from: day(30), probationEndsOn: day(200) }),
  'receive-referral': () => ({ needs: ['SIGN_LANGUAGE_INTERPRETER'] }),
  'plan-accommodation': (day) => ({ classStartsOn: day(30) }),
  'schedule-test': (day) => ({ on: day(14) }),
  'schedule-retest': (day) => ({ on: day(14) }),
  'schedule-tpp': (day) => ({ on: day(14) }),
  'hold-plenary': () => ({ members: ['staf-lsp-3', 'staf-lsp-5', 'staf-lsp-7'] }),
  'decide-appeal': () => ({ members: ['staf-lsp-3', 'staf-lsp-5', 'staf-lsp-7'] }),
  'request-assessment': () => ({
    schemeId: 'menjahit-garmen',
    basis: { kind: 'RPL', portfolio: ['IA.08'] },
    // Every unit of the scheme exactly once, as the law of assessments asks.
    selfAssessment: [1, 2, 3, 4, 5].map((unit) => ({ unit: `C.14GMN01.00${unit}.1`, able: true })),
  }),
  // A task that was watched and a portfolio: enough on either basis.
  'record-test-taken': (day) => ({
    ...{ takenOn: day(0), evidence: [{ unit: 'C.24LAS01.001.1', forms: ['IA.02', 'IA.08'] }] },
  }),
  'request-apprenticeship': (day) => ({ startsOn: day(14), endsOn: day(194) }),
  'start-placement': () => ({
    ...{ kind: 'EMPLOYED', proposalId: null, employerId: null, contract: 'PKWT', sector: 'MANUFACTURING' },
    wageBand: 'AT_MINIMUM',
  }),
  'change-job': (day) => ({ endedOn: day(-7), startedOn: day(0), contract: 'PKWT', wageBand: 'AT_MINIMUM' }),
  'record-retention-check': () => ({ wageBand: 'AT_MINIMUM', relevantToCertificate: true }),
  'report-vacancy': (day) => ({ validFrom: day(0), validUntil: day(90), kbjiCode: '7212' }),
  'amend-vacancy': () => ({ openings: 3 }),
  'amend-site': () => ({ capacityPerDay: 6 }),
  'revise-scheme': () => ({ title: 'Skema contoh yang diubah' }),
  'register-assessor': (day) => ({ licence: { validFrom: day(0), validTo: day(1095) } }),
  'renew-licence': (day) => ({ validFrom: day(0), validTo: day(1095) }),
  'register-site': () => ({ openWeekdays: [1, 2, 3, 4, 5], commercial: false, openOnHolidays: false }),
  'register-programme': () => ({ thresholdPercent: 80, excusedCounts: false }),
  'revise-programme': () => ({ thresholdPercent: 80, excusedCounts: false }),
  'set-holidays': (day) => ({ holidays: [{ date: `2027${day(0).slice(4)}`, name: 'Hari libur contoh' }] }),
  'set-policy': (day) => ({ unit: 'days', from: day(30), value: 180 }),
  'open-class': (day) => ({
    ...{ startsOn: day(30), endsOn: day(56), capacity: 16, room: 'B-1' },
    timetable: {
      weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, start: '08:00', jp: 8 })),
      ...{ dated: [], except: [] },
    },
    instructors: ['instruktur-1'],
  }),
  'amend-class': () => ({ room: 'B-2' }),
  'swap-instructor': () => ({ out: 'instruktur-1', in: 'instruktur-2' }),
  'approve-permit': (day) => ({ validFrom: day(0), validTo: day(364) }),
  'record-stay-permit': (day) => ({ validFrom: day(0), validTo: day(364) }),
  'apply-for-permit': (day) => ({
    ...{ periodFrom: day(30), periodTo: day(394), specialEconomicZone: false, companion },
    localGraduates: {
      ...{ occupation: 'Juru las', regency: 'Kota Medan', units: ['C.24LAS01.001.1'], shown: 2 },
      skipReason: 'SKILL_LEVEL',
    },
  }),
  'name-companion': () => ({ companion }),
  'apply-for-extension': (day) => ({ until: day(365), companion }),
  'decide-extension': (day) => ({ approved: true, number: 'RPTKA-2/2026', until: day(365) }),
  'set-availability': () => ({ regencies: ['Kota Medan', 'Kabupaten Deli Serdang'] }),
};
