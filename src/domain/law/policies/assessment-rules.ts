/** Numbers of assessments (D-08 to D-12, I.7): practice of certification bodies, and ours where none was found. */
import type { StartingPolicy } from './starting-policy.ts';

/** Assessments of earlier years are entered too, for the look-back of assessors. */
const from = '2020-01-01';

export const ASSESSMENT_RULES = {
  assessor_look_back_years: {
    unit: 'years',
    from,
    value: 2,
    source: 'assumption L-18',
    question: 'L-18',
    id: 'Asesor tidak boleh pernah melatih asesi dalam sekian tahun terakhir.',
    en: 'An assessor may not have trained the candidate within so many years.',
  },
  assessor_daily_maximum: {
    unit: 'candidates a day',
    from,
    value: 10,
    source: 'assumption L-18',
    question: 'L-18',
    id: 'Jumlah asesi paling banyak bagi satu asesor dalam sehari.',
    en: 'Most candidates of one assessor on one day.',
  },
  assessment_report_days: {
    unit: 'days',
    from,
    value: 3,
    source: 'design I.7',
    id: 'Laporan asesor (AK.05) setelah uji.',
    en: 'The assessor’s report (AK.05) after the test.',
  },
  plenary_days: {
    unit: 'days',
    from,
    value: 14,
    source: 'design I.5',
    id: 'Rapat pleno setelah rekomendasi asesor.',
    en: 'The plenary after the assessor’s recommendation.',
  },
  plenary_members: {
    unit: 'people',
    from,
    value: 2,
    source: 'design I.5 (D-10)',
    id: 'Anggota pleno paling sedikit agar keputusan sah.',
    en: 'Fewest members of a plenary that can decide.',
  },
  appeal_filing_days: {
    unit: 'days',
    from,
    value: 7,
    source: 'assumption L-16',
    question: 'L-16',
    id: 'Waktu mengajukan banding setelah hasil diberitahukan.',
    en: 'Time to appeal after the result was told.',
  },
  appeal_decision_working_days: {
    unit: 'working days',
    from,
    value: 14,
    source: 'design I.7 (D-12)',
    id: 'Keputusan banding oleh LSP.',
    en: 'Decision on an appeal by the certification body.',
  },
  retest_maximum: {
    unit: 'retests a cycle',
    from,
    value: 2,
    source: 'assumption L-17',
    question: 'L-17',
    id: 'Jumlah uji ulang paling banyak dalam satu asesmen.',
    en: 'Most retests of one assessment.',
  },
  retest_earliest_days: {
    unit: 'days',
    from,
    value: 14,
    source: 'assumption L-17',
    question: 'L-17',
    id: 'Uji ulang paling cepat sekian hari setelah remedial dimulai.',
    en: 'A retest at the earliest so many days after remedial training began.',
  },
} as const satisfies { [name: string]: StartingPolicy };
