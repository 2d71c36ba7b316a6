/** Numbers of placement: the job seeker card, apprenticeship, checks after a start, the quota (domain E, C-13). */
import type { StartingPolicy } from './starting-policy.ts';

const CARD = 'practice E-02';
/** Permenaker 6/2020 on apprenticeship. */
const APPRENTICESHIP = 'Permenaker 6/2020';
const QUOTA = 'UU 8/2016 art. 53';
/** Cards and placements older than the penal code are entered too: their rules begin before any of them. */
const from = '2017-01-01';

export const EMPLOYMENT_RULES = {
  job_seeker_report_months: {
    unit: 'months',
    from,
    value: 6,
    source: CARD,
    id: 'Pencari kerja melapor setiap sekian bulan.',
    en: 'A job seeker reports every so many months.',
  },
  job_seeker_grace_months: {
    unit: 'months',
    from,
    value: 1,
    source: 'design S50',
    id: 'Kelonggaran setelah laporan terlewat, sebelum tidak lagi dicocokkan.',
    en: 'Grace after a missed report before the person is left out of matching.',
  },
  job_seeker_card_years: {
    unit: 'years',
    from,
    value: 2,
    source: CARD,
    id: 'Masa berlaku kartu pencari kerja (AK-1).',
    en: 'How long a job seeker card (AK-1) counts.',
  },
  retention_check_days: {
    unit: 'days after the start',
    from,
    value: [90, 180, 365],
    source: 'design E-07',
    question: 'L-28',
    id: 'Pemantauan setelah mulai bekerja.',
    en: 'Checks after work began.',
  },
  retention_gap_days: {
    unit: 'days',
    from,
    value: 30,
    source: 'design E-07',
    question: 'L-28',
    id: 'Jeda antarpekerjaan terlama yang masih dihitung bertahan.',
    en: 'Longest gap between jobs that still counts as retained.',
  },
  contact_attempts: {
    unit: 'attempts',
    from,
    value: 3,
    source: 'design I.5',
    id: 'Banyaknya upaya tanpa jawaban sebelum dinyatakan tidak terhubungi.',
    en: 'Attempts without an answer after which a person counts as unreachable.',
  },
  contact_attempts_days: {
    unit: 'days',
    from,
    value: 14,
    source: 'design I.5',
    id: 'Rentang hari tempat upaya tersebut dihitung.',
    en: 'Days within which these attempts count together.',
  },
  apprenticeship_most_days: {
    unit: 'days',
    from,
    value: 365,
    source: `${APPRENTICESHIP} (C-13)`,
    id: 'Masa pemagangan terlama.',
    en: 'Longest apprenticeship.',
  },
  apprenticeship_minimum_age: {
    unit: 'years: youngest, and age from which no parent has to agree',
    from,
    value: [17, 18],
    source: `${APPRENTICESHIP} art. 9`,
    id: 'Usia terendah peserta pemagangan, dan usia tanpa persetujuan orang tua.',
    en: 'Youngest age of an apprentice, and the age from which no parent has to agree.',
  },
  apprenticeship_theory_percent: {
    unit: 'percent: least and most',
    from,
    value: [10, 25],
    source: `${APPRENTICESHIP} (C-13)`,
    id: 'Bagian teori dalam program pemagangan.',
    en: 'Share of theory in an apprenticeship.',
  },
  apprenticeship_answer_working_days: {
    unit: 'working days',
    from,
    value: 3,
    source: `${APPRENTICESHIP} art. 17`,
    id: 'Waktu dinas menjawab permohonan pemagangan.',
    en: 'Time in which the manpower office answers a request for an apprenticeship.',
  },
  graduate_scheme_days: {
    unit: 'days since graduation',
    from,
    value: 365,
    source: 'Permenaker 8/2025 (C-14)',
    id: 'Magang lulusan hanya untuk yang lulus dalam rentang ini.',
    en: 'The graduates’ scheme is only for those who graduated within this time.',
  },
  disability_quota_percent_private: {
    unit: 'percent of workers',
    from,
    value: 1,
    source: `${QUOTA}(2)`,
    id: 'Kuota pekerja penyandang disabilitas di perusahaan swasta.',
    en: 'Quota of workers with a disability in private companies.',
  },
  disability_quota_percent_public: {
    unit: 'percent of workers',
    from,
    value: 2,
    source: `${QUOTA}(1)`,
    id: 'Kuota di pemerintah, pemerintah daerah, BUMN, dan BUMD.',
    en: 'Quota in government, regional government, and state- and regionally-owned companies.',
  },
  disability_quota_rounding: {
    kind: 'assumption',
    unit: 'rule',
    from,
    value: 'SHOW_EXACT_AND_ROUNDED_UP',
    source: 'assumption L-24',
    question: 'L-24',
    id: 'Angka kuota ditampilkan tepat dan dibulatkan ke atas.',
    en: 'The quota is shown exact and rounded up.',
  },
  matching_weights: {
    unit: 'points: unit, scheme, regency, date, need, sector',
    from,
    value: [30, 25, 20, 10, 10, 5],
    source: 'design I.5',
    id: 'Bobot pencocokan: unit, skema, daerah, tanggal, kebutuhan, bidang.',
    en: 'Weights of matching: unit, scheme, regency, date, needs, sector.',
  },
} as const satisfies { [name: string]: StartingPolicy };
