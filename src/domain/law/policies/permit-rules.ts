/** Numbers of foreign-worker permits (PP 34/2021). */
import type { StartingPolicy } from './starting-policy.ts';

const from = '2021-04-01';
const REGULATION = 'PP 34/2021';

export const PERMIT_RULES = {
  permit_feasibility_working_days: {
    unit: 'working days',
    from,
    value: 2,
    source: `${REGULATION} (F-04)`,
    id: 'Penilaian kelayakan permohonan RPTKA.',
    en: 'Feasibility assessment of an application.',
  },
  permit_extension_working_days: {
    unit: 'working days before the end',
    from,
    value: 30,
    source: `${REGULATION} art. 21`,
    id: 'Batas pengajuan perpanjangan sebelum RPTKA berakhir.',
    en: 'Last day to apply for an extension, before the permit ends.',
  },
  permit_extension_decision_working_days: {
    unit: 'working days',
    from,
    value: 2,
    source: `${REGULATION} art. 21`,
    id: 'Persetujuan perpanjangan sejak permohonan lengkap.',
    en: 'Decision on an extension once it is complete.',
  },
  permit_longest_years: {
    unit: 'years',
    from,
    value: 2,
    source: `${REGULATION} art. 21`,
    id: 'Jangka waktu terlama satu persetujuan.',
    en: 'Longest period of one approval.',
  },
  permit_longest_years_in_economic_zone: {
    unit: 'years',
    from,
    value: 5,
    source: `${REGULATION} art. 21`,
    id: 'Jangka waktu terlama di kawasan ekonomi khusus.',
    en: 'Longest period in a special economic zone.',
  },
  permit_end_report_days: {
    unit: 'days',
    from,
    value: 30,
    source: 'design F-06',
    id: 'Laporan akhir setelah RPTKA berakhir.',
    en: 'End-of-contract report after the permit has ended.',
  },
  permit_fine_rupiah_per_month: {
    unit: 'rupiah per person and month',
    from,
    value: 6_000_000,
    source: `${REGULATION} (F-05); shown, not levied`,
    id: 'Denda bekerja tanpa RPTKA per orang per bulan.',
    en: 'Fine for working without a permit, per person and month.',
  },
  permit_fine_most_months: {
    unit: 'months',
    from,
    value: 6,
    source: `${REGULATION} (F-05); shown, not levied`,
    id: 'Bulan terbanyak yang dihitung dalam denda.',
    en: 'Most months that a fine counts.',
  },
  permit_fine_late_percent: {
    unit: 'percent per month',
    from,
    value: 2,
    source: `${REGULATION} (F-05); shown, not levied`,
    id: 'Tambahan denda yang terlambat dibayar.',
    en: 'Addition to a fine paid late.',
  },
} as const satisfies { [name: string]: StartingPolicy };
