/** Numbers of custody. Dates of the sentence itself are imported and never computed as binding (L-25). */
import type { StartingPolicy } from './starting-policy.ts';

/** UU 22/2022 on corrections. */
const from = '2022-08-03';
/** Keppres 174/1999 on remission. */
const REMISSION_FROM = '1999-12-23';
const REMISSION = 'Keppres 174/1999 (B-10)';

const REMISSION_RULES = {
  general_remission_day: {
    unit: 'month and day',
    from: REMISSION_FROM,
    value: '08-17',
    source: REMISSION,
    id: 'Hari pemberian remisi umum.',
    en: 'Day of the general remission.',
  },
  general_remission_first_year: {
    unit: '[months served, months of remission]',
    from: REMISSION_FROM,
    value: [
      [6, 1],
      [12, 2],
    ],
    source: REMISSION,
    id: 'Remisi umum tahun pertama menurut lama pidana yang dijalani.',
    en: 'General remission of the first year, by the time served.',
  },
  general_remission_later_years: {
    unit: 'months, from year 2 on',
    from: REMISSION_FROM,
    value: [3, 4, 5, 5, 6],
    source: REMISSION,
    id: 'Remisi umum tahun kedua, ketiga, keempat, kelima, keenam dan seterusnya.',
    en: 'General remission of year 2, 3, 4, 5, and of year 6 and after.',
  },
  special_remission_first_year: {
    unit: '[months served, days of remission]',
    from: REMISSION_FROM,
    value: [
      [6, 15],
      [12, 30],
    ],
    source: REMISSION,
    id: 'Remisi khusus tahun pertama menurut lama pidana yang dijalani.',
    en: 'Special remission of the first year, by the time served.',
  },
  special_remission_later_years: {
    unit: 'days, from year 2 on',
    from: REMISSION_FROM,
    value: [30, 30, 45, 45, 60],
    source: REMISSION,
    id: 'Remisi khusus tahun kedua, ketiga, keempat, kelima, keenam dan seterusnya.',
    en: 'Special remission of year 2, 3, 4, 5, and of year 6 and after.',
  },
  remission_discipline_months: {
    unit: 'months',
    from: REMISSION_FROM,
    value: 6,
    source: REMISSION,
    id: 'Tidak ada remisi bila tercatat dalam Register F selama ini terakhir.',
    en: 'No remission with an entry in Register F within this time.',
  },
} as const satisfies { [name: string]: StartingPolicy };

const INTEGRATION_RULES = {
  conditional_release_least_months: {
    unit: 'months served',
    from,
    value: 9,
    source: 'UU 1/2023 art. 72 (B-06)',
    id: 'Dua pertiga masa pidana untuk PB dan CMB paling sedikit selama ini.',
    en: 'Two thirds of the term are at least this long for conditional release and pre-release leave.',
  },
  conditional_leave_most_months: {
    unit: 'months of the sentence',
    from,
    value: 18,
    source: 'Permenkumham 3/2018 (B-07)',
    id: 'Pidana terlama untuk cuti bersyarat.',
    en: 'Longest sentence for conditional leave.',
  },
  conditional_release_good_months: {
    unit: 'months',
    from,
    value: 9,
    source: 'Permenkumham 3/2018 art. 82 (B-06, B-08)',
    id: 'Berkelakuan baik selama ini terakhir untuk PB dan CMB.',
    en: 'Good behaviour of the last months for conditional release and pre-release leave.',
  },
  conditional_leave_good_months: {
    unit: 'months',
    from,
    value: 6,
    source: 'Permenkumham 3/2018 (B-07)',
    id: 'Berkelakuan baik selama ini terakhir untuk cuti bersyarat.',
    en: 'Good behaviour of the last months for conditional leave.',
  },
  revocation_months_after_probation: {
    unit: 'months',
    from,
    value: 3,
    source: 'UU 1/2023 art. 73 (B-06)',
    id: 'Pencabutan paling lambat selama ini setelah masa percobaan berakhir.',
    en: 'Latest revocation after the end of probation.',
  },
} as const satisfies { [name: string]: StartingPolicy };

export const PRISON_RULES = {
  ...REMISSION_RULES,
  ...INTEGRATION_RULES,
  litmas_working_days: {
    unit: 'working days',
    from,
    value: 14,
    source: 'assumption L-13',
    question: 'L-13',
    id: 'Penyelesaian penelitian kemasyarakatan (litmas).',
    en: 'Making of a social inquiry report (litmas).',
  },
  release_watch_days: {
    unit: 'days before the release',
    from,
    value: [60, 30, 14],
    source: 'design I.7',
    id: 'Peringatan sebelum tanggal bebas.',
    en: 'Warnings before the release date.',
  },
  hand_over_days: {
    unit: 'days after the release',
    from,
    value: 7,
    source: 'design I.3',
    id: 'Serah terima ke Bapas atau Disnaker.',
    en: 'Hand-over to the probation or the manpower office.',
  },
  release_chase_days: {
    unit: 'days after the release',
    from,
    value: 30,
    source: 'design I.3, S30',
    id: 'Pencarian orang yang bebas tanpa kontak atau dengan pelatihan yang belum selesai.',
    en: 'Search for who was released without a contact or with unfinished training.',
  },
  aftercare_report_months: {
    unit: 'months',
    from,
    value: 1,
    source: 'practice B-15',
    id: 'Jarak wajib lapor klien.',
    en: 'Distance of a client’s reports.',
  },
  illness_suspends_after_days: {
    unit: 'days',
    from,
    value: 3,
    source: 'design I.6b',
    id: 'Sakit lebih lama dari ini menangguhkan pelatihan.',
    en: 'An illness longer than this suspends training.',
  },
} as const satisfies { [name: string]: StartingPolicy };
